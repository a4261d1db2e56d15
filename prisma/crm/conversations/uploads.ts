import { setImmediate as letOthers } from 'node:timers/promises';
import type { Clock } from '../../../core/clock.ts';
import { createId, createSecret } from '../../../core/ids.ts';
import type { Uploads } from '../../../rules/conversations/types.ts';
import { toCleanText } from '../../clean.ts';
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
}

// As base64: a parameter of bytes costs the embedded store ten times as much.
const SAVE = `
  INSERT INTO uploads (id, conversation_id, name, content_type, size_bytes, bytes, created_at)
  VALUES ($1, $2, $3, $4, $5, decode($6, 'base64'), $7)`;
const SAVE_PIECE = `INSERT INTO upload_pieces (upload_id, position, bytes) VALUES ($1, $2, decode($3, 'base64'))`;
const FIND = `
  SELECT conversation_id AS "conversationId", id, name, content_type AS "contentType", size_bytes AS "sizeBytes", length(bytes) AS "firstBytes"
  FROM uploads WHERE id = $1`;
/** $1 id, $2 first byte from 1, $3 number of bytes. */
const READ = `SELECT encode(substring(bytes FROM $2::int FOR $3::int), 'base64') AS base64 FROM uploads WHERE id = $1`;
const READ_PIECE = `SELECT encode(bytes, 'base64') AS base64 FROM upload_pieces WHERE upload_id = $1 AND position = $2`;

/** Files of customers. */
export function createUploads(store: Store, clock: Clock): Uploads {
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
      if (!row) return undefined;
      const { conversationId, firstBytes, ...file } = row;
      const bytes = Buffer.concat([...(await readFirst(store, row.id, firstBytes)), ...(await readRest(store, row.id))]);
      // One that was cut short by the end of the process belongs to no message.
      return bytes.length === file.sizeBytes ? { conversationId, file, bytes } : undefined;
    },
  };
}

function piecesOf(bytes: Buffer): string[] {
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES).toString('base64'));
}

async function readFirst(store: Store, id: string, length: number): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for (let from = 1; from <= length; from += PIECE_BYTES) {
    await letOthers();
    const [row] = await store.query<{ base64: string }>(READ, [id, from, PIECE_BYTES]);
    pieces.push(Buffer.from(row?.base64 ?? '', 'base64'));
  }
  return pieces;
}

async function readRest(store: Store, id: string): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for (let position = 1; ; position += 1) {
    await letOthers();
    const [row] = await store.query<{ base64: string }>(READ_PIECE, [id, position]);
    if (!row) return pieces;
    pieces.push(Buffer.from(row.base64, 'base64'));
  }
}
