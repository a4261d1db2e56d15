import type { Clock } from '../../../core/clock.ts';
import { createId } from '../../../core/ids.ts';
import type {
  CommitResult,
  Conversations,
  NewConversation,
  StoredMessage,
  TurnCommit,
  TurnStart,
} from '../../../rules/conversations/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import { isUniqueViolation } from '../../failures.ts';
import type { Store } from '../../store.ts';
import { toFactRows } from '../facts.ts';
import { toOutboxRows } from '../outboxRows.ts';
import { createTurnReads } from './turnReads.ts';
import { type CommitPart, commitStatement, LAST_SEQS, LIST, OPEN } from './turnStatements.ts';

/** Conversations in the store: a turn is one statement to read and one to commit, whatever the length of the history. */
export function createConversations(store: Store, clock: Clock): Conversations {
  const readTurn = createTurnReads<ReadRow>(store);
  return {
    open: (conversation) => open(store, clock, conversation),
    read: async (conversationId, providerMessageId) => {
      const row = await readTurn(conversationId, providerMessageId);
      return row && toTurnStart(row);
    },
    commit: (turn) => commit(store, clock, turn),
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

async function commit(store: Store, clock: Clock, turn: TurnCommit): Promise<CommitResult> {
  const now = clock.now();
  const messages = turn.messages.map(({ reply, files, channelData, ...message }, at) => ({
    ...message,
    n: at + 1,
    payload: reply || files || channelData !== undefined ? { reply, files, channelData } : undefined,
  }));
  // Part of the statement is left out where there is nothing for it: each insert costs its share even with no rows.
  const params = [
    toCleanText(turn.conversationId),
    turn.expectedVersion,
    toCleanJson(turn.state),
    messages.length,
    turn.locale,
    turn.mode,
    now,
    toCleanJson(messages),
  ];
  const parts: CommitPart[] = [];
  const add = (part: CommitPart, entries: readonly unknown[], rowsOf: () => string): void => {
    if (entries.length === 0) return;
    parts.push(part);
    params.push(rowsOf());
  };
  const { facts, outbox, candidates = [] } = turn;
  add('facts', facts, () => toFactRows(facts, now));
  add('outbox', outbox, () => toOutboxRows(outbox, now));
  add('candidates', candidates, () => toCleanJson(candidates.map((each) => ({ id: createId(now.getTime()), ...each }))));
  const statement = commitStatement(parts);
  try {
    const rows = await store.query<{ lastSeq: number }>(statement, params);
    return rows[0] ? { kind: 'committed', lastSeq: rows[0].lastSeq } : { kind: 'conflict' };
  } catch (error) {
    if (isUniqueViolation(error, 'messages_conversation_id_provider_message_id_key')) return { kind: 'repeated' };
    throw error;
  }
}

interface ReadRow extends Omit<TurnStart, 'customerId' | 'customerName' | 'repeatedMessageId'> {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly repeatedMessageId: string | null;
}

function toTurnStart({ customerId, customerName, repeatedMessageId, ...start }: ReadRow): TurnStart {
  return {
    ...start,
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
