import type { ChainEnd } from '../../../rules/cases/audit.ts';
import type { Case, CaseDecision } from '../../../rules/cases/types.ts';
import type { FactSource } from '../facts.ts';
import type { Present } from '../nulls.ts';
import type { Table } from '../table.ts';
import type { AuditTrail } from './lines.ts';

/** Columns every case has. */
export interface CaseRow {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly version: number;
}

/** A case of another kind, to whose audit lines are added. */
export interface Teller<C extends Case> {
  readonly table: string;
  readonly audit: AuditTrail;
  /** The teller's id. */
  idOf(next: C): string;
}

/**
 * One kind of case, and all the store needs to write it: see `writeCase`.
 * `About` is what the store knows of a case beside what was decided, e.g. whose identity opened it.
 */
export interface CaseDefinition<Row extends CaseRow, C extends Case, Decision extends CaseDecision<C>, About> {
  /** One word, of the statements' names and the notices' keys, e.g. `complaint`. */
  readonly name: string;
  readonly table: Table<Row>;
  /** Columns that are written at the opening and never again; `id` and `idempotencyKey` are anyway. */
  readonly fixed: readonly (keyof Row & string)[];
  /** SQL of columns that a change does not simply set: `c` is the row as it stands, `n."key"` what was decided. */
  readonly changes?: { readonly [K in keyof Row & string]?: string | undefined };
  /** Absent: the case has no audit of its own. */
  readonly audit?: AuditTrail;
  /**
   * Whose audit tells of a case without one: lines of its changes go there, and such a change is written only while that audit ends
   * where it was read. What opens the case has no lines.
   */
  readonly teller?: Teller<C>;
  /** Table that joins uploads to cases of this kind, and its column with the case's id. */
  readonly files?: { readonly table: string; readonly owner: string };
  /** What facts say of the case: `head` is its row as written. */
  readonly facts: Omit<FactSource, 'rows'>;
  /** Who hears of it; absent: nobody, notices and webhooks of a decision are not written. */
  readonly told?: {
    reference(next: C): string;
    /** What each notice says it is about. */
    toNotice(next: C): { readonly conversationId: string };
    /** What the company's systems are given. */
    toPublic(next: C, about: About): object;
  };
  /** The columns of a decision; of a change those that are `fixed` are not looked at. */
  toRow(decision: Decision, about: About, end: ChainEnd): Omit<Present<Row>, 'idempotencyKey'>;
}

/** Checks a definition and keeps its types. */
export function defineCase<Row extends CaseRow, C extends Case, Decision extends CaseDecision<C>, About>(
  definition: CaseDefinition<Row, C, Decision, About>,
): CaseDefinition<Row, C, Decision, About> {
  return definition;
}
