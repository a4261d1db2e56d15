import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toTypeScript } from '../../bot/http/api/typescript.ts';
import { describeApi } from '../../bot/http/api.ts';
import type { Operations, Schemas } from '../../web/generated/api.ts';

describe("the API's types for pages", () => {
  it('are those of the document the product answers with', () => {
    expect(
      readFileSync('web/generated/api.ts', 'utf8') === toTypeScript(describeApi()),
      'run "npm run build" and commit web/generated/api.ts',
    ).toBe(true);
  });

  it('know what a call takes and answers', () => {
    // The compiler is what checks here: a field that is missing, or of another kind, fails it.
    const call: Operations['getComplaint']['path'] = '/complaints/{reference}';
    const refusal: Operations['getComplaint']['answers'][404] = { type: 'urn:problem:not-found', title: 'x', status: 404 };
    const problem: Schemas['Problem'] = refusal;
    expect([call, problem.status]).toEqual(['/complaints/{reference}', 404]);
  });

  it.each([
    ['names', { type: 'object', properties: { 'a-b': { type: 'string' } }, required: ['a-b'] }, "{ readonly 'a-b': string; }"],
    ['what may be absent', { type: 'object', properties: { a: { type: ['integer', 'null'] } } }, '{ readonly a?: number | null; }'],
    ['words', { enum: ['a', "it's"] }, "'a' | 'it\\'s'"],
    ['lists of choices', { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'boolean' }] } }, 'readonly (string | boolean)[]'],
    ['tables', { type: 'object', additionalProperties: { $ref: '#/components/schemas/Y' } }, "Readonly<Record<string, Schemas['Y']>>"],
    ['anything', {}, 'unknown'],
  ])('write %s as TypeScript', (_what, schema, expected) => {
    const text = toTypeScript({ paths: {}, components: { schemas: { X: schema } } });
    expect(text.replace(/\s+/g, ' ')).toContain(`readonly X: ${expected};`);
  });
});
