import type { Clock } from '../../../core/clock.ts';
import { isStoreAway } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { CommitResult, TurnCommit } from '../../../rules/conversations/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import { isUniqueViolation } from '../../failures.ts';
import { createGathered } from '../../gather.ts';
import type { Store } from '../../store.ts';
import { toFactRows } from '../facts.ts';
import { toJobRows } from '../jobRows.ts';
import { type CommitPart, commitStatement } from './turnStatements.ts';

const MOST_TURNS = 32;

/**
 * Commits of turns, gathered: those that are ready while earlier ones are on their way share a statement, and on the embedded store
 * its fsync. A lost race concerns its turn alone; a statement that fails as a whole is carried out turn by turn.
 */
export function createTurnWrites(store: Store, clock: Clock): (turn: TurnCommit) => Promise<CommitResult> {
  const write = createGathered<TurnCommit, CommitResult>((turns) => commit(store, clock, turns), {
    // The embedded store carries out one after the other.
    atOnce: store.isEmbedded ? 1 : 2,
    most: MOST_TURNS,
    mayRetryAlone: (error) => !isStoreAway(error),
  });
  return async (turn) => {
    try {
      return await write(turn);
    } catch (error) {
      if (isUniqueViolation(error, 'messages_conversation_id_provider_message_id_key')) return { kind: 'repeated' };
      throw error;
    }
  };
}

/** In the order of `turns`, which are of different conversations. */
async function commit(store: Store, clock: Clock, turns: readonly TurnCommit[]): Promise<readonly CommitResult[]> {
  const now = clock.now();
  const heads = turns.map(({ conversationId: id, expectedVersion: version, messages: { length: count }, state }, n) => {
    return { n, id: toCleanText(id), version, count, state };
  });
  const parts: CommitPart[] = [];
  const documents: string[] = [];
  const add = <Row>(
    part: CommitPart,
    rowsOf: (turn: TurnCommit) => readonly Row[],
    toDocument: (rows: readonly (Row & Numbered)[]) => string,
  ) => {
    const rows = turns.flatMap((turn, n) => rowsOf(turn).map((row) => ({ n, ...row })));
    if (rows.length === 0) return;
    parts.push(part);
    documents.push(toDocument(rows));
  };
  add('messages', toMessageRows, toCleanJson);
  add('heads', ({ head }) => (head ? [head] : []), toCleanJson);
  add(
    'facts',
    ({ facts }) => facts,
    (rows) => toFactRows(rows, now),
  );
  add(
    'jobs',
    ({ jobs }) => jobs,
    (rows) => toJobRows(rows, now),
  );
  add('candidates', ({ candidates = [] }) => candidates.map((each) => ({ id: createId(now.getTime()), ...each })), toCleanJson);
  const written = await store.query<{ n: number; lastSeq: number }>(commitStatement(parts), [toCleanJson(heads), now, ...documents]);
  const lastSeqs = new Map(written.map(({ n, lastSeq }) => [n, lastSeq]));
  return turns.map((_, n) => {
    const lastSeq = lastSeqs.get(n);
    return lastSeq === undefined ? { kind: 'conflict' } : { kind: 'committed', lastSeq };
  });
}

interface Numbered {
  /** Of the turn in its statement. */
  readonly n: number;
}

function toMessageRows({ messages }: TurnCommit) {
  return messages.map(({ reply, files, channelData, ...message }, at) => ({
    ...message,
    seq: at + 1,
    payload: reply || files || channelData !== undefined ? { reply, files, channelData } : undefined,
  }));
}
