import type { Actor } from '../../../rules/access/actor.ts';
import type { ChainEnd, Seal, SealedEvent } from '../../../rules/cases/audit.ts';
import type { CaseEvent } from '../../../rules/cases/types.ts';
import { withoutNulls } from '../nulls.ts';
import type { Table } from '../table.ts';

/** Columns of every audit table, beside that of the case's id. */
export interface LineRow extends Omit<CaseEvent, 'actor' | 'from' | 'to' | 'words'>, Pick<Seal, 'prevHash' | 'hash'> {
  readonly actorType: Actor['type'];
  readonly actorId: string;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  readonly words: string | null;
  readonly salt: string | null;
  readonly wordsDigest: string | null;
  readonly idempotencyKey: string | null;
}

/** Where the audit of one kind of case is kept. */
export interface AuditTrail {
  readonly table: Pick<Table<LineRow>, 'name' | 'insert' | 'object' | 'recordset'>;
  /** Key of the column with the case's id. */
  readonly owner: string;
  readonly ownerColumn: string;
}

/** @param owner key of the column with the case's id */
export function defineTrail<Row extends LineRow>(table: Table<Row>, owner: keyof Row & string): AuditTrail {
  return { table, owner, ownerColumn: table.column(owner) };
}

/** The INSERT of lines, for a CTE. @param ends SQL of the cases' ids, as a FROM item of one column `id` @param rows e.g. `$3` */
export function insertLines({ table, owner }: AuditTrail, ends: string, rows: string): string {
  return `${table.insert('e')} FROM ${ends} JOIN ${table.recordset(rows, 'e')} ON e."${owner}" = ends.id`;
}

/** Lines as they are written. @param idempotencyKey of the command, kept with its first line */
export function toLineRows({ owner }: AuditTrail, id: string, sealed: readonly SealedEvent[], idempotencyKey?: string): readonly object[] {
  return sealed.map(({ actor, from, to, ...line }, at) => ({
    ...{ ...line, [owner]: id, actorType: actor.type, actorId: actor.id, fromStatus: from, toStatus: to },
    ...(at === 0 && idempotencyKey !== undefined && { idempotencyKey }),
  }));
}

const TOLD = ['seq', 'at', 'actorType', 'actorId', 'action', 'fromStatus', 'toStatus', 'data'] as const;

/** Lines of the case `c` as a JSON list, first to last. @param more columns beside what happened, e.g. `words` */
export function selectLines({ table, ownerColumn }: AuditTrail, more: readonly (keyof LineRow)[] = []): string {
  return `(SELECT json_agg(${table.object('e', [...TOLD, ...more])} ORDER BY e.seq) FROM ${table.name} e WHERE e.${ownerColumn} = c.id)`;
}

/** A line of `selectLines`: instants are text. */
export type TrailLine = Pick<LineRow, Exclude<(typeof TOLD)[number], 'at'>> & { readonly at: string } & Partial<Omit<LineRow, 'at'>>;

/** A line as the rules know it; `Event` is the narrower type its writer gave it. */
export function toEvent<Event extends CaseEvent>({ at, actorType, actorId, fromStatus, toStatus, ...rest }: TrailLine): Event {
  const line = { ...rest, at: new Date(at), actor: { type: actorType, id: actorId }, from: fromStatus, to: toStatus };
  return withoutNulls(line) as unknown as Event;
}

/** Where the chain ends after these lines. */
export function endOf(sealed: readonly SealedEvent[], before: ChainEnd): ChainEnd {
  const last = sealed.at(-1);
  return last ? { lastSeq: last.seq, lastHash: last.hash } : before;
}
