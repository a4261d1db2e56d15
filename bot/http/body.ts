import type { IncomingMessage } from 'node:http';
import { AppError } from '../../core/errors.ts';
import { type Pace, watchPace } from './pace.ts';

/** No body of ours nests deeper than a card in an activity, some 20; deeper ones overflow the stack of whoever walks them. */
const MAX_DEPTH = 64;
/** Ten thousand events with two dozen fields each: more would keep everybody waiting while it is checked. */
const MAX_VALUES = 250_000;

/**
 * An empty body is `{}` where `mayBeEmpty`.
 * @throws AppError BODY_TOO_LARGE; REQUEST_TIMEOUT when it trickles, REQUEST_INCOMPLETE when it breaks off; NOT_JSON unless it is
 *   a JSON object; INVALID_INPUT when that is nested deeper than 64 or holds more than 250,000 values.
 */
export async function readObject(
  req: IncomingMessage,
  maxBytes: number,
  mayBeEmpty = false,
  pace?: Pace,
): Promise<Record<string, unknown>> {
  const bytes = await readBody(req, maxBytes, pace);
  return bytes.length === 0 && mayBeEmpty ? {} : parseObject(bytes);
}

/** @throws AppError NOT_JSON, INVALID_INPUT as `readObject`. */
export function parseObject(bytes: Buffer): Record<string, unknown> {
  const shape = measure(bytes);
  if (!shape.isClosed) throw new AppError('NOT_JSON');
  if (shape.depth > MAX_DEPTH) throw refusal(`is nested deeper than ${MAX_DEPTH}`);
  if (shape.values > MAX_VALUES) throw refusal(`holds more than ${MAX_VALUES} values: send the rest in further calls`);
  try {
    // Fatal: GBK text read as UTF-8 would be stored as question marks, and nobody would notice before a customer does.
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isObject(value)) return value;
  } catch {
    // Not JSON at all: the same refusal as JSON of another kind.
  }
  throw new AppError('NOT_JSON');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];

/** How deep the brackets of a JSON text go, whether they close, and how many values its commas part: before anything is built of it. */
function measure(bytes: Buffer): { readonly depth: number; readonly isClosed: boolean; readonly values: number } {
  let [open, depth, values] = [0, 0, 1];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (byte === 0x7b || byte === 0x5b) depth = Math.max(depth, ++open);
    else if (byte === 0x7d || byte === 0x5d) open -= 1;
  }
  return { depth, isClosed: open === 0, values };
}

/** The index of the quote that ends the string begun at `start`; the text's end when none does. */
function endOfString(bytes: Buffer, start: number): number {
  for (let end = bytes.indexOf(QUOTE, start + 1); end !== -1; end = bytes.indexOf(QUOTE, end + 1)) {
    let escapes = 0;
    while (bytes[end - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return bytes.length;
}

/** Events instead of `for await`: half the time, for what every message goes through. */
function readBody(req: IncomingMessage, maxBytes: number, pace: Pace | undefined): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const unwatch = watchPace(req, () => give(new AppError('REQUEST_TIMEOUT')), pace);
    // What is still to come is thrown away as it comes, so that the answer reaches a client that is still sending.
    function give(error: AppError): void {
      unwatch();
      chunks.length = 0;
      size = Number.POSITIVE_INFINITY;
      reject(error);
    }
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else give(new AppError('BODY_TOO_LARGE', { maxBytes }));
    });
    req.on('end', () => {
      unwatch();
      resolve(Buffer.concat(chunks));
    });
    // Followed by 'close', which tells; without a listener it would end the process.
    req.on('error', () => undefined);
    req.on('close', () => give(new AppError('REQUEST_INCOMPLETE')));
  });
}

function refusal(message: string): AppError {
  return new AppError('INVALID_INPUT', { errors: [{ path: 'body', message }] });
}
