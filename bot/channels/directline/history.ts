import type { Conversations, StoredMessage } from '../../../rules/conversations/types.ts';

type Reader = Pick<Conversations, 'listMessages'>;

export interface Page {
  readonly messages: readonly StoredMessage[];
  /** `seq` of the last message of the page, or where it would have begun. */
  readonly watermark: number;
  readonly isLast: boolean;
}

/** Rows read at once; longer pages take several reads. */
const CHUNK = 500;
/** `seq` is a 32-bit integer in the store: a larger number would be an error of the store, not an empty page. */
const MAX_SEQ = 2 ** 31 - 1;

/** The number of a watermark; 0, the beginning, for one that is absent or malformed: the client drops what it knows by id. */
export function parseWatermark(text: string | null): number {
  const value = text !== null && /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return value <= MAX_SEQ ? value : 0;
}

/**
 * Messages after a watermark, oldest first. A watermark that names no stored message (the store was restored, or it was made
 * up) counts as 0: the client would else hear nothing until the conversation had grown past it.
 */
export async function readAfter(reader: Reader, conversationId: string, watermark: number, limit: number): Promise<Page> {
  const size = Math.min(limit, CHUNK);
  // The message at the watermark is read along: its presence proves the watermark for the price of one row.
  const first = await reader.listMessages(conversationId, Math.max(0, watermark - 1), watermark > 0 ? size + 1 : size);
  if (watermark > 0 && first[0]?.seq !== watermark) return readAfter(reader, conversationId, 0, limit);
  const messages = watermark > 0 ? first.slice(1) : [...first];
  let isLast = messages.length < size;
  while (!isLast && messages.length < limit) {
    const next = await reader.listMessages(conversationId, messages.at(-1)?.seq ?? 0, Math.min(CHUNK, limit - messages.length));
    messages.push(...next);
    isLast = next.length === 0;
  }
  return { messages, watermark: messages.at(-1)?.seq ?? watermark, isLast };
}
