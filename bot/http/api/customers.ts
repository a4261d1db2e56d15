import { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import type { Locale } from '../../../core/types.ts';
import { actFor } from '../../../rules/access/principal.ts';
import { describeErasure } from '../../../rules/customers/certificate.ts';
import type { CustomerPrivacy, Erasure } from '../../../rules/customers/privacy.ts';
import type { Consents, CustomerChange, CustomerDesk, CustomerFile, CustomerMerges } from '../../../rules/customers/types.ts';
import {
  customer,
  customerChange,
  customerFile,
  customerParams,
  customerQuery,
  erasure,
  mergeResult,
  newConsent,
  newMerge,
  newNote,
  note,
  timelineEntry,
  timelineQuery,
  toCustomerBody,
  toEntryBody,
  toFileBody,
} from './customerSchemas.ts';
import { defineEndpoint, type Endpoint } from './endpoint.ts';

export interface CustomerEndpointDeps {
  readonly customers: CustomerDesk;
  readonly consents: Consents;
  readonly merges: CustomerMerges;
  readonly privacy: CustomerPrivacy;
  /** The company's, for the certificate. */
  readonly timeZone: string;
}

const PATH = '/customers/{id}';
const MAX_BYTES = 256 * 1024;

/** Customers for the company's own systems: to follow, to look up, to change, to join, to hand out and to forget. */
export function createCustomerEndpoints(deps: CustomerEndpointDeps): readonly Endpoint[] {
  return [...createReading(deps), ...createWriting(deps), ...createMerging(deps), ...createPrivacy(deps)];
}

function createReading({ customers }: CustomerEndpointDeps): readonly Endpoint[] {
  const list = defineEndpoint({
    ...{ method: 'get', path: '/customers', name: 'listCustomers', permission: 'customers:read', query: customerQuery },
    summary: 'Customers, longest unchanged first',
    details: 'Go on until there is no nextCursor. With status=merged or erased: those you should forget too.',
    answers: {
      200: {
        means: 'A page.',
        name: 'CustomerPage',
        schema: z.object({ customers: z.array(customer), nextCursor: z.string().optional() }),
      },
    },
    async work({ query: { q, segment, updatedAfter, status, cursor, limit } }) {
      const filter = { status, ...(q !== undefined && { text: q }), ...(segment && { segment }), ...(updatedAfter && { updatedAfter }) };
      const page = await customers.list(filter, { limit, ...(cursor !== undefined && { cursor }) });
      return { status: 200, body: { customers: page.customers.map(toCustomerBody), nextCursor: page.nextCursor } };
    },
  });

  const get = defineEndpoint({
    ...{ method: 'get', path: PATH, name: 'getCustomer', permission: 'customers:read', params: customerParams },
    summary: 'A customer with contacts, consents, open tickets and why they are in their group',
    details: 'The id of one who was joined into another finds the other.',
    answers: { 200: { means: 'Found.', name: 'CustomerFile', schema: customerFile } },
    refusals: [404],
    work: async ({ params: { id } }) => ({ status: 200, body: toFileBody(await open(customers, id)) }),
  });

  const timeline = defineEndpoint({
    ...{
      method: 'get',
      path: `${PATH}/timeline`,
      name: 'getCustomerTimeline',
      permission: 'customers:read',
      params: customerParams,
      query: timelineQuery,
    },
    summary: 'Shipments, conversations, tickets, call-backs and notes of a customer, newest first',
    answers: {
      200: {
        ...{ means: 'A page.', name: 'TimelinePage' },
        schema: z.object({ entries: z.array(timelineEntry), nextCursor: z.string().optional() }),
      },
    },
    async work({ params: { id }, query: { cursor, limit } }) {
      const page = await customers.timeline(id, { limit, ...(cursor !== undefined && { cursor }) });
      return { status: 200, body: { entries: page.entries.map(toEntryBody), nextCursor: page.nextCursor } };
    },
  });
  return [list, get, timeline];
}

async function open(customers: CustomerDesk, id: string): Promise<CustomerFile> {
  const file = await customers.open(id);
  if (!file) throw new AppError('NOT_FOUND', { customer: id });
  return file;
}

function createWriting({ customers, consents }: CustomerEndpointDeps): readonly Endpoint[] {
  const change = defineEndpoint({
    ...{ method: 'patch', path: PATH, name: 'changeCustomer', permission: 'customers:write', params: customerParams },
    summary: 'Change what is known of a customer',
    details:
      'What is left out stays, null empties. With expectedUpdatedAt it is refused when somebody changed the customer since. Interests and birthdays need consent "profile".',
    body: {
      ...{ name: 'CustomerChange', schema: customerChange, maxBytes: MAX_BYTES },
      example: {
        kind: 'firm',
        industry: '茶叶零售',
        goods: '茶叶、茶具',
        accountOwner: 'lin@example.com',
        people: [{ name: '王明', jobTitle: '仓库主管' }],
      },
    },
    answers: { 200: { means: 'Changed.', name: 'CustomerFile', schema: customerFile } },
    refusals: [404, 409],
    async work({ params: { id }, body: { expectedUpdatedAt, ...fields }, by }) {
      // Absent keys are absent: an undefined one would read as a field to empty.
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as CustomerChange;
      const { id: found } = await customers.update(id, given, by, expectedUpdatedAt);
      return { status: 200, body: toFileBody(await open(customers, found)) };
    },
  });

  const addNote = defineEndpoint({
    ...{ method: 'post', path: `${PATH}/notes`, name: 'addCustomerNote', permission: 'customers:write', params: customerParams },
    summary: 'Note a visit or anything else on the timeline',
    body: {
      ...{ name: 'NewCustomerNote', schema: newNote, maxBytes: MAX_BYTES },
      example: { kind: 'visit', author: 'lin@example.com', text: '仓库扩建，下月起发货量翻倍', at: '2026-11-20T10:00:00+08:00' },
    },
    answers: { 201: { means: 'Noted.', name: 'CustomerNote', schema: note } },
    refusals: [404],
    async work({ params: { id }, body }) {
      const { at, ...same } = await customers.addNote(id, body);
      return { status: 201, body: { ...same, at: at.toISOString() } };
    },
  });

  const consent = defineEndpoint({
    ...{ method: 'post', path: `${PATH}/consents`, name: 'addConsent', permission: 'customers:write', params: customerParams },
    summary: 'Record a yes or a no to one purpose; the latest counts',
    details: 'A no to "profile" deletes interests and birthdays.',
    body: {
      ...{ name: 'NewConsent', schema: newConsent, maxBytes: 16 * 1024 },
      example: { purpose: 'profile', isGranted: true, textVersion: '2026-11', channel: 'phone' },
    },
    answers: { 200: { means: 'Recorded.', name: 'CustomerFile', schema: customerFile } },
    refusals: [404],
    async work({ params: { id }, body: { isGranted, ...given } }) {
      await (isGranted ? consents.grant(id, given) : consents.withdraw(id, given));
      return { status: 200, body: toFileBody(await open(customers, id)) };
    },
  });
  return [change, addNote, consent];
}

function createMerging({ merges }: CustomerEndpointDeps): readonly Endpoint[] {
  const merge = defineEndpoint({
    ...{ method: 'post', path: `${PATH}/merge`, name: 'mergeCustomer', permission: 'customers:merge', params: customerParams },
    summary: 'Join a customer into another, on proof that they are one person',
    details:
      'Proof: a code that was sent to a phone on file of this customer, a channel user bound to one of the two, or a decision of your staff with its reason. Everything of this customer becomes the other’s; it can be undone.',
    body: {
      ...{ name: 'NewMerge', schema: newMerge, maxBytes: 16 * 1024 },
      example: { into: 'c2', staffId: 'lin@example.com', factor: { kind: 'staff', reason: '本人到店出示两个账号' } },
    },
    answers: { 200: { means: 'Joined.', name: 'MergeResult', schema: mergeResult } },
    refusals: [404, 409],
    async work({ params: { id }, body: { into, staffId, factor }, by }) {
      return { status: 200, body: await merges.merge(id, into, factor, actFor(by, { id: staffId })) };
    },
  });

  const undo = defineEndpoint({
    ...{ method: 'post', path: '/customer-merges/{id}/undo', name: 'undoMerge', permission: 'customers:merge', params: customerParams },
    summary: 'Take two customers apart again',
    details: 'What was moved and is still there goes back; what came since stays.',
    answers: { 200: { means: 'Apart.', name: 'MergeResult', schema: mergeResult } },
    refusals: [404, 409],
    work: async ({ params: { id }, by }) => ({ status: 200, body: await merges.undo(id, by) }),
  });
  return [merge, undo];
}

function createPrivacy({ privacy, timeZone }: CustomerEndpointDeps): readonly Endpoint[] {
  const copy = defineEndpoint({
    ...{ method: 'get', path: `${PATH}/export`, name: 'exportCustomer', permission: 'customers:export', params: customerParams },
    summary: 'Everything held about a customer, to hand out to them',
    details: 'Verify who asks before you hand it out. Nothing of the other party of their parcels is in it.',
    answers: { 200: { means: 'The copy.', name: 'PersonExport', schema: z.record(z.string(), z.unknown()) } },
    refusals: [404],
    async work({ params: { id } }) {
      const body = await privacy.exportPerson(id);
      if (!body) throw new AppError('NOT_FOUND', { customer: id });
      return { status: 200, body };
    },
  });

  const erase = defineEndpoint({
    ...{ method: 'post', path: `${PATH}/erase`, name: 'eraseCustomer', permission: 'customers:erase', params: customerParams },
    summary: 'Forget a customer, with a certificate of what was done',
    details:
      'Cannot be undone. Refused with reasons while a complaint or claim is open or a legal hold stands. Waybills younger than a year stay as the law asks, and lose the person’s data when the year is over. Later imports do not bring them back.',
    body: {
      ...{ name: 'ErasureRequest', maxBytes: 16 * 1024 },
      schema: z.object({ requestedBy: z.string().trim().min(1).max(254).describe('Who of your staff took the request.') }),
      example: { requestedBy: 'lin@example.com' },
    },
    answers: { 200: { means: 'Forgotten.', name: 'Erasure', schema: erasure } },
    refusals: [404, 409],
    async work({ params: { id }, body: { requestedBy }, by }) {
      return { status: 200, body: toErasureBody(await privacy.erasePerson(id, requestedBy, by), timeZone) };
    },
  });
  return [copy, erase];
}

function toErasureBody(done: Erasure, timeZone: string): z.input<typeof erasure> {
  const lines = (locale: Locale): string[] => [...describeErasure(done, locale, timeZone)];
  return {
    ...done,
    at: done.at.toISOString(),
    kept: done.kept.map(({ until, ...each }) => ({ ...each, until: until.toISOString() })),
    certificate: { 'zh-Hans': lines('zh-Hans'), 'zh-Hant': lines('zh-Hant'), en: lines('en') },
  };
}
