import { maskTraceText } from '../../../core/masking.ts';
import type { Side } from '../../../rules/shipments/types.ts';
import type { Store } from '../../store.ts';
import { withoutNulls } from '../nulls.ts';
import { columnsOf, STORE_DATA } from '../personalData/index.ts';
import type { TableData } from '../personalData/types.ts';
import { findOwnSides, findPerson, type OwnSide, type Person } from './footprint.ts';

const AT_ONCE = 500;

/** $1 ids of the rows that lead there, as JSON. */
function sectionSql(data: TableData, { by, shows, where, end }: Copy): string {
  const column = by === data.table ? 'id' : columnsOf(data).find(([, root]) => root === by)?.[0];
  if (column === undefined) throw new Error(`${data.table} is not copied by ${by}: none of its columns leads there`);
  return `SELECT ${shows} FROM ${data.table} t WHERE t.${column} IN (SELECT json_array_elements_text($1::json))${where ? ` AND ${where}` : ''} ${end}`;
}

type Copy = NonNullable<TableData['copy']>;
const COPIES = STORE_DATA.flatMap((data) => (data.copy ? [{ ...data.copy, sql: sectionSql(data, data.copy) }] : []));
const SHIPMENTS = COPIES.find(({ by }) => by === 'shipments')?.sql ?? '';

/** See `CustomerPrivacy.exportPerson`. */
export async function exportPerson(store: Store, customerId: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const person = await findPerson(store.query, customerId);
  if (!person) return undefined;
  const sections: Record<string, readonly object[]> = {};
  for (const { section, by, sql } of COPIES)
    if (by !== 'shipments') sections[section] = (await store.query<object>(sql, [JSON.stringify(person.rows[by])])).map(withoutNulls);
  if (sections.profiles?.length === 0) return undefined;
  return { ...sections, shipments: await exportShipments(store, person) };
}

interface ShipmentRow {
  readonly sender: Readonly<Record<string, unknown>>;
  readonly recipient: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly freightMinor: string | null;
  readonly freightCurrency: string | null;
  readonly events: readonly { readonly text: string }[];
}

const BOOKED = 'SELECT id FROM shipments WHERE customer_id IN (SELECT json_array_elements_text($1::json))';

async function exportShipments(store: Store, person: Person): Promise<readonly object[]> {
  const sides = await findOwnSides(store, person);
  const booked = await store.query<{ id: string }>(BOOKED, [JSON.stringify(person.rows.customers)]);
  const bookedIds = new Set(booked.map(({ id }) => id));
  const ids = [...new Set([...booked, ...sides].map(({ id }) => id))];
  const own = new Map<string, Side[]>();
  for (const { id, side } of sides) own.set(id, [...(own.get(id) ?? []), side]);
  const shipments: object[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await store.query<ShipmentRow>(SHIPMENTS, [JSON.stringify(ids.slice(from, from + AT_ONCE))]);
    for (const row of rows) shipments.push(toOwnShipment(row, own.get(row.id) ?? [], bookedIds.has(row.id)));
  }
  return shipments;
}

/** Their own side alone: of the other party nothing, what it cost only where they booked it, and no names in the carrier's words. */
function toOwnShipment(found: ShipmentRow, sides: readonly OwnSide['side'][], isBooked: boolean): object {
  const { id: _id, sender, recipient, events, freightMinor, freightCurrency, ...row } = found;
  return {
    ...withoutNulls({ ...row, ...(isBooked && { freightMinor, freightCurrency }) }),
    ...(sides.includes('sender') && { youAsSender: sender }),
    ...(sides.includes('recipient') && { youAsRecipient: recipient }),
    events: events.map((event) => ({ ...event, text: maskTraceText(event.text) })),
  };
}
