import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFixedClock } from '../../core/clock.ts';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { inPieces } from '../bytes.ts';
import { customer, staff } from '../principals.ts';
import { createClaimedTickets } from './apiClaims.ts';
import { type Api, type CallOptions, createMemoryCallbacks, createMemoryIntake, NOW, startApi } from './apiHarness.ts';
import { JPEG } from './pictures.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly { readonly key: readonly string[] }[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: object }[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { $ref: string }; readonly example: object } };
  };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { readonly schema: { $ref: string } }>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const REFERENCES = { offer: 'CMP-20261121-0002', decline: 'CMP-20261121-0003', paid: 'CMP-20261121-0004' } as const;

let api: Api;
let document: Document;
beforeAll(async () => {
  const intake = createMemoryIntake();
  const callback = {
    conversationId: 'c1',
    phone: '+8613900001234',
    locale: 'zh-Hans',
    topic: 'complaint',
    note: '',
    status: 'open',
  } as const;
  const callbacks = createMemoryCallbacks([{ ...callback, reference: 'CBR-20261121-0001', createdAt: new Date(NOW) }]);
  const clock = createFixedClock(NOW);
  const file = { id: 'f1', name: 'a.jpg', contentType: 'image/jpeg', sizeBytes: JPEG.length };
  const uploads = { find: async () => ({ conversationId: 'v1', file, bytes: inPieces(JPEG) }) };
  const { complaints, claims, open } = createClaimedTickets(clock, uploads);
  await open({ contactName: '李晓红', fileIds: ['f1'] });
  // One for each thing that is done about money; the last one's is accepted.
  for (let n = 2; n <= 4; n++) await open();
  await claims.offer(REFERENCES.paid, { amount: { minor: 19_900, currency: 'CNY' } }, staff('lin@example.com'));
  await complaints.change(REFERENCES.paid, { to: 'ACCEPTED' }, customer('v4'), 'yes');
  const dead = { id: 'd1', kind: 'crm.webhook', key: 'complaint.created:CMP-20261121-0001:1', attempts: 6, lastError: 'x' };
  const parts = {
    ...{ intake, shipments: intake, callbacks, complaints: complaints.desk, claims, uploads },
    webhooks: {
      dead: {
        listDead: async () => [{ ...dead, payload: { event: 'complaint.created' }, deadAt: new Date(NOW) }],
        revive: async () => true,
      },
      wake: () => undefined,
    },
  };
  api = await startApi(parts, clock);
  document = (await api.call('GET', '/openapi.json', { auth: null })).body as unknown as Document;
});
afterAll(() => api.stop());

const operations = (): [path: string, method: string, operation: Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [path, method, operation] as [string, string, Operation]),
  );
function ticketOf(path: string): string {
  const [, done] = /\/claim\/(\w+)$/.exec(path) ?? [];
  return REFERENCES[done as keyof typeof REFERENCES] ?? 'CMP-20261121-0001';
}
const fill = (path: string): string =>
  path
    .replace('{trackingNumber}', createOwnNumber(1))
    .replace('{reference}', path.startsWith('/callbacks') ? 'CBR-20261121-0001' : ticketOf(path))
    .replace('{id}', path.startsWith('/webhooks') ? 'd1' : 'f1')
    .replace('/reconciliation', '/reconciliation?day=2026-11-21');

/** What the document says of a value, read back as a validator. */
function validatorOf({ $ref }: { $ref: string }): z.ZodType {
  const local = JSON.parse(JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'));
  return z.fromJSONSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $ref: $ref.replace('#/components/schemas/', '#/$defs/'),
    $defs: local,
  });
}

describe('the OpenAPI document', () => {
  it('is open to all and names every endpoint', () => {
    expect(document.openapi).toBe('3.1.0');
    const isOfCustomers = ([path]: readonly [string, ...unknown[]]) => path.startsWith('/customer');
    expect(operations().filter(isOfCustomers)).not.toEqual([]);
    expect(operations().flatMap((one) => (isOfCustomers(one) ? [] : [`${one[1]} ${one[0]}`]))).toEqual([
      'put /shipments/{trackingNumber}',
      'get /shipments/{trackingNumber}',
      'post /shipments/{trackingNumber}/events',
      'get /callbacks',
      'patch /callbacks/{reference}',
      'get /complaints',
      'get /complaints/{reference}',
      'patch /complaints/{reference}',
      'get /complaints/{reference}/files/{id}',
      'get /complaints/{reference}/evidence',
      'post /complaints/{reference}/claim/offer',
      'post /complaints/{reference}/claim/decline',
      'post /complaints/{reference}/claim/paid',
      'get /webhooks/dead',
      'post /webhooks/dead/retry',
      'post /webhooks/dead/{id}/retry',
      'get /reconciliation',
      'get /openapi.json',
    ]);
    const ids = operations().map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every schema it refers to, and every parameter of a path', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)"/g)) expect(document.components.schemas).toHaveProperty(name!);
    for (const [path, , { parameters }] of operations()) {
      const named = parameters.filter((parameter) => parameter.in === 'path' && parameter.required).map(({ name }) => `{${name}}`);
      expect(named).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
    expect(text).not.toContain('"$id"');
  });

  it('gives examples that its own schemas and the server take, and answers as documented', async () => {
    for (const [path, method, { requestBody, responses }] of operations()) {
      const json = requestBody?.content['application/json'];
      if (json) expect(validatorOf(json.schema).safeParse(json.example).error).toBeUndefined();
      // There are none here; apiCustomers.test.ts reads their answers.
      if (path.startsWith('/customer')) continue;
      const answer = await api.call(method.toUpperCase(), fill(path), { ...(json && { body: json.example }) });
      expect(`${method} ${path} ${answer.status}`).toMatch(/ 20[0-2]$/);
      const documented = responses[answer.status]?.content['application/json'];
      // Bytes have no schema: their endpoint's own test looks at them.
      if (!documented && responses[answer.status]?.content['*/*']) continue;
      expect(validatorOf(documented!.schema).safeParse(answer.body).error).toBeUndefined();
    }
  });

  it('documents refusals as they come', async () => {
    const attempts = operations().filter(([, , { security }]) => security.length > 0);
    expect(attempts.length).toBe(operations().length - 1);
    for (const [path, method, { responses, requestBody }] of attempts) {
      const send = (options: CallOptions) => api.call(method.toUpperCase(), fill(path), options);
      const refused = [
        await send({ auth: null }),
        ...(requestBody ? [await send({ raw: '{"status":7,"role":7}' }), await send({ raw: '[]' })] : []),
      ];
      for (const { status, body } of refused) {
        expect(status).toBeGreaterThanOrEqual(400);
        const documented = responses[status]?.content['application/problem+json'];
        expect(validatorOf(documented!.schema).safeParse(body).error).toBeUndefined();
      }
    }
  });

  it('names for each endpoint what a key must allow, and the refusal of one that does not', () => {
    expect(document.paths['/customers/{id}/erase']!.post!.security).toEqual([{ key: ['customers:erase'] }]);
    expect(document.paths['/openapi.json']!.get!.security).toEqual([]);
    for (const [, , { security, responses }] of operations()) expect('403' in responses).toBe(security.length > 0);
  });

  it('calls the role in a body deprecated', () => {
    const offer = document.components.schemas.ClaimOffer as { properties: { role: object }; required: string[] };
    expect(JSON.stringify(offer.properties.role)).toContain('"deprecated":true');
    expect(offer.required).toEqual(['amount']);
  });

  it('refuses in its schema what the server refuses', () => {
    const { schema, example } = document.paths['/shipments/{trackingNumber}']!.put!.requestBody!.content['application/json'];
    const wrong = { service: 'ROCKET', pieces: 0, sender: {}, declaredValue: { amount: 1, currency: 'CNY' } };
    for (const [name, value] of Object.entries(wrong))
      expect(validatorOf(schema).safeParse({ ...example, [name]: value }).success).toBe(false);
    expect(validatorOf(schema).safeParse({ ...example, colour: 'red' }).success).toBe(true);
  });
});
