import { describe, expect, it } from 'vitest';
import { listKeyProblems, readApiKeys } from '../../bot/http/apiKeys.ts';
import { createKeyRing } from '../../bot/http/keyCheck.ts';
import { createFixedClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { PERMISSIONS } from '../../rules/access/roles.ts';

const API_KEY = 'admin-key-0123456789abcdef0123456789abcdef';
const secretOf = (name: string): string => `${name}-0123456789abcdef0123456789abcdef`;
const entry = (changes: object = {}): object => ({
  ...{ name: 'crm', secret: secretOf('crm'), role: 'agent', scopes: ['complaints:read', 'complaints:write'] },
  ...changes,
});
const problemsOf = (...entries: readonly unknown[]): readonly string[] => listKeyProblems({ API_KEY, API_KEYS: JSON.stringify(entries) });

describe('the keys of the API', () => {
  it('are API_KEY, which may do everything, and those that are named', () => {
    const keys = readApiKeys({
      API_KEY,
      API_KEYS: JSON.stringify([entry(), entry({ name: 'wms', secret: secretOf('wms'), scopes: ['shipments:write'] })]),
    });
    expect(keys).toEqual([
      { secret: API_KEY, holder: { kind: 'system', name: 'api', role: 'admin', scopes: PERMISSIONS } },
      { secret: secretOf('crm'), holder: { kind: 'system', name: 'crm', role: 'agent', scopes: ['complaints:read', 'complaints:write'] } },
      { secret: secretOf('wms'), holder: { kind: 'system', name: 'wms', role: 'agent', scopes: ['shipments:write'] } },
    ]);
    expect(readApiKeys({ API_KEY, API_KEYS: undefined })).toHaveLength(1);
  });

  it.each<[string, readonly unknown[], string]>([
    ['a secret twice', [entry(), entry({ name: 'wms' })], 'key 2 (wms): has the secret of crm: make one for each'],
    ['the secret of API_KEY', [entry({ secret: API_KEY })], 'key 1 (crm): has the secret of API_KEY: make one for each'],
    ['a weak secret', [entry({ secret: 'x'.repeat(31) })], 'key 1 (crm): secret: needs at least 32 visible ASCII characters'],
    [
      'a secret that no header can carry',
      [entry({ secret: 'x y '.repeat(10) })],
      'key 1 (crm): secret: needs at least 32 visible ASCII characters',
    ],
    ['no secret', [entry({ secret: undefined })], 'key 1 (crm): secret: is missing'],
    ['a name twice', [entry(), entry({ secret: secretOf('other') })], 'key 2 (crm): there is another key of this name'],
    ['the name of API_KEY', [entry({ name: 'api' })], 'key 1: name: "api" is the name of API_KEY'],
    ['a name that is none', [entry({ name: 'Our CRM' })], 'key 1: name: must be 1 to 40 of a-z, 0-9, - and _, a letter first'],
    ['an unknown role', [entry({ role: 'boss' })], 'key 1 (crm): role: must be one of agent, supervisor, manager, admin, auditor'],
    [
      'an unknown scope',
      [entry({ scopes: ['complaints:reed'] })],
      `key 1 (crm): scopes: "complaints:reed" is none of ${PERMISSIONS.join(', ')}`,
    ],
    [
      'a scope above the role',
      [entry({ scopes: ['customers:erase'] })],
      'key 1 (crm): scopes: customers:erase is more than the role agent may',
    ],
    ['no scopes', [entry({ scopes: [] })], 'key 1 (crm): scopes: is empty'],
    ['a field that is misspelt', [entry({ scope: [] })], 'key 1 (crm): has scope, which is not known'],
    ['what is no key', ['crm'], 'key 1: must be an object'],
  ])('are refused with %s', (_, entries, problem) => {
    expect(problemsOf(...entries)).toEqual([`API_KEYS: ${problem}`]);
  });

  it.each(['{', '{}', 'crm:secret', '"x"'])('are refused when they are no list: %s', (API_KEYS) => {
    expect(listKeyProblems({ API_KEY, API_KEYS })).toEqual(['API_KEYS: is no JSON list of keys such as the one in .env.example']);
  });

  it('are refused with every problem, beside those of other settings, and with no secret', () => {
    const misplaced = entry({ secret: 'hunter2', scopes: [secretOf('slipped')] });
    const start = () =>
      readConfig({ API_KEY, PORT: '70000', API_KEYS: JSON.stringify([misplaced, entry({ role: 1 })]) }, [listKeyProblems]);
    let problems: readonly string[] = [];
    try {
      start();
    } catch (error) {
      problems = (error as { facts: { problems: readonly string[] } }).facts.problems;
    }
    expect(problems.map((problem) => problem.split(': ').slice(0, 3).join(': '))).toEqual([
      expect.stringMatching(/^PORT/),
      'API_KEYS: key 1 (crm): secret',
      'API_KEYS: key 1 (crm): scopes',
      'API_KEYS: key 2 (crm): role',
    ]);
    expect(problems.join()).not.toMatch(/hunter2|slipped/);
  });
});

describe('a ring of keys', () => {
  const ring = (clock = createFixedClock('2026-11-21T02:00:00.000Z')) =>
    createKeyRing(
      ['one', 'two', 'three'].map((holder) => ({ secret: secretOf(holder), holder })),
      clock,
    );

  it('tells whose a key is', () => {
    const find = ring();
    for (const holder of ['one', 'two', 'three']) expect(find(`Bearer ${secretOf(holder)}`, '198.51.100.1')).toBe(holder);
    for (const header of [undefined, 'Bearer', `Basic ${secretOf('one')}`, `Bearer ${secretOf('four')}`, `Bearer ${secretOf('one')}x`])
      expect(find(header, '198.51.100.2')).toBeUndefined();
  });

  it('slows down who guesses, over all keys and by address, and nobody who has one', () => {
    const clock = createFixedClock('2026-11-21T02:00:00.000Z');
    const find = ring(clock);
    const guess = (address: string) => find('Bearer wrong', address);
    for (let n = 0; n < 10; n++) expect(guess('198.51.100.1')).toBeUndefined();
    expect(() => guess('198.51.100.1')).toThrow('RATE_LIMITED');
    expect(guess('198.51.100.2')).toBeUndefined();
    expect(find(`Bearer ${secretOf('two')}`, '198.51.100.1')).toBe('two');
  });
});
