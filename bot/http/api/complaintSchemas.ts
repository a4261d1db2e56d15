import { z } from 'zod';
import { LOCALES } from '../../../core/types.ts';
import { COMPLAINT_STATUSES, REMEDIES, SEVERITIES, TICKET_CATEGORIES, TICKET_TYPES } from '../../../rules/complaints/codes.ts';
import { COMPLAINT_ACTIONS, type ComplaintChange, ROOT_CAUSES } from '../../../rules/complaints/types.ts';
import { loweringRole, optional, optionalText, personId, text } from './fields.ts';
import { money } from './money.ts';

/** What a ticket and a change of it are made of. */
export const type = z.enum(TICKET_TYPES);
export const category = z.enum(TICKET_CATEGORIES);
export const status = z.enum(COMPLAINT_STATUSES);
export const severity = z.enum(SEVERITIES).describe('P0: safety, law or media. P1: serious. P2: normal. P3: minor.');
const rootCause = z.enum(ROOT_CAUSES);
const remedyType = z.enum(REMEDIES);

/** As in what is sent, so that a client has one type for it. */
const shownMoney = z.object({ amount: z.string().describe('Decimal, with all digits the currency has.'), currency: z.string() });
const instant = z.iso.datetime();
const MAX_WORDS = 4000;

const file = z.object({
  id: z.string().describe('For GET /complaints/{reference}/files/{id}.'),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
});

const actor = z.object({
  type: z.enum(['customer', 'bot', 'agent', 'system']),
  id: z
    .string()
    .describe('Of an agent: whom your system named, with the name of its key as `key` in `data`; else the key, e.g. `key:crm`.'),
});

/** A ticket as it is told, here and in every complaint webhook (`data`). */
export const complaint = z.object({
  reference: z.string().describe('What the customer was told, `CMP-YYYYMMDD-NNNN`; for suggestions and praise too.'),
  version: z.int().describe('Grows by one with each change: of two states of a ticket the one with the higher version is the later.'),
  type,
  category,
  severity,
  status,
  locale: z.enum(LOCALES).describe('The language to write and phone in.'),
  channel: z.string(),
  conversationId: z.string(),
  verifiedLevel: z
    .union([z.literal(0), z.literal(1), z.literal(2)])
    .describe('How far the customer proved who they are. 0: not. 1: last four digits of a phone. 2: signed in, or a code sent to it.'),
  mood: z
    .object({ anger: z.union([z.literal(0), z.literal(1), z.literal(2)]), risks: z.array(z.string()).readonly() })
    .describe('How the customer said it. `anger`: 0 calm, 1 annoyed, 2 furious. `risks`: injury, legal, media and the like.'),
  trackingNumber: z.string().optional(),
  customerId: z.string().optional().describe('Only where the customer is known for sure; see GET /customers/{id}.'),
  description: z.string().describe("The customer's own words; what they added later stands on lines of its own."),
  remedySought: remedyType.optional().describe('What the customer asked for.'),
  contactPhone: z.string().optional().describe('E.164.'),
  contactName: z.string().optional(),
  praised: z.string().optional().describe('Whom praise is for, as the customer named them.'),
  due: z
    .object({
      firstResponseAt: instant.describe('When a person is to have answered.'),
      resolveAt: instant.describe(
        'When the matter is to be settled: what the customer was promised. Moves while we wait for the customer.',
      ),
      statutoryAt: instant.describe('Seven days after it was made (Interim Regulations on Express Delivery of the PRC, article 28).'),
    })
    .describe('The three clocks.'),
  firstRespondedAt: instant.optional(),
  resolvedAt: instant.optional(),
  closedAt: instant.optional(),
  pausedSeconds: z.int().describe('How long the clock of `resolveAt` stood still while we waited for the customer.'),
  remedy: z
    .object({ type: remedyType, text: z.string(), amount: shownMoney.optional() })
    .optional()
    .describe('What the customer was last offered.'),
  resolution: z.string().optional(),
  rootCause: rootCause.optional(),
  station: z.string().optional().describe('Where it went wrong.'),
  correctiveAction: z.string().optional().describe('What is done so that it does not happen again.'),
  duplicateOf: z.string().optional().describe('The reference of the ticket this one was merged into.'),
  incident: z.string().optional().describe('`INC-YYYYMMDD-NNNN`: many customers with the same trouble at one station within a day.'),
  contactCount: z.int().describe('How often the customer came with it.'),
  reopenCount: z.int(),
  owner: z.string().optional(),
  team: z.string().optional(),
  files: z.array(file).readonly().describe('What the customer sent as evidence.'),
  createdAt: instant,
  updatedAt: instant,
});

/** One line of the audit as it is told. */
const auditLine = z.object({
  seq: z.int(),
  at: instant,
  actor,
  action: z.enum(COMPLAINT_ACTIONS),
  from: status.optional(),
  to: status.optional(),
  data: z.record(z.string(), z.unknown()).describe('Codes and numbers of this action.'),
  words: z.string().optional().describe('What was said or written; gone once the person was erased.'),
});

/** A ticket with its audit, oldest line first. */
export const complaintWithEvents = complaint.extend({ events: z.array(auditLine) });

/** Null takes it away, absent leaves it. */
const nullableText = z
  .union([text(100), z.null()])
  .optional()
  .describe('Null: nobody any more.');

/** The body of a PATCH: any of it, all or nothing. */
export const complaintChange = z.object({
  status: optional(status).describe('Where the ticket goes. What must come with it: see the fields that name a status.'),
  reason: optionalText(MAX_WORDS).describe(
    'Why, for the audit. Must come with ACCEPTED, REJECTED, WITHDRAWN, REOPENED: how the customer said so.',
  ),
  message: optionalText(MAX_WORDS).describe(
    "Said to the customer in their chat, in the ticket's language. Must come with WAITING_CUSTOMER: what is asked.",
  ),
  note: optionalText(MAX_WORDS).describe('For colleagues only.'),
  owner: nullableText.describe('Who works on it, e.g. an e-mail address. Null: nobody any more.'),
  team: nullableText.describe('Null: none any more.'),
  category: optional(category),
  severity: optional(severity),
  remedy: optional(z.object({ type: remedyType, text: text(1000), amount: optional(money) })).describe(
    "Offered to the customer, who reads `text` and may accept or refuse in the chat. Must come with RESOLUTION_PROPOSED. Write in the ticket's language.",
  ),
  resolution: optionalText(MAX_WORDS).describe(
    'What the customer reads as the result. Must come with RESOLVED, unless an accepted remedy says it.',
  ),
  rootCause: optional(rootCause).describe('Must be known when the ticket becomes RESOLVED.'),
  station: optionalText(200),
  correctiveAction: optionalText(MAX_WORDS),
  mergedInto: optionalText(40).describe('The reference of the other ticket. Must come with MERGED.'),
  actor: optional(z.object({ id: personId(100), role: optional(loweringRole) })).describe(
    'Who of your people does this, for the audit: `id` as your system has it. Default: the key, e.g. `key:crm`. Up to what `amount` a remedy may be offered is decided by the role of the key.',
  ),
  expectedVersion: optional(z.int().min(1)).describe(
    'Refuses with 409 when the ticket has another version by now. Default: changes whatever is there.',
  ),
});

/** A checked body in the words of the desk. Without a field, nothing is said about it. */
export function toChange({
  status: to,
  actor: _actor,
  expectedVersion: _version,
  mergedInto,
  ...rest
}: z.output<typeof complaintChange>): ComplaintChange {
  const all = { ...rest, to, mergedInto: mergedInto?.toUpperCase() };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** For the document: what the schemas above are made of. */
export const COMPLAINT_PARTS = { TicketType: type, TicketCategory: category, TicketStatus: status, Severity: severity } as const;
