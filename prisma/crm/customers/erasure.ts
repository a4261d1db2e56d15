import { createId } from '../../../core/ids.ts';
import type { ErasureObstacle } from '../../../rules/customers/privacy.ts';
import type { Query } from '../../store.ts';
import { ENDED_LIST } from '../personalData/complaints.ts';
import { EMPTIED_CUSTOMER } from '../personalData/customers.ts';
import { isTheirs, listsOf, STORE_DATA } from '../personalData/index.ts';
import type { Erasing, TableData } from '../personalData/types.ts';
import type { Person } from './footprint.ts';
import { digitsOfPhone } from './phones.ts';
import { patternOf, REDACTED } from './redaction.ts';

const OBSTACLES = `
  SELECT kind, reference, status FROM (
    SELECT 1 AS n, 'legal_hold' AS kind, reference, status FROM complaints WHERE id IN (SELECT json_array_elements_text($1::json)) AND is_legal_hold
    UNION ALL
    SELECT 2, 'complaint', reference, status FROM complaints
    WHERE id IN (SELECT json_array_elements_text($1::json)) AND type = 'complaint' AND status NOT IN (${ENDED_LIST})
    UNION ALL
    SELECT 3, 'claim', c.reference, k.status FROM claims k JOIN complaints c ON c.id = k.complaint_id
    WHERE c.id IN (SELECT json_array_elements_text($1::json)) AND k.status IN ('ASSESSING', 'OFFERED', 'ACCEPTED')) o
  ORDER BY n, reference`;

/**
 * What must end before somebody may be forgotten (GDPR art. 17(3)(e)). A resolved complaint is not closed yet: they may still
 * object. The tickets are locked, so that none is opened again meanwhile; suggestions and praise are no reason.
 */
export async function findObstacles(query: Query, { rows: { complaints } }: Person): Promise<readonly ErasureObstacle[]> {
  const ids = JSON.stringify(complaints);
  await query('SELECT 1 FROM complaints WHERE id IN (SELECT json_array_elements_text($1::json)) ORDER BY id FOR UPDATE', [ids]);
  return query<ErasureObstacle>(OBSTACLES, [ids]);
}

/** A person with all that speaks of them, by table. */
export type Doomed = Omit<Person, 'rows'> & { readonly rows: Readonly<Record<string, readonly string[]>> };
export interface Counts {
  readonly deleted: Record<string, number>;
  readonly redacted: Record<string, number>;
}

const IN_ORDER = [...STORE_DATA.filter((data) => data.isErasedFirst), ...STORE_DATA.filter((data) => !data.isErasedFirst)];

/** Deletes and empties all of somebody's but their waybills and their own rows. */
export async function eraseRows(query: Query, doomed: Doomed, counts: Counts, now: Date): Promise<void> {
  const rows = JSON.stringify(doomed.rows);
  const nobody = `'${createId(now.getTime())}'`;
  for (const data of IN_ORDER) {
    if (listsOf(data).every((list) => (doomed.rows[list] ?? []).length === 0)) continue;
    for (const erasing of data.erasing) {
      if (erasing.effect === 'kept') continue;
      const changed = await query(eraseSql(data, erasing, nobody), [rows]);
      if (erasing.counted) addTo(counts[erasing.effect], erasing.counted, changed.length);
    }
  }
  const pattern = patternOf([...doomed.names, ...doomed.emails, ...doomed.phones.flatMap(digitsOfPhone)]);
  if (!pattern) return;
  for (const data of STORE_DATA) if (data.mended) await query(mendSql(data, data.mended), [rows, pattern]);
}

/** $1 ids by table, as JSON. */
const listed = (list: string): string => `SELECT json_array_elements_text($1::json -> '${list}')`;

function eraseSql(data: TableData, erasing: Exclude<Erasing, { effect: 'kept' }>, nobody: string): string {
  const where = `WHERE ${isTheirs(data, listed)}${erasing.where ? ` AND ${erasing.where}` : ''} RETURNING 1 AS one`;
  if (erasing.effect === 'deleted') return `DELETE FROM ${data.table} t ${where}`;
  return `UPDATE ${data.table} t SET ${erasing.set(nobody)} ${where}`;
}

/** $1 ids by table, as JSON; $2 a pattern of their names, phones and addresses. */
function mendSql(data: TableData, column: string): string {
  return `UPDATE ${data.table} t SET ${column} = regexp_replace(${column}, $2, '${REDACTED}', 'g') WHERE ${isTheirs(data, listed)} AND ${column} ~ $2`;
}

const EMPTY_CUSTOMER = `
  UPDATE customers SET ${EMPTIED_CUSTOMER}, status = $2, updated_at = $3
  WHERE id IN (SELECT json_array_elements_text($1::json)) RETURNING 1 AS one`;

/** Leaves the rows themselves, with nothing in them: what pointed at them must find something. */
export async function emptyCustomers(query: Query, ids: readonly string[], status: 'restricted' | 'erased', now: Date): Promise<number> {
  return (await query(EMPTY_CUSTOMER, [JSON.stringify(ids), status, now])).length;
}

export function addTo(counts: Record<string, number>, name: string, count: number): void {
  if (count > 0) counts[name] = (counts[name] ?? 0) + count;
}
