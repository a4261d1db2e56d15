import type { Clock } from '../../../core/clock.ts';
import { createId } from '../../../core/ids.ts';
import type { Conversations, NewConversation, StoredMessage, TurnStart } from '../../../rules/conversations/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import { createGathered } from '../../gather.ts';
import type { Store } from '../../store.ts';
import { LAST_SEQS, LIST, OPEN, READ } from './turnStatements.ts';
import { createTurnWrites } from './turnWrites.ts';

const MOST_READS = 32;

/** Conversations in the store: a turn is one statement to read and one to commit, whatever the length of the history. */
export function createConversations(store: Store, clock: Clock): Conversations {
  const readTurn = createGathered<Asked, ReadRow | undefined>((asked) => readTurns(store, asked), { atOnce: 2, most: MOST_READS });
  return {
    open: (conversation) => open(store, clock, conversation),
    read: async (conversationId, providerMessageId) => {
      const row = await readTurn({ id: toCleanText(conversationId), providerMessageId: toCleanText(providerMessageId) });
      return row && toTurnStart(row);
    },
    commit: createTurnWrites(store, clock),
    listMessages: async (conversationId, afterSeq, limit) => {
      const rows = await store.query<MessageRow>(LIST, [toCleanText(conversationId), afterSeq, limit]);
      return rows.map(toStoredMessage);
    },
    listLastSeqs: async (conversationIds) => {
      const rows = await store.query<{ conversationId: string; lastSeq: number }>(LAST_SEQS, [toCleanJson(conversationIds)]);
      return new Map(rows.map(({ conversationId, lastSeq }) => [conversationId, lastSeq]));
    },
  };
}

async function open(store: Store, clock: Clock, conversation: NewConversation): Promise<boolean> {
  const now = clock.now();
  const { id, channel, userId, locale, customerExternalId = null } = conversation;
  const externalId = customerExternalId === null ? null : toCleanText(customerExternalId);
  const params = [toCleanText(id), channel, toCleanText(userId), locale, externalId, now, createId(now.getTime())];
  const rows = await store.query<{ created: boolean }>(OPEN, params);
  return rows[0]?.created === true;
}

/** What a turn is read by. */
interface Asked {
  readonly id: string;
  readonly providerMessageId: string;
}

async function readTurns(store: Store, asked: readonly Asked[]): Promise<readonly (ReadRow | undefined)[]> {
  const rows = await store.query<ReadRow & { readonly n: number }>(READ, [toCleanJson(asked.map((one, n) => ({ n, ...one })))]);
  const found: (ReadRow | undefined)[] = asked.map(() => undefined);
  for (const { n, ...row } of rows) found[n] = row;
  return found;
}

type Optional = 'address' | 'assigneeId' | 'customerId' | 'customerName' | 'repeatedMessageId';
type ReadRow = Omit<TurnStart, Optional> & { readonly [K in Optional]: NonNullable<TurnStart[K]> | null };

/** What is null in the row is absent. */
function toTurnStart({ address, assigneeId, customerId, customerName, repeatedMessageId, ...row }: ReadRow): TurnStart {
  return {
    ...row,
    ...(address !== null && { address }),
    ...(assigneeId !== null && { assigneeId }),
    ...(customerId !== null && { customerId }),
    ...(customerName !== null && { customerName }),
    ...(repeatedMessageId !== null && { repeatedMessageId }),
  };
}

interface MessageRow extends Omit<StoredMessage, 'replyToId' | 'reply' | 'files' | 'channelData'> {
  readonly replyToId: string | null;
  readonly payload: Pick<StoredMessage, 'reply' | 'files' | 'channelData'> | null;
}

function toStoredMessage({ replyToId, payload, ...message }: MessageRow): StoredMessage {
  return { ...message, ...(replyToId !== null && { replyToId }), ...payload };
}
