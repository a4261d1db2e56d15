import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint } from '../../bot/http/api/endpoint.ts';
import { createEndpoints, mountApi } from '../../bot/http/api.ts';
import { readApiKeys } from '../../bot/http/apiKeys.ts';
import { mountHealth } from '../../bot/http/health.ts';
import { createKeyRing } from '../../bot/http/keyCheck.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import { PERMISSIONS, STAFF_ROLES } from '../../rules/access/roles.ts';
import { API_KEY, createApiParts, createMemoryIntake, NOW } from './apiHarness.ts';

/**
 * Who may do what. A key opens a route where its role is marked and its scopes have the permission; `public` needs no key.
 * a: agent, s: supervisor, m: manager, A: administrator, u: auditor.
 */
const TABLE = `
put   /shipments/{trackingNumber}            shipments:write    a s m A -
get   /shipments/{trackingNumber}            shipments:read     a s m A u
post  /shipments/{trackingNumber}/events     shipments:write    a s m A -
get   /callbacks                             callbacks:read     a s m A u
patch /callbacks/{reference}                 callbacks:write    a s m A -
get   /complaints                            complaints:read    a s m A u
get   /complaints/{reference}                complaints:read    a s m A u
patch /complaints/{reference}                complaints:write   a s m A -
get   /complaints/{reference}/files/{id}     complaints:read    a s m A u
get   /complaints/{reference}/evidence       claims:read        a s m A u
post  /complaints/{reference}/claim/offer    claims:write       a s m A -
post  /complaints/{reference}/claim/decline  claims:write       a s m A -
post  /complaints/{reference}/claim/paid     claims:pay         - - m A -
get   /customers                             customers:read     a s m A u
get   /customers/{id}                        customers:read     a s m A u
get   /customers/{id}/timeline               customers:read     a s m A u
patch /customers/{id}                        customers:write    a s m A -
post  /customers/{id}/notes                  customers:write    a s m A -
post  /customers/{id}/consents               customers:write    a s m A -
post  /customers/{id}/merge                  customers:merge    - s m A -
post  /customer-merges/{id}/undo             customers:merge    - s m A -
get   /customers/{id}/export                 customers:export   - - m A -
post  /customers/{id}/erase                  customers:erase    - - - A -
get   /webhooks/dead                         webhooks:read      - - - A u
post  /webhooks/dead/retry                   webhooks:retry     - - - A -
post  /webhooks/dead/{id}/retry              webhooks:retry     - - - A -
get   /reconciliation                        reports:read       - s m A u
get   /openapi.json                          public             a s m A u
get   /metrics                               metrics:read       - - - A u
`;

interface Row {
  readonly method: string;
  readonly path: string;
  readonly permission: string;
  readonly roles: readonly string[];
}
const rows = TABLE.trim()
  .split('\n')
  .map((line): Row => {
    const [method = '', path = '', permission = '', ...marks] = line.split(/ +/);
    return { method, path, permission, roles: STAFF_ROLES.filter((_, at) => marks[at] !== '-') };
  });
const METRICS = '/metrics';

/** Everybody who may call: with a secret of their own, or without one. */
interface Caller {
  readonly name: string;
  readonly secret?: string;
  readonly role?: string;
  /** Absent: all that the role has. */
  readonly scope?: string;
}
const secretOf = (name: string): string => `${name.replace(':', '-')}-secret-`.padEnd(40, '0');
const hasScope = (role: string, scope: string): boolean =>
  rows.some(({ permission, roles }) => permission === scope && roles.includes(role));
const roleKeys = STAFF_ROLES.map((role): Required<Caller> & { scopes: string[] } => ({
  ...{ name: role, role, secret: secretOf(role), scope: '*' },
  scopes: PERMISSIONS.filter((scope) => hasScope(role, scope)),
}));
const scopeKeys = PERMISSIONS.map((scope) => ({
  name: scope.replace(':', '-'),
  role: 'admin',
  secret: secretOf(scope),
  scopes: [scope],
  scope,
}));
const callers: readonly Caller[] = [
  { name: 'nobody' },
  { name: 'a wrong key', secret: 'x'.repeat(40) },
  ...roleKeys.map(({ name, role, secret }) => ({ name: `the role ${name}`, role, secret })),
  ...scopeKeys.map(({ scope, role, secret }) => ({ name: `the scope ${scope}`, role, secret, scope })),
  { name: 'API_KEY', role: 'admin', secret: API_KEY },
];

function expected({ permission, roles }: Row, { role, scope }: Caller): 'allowed' | 401 | 403 {
  if (permission === 'public') return 'allowed';
  if (role === undefined) return 401;
  return roles.includes(role) && (scope === undefined || scope === permission) ? 'allowed' : 403;
}

const clock = createFixedClock(NOW);
const intake = createMemoryIntake();
const parts = createApiParts({ intake, shipments: intake }, clock);
let server: restify.Server;
let root = '';
beforeAll(async () => {
  const keys = [...roleKeys, ...scopeKeys].map(({ name, secret, role, scopes }) => ({ name, secret, role, scopes }));
  const authenticate = createKeyRing(readApiKeys({ API_KEY, API_KEYS: JSON.stringify(keys) }), clock);
  server = restify.createServer();
  mountApi(server, { ...parts, authenticate });
  const log = createLog('silent');
  mountHealth(server, {
    ...{ checkStore: async () => undefined, isStopping: () => false, metrics: createMetrics() },
    ...{ authenticate, clock, log, trustProxy: 1 },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(resolve));
});

let address = 0;
/** From an address of its own: guesses are limited by address. The body is empty, which is found out only once the call is allowed. */
async function send(method: string, path: string, { secret }: Caller): Promise<Response> {
  address += 1;
  return fetch(root + (path === METRICS ? path : `/api/v1${path.replace(/\{\w+\}/g, 'XB000000012348')}`), {
    method: method.toUpperCase(),
    headers: {
      'x-forwarded-for': `198.51.${address >> 8}.${address & 255}`,
      ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
    },
  });
}

describe('permissions', () => {
  it('are told of every route there is', () => {
    const endpoints = createEndpoints(parts).map(({ method, path, permission }) => [method, path, permission]);
    const told = rows.filter(({ path }) => path !== METRICS).map(({ method, path, permission }) => [method, path, permission]);
    expect(told.map(String).sort()).toEqual(endpoints.map(String).sort());
    expect(PERMISSIONS.filter((permission) => !rows.some((row) => row.permission === permission))).toEqual([]);
  });

  it.each(rows)('of $method $path: $permission for $roles, and nobody else', async (row) => {
    const answers: [string, 'allowed' | number][] = [];
    for (const caller of callers) {
      const response = await send(row.method, row.path, caller);
      const isRefused = response.status === 401 || response.status === 403;
      answers.push([caller.name, isRefused ? response.status : 'allowed']);
      const body = (await response.text()) || '{}';
      if (response.status === 403) expect(JSON.parse(body)).toMatchObject({ type: 'urn:problem:forbidden', permission: row.permission });
      // A refusal of anything else than the caller, or an answer: never a fault, and never the limit of guesses.
      expect([401, 403, 200, 202, 400, 404]).toContain(response.status);
    }
    expect(answers).toEqual(callers.map((caller) => [caller.name, expected(row, caller)]));
  });

  it('are no matter where there is nothing: any key learns that, nobody without one', async () => {
    expect((await send('get', '/nothing', { name: 'nobody' })).status).toBe(401);
    expect((await send('get', '/nothing', { name: 'x', secret: secretOf('metrics:read') })).status).toBe(404);
    expect((await send('delete', '/complaints', { name: 'x', secret: secretOf('metrics:read') })).status).toBe(405);
  });

  it('are asked of HEAD as of GET', async () => {
    expect((await send('head', '/complaints', { name: 'x', secret: secretOf('customers:read') })).status).toBe(403);
    expect((await send('head', '/complaints', { name: 'x', secret: secretOf('complaints:read') })).status).toBe(200);
  });

  it('must be named: an endpoint without one does not compile', () => {
    const answers = { 200: { means: 'x', name: 'X', schema: z.object({}) } } as const;
    const work = async () => ({ status: 200, body: {} }) as const;
    // @ts-expect-error `permission` is missing
    defineEndpoint({ method: 'get', path: '/x', name: 'x', summary: 'x', answers, work });
    // @ts-expect-error it is none
    defineEndpoint({ method: 'get', path: '/x', name: 'x', permission: 'complaints:reed', summary: 'x', answers, work });
    expect(defineEndpoint({ method: 'get', path: '/x', name: 'x', permission: 'public', summary: 'x', answers, work }).name).toBe('x');
  });
});
