import { z } from 'zod';
import { LOCALES } from '../../../core/types.ts';
import { SEGMENTS } from '../../../rules/customers/segments.ts';
import {
  CONSENT_PURPOSES,
  CUSTOMER_STATUSES,
  type Customer,
  type CustomerFile,
  NOTE_KINDS,
  type TimelineEntry,
} from '../../../rules/customers/types.ts';
import { instant, optional, optionalText, personId, phone, queryInstant, text } from './fields.ts';

const segment = z.enum(SEGMENTS);
const textInAll = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });

/** Ids are ours; an unknown form is an id that nobody has. */
export const customerId = text(64).regex(/^[\w-]+$/, 'must be an id of this API');
export const customerParams = z.object({ id: customerId });

const cursor = z
  .string()
  .regex(/^[\w-]{1,200}$/, 'must be the nextCursor of an earlier answer')
  .optional()
  .describe('The nextCursor of the page before.');

export const customerQuery = z.object({
  segment: segment.optional(),
  q: z.string().min(2).max(100).optional().describe('How a name, a phone or the id in your systems begins.'),
  status: z.enum(['active', 'merged', 'erased']).default('active'),
  updatedAfter: queryInstant.optional().meta({ description: 'Only those changed at this instant or after it.' }),
  cursor,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const timelineQuery = z.object({ cursor, limit: z.coerce.number().int().min(1).max(200).default(50) });

export const customer = z.object({
  id: z.string(),
  externalId: z.string().optional().describe('The id in your systems.'),
  name: z.string().optional(),
  locale: z.string().optional(),
  kind: z.enum(['person', 'firm']),
  company: z.string().optional(),
  industry: z.string().optional(),
  goods: z.string().optional(),
  address: z.string().optional(),
  accountOwner: z.string().optional(),
  preferredChannel: z.string().optional(),
  serviceScore: z.object({ mean: z.number(), count: z.int() }).optional().describe('What they scored your service, 1 to 5.'),
  status: z.enum(CUSTOMER_STATUSES),
  segment: segment.optional(),
  segmentedAt: z.iso.datetime().optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

const person = z.object({
  id: z.string(),
  name: z.string(),
  jobTitle: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  relationship: z.string().optional(),
  interests: z.string().optional(),
  birthdayOn: z.string().optional(),
});

export const customerFile = customer.extend({
  mergedIds: z.array(z.string()).describe('Ids that are joined into this one.'),
  contacts: z.array(z.object({ kind: z.enum(['phone', 'email']), value: z.string(), verifiedAt: z.iso.datetime().optional() })),
  people: z.array(person).describe('Interests and birthday only while consent "profile" stands.'),
  consents: z.array(
    z.object({
      purpose: z.enum(CONSENT_PURPOSES),
      isGranted: z.boolean(),
      textVersion: z.string(),
      channel: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  openTickets: z.int(),
  conversations: z.array(z.object({ id: z.string(), channel: z.string(), mode: z.string(), createdAt: z.iso.datetime() })),
  shipmentCount: z.int().describe('Counted to 10,000.'),
  segmentBasis: z.record(z.string(), z.unknown()).optional().describe('The numbers the group was computed from; amounts in fen.'),
  segmentSays: textInAll.optional(),
});

const nullable = (max: number) => text(max).nullable().optional();
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, 'must be an e-mail address');
const e164 = z.string().regex(/^\+\d{6,15}$/, 'must be a phone as +8613800001234');

/** Null empties a field; what is left out stays. */
export const customerChange = z.object({
  expectedUpdatedAt: optional(instant),
  name: nullable(100),
  locale: z.enum(LOCALES).nullable().optional(),
  kind: z.enum(['person', 'firm']).optional(),
  company: nullable(200),
  industry: nullable(100),
  goods: nullable(500),
  address: nullable(500),
  accountOwner: email.nullable().optional(),
  preferredChannel: nullable(40),
  contacts: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('phone'), value: e164 }),
        z.object({ kind: z.literal('email'), value: email }),
      ]),
    )
    .max(50)
    .optional()
    .describe('The whole list.'),
  people: z
    .array(
      z.object({
        id: optionalText(64),
        name: text(100),
        jobTitle: optionalText(100),
        phone: optional(phone),
        email: optional(email),
        relationship: optionalText(200),
        interests: optionalText(500),
        birthdayOn: optional(z.string().regex(/^(\d{4}|-)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be YYYY-MM-DD, or --MM-DD')),
      }),
    )
    .max(200)
    .optional()
    .describe('The whole list.'),
});

export const newNote = z.object({
  kind: z.enum(NOTE_KINDS).default('note'),
  author: text(254).describe('Who wrote it, as you call your staff.'),
  text: text(4000),
  at: instant.describe('When it was; the same note told again is one.'),
});
export const note = z.object({ id: z.string(), kind: z.enum(NOTE_KINDS), author: z.string(), text: z.string(), at: z.iso.datetime() });

export const newConsent = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  isGranted: z.boolean(),
  textVersion: text(64).describe('Which wording was shown.'),
  channel: text(40),
});

export const newMerge = z.object({
  into: customerId.describe('Who it becomes.'),
  staffId: personId(254).describe('Who of your staff asks for it; kept with the name of the key.'),
  factor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('phone_code'), phone: e164 }),
    z.object({ kind: z.literal('channel_identity'), channel: text(40), userId: text(256) }),
    z.object({ kind: z.literal('staff'), reason: text(500) }),
  ]),
});
export const mergeResult = z.object({
  mergeId: z.string(),
  fromId: z.string(),
  intoId: z.string(),
  counts: z.record(z.string(), z.int()).describe('Rows moved, or given back, by table.'),
});

export const timelineEntry = z
  .object({ kind: z.enum(['shipment', 'conversation', 'complaint', 'callback', 'note']), id: z.string(), at: z.iso.datetime() })
  .catchall(z.unknown());

const counts = z.record(z.string(), z.int());
export const erasure = z.object({
  reference: z.string(),
  at: z.iso.datetime(),
  requestedBy: z.string(),
  actor: z.string().optional().describe('With whose key it was done, e.g. `key:privacy`.'),
  deleted: counts,
  redacted: counts.describe('Rows that stay without name, phone, address or words.'),
  kept: z.array(z.object({ what: z.string(), count: z.int(), reason: z.string(), until: z.iso.datetime() })),
  certificate: z.object({ 'zh-Hans': z.array(z.string()), 'zh-Hant': z.array(z.string()), en: z.array(z.string()) }),
});

export function toCustomerBody({ segmentedAt, createdAt, updatedAt, ...same }: Customer): z.input<typeof customer> {
  return { ...same, segmentedAt: segmentedAt?.toISOString(), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function toFileBody(file: CustomerFile): z.input<typeof customerFile> {
  const { customer: found, contacts, people, consents, conversations, mergedIds, segmentBasis, ...same } = file;
  return {
    ...toCustomerBody(found),
    ...same,
    mergedIds: [...mergedIds],
    contacts: contacts.map(({ verifiedAt, ...each }) => ({ ...each, verifiedAt: verifiedAt?.toISOString() })),
    people: [...people],
    consents: consents.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    conversations: conversations.map(({ createdAt, ...each }) => ({ ...each, createdAt: createdAt.toISOString() })),
    ...(segmentBasis && { segmentBasis: { ...segmentBasis } }),
  };
}

export function toEntryBody({ at, ...same }: TimelineEntry): z.input<typeof timelineEntry> {
  return { ...same, at: at.toISOString() };
}
