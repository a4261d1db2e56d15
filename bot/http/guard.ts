import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Request, Response, Server } from 'restify';
import { AppError, type ErrorCode, toProblem } from '../../core/errors.ts';
import type { OpenAnswers } from './openAnswers.ts';
import { endWithProblem, sendProblem } from './problem.ts';

interface GuardDeps {
  readonly answers: OpenAnswers;
  /** Called with the status of every refusal: no route counts them. */
  onRefused(status: number): void;
}

/** What @types/restify 8 does not know of restify 12: runs before anything is made of a request, and ends it by `false`. */
type WithFirst = Server & { first(handler: (req: Request, res: Response) => boolean): void };

/**
 * Stands before restify, which makes a URL of Host header and target and throws, where nobody catches, when that is none: a
 * request whose head is not beyond doubt is answered 400 here. What passes is routed by its path alone, never by its host.
 */
export function guardServer(server: Server, { answers, onRefused }: GuardDeps): void {
  const http: NodeServer = server.server;
  // Node would answer a missing Host by itself, with nothing that says so.
  Object.assign(http, { requireHostHeader: false });

  (server as WithFirst).first((req, res) => {
    const found = findFault(req);
    if (found) return refuse(req, res, found);
    pinUrl(req);
    return true;
  });
  server.on('checkContinue', (req: IncomingMessage, res: ServerResponse) => {
    const found = findFault(req);
    if (found) return refuse(req, res, found);
    res.writeContinue();
    http.emit('request', req, res);
  });
  http.on('checkExpectation', (req: IncomingMessage, res: ServerResponse) => refuse(req, res, fault('Expect', 'must be 100-continue')));
  http.on('connect', (_req: IncomingMessage, socket: Duplex) => end(socket, fault('method', 'CONNECT is for proxies, and this is none')));
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Bytes that are no request say nothing of the whole ones before them, which may have been carried out.
    if (answers.interrupted(socket) === 'other' || !socket.writable) socket.destroy();
    else end(socket, toParserFault(error.code));
  });

  function refuse(req: IncomingMessage, res: ServerResponse, error: AppError): false {
    onRefused(toProblem(error).status);
    req.resume();
    // What follows on the connection may be the rest of what was not understood.
    sendProblem(res, error, { connection: 'close' });
    return false;
  }
  function end(socket: Duplex, error: AppError): void {
    onRefused(toProblem(error).status);
    endWithProblem(socket, error);
  }
}

const HOST = /^(?:[\w.-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;
/** Printable ASCII from a single slash on. Fragments and backslashes never leave a browser, and URL parsers read each their own way. */
const TARGET = /^\/(?!\/)[\x21\x22\x24-\x5b\x5d-\x7e]*$/;
const DOT_SEGMENT = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)/;
const CONTROL = /\p{Cc}/u;

/**
 * What is wrong with the head of a request, an upgrade's too; undefined when nothing is. Of the forms of a target the origin
 * form alone is taken (RFC 9112 §3.2.1): our clients send no other, and each would be a second place for a host.
 */
export function findFault({ url = '', headers, rawHeaders, httpVersion }: IncomingMessage): AppError | undefined {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return fault('version', 'must be HTTP/1.1 or HTTP/1.0');
  if (rawHeaders.filter((name, at) => at % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host').length > 1)
    return fault('Host', 'must be there once');
  const host = headers.host ?? '';
  if (host === '' ? httpVersion === '1.1' : !HOST.test(host) || !URL.canParse(`http://${host}`))
    return fault('Host', 'must be a host name or address, with or without a port');
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && (coding !== 'chunked' || httpVersion === '1.0'))
    return fault('Transfer-Encoding', 'must be chunked, in HTTP/1.1');
  if (!TARGET.test(url) || !isPlain(url)) return fault('target', 'must be a percent-encoded path in ASCII without dot segments');
  return undefined;
}

/** Whether the path means the same to every reader, decoded or not. A query is read leniently, by WHATWG's rules. */
function isPlain(target: string): boolean {
  const path = target.split('?', 1)[0] ?? '';
  try {
    const decoded = path.includes('%') ? decodeURIComponent(path) : path;
    return !CONTROL.test(decoded) && !DOT_SEGMENT.test(decoded);
  } catch {
    return false; // an escape of no character, such as %c0%af
  }
}

/** restify asks for the URL by this method alone; its own would put the Host header into it. */
function pinUrl(req: Request): void {
  let url: URL | undefined;
  const getUrl = (): URL => {
    url ??= new URL(`http://localhost${req.url}`);
    return url;
  };
  Object.assign(req, { getUrl });
}

/** Node's names of what it met while reading: https://nodejs.org/api/http.html#event-clienterror */
const PARSER_FAULTS: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'BODY_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

function toParserFault(code = ''): AppError {
  const known = PARSER_FAULTS[code];
  return known ? new AppError(known) : fault('request', 'is not HTTP/1.1: a method, a target, headers, a body of the length told');
}

function fault(path: string, message: string): AppError {
  return new AppError('INVALID_INPUT', { errors: [{ path, message }] });
}
