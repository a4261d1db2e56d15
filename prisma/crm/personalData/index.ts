import { COMPLAINT_DATA } from './complaints.ts';
import { CONVERSATION_DATA } from './conversations.ts';
import { CUSTOMER_DATA } from './customers.ts';
import { RECORD_DATA } from './records.ts';
import { SHIPMENT_DATA } from './shipments.ts';
import { ROOTS, type Root, type TableData } from './types.ts';

/**
 * Every table of the store, parents before children. Moving the store, timelines, copies, erasure, joining customers and retention
 * derive from this list; a test holds it to the schema.
 */
export const STORE_DATA: readonly TableData[] = [
  ...CUSTOMER_DATA,
  ...SHIPMENT_DATA,
  ...CONVERSATION_DATA,
  ...COMPLAINT_DATA,
  ...RECORD_DATA,
];

/** Tables of cases: whatever belongs to an open one stays. */
export const CASE_DATA = STORE_DATA.filter((data) => data.case !== undefined);

/** Of which lists of ids a row must name one to be somebody's: its own of a root and of what is found by words. */
export function listsOf({ table, of = {}, mentions }: TableData): readonly string[] {
  return (ROOTS as readonly string[]).includes(table) || mentions ? [table] : Object.keys(of);
}

/** SQL of whether row `t` is somebody's. @param ids SQL of the ids in a list, for IN */
export function isTheirs(data: TableData, ids: (list: string) => string): string {
  const lists = listsOf(data);
  const columns = lists[0] === data.table ? [['id', data.table] as const] : columnsOf(data);
  return `(${columns.map(([column, list]) => `t.${column} IN (${ids(list)})`).join(' OR ')})`;
}

/** Columns by which a row is somebody's, with the root they name. */
export function columnsOf({ of = {} }: TableData): readonly (readonly [column: string, root: Root])[] {
  return ROOTS.flatMap((root) => (of[root] ?? []).map((column) => [column, root] as const));
}
