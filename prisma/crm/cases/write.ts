import { type ChainEnd, sealLines } from '../../../rules/cases/audit.ts';
import type { Case, CaseDecision, NewLine } from '../../../rules/cases/types.ts';
import { toCleanJson } from '../../clean.ts';
import type { Param, Query } from '../../store.ts';
import { toFactRows } from '../facts.ts';
import { type JobRow, toJobRows } from '../jobRows.ts';
import type { CaseDefinition, CaseRow } from './definition.ts';
import { type AuditTrail, endOf, toLineRows } from './lines.ts';
import { appendStatement, type CaseSql, type Slot, type SlottedStatement, statementsOf } from './statements.ts';

/** Nobody else may have been there: by the key of the command that opens the case, or by what was read before it is changed. */
export type Guard = { readonly idempotencyKey: string } | Read;

/** A case as it was read. `end`: of its audit, or its teller's, where it has one. */
export interface Read extends Pick<Case, 'version' | 'updatedAt'> {
  readonly end?: ChainEnd;
}

/** A command's decision with what belongs to it besides. */
export interface CaseWriting<Decision, About> {
  readonly decision: Decision;
  readonly about: About;
  readonly now: Date;
  /** Kept with the first line of a change, so that the same command twice is known. */
  readonly commandKey?: string;
  /** Of files that join the case. */
  readonly fileIds?: readonly string[];
  /** Another case whose audit gets a line in the same statement. */
  readonly beside?: Beside;
}

export interface Beside {
  readonly id: string;
  readonly end: ChainEnd;
  readonly line: NewLine;
}

/** `isBesideWritten`: false when the other case's audit had grown meanwhile, and its line is still to be written. */
export interface Written<C> {
  readonly next: C;
  readonly isBesideWritten: boolean;
}

const NEW: ChainEnd = { lastSeq: 0, lastHash: '' };

/**
 * Writes what was decided about a case: row, audit, files, facts, notices and webhook, in one statement.
 * @returns the case as written; undefined, and nothing written, when another was quicker: the key, or another unique column of a new
 * case, is taken, or the case was changed since it was read
 */
export async function writeCase<Row extends CaseRow, C extends Case, Decision extends CaseDecision<C>, About>(
  query: Query,
  definition: CaseDefinition<Row, C, Decision, About>,
  writing: CaseWriting<Decision, About>,
  guard: Guard,
): Promise<Written<C> | undefined> {
  const read = 'version' in guard ? guard : undefined;
  const next: C = read ? { ...writing.decision.next, updatedAt: laterThan(read.updatedAt, writing.now) } : writing.decision.next;
  const { statement, slots } = statementFor(definition, writing.decision.lines.length > 0, read !== undefined);
  const values = toValues(definition, { ...writing, decision: { ...writing.decision, next } }, guard);
  const [row] = await query<{ beside: number }>(
    statement,
    slots.map((slot) => values[slot]),
  );
  return row && { next, isBesideWritten: row.beside === (writing.beside ? 1 : 0) };
}

function statementFor(definition: CaseSql, hasLines: boolean, isChange: boolean): SlottedStatement {
  const { insert, update, tell } = statementsOf(definition);
  if (!hasLines || definition.audit) return isChange ? update : insert;
  if (!isChange || !tell) throw new Error(`${definition.name}: nobody tells these lines`);
  return tell;
}

function toValues<Row extends CaseRow, C extends Case, Decision extends CaseDecision<C>, About>(
  definition: CaseDefinition<Row, C, Decision, About>,
  { decision, about, now, commandKey, fileIds = [], beside }: CaseWriting<Decision, About>,
  guard: Guard,
): Readonly<Record<Slot, Param>> {
  const read = 'version' in guard ? guard : undefined;
  const { audit, teller } = definition;
  const trail = audit ?? teller?.audit;
  const tellerId = teller?.idOf(decision.next);
  const sealed = sealLines(decision.lines, now, read?.end ?? NEW);
  const end = endOf(sealed, read?.end ?? NEW);
  const besideLines = beside ? sealLines([beside.line], now, beside.end) : [];
  const lines = trail
    ? [...toLineRows(trail, tellerId ?? decision.next.id, sealed, commandKey), ...(beside ? toLineRows(trail, beside.id, besideLines) : [])]
    : [];
  const ends = [
    ...(tellerId === undefined ? [] : [{ id: tellerId, ...end }]),
    ...(beside ? [{ id: beside.id, ...endOf(besideLines, beside.end) }] : []),
  ];
  return {
    row: toCleanJson({ ...definition.toRow(decision, about, end), ...(read ? {} : guard) }),
    now,
    lines: toCleanJson(lines),
    facts: toFactRows(decision.facts, now),
    outbox: toJobRows(listTold(definition, decision, about, now, end), now),
    fileIds: toCleanJson(fileIds),
    ends: toCleanJson(ends),
    version: read?.version ?? null,
    lastSeq: read?.end?.lastSeq ?? null,
  };
}

function listTold<Row extends CaseRow, C extends Case, Decision extends CaseDecision<C>, About>(
  { name, told }: CaseDefinition<Row, C, Decision, About>,
  { next, notices, webhook }: Decision,
  about: About,
  occurredAt: Date,
  { lastSeq }: ChainEnd,
): readonly JobRow[] {
  if (!told) return [];
  const said = notices.map((notice) => ({
    kind: 'conversation.notice',
    // What was decided first is told first.
    lane: `conversation.notice:${told.toNotice(next).conversationId}`,
    key: `${name}:${next.id}:${lastSeq}:${notice.kind}`,
    payload: { ...told.toNotice(next), ...notice },
  }));
  if (webhook === undefined) return said;
  const payload = { event: webhook, occurredAt, data: told.toPublic(next, about) };
  // `updated` must not overtake `created`.
  const reference = told.reference(next);
  return [...said, { kind: 'crm.webhook', key: `${webhook}:${reference}:${lastSeq}`, lane: `crm.webhook:${reference}`, payload }];
}

/** A line alone; version and everything else stay. False when the audit had grown meanwhile. @throws when the kind has no audit */
export async function writeLine(
  query: Query,
  { name, table, audit }: { readonly name: string; readonly table: { readonly name: string }; readonly audit?: AuditTrail },
  { id, end, line }: Beside,
  now: Date,
  commandKey?: string,
): Promise<boolean> {
  if (!audit) throw new Error(`${name} has no audit`);
  const sealed = sealLines([line], now, end);
  const params = [id, toCleanJson(endOf(sealed, end)), toCleanJson(toLineRows(audit, id, sealed, commandKey))];
  return (await query(appendStatement(name, table.name, audit), params)).length > 0;
}

/** Systems follow changes by their instant: a second change of one millisecond, or one by a clock that is behind, must not hide. */
function laterThan(before: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1));
}
