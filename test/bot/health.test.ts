import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { afterEach, describe, expect, it } from 'vitest';
import { mountHealth } from '../../bot/http/health.ts';
import { createKeyRing } from '../../bot/http/keyCheck.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createFixedClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import { key } from '../principals.ts';

const SECRET = 'prometheus-0123456789abcdef0123456789abcdef';
const clock = createFixedClock('2026-11-21T02:00:00.000Z');
let server: restify.Server;

/** The status of /metrics, asked from loopback, as Prometheus and a proxy on the same machine do. */
async function ask(trustProxy: number, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  server = restify.createServer();
  mountHealth(server, {
    ...{
      checkStore: async () => undefined,
      isStopping: () => false,
      metrics: createMetrics(),
      clock,
      log: createLog('silent'),
      trustProxy,
    },
    authenticate: createKeyRing([{ secret: SECRET, holder: key('prometheus', 'auditor') }], clock),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`, { headers })).status;
}
afterEach(async () => {
  server.server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(resolve));
});

describe('the figures', () => {
  it('are this machine’s without a key where no proxy stands in front', async () => {
    expect(await ask(0)).toBe(200);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])(
    'are not for what says by %s that it was passed on',
    async (name) => {
      expect(await ask(0, { [name]: '203.0.113.5' })).toBe(401);
    },
  );

  it('need a key behind a proxy, also from loopback and without any header: a proxy on this machine may send none', async () => {
    expect(await ask(1)).toBe(401);
    expect(await ask(1, { 'x-forwarded-for': '127.0.0.1' })).toBe(401);
    expect(await ask(1, { authorization: `Bearer ${SECRET}` })).toBe(200);
  });
});
