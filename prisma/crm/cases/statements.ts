import type { Statement } from '../../store.ts';
import { type FactSource, insertFacts } from '../facts.ts';
import { insertJobs } from '../jobRows.ts';
import type { Table } from '../table.ts';
import { type AuditTrail, insertLines } from './lines.ts';

/** A value a statement takes; documents are JSON. `ends`: of other cases' audits that get a line too. */
export type Slot = 'row' | 'now' | 'lines' | 'facts' | 'outbox' | 'fileIds' | 'ends' | 'version' | 'lastSeq';

/** A statement with the values it takes, in their order. */
export interface SlottedStatement {
  readonly statement: Statement;
  readonly slots: readonly Slot[];
}

/** Of a definition only what makes SQL. */
export interface CaseSql {
  readonly name: string;
  readonly table: Pick<Table<{ readonly id: string }>, 'name' | 'insert' | 'record'> & {
    readonly keys: readonly string[];
    column(key: string): string;
  };
  readonly fixed: readonly string[];
  readonly changes?: Readonly<Record<string, string | undefined>>;
  readonly audit?: AuditTrail;
  readonly teller?: { readonly table: string; readonly audit: AuditTrail };
  readonly files?: { readonly table: string; readonly owner: string };
  readonly facts: Omit<FactSource, 'rows'>;
}

/** The statements of one kind of case. Each answers `beside`, how many other audits got their line, or no row where the guard refused. */
export interface CaseStatements {
  readonly insert: SlottedStatement;
  readonly update: SlottedStatement;
  /** A change with lines for the audit of the case's teller; absent without one. */
  readonly tell?: SlottedStatement;
}

const made = new Map<string, CaseStatements>();

/** Made once for each kind: their names must stay the same for the server to know them again. */
export function statementsOf(definition: CaseSql): CaseStatements {
  const known = made.get(definition.name);
  if (known) return known;
  const { name, teller } = definition;
  const statements: CaseStatements = {
    insert: slotted(`${name}-insert`, (slot) => insertSql(definition, slot)),
    update: slotted(`${name}-update`, (slot) => updateSql(definition, slot)),
    ...(teller && { tell: slotted(`${name}-tell`, (slot) => tellSql(definition, teller, slot)) }),
  };
  made.set(definition.name, statements);
  return statements;
}

type Take = (slot: Slot) => string;

function slotted(name: string, sqlOf: (slot: Take) => string): SlottedStatement {
  const slots: Slot[] = [];
  const text = sqlOf((slot) => {
    if (!slots.includes(slot)) slots.push(slot);
    return `$${slots.indexOf(slot) + 1}`;
  });
  return { statement: { name, text }, slots };
}

// The head row decides, as in a turn: where another was quicker it is not there, nothing else has a row to join with, and nothing is
// written. Rows come as one JSON document per table.

function insertSql(definition: CaseSql, slot: Take): string {
  const { table } = definition;
  return `
    WITH head AS (
      ${table.insert('n')} FROM ${table.record(slot('row'), 'n')} ON CONFLICT DO NOTHING RETURNING *
    )${tailSql(definition, slot)}`;
}

function updateSql(definition: CaseSql, slot: Take): string {
  const isAsRead = definition.audit ? ` AND c.last_seq = ${slot('lastSeq')}` : '';
  return `
    WITH n AS (SELECT * FROM ${definition.table.record(slot('row'), 'n')}),
    head AS (UPDATE ${changeSql(definition, 'n', slot)}${isAsRead} RETURNING c.*)${tailSql(definition, slot)}`;
}

/** The teller is locked before the case, as by whoever changes both. */
function tellSql(definition: CaseSql, { table, audit }: NonNullable<CaseSql['teller']>, slot: Take): string {
  return `
    WITH n AS (SELECT * FROM ${definition.table.record(slot('row'), 'n')}),
    b AS (SELECT * FROM json_to_recordset(${slot('ends')}::json) AS b(id text, "lastSeq" int, "lastHash" text)),
    held AS (SELECT t.id FROM ${table} t JOIN b ON t.id = b.id WHERE t.last_seq = ${slot('lastSeq')} FOR UPDATE OF t),
    head AS (UPDATE ${changeSql(definition, 'n, held', slot)} RETURNING c.*),
    told AS (
      UPDATE ${table} t SET last_seq = b."lastSeq", last_hash = b."lastHash" FROM head, b WHERE t.id = b.id RETURNING t.id
    ),
    lines AS (${insertLines(audit, 'told AS ends', slot('lines'))})${tailSql(definition, slot)}`;
}

function changeSql({ table, fixed, changes = {} }: CaseSql, from: string, slot: Take): string {
  const constant = new Set<string>(['id', 'idempotencyKey', ...fixed]);
  const set = table.keys.filter((key) => !constant.has(key)).map((key) => `${table.column(key)} = ${changes[key] ?? `n."${key}"`}`);
  return `${table.name} c SET ${set.join(', ')} FROM ${from} WHERE c.id = n.id AND c.version = ${slot('version')}`;
}

function tailSql({ table, audit, files, facts }: CaseSql, slot: Take): string {
  return `${audit ? auditSql(table.name, audit, slot) : ''}${files ? filesSql(files, slot) : ''},
    facts AS (${insertFacts({ rows: slot('facts'), ...facts, scope: { occurredAt: slot('now'), ...facts.scope } })}),
    queued AS (${insertJobs({ from: 'head', rows: slot('outbox') })})
    SELECT ${audit ? '(SELECT count(*)::int FROM beside)' : '0'} AS beside FROM head`;
}

function auditSql(table: string, audit: AuditTrail, slot: Take): string {
  return `,
    beside AS (
      UPDATE ${table} c SET last_seq = b."lastSeq", last_hash = b."lastHash"
      FROM head, json_to_recordset(${slot('ends')}::json) AS b(id text, "lastSeq" int, "lastHash" text)
      WHERE c.id = b.id AND c.last_seq = b."lastSeq" - 1 RETURNING c.id
    ),
    lines AS (${insertLines(audit, '(SELECT id FROM head UNION ALL SELECT id FROM beside) AS ends', slot('lines'))})`;
}

function filesSql({ table, owner }: NonNullable<CaseSql['files']>, slot: Take): string {
  return `,
    added AS (
      INSERT INTO ${table} (${owner}, upload_id, added_at)
      SELECT head.id, u.id, ${slot('now')} FROM head, uploads u WHERE u.id IN (SELECT json_array_elements_text(${slot('fileIds')}::json))
      ON CONFLICT DO NOTHING
    )`;
}

/** A line alone, as of what was refused: $1 case, $2 new end of its audit as JSON, $3 the line. */
export function appendStatement(name: string, table: string, audit: AuditTrail): Statement {
  return {
    name: `${name}-append`,
    text: `
    WITH ends AS (
      UPDATE ${table} c SET last_seq = b."lastSeq", last_hash = b."lastHash"
      FROM json_to_record($2::json) AS b("lastSeq" int, "lastHash" text) WHERE c.id = $1 AND c.last_seq = b."lastSeq" - 1 RETURNING c.id
    ),
    lines AS (${insertLines(audit, 'ends', '$3')})
    SELECT id FROM ends`,
  };
}
