import { AppError } from '../../../core/errors.ts';
import type { Store } from '../../store.ts';

/** How often a command that lost a race is run again on what is there now. */
export const MAX_RUNS = 10;
/** So often without a lock: nearly nobody meets, and a lock costs round trips. After that luck would decide, and could for ever. */
const FREE_RUNS = 3;

/** Which case a race was lost about; empty `value`: none yet. */
export interface Lost {
  readonly table: string;
  readonly column: 'id' | 'reference';
  value: string;
}

/**
 * Runs a command until it is written, on fresh data each time; from the fourth time on with the case locked, so that whoever is busy
 * with it cannot be first again and again.
 * @param work returns undefined when it lost; must not throw what it wrote for: in a transaction that would undo it
 * @throws AppError CONFLICT after ten lost races
 */
export async function runUntilWritten<T>(store: Store, work: (store: Store) => Promise<T | undefined>, lost: Lost): Promise<T> {
  for (let run = 1; run <= MAX_RUNS; run++) {
    const done = run <= FREE_RUNS || lost.value === '' ? await work(store) : await runLocked(store, work, lost);
    if (done !== undefined) return done;
  }
  throw new AppError('CONFLICT', { problem: 'others write to the same ticket: repeat in a second' });
}

function runLocked<T>(store: Store, work: (store: Store) => Promise<T>, { table, column, value }: Lost): Promise<T> {
  return store.transaction(async (query) => {
    await query(`SELECT 1 AS one FROM ${table} WHERE ${column} = $1 FOR UPDATE`, [value]);
    return work({ ...store, query, transaction: (inner) => inner(query) });
  });
}
