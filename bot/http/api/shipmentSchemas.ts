import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import type { NewShipment } from '../../../rules/shipments/types.ts';
import { SERVICES, SHIPMENT_STATUSES, STATUS_REASONS } from '../../../rules/shipments/types.ts';
import { MAX_ENTRIES } from './endpoint.ts';
import { country, offsetInstant, optional, optionalCountry, optionalText, phone, text, textOrBlank, trackingNumber } from './fields.ts';
import { money } from './money.ts';

const status = z.enum(SHIPMENT_STATUSES);
const reason = z.enum(STATUS_REASONS);

const address = z.object({
  country,
  province: optional(textOrBlank(100), '').describe('Left out or empty where there are none, as in the United Kingdom or Singapore.'),
  city: text(100),
  district: optionalText(100),
  street: optional(textOrBlank(300), '').describe('Left out or empty where a building or an estate has none, as often in Hong Kong.'),
  postcode: optionalText(20),
});

const party = z.object({ name: text(100), phone, address });

const item = z.object({
  description: text(500),
  quantity: z.int().min(1).max(1_000_000),
  unitValue: optional(money),
  hsCode: optionalText(20),
  originCountry: optionalCountry,
});

/**
 * The body of a PUT. It replaces what was there: what is left out is removed. Unknown fields are ignored, here as everywhere in
 * the API, so that systems can be updated before this server is.
 */
export const shipmentBody = z.object({
  orderNumber: optionalText(64),
  service: optional(z.enum(SERVICES), 'STANDARD'),
  direction: optional(z.enum(['forward', 'return'])),
  promisedAt: optional(offsetInstant),
  declaredValue: optional(money),
  insuredValue: optional(money),
  freight: optional(money),
  pieces: optional(z.int().min(1).max(999), 1),
  weightGrams: optional(z.int().min(1).max(100_000_000)),
  sender: party,
  recipient: party,
  customer: optional(z.object({ externalId: text(128), name: optionalText(100) })),
  items: optional(z.array(item).max(500), []),
});

const HOUR_MS = 3_600_000;

/** The body of a report of events; `clock` says what is still to come. */
export function createEventsBody(clock: Clock) {
  // An hour for clocks that go wrong: a scan told from tomorrow would hide every scan until then.
  const occurredAt = offsetInstant.refine(
    ({ at }) => !(at.getTime() > clock.now().getTime() + HOUR_MS),
    'lies more than an hour in the future',
  );
  const event = z.object({
    id: optionalText(200).describe(
      'Your own id of the event: told again under it, the event is corrected. Without one an event is known by instant, code, text and piece.',
    ),
    occurredAt: occurredAt.describe('The offset is kept and given back; `Z` says that nobody knows whose clock it was.'),
    status,
    reason: optional(reason),
    code: optionalText(64),
    text: text(2000),
    location: optional(z.object({ name: optionalText(200), city: optionalText(100), country: optionalCountry })),
    signedBy: optionalText(100),
    piece: optional(trackingNumber).describe('Number of the piece the event is about; left out, it speaks of the whole shipment.'),
  });
  const told = event.transform(({ occurredAt: { at, ...offset }, ...rest }) => ({ ...rest, occurredAt: at, ...offset }));
  return z.object({ events: z.array(told).min(1).max(MAX_ENTRIES) });
}

/** A checked body in the words of the intake. */
export function toNewShipment(number: string, { pieces, promisedAt, ...body }: z.output<typeof shipmentBody>): NewShipment {
  const promise = promisedAt && { promisedAt: promisedAt.at, promisedOffsetMinutes: promisedAt.utcOffsetMinutes };
  return { trackingNumber: number, pieceCount: pieces, ...body, ...promise };
}

const shownParty = z.object({
  name: z.string(),
  phone: z.string(),
  address: z.object({ country: z.string(), province: z.string(), city: z.string() }),
});

const shownEvent = z.object({
  occurredAt: z.iso.datetime({ offset: true }),
  status,
  reason: reason.optional(),
  text: z.string(),
  location: z.object({ name: z.string().optional(), city: z.string().optional(), country: z.string().optional() }).optional(),
  signedBy: z.string().optional(),
  piece: z.string().optional(),
});

/** A shipment as it is told back. */
export const shipmentSummary = z.object({
  trackingNumber: z.string(),
  orderNumber: z.string().optional(),
  service: z.enum(SERVICES),
  direction: z.enum(['forward', 'return']),
  status,
  reason: reason.optional(),
  promisedAt: z.iso.datetime().optional(),
  lastEventAt: z.iso.datetime().optional().describe('When it was last scanned; notes are no scans.'),
  lastScan: shownEvent.optional().describe('The scan the status rests on; of a delivery its time, place and signer.'),
  arrivedAt: z.iso.datetime().optional().describe('When a delivered shipment first had arrived whole.'),
  withdrawn: shownEvent.optional().describe('A delivery that was taken back.'),
  createdAt: z.iso.datetime(),
  pieces: z.int(),
  pieceStatuses: z.array(z.object({ number: z.string(), status })),
  weightGrams: z.int().optional(),
  sender: shownParty,
  recipient: shownParty,
  itemSummary: z.string().optional(),
});

/** Events newest first, the latest 50. */
export const shipmentWithEvents = shipmentSummary.extend({ events: z.array(shownEvent) });

/** For the document: what the schemas above are made of. */
export const SHIPMENT_PARTS = {
  Status: status,
  Reason: reason,
  Address: address,
  Party: party,
  Item: item,
  Money: money,
  TrackingEvent: shownEvent,
} as const;
