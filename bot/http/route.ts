import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'restify';
import { toClientKey } from '../../core/clientAddress.ts';
import { AppError, isStoreAway, toProblem } from '../../core/errors.ts';
import { createId } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import { problemHeaders } from './problem.ts';

/** One request, as the routes see it. */
export interface Call {
  readonly req: IncomingMessage;
  /** A part of the path, decoded; '' when the route has none of that name. */
  param(name: string): string;
  readonly query: URLSearchParams;
  readonly caller: ClientPlace;
}

/** Where a client is and how it reached us. */
export interface ClientPlace {
  /** As limits count it: `203.0.113.7`, or `2001:db8:1:2::/64`; '' when the socket is gone. */
  readonly address: string;
  /** `https://chat.example.com`: what links for this client begin with. */
  readonly origin: string;
}

/** Bytes that are read piece by piece, as fast as the client takes them. */
export interface Stream extends AsyncIterable<Uint8Array> {
  readonly sizeBytes: number;
}

/** `body` is sent as JSON, a Buffer or a `Stream` as it is. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What all routes of one area share. */
export interface Border {
  /** The area as the log names it: `The API`. */
  readonly name: string;
  readonly publicUrl?: string | undefined;
  /** How many of our own proxies a request comes through; 0 reads no X-Forwarded header. */
  readonly trustProxy: number;
  readonly log: Log;
  /** On every answer of the area, e.g. CORS. Default none. */
  readonly headers?: Readonly<Record<string, string>>;
  isClosing(): boolean;
}

export type Work = (call: Call) => Promise<HttpAnswer> | HttpAnswer;

/**
 * Makes a restify handler of a function from call to answer. Errors become RFC 9457 problems here and nowhere else: restify
 * would put a thrown message into the body, and log a dump of the response if the handler returned one.
 */
export function createRoute(border: Border): (work: Work) => RequestHandler {
  return (work) =>
    async (req: Request, res: Response): Promise<void> => {
      await send(req, res, await run(work, req, border), border);
    };
}

/** Address and origin of a client; also for upgrades, which bypass restify. */
export function placeOf(req: IncomingMessage, { publicUrl, trustProxy }: Pick<Border, 'publicUrl' | 'trustProxy'>): ClientPlace {
  const forwarded = toClientKey(forwardedBy(trustProxy, req.headers['x-forwarded-for']) ?? '');
  const address = forwarded ?? toClientKey(req.socket.remoteAddress ?? '') ?? '';
  return { address, origin: publicUrl?.replace(/(?<!\/)\/+$/, '') ?? originOf(req, trustProxy) };
}

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

/** The host header is the client's own word, and only that client is answered with it; its form is checked all the same. */
function originOf(req: IncomingMessage, trustProxy: number): string {
  const host = forwardedBy(trustProxy, req.headers['x-forwarded-host']) ?? req.headers.host ?? '';
  const isSecure = forwardedBy(trustProxy, req.headers['x-forwarded-proto']) === 'https' || 'encrypted' in req.socket;
  const { localPort } = req.socket;
  return `${isSecure ? 'https' : 'http'}://${HOST.test(host) ? host : `127.0.0.1:${localPort ?? ''}`}`;
}

/**
 * Of a list that proxies append to, what the outermost of our own wrote: the n-th from the end. What stands before it is the
 * client's to invent; in a shorter list, of somebody who came around the outer proxies, all is ours.
 */
function forwardedBy(proxies: number, header: string | string[] | undefined): string | undefined {
  if (proxies === 0) return undefined;
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return entries[Math.max(0, entries.length - proxies)]?.trim() || undefined;
}

async function run(work: Work, req: Request, border: Border): Promise<HttpAnswer> {
  try {
    if (border.isClosing()) throw new AppError('SHUTTING_DOWN');
    return await work(toCall(req, border));
  } catch (error) {
    return toErrorAnswer(isRead(req) && isStoreAway(error) ? new AppError('STORE_UNAVAILABLE', error.facts, error) : error, border);
  }
}

/** What asks only cannot have left anything in doubt. */
const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

function toCall(req: Request, border: Border): Call {
  const params: Readonly<Record<string, string | undefined>> = req.params ?? {};
  return {
    req,
    param: (name) => params[name] ?? '',
    query: new URLSearchParams(req.getQuery()),
    caller: placeOf(req, border),
  };
}

async function send(
  req: Request,
  res: Response,
  { status, body, headers }: HttpAnswer,
  { headers: common, log, name }: Border,
): Promise<void> {
  // A client that left while we worked: there is nobody to answer.
  if (res.headersSent || res.destroyed) return;
  if (isStream(body)) {
    res.writeHead(status, { ...common, ...headers, 'content-length': String(body.sizeBytes) });
    if (req.method === 'HEAD') return void res.end();
    return pipeline(Readable.from(body, { objectMode: false }), res).catch((error: unknown) => {
      // Cut short, which the client sees by the length; most leave by themselves.
      if (!isPrematureClose(error)) log.error({ error }, `${name} could not read a file to its end`);
    });
  }
  const json = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  // Without a length the answer would go out in chunks: three writes to the socket instead of one.
  res.sendRaw(status, bytes, { ...common, ...json, 'content-length': String(bytes.length), ...headers });
}

const isStream = (body: object): body is Stream => Symbol.asyncIterator in body && 'sizeBytes' in body;
const isPrematureClose = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

function toErrorAnswer(error: unknown, { log, name }: Border): HttpAnswer {
  const { status, body } = toProblem(error);
  const headers = problemHeaders(status, body);
  // Clients leave, in tunnels and by their back button: nobody needs to hear of it.
  if (error instanceof AppError && error.code === 'REQUEST_INCOMPLETE')
    log.debug({ area: name }, 'a client left before its request was whole');
  if (status < 500) return { status, body, headers };
  const instance = createId();
  // A refusal that was foreseen has its code and its cause, and no stack of ours to look into.
  if (error instanceof AppError) log.warn({ code: error.code, cause: error.cause, instance }, `${name} could not do what was asked`);
  else log.error({ error, instance }, `${name} failed in a call`);
  return { status, body: { ...body, instance }, headers };
}
