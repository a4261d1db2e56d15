import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { AppError } from '../../../core/errors.ts';
import { parseObject } from '../../http/body.ts';
import { type Pace, watchPace } from '../../http/pace.ts';

/** What a multipart upload holds. */
export interface Form {
  /** The part `activity`; `{}` when there is none. */
  readonly activity: Readonly<Record<string, unknown>>;
  /** In the order sent; `name` is the sender's word. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

interface FormLimits {
  readonly fileBytes: number;
  readonly files: number;
  readonly activityBytes: number;
  readonly pace?: Pace;
  /** Called for each piece before it is kept; what it throws refuses the form. */
  reserve(bytes: number): void;
}

interface Part {
  readonly field: string;
  readonly name: string;
  readonly chunks: Buffer[];
  size: number;
}

const ACTIVITY = 'activity';
/** What clients of ours send as it is. The others went out of use with RFC 7578 §4.7, and none is decoded here. */
const ENCODINGS = /^(?:7bit|8bit|binary)$/;

/**
 * Reads a multipart/form-data body into memory.
 * @throws AppError INVALID_INPUT for another kind of body or a broken one, and for parts in a charset or transfer encoding that is
 *   not read, or too many of them; BODY_TOO_LARGE for a part, or a number of files, over the limits; REQUEST_TIMEOUT for one that
 *   trickles; NOT_JSON for a part `activity` that is no JSON object; what `limits.reserve` throws.
 */
export function readForm(req: IncomingMessage, limits: FormLimits): Promise<Form> {
  return new Promise((resolve, reject) => {
    const parser = createParser(req, limits);
    const parts: Part[] = [];
    const unwatch = watchPace(req, () => fail(new AppError('REQUEST_TIMEOUT')), limits.pace);

    function fail(error: unknown): void {
      unwatch();
      req.unpipe(parser);
      parser.destroy();
      // What is still to come is thrown away as it comes, so that the refusal reaches a client that is still sending.
      req.resume();
      reject(error instanceof AppError ? error : refusal('is not a complete multipart/form-data body', error));
    }
    function attempt(step: () => void): void {
      try {
        step();
      } catch (error) {
        fail(error);
      }
    }

    parser.on('field', (field, value: string | undefined, info) =>
      attempt(() => void (field === ACTIVITY && parts.push(toField(value, info, limits)))),
    );
    // Browsers give the part `activity` a file name too, as it is a Blob.
    parser.on('file', (field, stream, { filename, encoding, mimeType }) => {
      stream.on('error', fail);
      attempt(() => checkPart(encoding, mimeType));
      const part: Part = { field, name: filename ?? '', chunks: [], size: 0 };
      parts.push(part);
      stream.on('data', (chunk: Buffer) => attempt(() => keep(part, chunk, limits)));
    });
    parser.on('filesLimit', () => fail(new AppError('BODY_TOO_LARGE', { maxFiles: limits.files })));
    for (const limit of ['fieldsLimit', 'partsLimit'] as const) parser.on(limit, () => fail(refusal('has too many parts')));
    parser.on('error', fail);
    parser.on('close', () =>
      attempt(() => {
        unwatch();
        resolve(toForm(parts, limits));
      }),
    );
    req.on('error', fail);
    req.on('close', () => {
      if (!req.complete) fail(new AppError('REQUEST_INCOMPLETE'));
    });
    req.pipe(parser);
  });
}

function createParser(req: IncomingMessage, { files, activityBytes }: FormLimits): busboy.Busboy {
  try {
    const limits = { files: files + 1, fields: 10, parts: files + 12, fieldSize: activityBytes, headerPairs: 20 };
    // Without defParamCharset Chinese file names are read as Latin-1.
    return guarded(busboy({ headers: req.headers, defParamCharset: 'utf8', limits }));
  } catch (error) {
    throw refusal('is not multipart/form-data', error);
  }
}

/** What the parser throws while it reads would be thrown to whoever sent the bytes, the socket: it becomes the parser's own error. */
function guarded(parser: busboy.Busboy): busboy.Busboy {
  const write = parser._write;
  parser._write = (...written) => {
    try {
      write.apply(parser, written);
    } catch (error) {
      parser.destroy(error instanceof Error ? error : undefined);
    }
  };
  return parser;
}

/** A value is undefined when busboy does not know the charset of its part. */
function toField(value: string | undefined, { encoding, mimeType, valueTruncated }: busboy.FieldInfo, { activityBytes }: FormLimits): Part {
  checkPart(encoding, mimeType);
  if (value === undefined) throw refusal('has a part in a charset that is not read: send UTF-8');
  if (valueTruncated) throw new AppError('BODY_TOO_LARGE', { maxBytes: activityBytes });
  return { field: ACTIVITY, name: '', chunks: [Buffer.from(value)], size: value.length };
}

function checkPart(encoding: string, mimeType: string): void {
  if (!ENCODINGS.test(encoding)) throw refusal('has a part in a transfer encoding that is not read: send its bytes as they are');
  if (mimeType.startsWith('multipart/')) throw refusal('has a part of several parts: send each by itself');
}

function keep(part: Part, chunk: Buffer, { activityBytes, fileBytes, reserve }: FormLimits): void {
  const maxBytes = part.field === ACTIVITY ? activityBytes : fileBytes;
  part.size += chunk.length;
  if (part.size > maxBytes) throw new AppError('BODY_TOO_LARGE', { maxBytes });
  reserve(chunk.length);
  part.chunks.push(chunk);
}

function toForm(parts: readonly Part[], { files: maxFiles }: FormLimits): Form {
  // A part whose head busboy cannot read is left out without a word.
  if (parts.length === 0) throw refusal('has no part that can be read');
  const activity = parts.find(({ field }) => field === ACTIVITY);
  const files = parts.filter(({ field }) => field !== ACTIVITY);
  if (files.length > maxFiles) throw new AppError('BODY_TOO_LARGE', { maxFiles });
  return {
    activity: activity ? parseObject(Buffer.concat(activity.chunks)) : {},
    files: files.map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) })),
  };
}

function refusal(message: string, cause?: unknown): AppError {
  return new AppError('INVALID_INPUT', { errors: [{ path: 'body', message }] }, cause);
}
