import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { toProblem } from '../../core/errors.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Where a refusal of status 503 does not say itself when to come again. */
const RETRY_AFTER_SECONDS = 5;

/** The headers of every problem (RFC 9457), wherever it is written; what else they say stands in its status and its facts. */
export function problemHeaders(status: number, body: Facts): Record<string, string> {
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...toRetryAfter(status, body),
    // RFC 9110 §15.5.2: a 401 always names what it wants.
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    // Its body is still trickling in: the connection cannot carry another request.
    ...(status === 408 && { connection: 'close' }),
    ...(typeof body.allow === 'string' && { allow: body.allow }),
  };
}

/** When to come again, as a refusal says it: `{ 'retry-after': '5' }`, or nothing. */
function toRetryAfter(status: number, facts: Facts): Record<string, string> {
  const seconds = facts.retryAfterSeconds ?? (status === 503 ? RETRY_AFTER_SECONDS : undefined);
  return typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {};
}

/** Answers with a problem outside the routes; nothing where an answer has begun or nobody is there. */
export function sendProblem(res: ServerResponse, error: unknown, headers: Readonly<Record<string, string>> = {}): void {
  if (res.headersSent || res.destroyed) return;
  const { status, body } = toProblem(error);
  const bytes = Buffer.from(JSON.stringify(body));
  res.writeHead(status, { ...problemHeaders(status, body), ...headers, 'content-length': bytes.length });
  res.end(bytes);
}

/** Answers with a problem on a connection that no response belongs to, such as one that asked to be upgraded, and closes it. */
export function endWithProblem(socket: Duplex, error: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const { status, body } = toProblem(error);
  const text = JSON.stringify(body);
  const all = {
    ...problemHeaders(status, body),
    ...headers,
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  // The client may be gone already: the socket is closed either way.
  socket.on('error', () => undefined);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\n${lines.join('')}\r\n${text}`);
}
