import type { Clock } from '../../../core/clock.ts';
import { createId, createSecret } from '../../../core/ids.ts';
import type { Uploads } from '../../../rules/conversations/types.ts';
import { toCleanText } from '../../clean.ts';
import type { Store } from '../../store.ts';

interface UploadRow {
  readonly conversationId: string;
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

/** Files of customers. Raw statements: Prisma would turn the bytes into base64 and back. */
export function createUploads(store: Store, clock: Clock): Uploads {
  return {
    async save(conversationId, { name, contentType, bytes }) {
      const now = clock.now();
      // Its address is all that keeps a file from strangers: 130 random bits rather than an ordinary id's 70.
      const file = { id: createId(now.getTime()) + createSecret(12), name: toCleanText(name), contentType, sizeBytes: bytes.length };
      await store.query(
        `INSERT INTO uploads (id, conversation_id, name, content_type, size_bytes, bytes, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [file.id, conversationId, file.name, contentType, file.sizeBytes, bytes, now],
      );
      return file;
    },
    async find(id) {
      const [row] = await store.query<UploadRow>(
        `SELECT conversation_id AS "conversationId", id, name, content_type AS "contentType", size_bytes AS "sizeBytes", bytes
         FROM uploads WHERE id = $1`,
        [toCleanText(id)],
      );
      if (!row) return undefined;
      const { conversationId, bytes, ...file } = row;
      return { conversationId, file, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    },
  };
}
