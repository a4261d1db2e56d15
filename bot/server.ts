import { createServer, type Request, type Response, type Server } from 'restify';
import { AppError, toProblem } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { guardServer } from './http/guard.ts';
import { serveOneByOne } from './http/oneByOne.ts';
import { type OpenAnswers, trackAnswers } from './http/openAnswers.ts';
import { problemHeaders } from './http/problem.ts';
import type { Metrics } from './metrics.ts';

/** Slow senders are cut off: headers within 15 s, a whole request within 60 s (10 MB over a poor line; see http/pace.ts too). */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** How late Node may notice that: its own 30 s would add to both. */
const CHECK_EVERY_MS = 1000;
/** What answers under way get to leave, and requests to arrive, when the server closes. */
const CLOSE_MS = 2000;
/** And what the refusal of the others gets to leave. */
const FAREWELL_MS = 200;

export interface HttpServer {
  /** Without routes. */
  readonly server: Server;
  readonly answers: OpenAnswers;
}

/** The HTTP server: hostile heads refused, problems as RFC 9457, headers every answer carries, figures of every answer. */
export function createHttpServer({ log, metrics }: { log: Log; metrics: Metrics }): HttpServer {
  const server = createServer({ name: 'waybill-desk', handleUncaughtExceptions: false });
  server.server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  // Read by Node when it begins to listen; its types know it as an option alone, and restify passes none on.
  Object.assign(server.server, { connectionsCheckingInterval: CHECK_EVERY_MS });
  const answers = trackAnswers(server.server);
  serveOneByOne(server.server, answers);
  guardServer(server, { answers, onRefused: (status) => metrics.countRequest('none', status) });
  server.pre((_req: Request, res: Response, next: () => void) => {
    res.setHeader('x-content-type-options', 'nosniff');
    res.setHeader('referrer-policy', 'no-referrer');
    res.setHeader('server', 'waybill-desk');
    next();
  });
  server.on('restifyError', (req: Request, res: Response, error: Error & { statusCode?: number }, done: () => void) => {
    sendFailure(res, error, log);
    req.resume();
    done();
  });
  server.on('after', (_req: Request, res: Response, route: { path?: string } | undefined) => {
    metrics.countRequest(route?.path ?? 'none', res.statusCode);
  });
  return { server, answers };
}

function sendFailure(res: Response, error: Error & { statusCode?: number }, log: Log): void {
  if (res.headersSent) return;
  const isOurs = error instanceof AppError || (error.statusCode !== undefined && error.statusCode < 500);
  if (!isOurs) log.error({ error }, 'a request failed');
  const { status, body } = toProblem(error instanceof AppError ? error : toAppError(error));
  // By restify's own method: it would send its own answer on top of one it does not know of.
  res.sendRaw(status, JSON.stringify(body), problemHeaders(status, body));
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

/**
 * Takes no more connections and resolves when the open ones are gone: of their own accord within 2 s, or with 503 and Retry-After
 * for what is not answered by then.
 */
export async function closeServer({ server, answers }: HttpServer): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  // A client that never ends its request would else hold up the stop until the process is killed.
  const impatience = setTimeout(() => {
    answers.refuse(new AppError('SHUTTING_DOWN'));
    setTimeout(() => answers.cut(), FAREWELL_MS);
  }, CLOSE_MS);
  await closed;
  clearTimeout(impatience);
  answers.cut();
}
