import type { Clock } from '../../../core/clock.ts';
import { isStoreAway } from '../../../core/errors.ts';
import { createId } from '../../../core/ids.ts';
import type { CommitResult, TurnCommit } from '../../../rules/conversations/types.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import { isUniqueViolation } from '../../failures.ts';
import { createGathered } from '../../gather.ts';
import type { Store } from '../../store.ts';
import { COMMIT_PARTS, type CommitPart, commitStatement } from './turnStatements.ts';

const MOST_TURNS = 100;

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
  const rows: string[] = [];
  for (const part of COMMIT_PARTS) {
    const ofPart = turns.flatMap((turn, n) => ROWS[part](turn, now).map((row) => ({ n, ...row })));
    if (ofPart.length === 0) continue;
    parts.push(part);
    rows.push(toCleanJson(ofPart));
  }
  const written = await store.query<{ n: number; lastSeq: number }>(commitStatement(parts), [toCleanJson(heads), now, ...rows]);
  const lastSeqs = new Map(written.map(({ n, lastSeq }) => [n, lastSeq]));
  return turns.map((_, n) => {
    const lastSeq = lastSeqs.get(n);
    return lastSeq === undefined ? { kind: 'conflict' } : { kind: 'committed', lastSeq };
  });
}

/** A turn's rows of each part, named as the part's columns. */
const ROWS: Readonly<Record<CommitPart, (turn: TurnCommit, now: Date) => readonly object[]>> = {
  messages: ({ messages }) =>
    messages.map(({ reply, files, channelData, ...message }, at) => ({
      ...message,
      seq: at + 1,
      payload: reply || files || channelData !== undefined ? { reply, files, channelData } : undefined,
    })),
  heads: ({ head }) => (head ? [head] : []),
  facts: ({ facts }, now) => withIds(facts, now),
  jobs: ({ jobs }, now) => withIds(jobs, now),
  candidates: ({ candidates = [] }, now) => withIds(candidates, now),
};

function withIds<T extends object>(entries: readonly T[], now: Date): readonly (T & { readonly id: string })[] {
  return entries.map((entry) => ({ id: createId(now.getTime()), ...entry }));
}
