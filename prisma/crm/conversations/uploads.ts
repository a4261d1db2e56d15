import { setImmediate as letOthers } from 'node:timers/promises';
import type { Clock } from '../../../core/clock.ts';
import { createId, createSecret } from '../../../core/ids.ts';
import type { Uploads } from '../../../rules/conversations/types.ts';
import { toCleanText } from '../../clean.ts';
import { createGathered } from '../../gather.ts';
import type { Store } from '../../store.ts';

/**
 * A file is written and read in pieces, each a statement of some milliseconds: on the embedded store, which shares the process's
 * one thread, a whole photo would hold up everybody for seconds; and one that is never done waiting (its answers come without
 * leaving that thread) lets others in only where it says so. Divisible by three, so that base64 has no padding inside.
 */
const PIECE_BYTES = 384 * 1024;

interface UploadRow {
  readonly conversationId: string;
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** How much of it stands in the first row: all of it in files of older releases. */
  readonly firstBytes: number;
  readonly keptBytes: number;
}

// As base64: a parameter of bytes costs the embedded store ten times as much.
const SAVE = `
  INSERT INTO uploads (id, conversation_id, name, content_type, size_bytes, bytes, created_at)
  VALUES ($1, $2, $3, $4, $5, decode($6, 'base64'), $7)`;
const SAVE_PIECE = `INSERT INTO upload_pieces (upload_id, position, bytes) VALUES ($1, $2, decode($3, 'base64'))`;
const FIND = `
  SELECT conversation_id AS "conversationId", id, name, content_type AS "contentType", size_bytes AS "sizeBytes", length(bytes) AS "firstBytes",
    length(bytes) + coalesce((SELECT sum(length(p.bytes)) FROM upload_pieces p WHERE p.upload_id = u.id), 0)::int AS "keptBytes"
  FROM uploads u WHERE id = $1`;
/** $1 id, $2 first byte from 1, $3 number of bytes. */
const READ = `SELECT encode(substring(bytes FROM $2::int FOR $3::int), 'base64') AS base64 FROM uploads WHERE id = $1`;
const READ_PIECE = `SELECT encode(bytes, 'base64') AS base64 FROM upload_pieces WHERE upload_id = $1 AND position = $2`;

/** Files of customers. */
export function createUploads(store: Store, clock: Clock): Uploads {
  // Whoever else asks the store for something waits for two pieces at most, however many files are fetched.
  const readPiece = createGathered<Piece, Buffer>((pieces) => readPieces(store, pieces), { atOnce: 2, most: 1 });
  return {
    async save(conversationId, { name, contentType, bytes }) {
      const now = clock.now();
      // Its address is all that keeps a file from strangers: 130 random bits rather than an ordinary id's 70.
      const file = { id: createId(now.getTime()) + createSecret(12), name: toCleanText(name), contentType, sizeBytes: bytes.length };
      const [first = '', ...rest] = piecesOf(bytes);
      await store.query(SAVE, [file.id, conversationId, file.name, contentType, file.sizeBytes, first, now]);
      for (const [at, piece] of rest.entries()) {
        await letOthers();
        await store.query(SAVE_PIECE, [file.id, at + 1, piece]);
      }
      return file;
    },
    async find(id) {
      const [row] = await store.query<UploadRow>(FIND, [toCleanText(id)]);
      // One that was cut short by the end of the process belongs to no message.
      if (!row || row.keptBytes !== row.sizeBytes) return undefined;
      const { conversationId, firstBytes, keptBytes: _, ...file } = row;
      return { conversationId, file, bytes: read(readPiece, row.id, firstBytes) };
    },
  };
}

function piecesOf(bytes: Buffer): string[] {
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES).toString('base64'));
}

/** A statement that reads a piece; its answer is empty where there is none. */
type Piece = readonly [sql: string, params: readonly (string | number)[]];

async function* read(readPiece: (piece: Piece) => Promise<Buffer>, id: string, firstBytes: number): AsyncGenerator<Buffer> {
  for (let from = 1; from <= firstBytes; from += PIECE_BYTES) yield await readPiece([READ, [id, from, PIECE_BYTES]]);
  for (let position = 1; ; position += 1) {
    const piece = await readPiece([READ_PIECE, [id, position]]);
    if (piece.length === 0) return;
    yield piece;
  }
}

async function readPieces(store: Store, pieces: readonly Piece[]): Promise<readonly Buffer[]> {
  const answers = pieces.map(([sql, params]) => store.query<{ base64: string }>(sql, params));
  return (await Promise.all(answers)).map(([row]) => Buffer.from(row?.base64 ?? '', 'base64'));
}
