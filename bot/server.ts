import { createServer, type Request, type Response, type Server } from 'restify';
import { AppError, toProblem } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { Metrics } from './metrics.ts';

/** Slow senders are cut off: headers within 15 s, a whole request within 60 s (10 MB over a poor line). */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** What answers under way get to leave, and requests to arrive, when the server closes. */
const CLOSE_MS = 2000;

/** The HTTP server without routes: problems as RFC 9457, headers every answer carries, figures of every answer. */
export function createHttpServer({ log, metrics }: { log: Log; metrics: Metrics }): Server {
  const server = createServer({ name: 'waybill-desk', handleUncaughtExceptions: false });
  server.server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.pre((_req: Request, res: Response, next: () => void) => {
    res.setHeader('x-content-type-options', 'nosniff');
    res.setHeader('referrer-policy', 'no-referrer');
    res.setHeader('server', 'waybill-desk');
    next();
  });
  server.on('restifyError', (req: Request, res: Response, error: Error & { statusCode?: number }, done: () => void) => {
    sendProblem(res, error, log);
    req.resume();
    done();
  });
  server.on('after', (_req: Request, res: Response, route: { path?: string } | undefined) => {
    metrics.countRequest(route?.path ?? 'none', res.statusCode);
  });
  return server;
}

function sendProblem(res: Response, error: Error & { statusCode?: number }, log: Log): void {
  if (res.headersSent) return;
  const isOurs = error instanceof AppError || (error.statusCode !== undefined && error.statusCode < 500);
  if (!isOurs) log.error({ error }, 'a request failed');
  const known = error instanceof AppError ? error : toAppError(error);
  const { status, body } = toProblem(known);
  res.sendRaw(status, JSON.stringify(body), { 'content-type': 'application/problem+json; charset=utf-8' });
}

/** restify's own refusals: no such route, no such method, a body it could not read. */
function toAppError(error: Error & { statusCode?: number }): AppError | Error {
  switch (error.statusCode) {
    case 404:
    case 405:
      return new AppError('NOT_FOUND');
    case 413:
      return new AppError('BODY_TOO_LARGE');
    case 400:
      return new AppError('INVALID_INPUT');
    default:
      return error;
  }
}

/** Listens; resolves with the port in use. @throws AppError ADDRESS_UNUSABLE, e.g. when another program has the port. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // On restify's server: it passes the errors of the one below on, and one that nobody hears ends the process.
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new AppError('ADDRESS_UNUSABLE', { host, port, problem: cause.code ?? cause.message }, cause)),
    );
    server.listen(port, host, () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Takes no more connections and resolves when the open ones are gone: of its own accord, or cut off after 2 s. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A client that never ends its request would else hold up the stop until the process is killed.
    const impatience = setTimeout(() => server.server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
