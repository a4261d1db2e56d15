import { AppError } from '../../../core/errors.ts';
import { COMPLAINT_STATUSES } from '../../../rules/complaints/codes.ts';
import type { ComplaintFilter, ComplaintOrder, ComplaintPage } from '../../../rules/complaints/desk.ts';
import type { Param, Store } from '../../store.ts';
import { formatCursor, parseCursor } from '../cursors.ts';
import { TICKET, type TicketRow, toClean, toComplaint } from './rows.ts';

const MAX_PAGE = 200;
const COLUMN = { updated: 'updated_at', due: 'resolve_due_at' } as const;

export interface PageRequest {
  readonly order: ComplaintOrder;
  readonly cursor?: string;
  readonly limit: number;
}

/** See `ComplaintDesk.list`. */
export async function listComplaints(store: Store, filter: ComplaintFilter, page: PageRequest): Promise<ComplaintPage> {
  const limit = Math.min(Math.max(1, page.limit), MAX_PAGE);
  const { sql, params } = buildPage(toClean({ ...filter, updatedAfter: undefined, dueBefore: undefined }), filter, page, limit + 1);
  const rows = await store.query<TicketRow>(sql, params);
  const complaints = rows.slice(0, limit).map(toComplaint);
  const last = complaints.at(-1);
  if (rows.length <= limit || !last) return { complaints };
  const at = page.order === 'due' ? last.due.resolveAt : last.updatedAt;
  return { complaints, nextCursor: formatCursor({ at, key: `${page.order}:${last.id}` }) };
}

/**
 * One range of an index, whose first columns the filter names. Where that begins with the status, the range of each status is read
 * apart, as far as a page needs, and the page is taken from their heads: a range over several would have to be sorted whole.
 */
export function buildPage(
  codes: Omit<ComplaintFilter, 'updatedAfter' | 'dueBefore'>,
  { updatedAfter, dueBefore }: Pick<ComplaintFilter, 'updatedAfter' | 'dueBefore'>,
  { order, cursor }: Pick<PageRequest, 'order' | 'cursor'>,
  limit: number,
): { readonly sql: string; readonly params: readonly Param[] } {
  const params: Param[] = [];
  const given = (value: Param): string => `$${params.push(value)}`;
  const column = COLUMN[order];
  const conditions: string[] = [];
  const equal = (name: string, value: string | undefined): unknown => value !== undefined && conditions.push(`c.${name} = ${given(value)}`);
  equal('type', codes.type);
  equal('severity', codes.severity);
  equal('category', codes.category);
  equal('team', codes.team);
  equal('customer_id', codes.customerId);
  if (codes.owner === null) conditions.push('c.owner IS NULL');
  else equal('owner', codes.owner);
  if (codes.trackingNumber !== undefined) conditions.push(aboutShipment(given(codes.trackingNumber)));
  if (updatedAfter) conditions.push(`c.updated_at >= ${given(updatedAfter)}`);
  if (dueBefore) conditions.push(`c.resolve_due_at < ${given(dueBefore)}`);
  const place = placeOf(cursor, order);
  if (place) conditions.push(`(c.${column}, c.id) > (${given(place.at)}, ${given(place.id)})`);

  const isFew = codes.trackingNumber !== undefined || codes.customerId !== undefined;
  const isByStatus = !isFew && (order === 'due' || (codes.statuses !== undefined && codes.owner === undefined));
  const end = `ORDER BY c.${column}, c.id LIMIT ${given(limit)}`;
  if (!isByStatus) {
    if (codes.statuses) conditions.push(`c.status IN (SELECT json_array_elements_text(${given(JSON.stringify(codes.statuses))}::json))`);
    return { sql: `SELECT ${TICKET} FROM complaints c ${whereOf(conditions)} ${end}`, params };
  }
  const statuses = given(JSON.stringify(codes.statuses ?? COMPLAINT_STATUSES));
  const head = `SELECT c.id FROM complaints c ${whereOf(['c.status = s.status', ...conditions])} ${end}`;
  const heads = `SELECT head.id FROM json_array_elements_text(${statuses}::json) AS s(status) CROSS JOIN LATERAL (${head}) AS head`;
  return { sql: `SELECT ${TICKET} FROM complaints c WHERE c.id IN (${heads}) ${end}`, params };
}

/** A cursor of one order means nothing in the other. @throws AppError INVALID_INPUT */
function placeOf(cursor: string | undefined, order: ComplaintOrder): { readonly at: Date; readonly id: string } | undefined {
  const place = parseCursor(cursor);
  if (!place) return undefined;
  const [of, id] = place.key.split(':');
  if (of === order && id !== undefined) return { at: place.at, id };
  throw new AppError('INVALID_INPUT', { errors: [{ path: 'cursor', message: 'must be the nextCursor of an earlier page of this order' }] });
}

/** Piece numbers and the shipment's own find all tickets about it; a number nobody knows finds those that name it. */
function aboutShipment(number: string): string {
  return `(c.tracking_number = ${number} OR c.shipment_id = coalesce((SELECT id FROM shipments WHERE tracking_number = ${number}),
    (SELECT shipment_id FROM pieces WHERE number = ${number})))`;
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}
