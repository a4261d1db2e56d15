import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { AppError } from '../../../core/errors.ts';
import { parseObject } from '../../http/route.ts';

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

/**
 * Reads a multipart/form-data body into memory.
 * @throws AppError INVALID_INPUT for another kind of body or a broken one; BODY_TOO_LARGE for a part, or a number of files,
 *   over the limits; NOT_JSON for a part `activity` that is no JSON object; what `limits.reserve` throws.
 */
export function readForm(req: IncomingMessage, limits: FormLimits): Promise<Form> {
  return new Promise((resolve, reject) => {
    const parser = createParser(req, limits);
    const parts: Part[] = [];

    function fail(error: unknown): void {
      req.unpipe(parser);
      // What is still to come is thrown away as it comes, so that the refusal reaches a client that is still sending.
      req.resume();
      reject(error instanceof AppError ? error : refusal(error));
    }
    function attempt(step: () => void): void {
      try {
        step();
      } catch (error) {
        fail(error);
      }
    }

    parser.on('field', (field, value) => {
      if (field === ACTIVITY) parts.push({ field, name: '', chunks: [Buffer.from(value)], size: value.length });
    });
    // Browsers give the part `activity` a file name too, as it is a Blob.
    parser.on('file', (field, stream, { filename }) => {
      const part: Part = { field, name: filename ?? '', chunks: [], size: 0 };
      parts.push(part);
      stream.on('data', (chunk: Buffer) => attempt(() => keep(part, chunk, limits)));
      stream.on('error', fail);
    });
    parser.on('filesLimit', () => fail(new AppError('BODY_TOO_LARGE', { maxFiles: limits.files })));
    parser.on('error', fail);
    parser.on('close', () => attempt(() => resolve(toForm(parts, limits))));
    req.on('error', fail);
    req.on('close', () => {
      if (!req.complete) fail(undefined);
    });
    req.pipe(parser);
  });
}

function createParser(req: IncomingMessage, { files, activityBytes }: FormLimits): busboy.Busboy {
  try {
    const limits = { files: files + 1, fields: 10, parts: files + 12, fieldSize: activityBytes, headerPairs: 20 };
    // Without defParamCharset Chinese file names are read as Latin-1.
    return busboy({ headers: req.headers, defParamCharset: 'utf8', limits });
  } catch (error) {
    throw refusal(error);
  }
}

function keep(part: Part, chunk: Buffer, { activityBytes, fileBytes, reserve }: FormLimits): void {
  const maxBytes = part.field === ACTIVITY ? activityBytes : fileBytes;
  part.size += chunk.length;
  if (part.size > maxBytes) throw new AppError('BODY_TOO_LARGE', { maxBytes });
  reserve(chunk.length);
  part.chunks.push(chunk);
}

function toForm(parts: readonly Part[], { files: maxFiles }: FormLimits): Form {
  const activity = parts.find(({ field }) => field === ACTIVITY);
  const files = parts.filter(({ field }) => field !== ACTIVITY);
  if (files.length > maxFiles) throw new AppError('BODY_TOO_LARGE', { maxFiles });
  return {
    activity: activity ? parseObject(Buffer.concat(activity.chunks)) : {},
    files: files.map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) })),
  };
}

function refusal(cause: unknown): AppError {
  return new AppError('INVALID_INPUT', { errors: [{ path: 'body', message: 'is not a complete multipart/form-data body' }] }, cause);
}
