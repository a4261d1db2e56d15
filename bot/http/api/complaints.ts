import { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import { actFor, nameOf, type Principal } from '../../../rules/access/principal.ts';
import type { ComplaintDesk, ComplaintFilter } from '../../../rules/complaints/desk.ts';
import { toPublic } from '../../../rules/complaints/publish.ts';
import type { ComplaintEvent } from '../../../rules/complaints/types.ts';
import type { Uploads } from '../../../rules/conversations/types.ts';
import { toFileAnswer } from '../../files/serve.ts';
import { category, complaint, complaintChange, complaintWithEvents, severity, status, toChange, type } from './complaintSchemas.ts';
import { BYTES, defineEndpoint, type Endpoint } from './endpoint.ts';
import { COMPLAINT_CHANGE_EXAMPLE } from './examples.ts';
import { queryInstant, text, trackingNumber } from './fields.ts';

export interface ComplaintEndpointDeps {
  readonly complaints: ComplaintDesk;
  readonly uploads: Pick<Uploads, 'find'>;
}

const MAX_CHANGE_BYTES = 128 * 1024;

const reference = text(40).toUpperCase();
const params = z.object({ reference });

const statuses = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .pipe(z.array(status))
  .describe('One status, or several with commas between: any of them.');

const query = z.object({
  updatedAfter: queryInstant.optional().meta({ description: 'Only those changed at this instant or after it.' }),
  type: type.optional(),
  status: statuses.optional(),
  severity: severity.optional(),
  category: category.optional(),
  owner: text(100).optional().describe('`none`: those that nobody has.'),
  team: text(100).optional(),
  trackingNumber: trackingNumber.optional(),
  customerId: text(100).optional(),
  dueBefore: queryInstant.optional().meta({ description: 'Only those to be resolved before this instant.' }),
  order: z
    .enum(['updated', 'due'])
    .default('updated')
    .describe('`updated`: oldest change first, for following. `due`: what is to be resolved first, for working.'),
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/, 'must be the nextCursor of an earlier answer')
    .optional()
    .describe('The nextCursor of the page before, with the same order.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A key of the caller's own making, such as a UUID or the id of the row it comes from. */
export const idempotency = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters')
    .optional()
    .describe('The same key again for the same resource changes nothing and answers as things now stand. Make a new one for each change.'),
});

/** How the company's systems follow tickets and work on them. */
export function createComplaintEndpoints({ complaints, uploads }: ComplaintEndpointDeps): readonly Endpoint[] {
  const path = '/complaints/{reference}';

  async function read(wanted: string) {
    const found = await complaints.open(wanted);
    if (!found) throw new AppError('NOT_FOUND', { reference: wanted });
    return found;
  }

  const list = defineEndpoint({
    ...{ method: 'get', path: '/complaints', name: 'listComplaints', permission: 'complaints:read', query },
    summary: 'Complaints, suggestions and praise',
    details:
      'To follow every change: go on until there is no nextCursor, keep the updatedAt of the last ticket, and begin there the next time. A ticket that changed twice is told once, as it now is.',
    answers: {
      200: {
        means: 'A page.',
        name: 'ComplaintPage',
        schema: z.object({ complaints: z.array(complaint), nextCursor: z.string().optional() }),
      },
    },
    async work({ query: { order, cursor, limit, ...conditions } }) {
      const page = await complaints.list(toFilter(conditions), { order, limit, ...(cursor !== undefined && { cursor }) });
      return { status: 200, body: { complaints: page.complaints.map(toPublic), nextCursor: page.nextCursor } };
    },
  });

  const get = defineEndpoint({
    ...{ method: 'get', path, name: 'getComplaint', permission: 'complaints:read', params },
    summary: 'A ticket with all that happened to it, oldest first',
    answers: { 200: { means: 'Found.', name: 'ComplaintWithEvents', schema: complaintWithEvents } },
    refusals: [404],
    async work({ params: { reference: wanted } }) {
      const found = await read(wanted);
      return { status: 200, body: { ...toPublic(found.complaint), events: found.events.map(toLine) } };
    },
  });

  const patch = defineEndpoint({
    ...{ method: 'patch', path, name: 'changeComplaint', permission: 'complaints:write', params, headers: idempotency },
    summary: 'Work on a ticket: move it on, answer the customer, hand it to somebody',
    details:
      'All of the change happens or nothing. The customer hears of what concerns them in their chat: messages, questions, offers, results. A status the ticket may not take is refused with 409 and the ones it may in `allowed`; the one it already has is no change.',
    body: { name: 'ComplaintChange', schema: complaintChange, maxBytes: MAX_CHANGE_BYTES, example: COMPLAINT_CHANGE_EXAMPLE },
    answers: { 200: { means: 'Changed, or as it was where nothing differed.', name: 'Complaint', schema: complaint } },
    refusals: [404, 409],
    async work({ params: { reference: wanted }, headers, body, by }) {
      const key = headers['Idempotency-Key'];
      const changed = await complaints.change(wanted, toChange(body), actFor(by, { id: body.actor?.id, rank: body.actor?.role }), {
        ...(body.expectedVersion !== undefined && { expectedVersion: body.expectedVersion }),
        ...(key !== undefined && { idempotencyKey: `${placeOfKeys(by)}:${key}` }),
      });
      return { status: 200, body: toPublic(changed) };
    },
  });

  const getFile = defineEndpoint({
    ...{
      method: 'get',
      path: `${path}/files/{id}`,
      name: 'getComplaintFile',
      permission: 'complaints:read',
      params: params.extend({ id: text(100) }),
    },
    summary: 'A file the customer sent as evidence',
    details: 'Pictures are without what cameras write into them (place, device). PDFs are as they were sent: open them with care.',
    answers: { 200: { means: 'The bytes, with the type the file truly is.', name: 'File', schema: BYTES, type: '*/*' } },
    refusals: [404],
    async work({ params: { reference: wanted, id } }) {
      const { complaint: ticket } = await read(wanted);
      const found = ticket.files.some((one) => one.id === id) ? await uploads.find(id) : undefined;
      if (!found) throw new AppError('NOT_FOUND', { id });
      return toFileAnswer(found);
    },
  });

  return [list, get, patch, getFile];
}

/** Apart from the ids of customers' messages, which are keys of the same ticket too, and from what other systems think of. */
function placeOfKeys(by: Principal): string {
  const name = nameOf(by);
  // As API_KEY's stand in stores that knew no other.
  return name === 'key:api' ? 'api' : name;
}

type Conditions = Omit<z.output<typeof query>, 'order' | 'cursor' | 'limit'>;

function toFilter({ status: wanted, owner, ...same }: Conditions): ComplaintFilter {
  const all = { ...same, statuses: wanted, owner: owner === 'none' ? null : owner };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function toLine({ at, actor, ...same }: ComplaintEvent) {
  return { ...same, at: at.toISOString(), actor: { type: actor.type, id: actor.id }, data: { ...same.data } };
}
