import type { Server } from 'restify';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Metrics } from '../metrics.ts';
import { type Authenticate, authorize } from './authorize.ts';
import { type Call, createRoute } from './route.ts';

export interface HealthDeps {
  /** Resolves when the store has taken a write. */
  checkStore(): Promise<void>;
  /** True once stopping: load balancers should send no more. */
  isStopping(): boolean;
  readonly metrics: Metrics;
  readonly authenticate: Authenticate;
  readonly clock: Clock;
  readonly log: Log;
  /** How many proxies of ours stand in front. With one or more, no request counts as this machine's own. */
  readonly trustProxy: number;
}

const CHECK_TIMEOUT_MS = 2000;
/** However many ask, the store is written to once in this time. */
const CHECK_KEPT_MS = 1000;
const PROMETHEUS = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/**
 * `/healthz`: the process lives. `/readyz`: it can serve (the model is loaded before the server listens, so whether the store takes a write decides).
 * `/metrics`: Prometheus text, for this machine or with a key that has `metrics:read`: figures of a business are not for everyone.
 */
export function mountHealth(server: Server, { checkStore, isStopping, metrics, authenticate, clock, ...border }: HealthDeps): void {
  const route = createRoute({ ...border, name: 'Health', isClosing: () => false });
  const check = keepFor(CHECK_KEPT_MS, clock, () => findProblem(checkStore));
  server.get('/healthz', async (_req, res) => {
    res.sendRaw(200, 'ok\n', { 'content-type': 'text/plain' });
  });
  server.get('/readyz', async (_req, res) => {
    const problem = isStopping() ? 'stopping' : await check();
    res.sendRaw(problem ? 503 : 200, `${problem ?? 'ready'}\n`, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  });
  server.get(
    '/metrics',
    route(async (call) => {
      if (!isLocal(call, border.trustProxy)) authorize(authenticate, call, 'metrics:read');
      return { status: 200, body: Buffer.from(await metrics.text()), headers: PROMETHEUS };
    }),
  );
}

/** What `ask` last came to, asked anew when it is older than `keptMs`; who asks meanwhile waits for the same answer. */
function keepFor<T>(keptMs: number, clock: Clock, ask: () => Promise<T>): () => Promise<T> {
  let last: { readonly answer: Promise<T>; readonly untilMs: number } | undefined;
  return () => {
    const now = clock.monotonicMs();
    if (!last || last.untilMs <= now) last = { answer: ask(), untilMs: now + keptMs };
    return last.answer;
  };
}

async function findProblem(checkStore: () => Promise<void>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the store does not answer')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([checkStore(), tooLate]);
    return undefined;
  } catch {
    return 'store unavailable'; // the cause is in the store's own log lines; a probe needs the fact alone
  } finally {
    clearTimeout(timer);
  }
}

/** What proxies add, each in its own way. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'] as const;

/**
 * A scraper on this machine needs no key. Where a proxy stands in front it may be on this machine too, and what it passes on need
 * not say so: then everybody needs one.
 */
function isLocal({ req }: Call, trustProxy: number): boolean {
  const isPassedOn = trustProxy > 0 || FORWARDED.some((header) => req.headers[header] !== undefined);
  return !isPassedOn && LOOPBACK.test(req.socket.remoteAddress ?? '');
}
