import { timingSafeEqual } from 'node:crypto';
import type { Request, Server } from 'restify';
import { hashText } from '../../core/ids.ts';
import type { Metrics } from '../metrics.ts';

export interface HealthDeps {
  /** Resolves when the store answers. */
  checkStore(): Promise<void>;
  /** True once stopping: load balancers should send no more. */
  isStopping(): boolean;
  readonly metrics: Metrics;
  readonly apiKey: string;
}

const CHECK_TIMEOUT_MS = 2000;

/**
 * `/healthz`: the process lives. `/readyz`: it can serve (the model is loaded before the server listens, so the store decides).
 * `/metrics`: Prometheus text, for loopback or with the API key, since figures of a business are not for everyone.
 */
export function mountHealth(server: Server, { checkStore, isStopping, metrics, apiKey }: HealthDeps): void {
  server.get('/healthz', async (_req, res) => {
    res.sendRaw(200, 'ok\n', { 'content-type': 'text/plain' });
  });
  server.get('/readyz', async (_req, res) => {
    const problem = isStopping() ? 'stopping' : await findProblem(checkStore);
    res.sendRaw(problem ? 503 : 200, `${problem ?? 'ready'}\n`, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  });
  server.get('/metrics', async (req, res) => {
    if (!mayRead(req, apiKey)) {
      res.sendRaw(401, 'Bearer API_KEY needed\n', { 'content-type': 'text/plain', 'www-authenticate': 'Bearer' });
      return;
    }
    res.sendRaw(200, await metrics.text(), { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
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

function mayRead(req: Request, apiKey: string): boolean {
  const address = req.socket.remoteAddress ?? '';
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(address) && req.headers['x-forwarded-for'] === undefined;
  const given = Buffer.from(hashText(req.headers.authorization ?? ''));
  return isLoopback || timingSafeEqual(given, Buffer.from(hashText(`Bearer ${apiKey}`)));
}
