import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { problemHeaders } from '../../bot/http/problem.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createHttpServer } from '../../bot/server.ts';
import { createLog } from '../../core/log.ts';

const ALL = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

// RFC 9110 §15.5.2, §15.5.6, §15.5.9, §15.6.4.
it.each([
  [404, {}, {}],
  [401, {}, { 'www-authenticate': 'Bearer' }],
  [405, { allow: 'GET, HEAD' }, { allow: 'GET, HEAD' }],
  [408, {}, { connection: 'close' }],
  [429, { retryAfterSeconds: 6 }, { 'retry-after': '6' }],
  [503, {}, { 'retry-after': '5' }],
])('a problem of status %i with %j says what its client does next', (status, facts, more) => {
  expect(problemHeaders(status, facts)).toEqual({ ...ALL, ...more });
});

it('what no route answers is refused like anything else', async () => {
  const { server } = createHttpServer({ log: createLog('silent'), metrics: createMetrics() });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { status, headers } = await fetch(`http://127.0.0.1:${port}/nowhere`);
  expect({ status, ...Object.fromEntries(Object.keys(ALL).map((name) => [name, headers.get(name)])) }).toEqual({ status: 404, ...ALL });
  await new Promise<void>((resolve) => void server.close(() => resolve()));
});
