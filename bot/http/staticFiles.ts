import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A file in memory, in every encoding it is sent in. */
export interface StaticFile {
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
  readonly contentType: string;
  /** Of the plain bytes, for the ETag. */
  readonly hash: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads the build's files at the top of `dir` and in `assets/`, by their path from `dir`. Kinds not in the table are left
 * out, so that nothing the build did not mean to publish is served.
 */
export function loadStaticFiles(dir: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const folder of ['', 'assets/']) {
    const path = join(dir, folder);
    if (!existsSync(path)) continue;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (!entry.isFile() || TYPES[extname(entry.name)] === undefined) continue;
      files.set(`${folder}${entry.name}`, readStaticFile(join(path, entry.name)));
    }
  }
  return files;
}

/** A file made by this process: compressed here and now, which is meant for a few pages at start. */
export function toStaticFile(name: string, plain: Buffer): StaticFile {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return { ...describe(name, plain), br: brotliCompressSync(plain, { params }), gzip: gzipSync(plain, { level: 9 }) };
}

function readStaticFile(path: string): StaticFile {
  const read = (suffix: string): Buffer | undefined => (existsSync(path + suffix) ? readFileSync(path + suffix) : undefined);
  const [br, gzip] = [read('.br'), read('.gz')];
  return { ...describe(path, readFileSync(path)), ...(br && { br }), ...(gzip && { gzip }) };
}

function describe(name: string, plain: Buffer): Pick<StaticFile, 'plain' | 'contentType' | 'hash'> {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
  return { plain, contentType: TYPES[extname(name)] ?? 'application/octet-stream', hash };
}
