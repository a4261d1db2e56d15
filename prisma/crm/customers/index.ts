import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { createId, hashText } from '../../../core/ids.ts';
import { creditOf, type Principal } from '../../../rules/access/principal.ts';
import type { SegmentBasis } from '../../../rules/customers/segments.ts';
import { explainSegment } from '../../../rules/customers/segmentTexts.ts';
import type {
  Consent,
  Contact,
  ContactPerson,
  Customer,
  CustomerChange,
  CustomerDesk,
  CustomerFile,
  CustomerFilter,
  CustomerNote,
  CustomerPage,
  NewCustomerNote,
} from '../../../rules/customers/types.ts';
import type { NewFact } from '../../../rules/facts.ts';
import { toCleanJson, toCleanText } from '../../clean.ts';
import type { Query, Store } from '../../store.ts';
import { formatCursor, parseCursor } from '../cursors.ts';
import { toFactRows } from '../facts.ts';
import { startsOfPhones } from './phones.ts';
import { type CustomerRow, type FromJson, toConsent, toContact, toCustomer, toPerson } from './rows.ts';
import { ADD_NOTE, CHANGE, FILE, LIST, LIST_SEGMENT, LOCK, SEARCH, SET_CONTACTS, SET_PEOPLE } from './statements.ts';
import { readTimeline } from './timeline.ts';

const MAX_PAGE = 200;
const MIN_TEXT = 2;

/** What staff do with customers, on the store. A page holds 1 to 200; a note told again with its time is the same note. */
export function createCustomers(store: Store, clock: Clock): CustomerDesk {
  return {
    list: (filter, page) => list(store, filter, page),
    open: (id) => open(store, id),
    update: (id, change, by, expectedUpdatedAt) =>
      store.transaction((query) => update(query, clock, id, { change, by, expectedUpdatedAt })),
    timeline: (id, { limit, ...page }) => readTimeline(store, toCleanText(id), { ...page, limit: toLimit(limit) }),
    addNote: (id, note) => addNote(store, clock, id, note),
  };
}

const toLimit = (limit: number): number => Math.min(Math.max(1, limit), MAX_PAGE);

async function list(
  store: Store,
  { segment, updatedAfter, text, status = 'active' }: CustomerFilter,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<CustomerPage> {
  const place = parseCursor(page.cursor);
  const limit = toLimit(page.limit);
  const params = [status, segment ?? null, updatedAfter ?? null, place?.at ?? null, place?.key ?? '', limit + 1];
  const all = segment === undefined ? LIST : LIST_SEGMENT;
  const rows = await (text === undefined ? store.query<CustomerRow>(all, params) : search(store, text, params));
  const shown = rows.slice(0, limit).map(toCustomer);
  const last = shown.at(-1);
  return { customers: shown, ...(rows.length > limit && last && { nextCursor: formatCursor({ at: last.updatedAt, key: last.id }) }) };
}

async function search(store: Store, text: string, params: readonly (string | number | Date | null)[]): Promise<CustomerRow[]> {
  const begins = toCleanText(text).trim();
  if (Array.from(begins).length < MIN_TEXT)
    throw new AppError('INVALID_INPUT', { errors: [{ path: 'q', message: `must have at least ${MIN_TEXT} characters` }] });
  return store.query<CustomerRow>(SEARCH, [...params, begins, JSON.stringify(startsOfPhones(begins))]);
}

type FileRow = CustomerRow & {
  readonly segmentBasis: SegmentBasis | null;
  readonly mergedIds: readonly string[] | null;
  readonly contacts: readonly FromJson<Contact>[] | null;
  readonly people: readonly FromJson<ContactPerson>[] | null;
  readonly consents: readonly FromJson<Consent>[] | null;
  readonly openTickets: number;
  readonly conversations: readonly { id: string; channel: string; mode: string; createdAt: string }[] | null;
  readonly shipmentCount: number;
};

async function open(store: Store, id: string): Promise<CustomerFile | undefined> {
  const [row] = await store.query<FileRow>(FILE, [toCleanText(id)]);
  if (!row) return undefined;
  const { segmentBasis, mergedIds, contacts, people, consents, openTickets, conversations, shipmentCount, ...columns } = row;
  const customer = toCustomer(columns);
  const { segment } = customer;
  return {
    customer,
    mergedIds: mergedIds ?? [],
    contacts: (contacts ?? []).map(toContact),
    people: (people ?? []).map(toPerson),
    consents: (consents ?? []).map(toConsent),
    openTickets,
    conversations: (conversations ?? []).map(({ createdAt, ...each }) => ({ ...each, createdAt: new Date(createdAt) })),
    shipmentCount,
    ...(segment && segmentBasis && { segmentBasis, segmentSays: explainSegment(segment, segmentBasis) }),
  };
}

interface Update {
  readonly change: CustomerChange;
  readonly by: Principal;
  readonly expectedUpdatedAt?: Date | undefined;
}

async function update(query: Query, clock: Clock, id: string, { change, by, expectedUpdatedAt }: Update): Promise<Customer> {
  const now = clock.now();
  const [row] = await query<CustomerRow & { readonly mayProfile: boolean }>(LOCK, [toCleanText(id)]);
  if (!row) throw new AppError('NOT_FOUND', { customer: id });
  const { updatedAt } = toCustomer(row);
  if (expectedUpdatedAt && expectedUpdatedAt.getTime() !== updatedAt.getTime()) throw new AppError('CONFLICT', { updatedAt });
  const { people, contacts, ...fields } = change;
  if (people && !row.mayProfile) refuseProfiles(people);
  const fact: NewFact = { name: 'customer.changed', ...creditOf(by), label: Object.keys(change).sort().join('+') };
  const [changed] = await query<CustomerRow>(CHANGE, [row.id, now, toCleanJson(fields), toFactRows([fact], now)]);
  if (!changed) throw new Error('an update of a locked row returned none');
  if (people)
    await query(SET_PEOPLE, [row.id, now, toCleanJson(people.map((person) => ({ ...person, id: person.id ?? createId(now.getTime()) })))]);
  if (contacts) await query(SET_CONTACTS, [row.id, now, toCleanJson(contacts.map((each) => ({ ...each, id: createId(now.getTime()) })))]);
  return toCustomer(changed);
}

function refuseProfiles(people: NonNullable<CustomerChange['people']>): void {
  const errors = people.flatMap((person, at) =>
    (['interests', 'birthdayOn'] as const)
      .filter((field) => person[field] !== undefined)
      .map((field) => ({ path: `people[${at}].${field}`, message: 'needs consent "profile": record that first, or leave it out' })),
  );
  if (errors.length > 0) throw new AppError('INVALID_INPUT', { errors });
}

async function addNote(store: Store, clock: Clock, id: string, { kind, author, text, at }: NewCustomerNote): Promise<CustomerNote> {
  const now = clock.now();
  const told = { kind, author: toCleanText(author), text: toCleanText(text) };
  // One that names its time is the same note when it is told again.
  const noteId = at ? hashText(JSON.stringify([id, told, at.getTime()])).slice(0, 26) : createId(now.getTime());
  const note = { id: noteId, ...told, at: at ?? now };
  const rows = await store.query(ADD_NOTE, [toCleanText(id), now, note.id, kind, note.author, note.text, note.at]);
  if (rows.length === 0) throw new AppError('NOT_FOUND', { customer: id });
  return note;
}
