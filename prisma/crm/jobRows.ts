import { createId } from '../../core/ids.ts';
import type { NewJob } from '../../rules/jobs.ts';
import { toCleanJson } from '../clean.ts';
import type { Outbox } from '../generated/client.ts';
import { defineTable } from './table.ts';

/** What must happen after a commit. */
export const OUTBOX = defineTable<Outbox>()('outbox', {
  ...{ id: 'text', kind: 'text', key: 'text', lane: 'text', isReplaceable: 'boolean', payload: 'jsonb', dueAt: 'timestamptz' },
  ...{ attempts: 'int', lastError: 'text', doneAt: 'timestamptz', deadAt: 'timestamptz', createdAt: 'timestamptz' },
});

/** Where the key is taken. The new id makes whoever is doing the job that was replaced end nothing. */
const ON_TAKEN_KEY = `ON CONFLICT (key) DO UPDATE SET id = excluded.id, payload = excluded.payload, due_at = excluded.due_at, attempts = 0,
    last_error = NULL, done_at = NULL, dead_at = NULL, lane = excluded.lane WHERE excluded.is_replaceable`;

/** What a statement leaves to be done after it. */
export interface JobSource {
  /** Rows that must be there, for FROM; without any, nothing is enqueued. Absent: nothing must. */
  readonly from?: string;
  /** Parameter with the document of `toJobRows`, e.g. `$5`. */
  readonly rows: string;
  /** Which of `from`, under the name `h`, an entry belongs to, by the `n` of both; default: every entry to each. */
  readonly isNumbered?: boolean;
  /** SQL of what only the statement knows; what the document has there is not looked at. */
  readonly scope?: { readonly key: string; readonly payload: string };
}

/** The INSERT of jobs, for a CTE; a key that is there already is not enqueued again, unless the job is to take its place. */
export function insertJobs({ from, rows, isNumbered = false, scope }: JobSource): string {
  return `${OUTBOX.insert('o', scope)} FROM ${joinRows(from, OUTBOX.recordset(rows, 'o', isNumbered), isNumbered ? 'o' : undefined)} ${ON_TAKEN_KEY}`;
}

/** `from` beside rows of a document: each with all, or by its number, as `n` in both. */
export function joinRows(from: string | undefined, recordset: string, numbered: string | undefined): string {
  if (from === undefined) return recordset;
  return numbered === undefined ? `${from} CROSS JOIN ${recordset}` : `${from} JOIN ${recordset} ON ${numbered}.n = h.n`;
}

/** A job before it is written; absent `dueAt`: at once. `n`: of what in the statement it is a part. */
export type JobRow = Omit<NewJob, 'dueAt'> & { readonly dueAt?: Date; readonly n?: number };

/** Jobs as the document of `insertJobs`, each with an id in the order of time. */
export function toJobRows(jobs: readonly JobRow[], now: Date): string {
  return toCleanJson(
    jobs.map((job) => ({ id: createId(now.getTime()), dueAt: now, createdAt: now, attempts: 0, isReplaceable: false, ...job })),
  );
}
