import type { Clock } from '../../../core/clock.ts';
import { DAY_MS } from '../../../core/days.ts';
import { AppError } from '../../../core/errors.ts';
import { dayIn } from '../../../core/i18n.ts';
import { createId, formatReference } from '../../../core/ids.ts';
import { nameOf, type Principal } from '../../../rules/access/principal.ts';
import type { CustomerPrivacy, Erasure, KeptRows } from '../../../rules/customers/privacy.ts';
import { erasedId, erasedPhone } from '../../../rules/customers/suppression.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import type { Query, Store } from '../../store.ts';
import { takeNumber } from '../counters.ts';
import { addTo, type Counts, emptyCustomers, eraseRows, findObstacles } from './erasure.ts';
import { exportPerson } from './export.ts';
import { findMentions, findOwnSides, findPerson, type OwnSide, type Person } from './footprint.ts';
import { patternOf, REDACTED, redactShipments } from './redaction.ts';

/** Express waybills are kept for at least a year (快递暂行条例 art. 34 leaves the time to the authority's rules). */
export const WAYBILL_KEPT_DAYS = 365;
/** Waybills made nameless by one statement's round when their time is up. */
const ERASURES_AT_ONCE = 20;

export interface PrivacyOptions {
  /** For the day in the certificate's number. */
  readonly timeZone: string;
  /** Secret of this installation for the hashes of those erased; the one given to `createShipments`. */
  readonly erasureKey: string;
}

/** What is stored with an erasure beside what its certificate says: which waybills are still to be made nameless. */
interface Kept {
  readonly list: readonly (Omit<KeptRows, 'until'> & { readonly until: string })[];
  readonly sides: readonly (Omit<OwnSide, 'createdAt'> & { readonly createdAt: string })[];
  readonly customerIds: readonly string[];
}

/** The rights to a copy and to be forgotten. Looking for what is theirs reads whole tables, outside of any transaction. */
export function createCustomerPrivacy(store: Store, clock: Clock, options: PrivacyOptions): CustomerPrivacy {
  return {
    exportPerson: (customerId) => exportPerson(store, toCleanText(customerId)),
    erasePerson: (customerId, requestedBy, by) =>
      erasePerson(store, clock, options, { customerId: toCleanText(customerId), requestedBy: toCleanText(requestedBy), by }),
  };
}

interface Wish {
  readonly customerId: string;
  readonly requestedBy: string;
  readonly by: Principal;
}

async function erasePerson(store: Store, clock: Clock, options: PrivacyOptions, { customerId, requestedBy, by }: Wish): Promise<Erasure> {
  const found = await findPerson(store.query, customerId);
  if (!found || !(await isActive(store.query, found.rows.customers))) throw new AppError('NOT_FOUND', { customer: customerId });
  // Before the tables are read in full, for one who cannot be erased anyway; what counts is the check inside.
  await store.transaction((query) => refuseWhileOpen(query, found));
  const lookedAt = clock.now();
  const sides = await findOwnSides(store, found);
  const mentions = await findMentions(store, found);
  return store.transaction(async (query) => {
    const now = clock.now();
    await query(`SELECT 1 FROM customers WHERE id IN (SELECT json_array_elements_text($1::json)) ORDER BY id FOR UPDATE`, [
      JSON.stringify(found.rows.customers),
    ]);
    const person = await findPerson(query, customerId);
    if (!person || !(await isActive(query, person.rows.customers))) throw new AppError('NOT_FOUND', { customer: customerId });
    await refuseWhileOpen(query, person);
    // A waybill booked for them since would keep its name for ever.
    if (await hasBookedSince(query, person.rows.customers, lookedAt)) throw new AppError('CONFLICT', { customer: customerId });
    return erase(query, { person, sides, mentions, requestedBy, by, now, options });
  });
}

async function refuseWhileOpen(query: Query, person: Person): Promise<void> {
  const reasons = await findObstacles(query, person);
  if (reasons.length > 0) throw new AppError('ERASURE_BLOCKED', { reasons });
}

async function isActive(query: Query, ids: readonly string[]): Promise<boolean> {
  const sql = `SELECT 1 FROM customers WHERE id IN (SELECT json_array_elements_text($1::json)) AND status = 'active'`;
  return (await query(sql, [JSON.stringify(ids)])).length > 0;
}

async function hasBookedSince(query: Query, ids: readonly string[], since: Date): Promise<boolean> {
  const sql = 'SELECT 1 FROM shipments WHERE customer_id IN (SELECT json_array_elements_text($1::json)) AND created_at > $2 LIMIT 1';
  return (await query(sql, [JSON.stringify(ids), since])).length > 0;
}

interface Work {
  readonly person: Person;
  readonly sides: readonly OwnSide[];
  readonly mentions: Readonly<Record<string, readonly string[]>>;
  readonly requestedBy: string;
  readonly by: Principal;
  readonly now: Date;
  readonly options: PrivacyOptions;
}

async function erase(query: Query, { person, sides, mentions, requestedBy, by, now, options }: Work): Promise<Erasure> {
  const counts: Counts = { deleted: {}, redacted: {} };
  await eraseRows(query, { ...person, rows: { ...person.rows, ...mentions } }, counts, now);
  const isDue = ({ createdAt }: OwnSide): boolean => now.getTime() - createdAt.getTime() >= WAYBILL_KEPT_DAYS * DAY_MS;
  const redacted = await redactShipments(query, sides.filter(isDue), person.rows.customers);
  addTo(counts.redacted, 'shipments', redacted.shipments);
  addTo(counts.redacted, 'events', redacted.events);
  const kept = sides.filter((side) => !isDue(side));
  // Nothing leads from a waybill to them any more, kept or not.
  await query('UPDATE shipments SET customer_id = NULL WHERE customer_id IN (SELECT json_array_elements_text($1::json))', [
    JSON.stringify(person.rows.customers),
  ]);
  addTo(counts.redacted, 'customers', await emptyCustomers(query, person.rows.customers, kept.length > 0 ? 'restricted' : 'erased', now));
  return register(query, { person, kept, counts, requestedBy, by, now, options });
}

async function register(
  query: Query,
  {
    person,
    kept,
    counts,
    requestedBy,
    by,
    now,
    options,
  }: Pick<Work, 'person' | 'requestedBy' | 'by' | 'now' | 'options'> & { kept: readonly OwnSide[]; counts: Counts },
): Promise<Erasure> {
  const { timeZone, erasureKey } = options;
  const dayOn = dayIn(now, timeZone);
  const reference = formatReference('ERA', dayOn, await takeNumber(query, `reference:ERA:${dayOn}`, new Date(now.getTime() + 2 * DAY_MS)));
  const hashes = [
    ...person.externalIds.map((externalId) => erasedId(erasureKey, externalId)),
    ...person.phones.map((phone) => erasedPhone(erasureKey, phone)),
  ];
  const pattern = patternOf([...person.names, ...person.emails, ...person.externalIds]);
  const asked = pattern ? requestedBy.replace(new RegExp(pattern, 'gu'), REDACTED) : requestedBy;
  const list = kept.length === 0 ? [] : [keptRows(kept)];
  const actor = nameOf(by);
  const stored = { list, sides: kept, customerIds: person.rows.customers };
  await query(
    `INSERT INTO erasures (id, reference, hashes, counts, kept, requested_by, actor, at)
     VALUES ($1, $2, ARRAY(SELECT json_array_elements_text($3::json)), $4::jsonb, $5::jsonb, $6, $7, $8)`,
    [createId(now.getTime()), reference, JSON.stringify(hashes), JSON.stringify(counts), toCleanJson(stored), asked, actor, now],
  );
  return { reference, at: now, requestedBy: asked, actor, ...counts, kept: list };
}

const dueAt = ({ createdAt }: { readonly createdAt: Date }): Date => new Date(createdAt.getTime() + WAYBILL_KEPT_DAYS * DAY_MS);

function keptRows(kept: readonly OwnSide[]): KeptRows {
  const until = new Date(Math.max(...kept.map((side) => dueAt(side).getTime())));
  return { what: 'shipments', count: new Set(kept.map(({ id }) => id)).size, reason: 'waybill_record', until };
}

/**
 * Makes the kept waybills of erased persons nameless once the law no longer asks for them; whose last was done counts as erased.
 * Returns how many waybills; for a job, a few times a day.
 */
export async function finishErasures(store: Store, now: Date): Promise<number> {
  const before = new Date(now.getTime() - WAYBILL_KEPT_DAYS * DAY_MS);
  const due = await store.query<{ id: string }>(
    `SELECT id FROM erasures WHERE EXISTS (
       SELECT FROM jsonb_array_elements(kept -> 'sides') AS s WHERE (s ->> 'createdAt')::timestamptz <= $1)
     ORDER BY id LIMIT ${ERASURES_AT_ONCE}`,
    [before],
  );
  let finished = 0;
  for (const { id } of due) finished += await store.transaction((query) => finish(query, id, before, now));
  return finished;
}

async function finish(query: Query, id: string, before: Date, now: Date): Promise<number> {
  const [row] = await query<{ kept: Kept }>('SELECT kept FROM erasures WHERE id = $1 FOR UPDATE', [id]);
  if (!row) return 0;
  const sides = row.kept.sides.map((side) => ({ ...side, createdAt: new Date(side.createdAt) }));
  const isDue = ({ createdAt }: OwnSide): boolean => createdAt <= before;
  const { shipments } = await redactShipments(query, sides.filter(isDue), row.kept.customerIds);
  const rest = sides.filter((side) => !isDue(side));
  await query('UPDATE erasures SET kept = $2::jsonb WHERE id = $1', [id, JSON.stringify({ ...row.kept, sides: rest })]);
  if (rest.length === 0) await emptyCustomers(query, row.kept.customerIds, 'erased', now);
  return shipments;
}
