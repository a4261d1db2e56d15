import { createId } from '../../core/ids.ts';
import type { OutboxEntry } from '../../rules/outbox.ts';
import { toCleanJson } from '../clean.ts';
import type { Outbox } from '../generated/client.ts';
import { defineTable } from './table.ts';

/** What must happen after a commit. */
export const OUTBOX = defineTable<Outbox>()('outbox', {
  ...{ id: 'text', kind: 'text', key: 'text', payload: 'jsonb', dueAt: 'timestamptz', attempts: 'int', lastError: 'text' },
  ...{ doneAt: 'timestamptz', deadAt: 'timestamptz', createdAt: 'timestamptz' },
});

/** What a statement leaves to be done after it. */
export interface OutboxSource {
  /** Rows that must be there, for FROM; without any, nothing is enqueued. */
  readonly from: string;
  /** Parameter with the document of `toOutboxRows`, e.g. `$5`. */
  readonly rows: string;
  /** SQL of what only the statement knows; what the document has there is not looked at. */
  readonly scope?: { readonly key: string; readonly payload: string };
}

/** The INSERT of outbox rows, for a CTE; a key that is there already is not enqueued again. */
export function insertOutbox({ from, rows, scope }: OutboxSource): string {
  return `${OUTBOX.insert('o', scope)} FROM ${from} CROSS JOIN ${OUTBOX.recordset(rows, 'o')} ON CONFLICT (key) DO NOTHING`;
}

/** An entry before it is written; absent `dueAt`: at once. */
export type NewOutboxEntry = Omit<OutboxEntry, 'dueAt'> & { readonly dueAt?: Date };

/** Entries as the document of `insertOutbox`, each with an id in the order of time. */
export function toOutboxRows(entries: readonly NewOutboxEntry[], now: Date): string {
  return toCleanJson(entries.map((entry) => ({ id: createId(now.getTime()), dueAt: now, createdAt: now, attempts: 0, ...entry })));
}
