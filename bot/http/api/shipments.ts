import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { toOffsetIso } from '../../../core/placeClock.ts';
import type { NewEvent, Party, Shipment, ShipmentIntake, Shipments, TrackingEvent } from '../../../rules/shipments/types.ts';
import { defineEndpoint, type Endpoint, invalid } from './endpoint.ts';
import { EVENTS_EXAMPLE, SHIPMENT_EXAMPLE } from './examples.ts';
import { trackingNumber } from './fields.ts';
import { createEventsBody, shipmentBody, shipmentSummary, shipmentWithEvents, toNewShipment } from './shipmentSchemas.ts';

export interface ShipmentEndpointDeps {
  readonly intake: ShipmentIntake;
  readonly shipments: Pick<Shipments, 'find'>;
  readonly clock: Clock;
}

const MAX_SHIPMENT_BYTES = 1024 * 1024;
const MAX_EVENTS_BYTES = 8 * 1024 * 1024;

const params = z.object({ trackingNumber });

/** How the company's systems tell of shipments and read them back. */
export function createShipmentEndpoints({ intake, shipments, clock }: ShipmentEndpointDeps): readonly Endpoint[] {
  const path = '/shipments/{trackingNumber}';

  const put = defineEndpoint({
    ...{ method: 'put', path, name: 'putShipment', permission: 'shipments:write', params },
    summary: 'Announce a shipment, or replace what is known of it',
    details: 'Replaces the whole: what is left out is removed; events and status stay. Putting the same again changes nothing.',
    body: { name: 'NewShipment', schema: shipmentBody, maxBytes: MAX_SHIPMENT_BYTES, example: SHIPMENT_EXAMPLE },
    answers: {
      200: { means: 'Replaced.', name: 'ShipmentSummary', schema: shipmentSummary },
      201: { means: 'Created.', name: 'ShipmentSummary', schema: shipmentSummary },
    },
    async work({ params: { trackingNumber: number }, body }) {
      const outcome = await intake.put(toNewShipment(number, body));
      const stored = await shipments.find(number);
      if (!stored) throw new Error(`the shipment ${number} was put and is not there`);
      return { status: outcome === 'created' ? 201 : 200, body: toSummary(stored) };
    },
  });

  const get = defineEndpoint({
    ...{ method: 'get', path, name: 'getShipment', permission: 'shipments:read', params },
    summary: 'A shipment with its latest 50 events, newest first',
    details: "A piece's number finds its shipment.",
    answers: { 200: { means: 'Found.', name: 'Shipment', schema: shipmentWithEvents } },
    refusals: [404],
    async work({ params: { trackingNumber: number } }) {
      const shipment = await shipments.find(number);
      if (!shipment) throw new AppError('NOT_FOUND', { trackingNumber: number });
      return { status: 200, body: { ...toSummary(shipment), events: shipment.events.map(toEvent) } };
    },
  });

  const post = defineEndpoint({
    ...{ method: 'post', path: `${path}/events`, name: 'addEvents', permission: 'shipments:write', params },
    summary: 'Report what happened to a shipment',
    details:
      'Any number of events up to 10,000, in any order, all taken or none. One that was told before (same `id`, or same instant, code, text and piece) is counted as a duplicate and changes nothing; what differs under a known `id` corrects the event and is accepted. Below the number of a piece, the events are about that piece.',
    body: { name: 'NewEvents', schema: createEventsBody(clock), maxBytes: MAX_EVENTS_BYTES, example: EVENTS_EXAMPLE },
    answers: { 202: { means: 'Stored.', name: 'EventsResult', schema: z.object({ accepted: z.int(), duplicates: z.int() }) } },
    refusals: [404],
    async work({ params: { trackingNumber: number }, body }) {
      const result = await intake.append(number, await assignPieces(shipments, number, body.events));
      if (!result) throw new AppError('NOT_FOUND', { trackingNumber: number });
      return { status: 202, body: result };
    },
  });

  return [put, get, post];
}

/**
 * Events below a piece's number are about that piece: taken for the whole shipment, one delivered parcel would close all. A
 * piece that is not the shipment's is refused, since no status would ever follow from it. Costs a read only where one is named.
 */
async function assignPieces(shipments: Pick<Shipments, 'find'>, number: string, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
  if (!/-\d+$/.test(number) && events.every(({ piece }) => piece === undefined)) return events;
  const shipment = await shipments.find(number);
  if (!shipment) throw new AppError('NOT_FOUND', { trackingNumber: number });
  const whole = shipment.trackingNumber;
  const allowed = number === whole ? [whole, ...shipment.pieces.map((piece) => piece.number)] : [number];
  const problems = events.flatMap(({ piece }, at) =>
    piece === undefined || allowed.includes(piece) ? [] : [{ path: `events[${at}].piece`, message: `is no piece of ${number}` }],
  );
  if (problems.length > 0) throw invalid(problems);
  return events.map(({ piece = number, ...event }) => (piece === whole ? event : { ...event, piece }));
}

function toSummary(shipment: Shipment): z.input<typeof shipmentSummary> {
  const { trackingNumber: number, orderNumber, service, direction, status, reason, weightGrams, itemSummary } = shipment;
  return {
    ...{ trackingNumber: number, orderNumber, service, direction, status, reason, weightGrams, itemSummary },
    promisedAt: shipment.promisedAt?.toISOString(),
    lastEventAt: shipment.lastEventAt?.toISOString(),
    lastScan: shipment.lastScan && toEvent(shipment.lastScan),
    arrivedAt: shipment.arrivedAt?.toISOString(),
    withdrawn: shipment.withdrawn && toEvent(shipment.withdrawn),
    createdAt: shipment.createdAt.toISOString(),
    pieces: shipment.pieceCount,
    pieceStatuses: shipment.pieces.map((piece) => ({ ...piece })),
    sender: toParty(shipment.sender),
    recipient: toParty(shipment.recipient),
  };
}

function toParty({ name, phone, country, province, city }: Party) {
  return { name, phone, address: { country, province, city } };
}

function toEvent({ occurredAt, utcOffsetMinutes, status, reason, text, locationName, city, country, signedBy, piece }: TrackingEvent) {
  const isPlaced = locationName !== undefined || city !== undefined || country !== undefined;
  const location = isPlaced ? { name: locationName, city, country } : undefined;
  return { occurredAt: toOffsetIso(occurredAt, utcOffsetMinutes), status, reason, text, location, signedBy, piece };
}
