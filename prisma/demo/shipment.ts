import { DAY_MS, HOUR_MS } from '../../core/days.ts';
import { hashText } from '../../core/ids.ts';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { deriveShipment } from '../../rules/shipments/derive.ts';
import { type Service, type ShipmentStatus, TERMINAL_STATUSES } from '../../rules/shipments/types.ts';
import { beijingMidnight } from './calendar.ts';
import { type Ending, endWith } from './endings.ts';
import type { Good } from './goods.ts';
import type { Random } from './random.ts';
import { planRoute, type Step, travel } from './route.ts';
import type { DemoParty, EventRow, ItemRow, PieceRow, ShipmentBundle } from './rows.ts';
import type { Spot } from './spots.ts';

/** What is decided of a shipment before its scans are made up. */
export interface Plan {
  /** Of the tracking number; also in the order number and the ids. */
  readonly serial: number;
  readonly customerId: string | null;
  readonly from: Spot;
  readonly to: Spot;
  readonly sender: DemoParty;
  readonly recipient: DemoParty;
  readonly service: Service;
  readonly direction: 'forward' | 'return';
  readonly pieceCount: number;
  readonly goods: readonly { readonly good: Good; readonly quantity: number }[];
  readonly ending: Ending;
  /** Days lost on the way. */
  readonly delayDays: number;
  /** Closed stories start on a day; open ones are told backwards from their last scan. */
  readonly when: { readonly startedAtMs: number } | { readonly lastScanAtMs: number };
  /** Against `now`, for open ones; `usual` is what the service promises from the day of the label. */
  readonly promise: 'usual' | 'ahead' | 'passed';
}

const PROMISED_HOUR = 20;
// Customs and clocks behind Beijing's: a day more is promised than the way takes.
const CUSTOMS_SPARE_DAYS: Readonly<Record<Service, number>> = { EXPRESS: 0, STANDARD: 0, ECONOMY: 0, INTERNATIONAL: 1 };

/** A shipment with its pieces, items and scans. Nothing in it lies after `nowMs`. */
export function createShipment(plan: Plan, random: Random, nowMs: number): ShipmentBundle {
  const { from, to, service, sender, recipient, pieceCount, goods, direction } = plan;
  const route = planRoute(from, to, sender.district, recipient.district, service === 'EXPRESS', random);
  const steps = endWith(plan.ending, travel(route, plan.delayDays, random), route, random);
  const firstDayMs = firstDayOf(plan, steps);
  const trackingNumber = createOwnNumber(plan.serial);
  const id = `demo-shipment-${plan.serial}`;
  const pieceNumbers = pieceCount > 1 ? Array.from({ length: pieceCount }, (_, at) => `${trackingNumber}-${at + 1}`) : [];
  const events = steps.map((step, at) =>
    toEvent(step, at, at === steps.length - 1 ? lastScanOf(plan, step, firstDayMs) : timeOf(step, firstDayMs), id, pieceNumbers),
  );
  const state = deriveShipment(
    events.map(({ reason, pieceNumber, city, signedBy, ...event }) => ({
      ...event,
      ...(reason && { reason }),
      ...(city !== null && { city }),
      ...(signedBy !== null && { signedBy }),
      ...(pieceNumber !== null && { piece: pieceNumber }),
    })),
    { pieces: pieceNumbers, ends: { sender, recipient } },
  );
  const status: ShipmentStatus = steps.length === 0 ? 'UNKNOWN' : state.status;
  const createdAtMs = events[0]?.occurredAt.getTime() ?? firstDayMs;
  const updatedAt = state.lastEventAt ?? new Date(createdAtMs);
  const declaredMinor = goods.reduce((sum, { good, quantity }) => sum + good.unitMinor * quantity, 0);
  const weightGrams = goods.reduce((sum, { good, quantity }) => sum + good.weightGrams * quantity, 0) * pieceCount;
  const shipment = {
    id,
    trackingNumber,
    orderNumber: `SO-${String(plan.serial).slice(-9)}`,
    customerId: plan.customerId,
    service,
    direction,
    status,
    reason: state.reason ?? null,
    promisedAt: new Date(promisedAtMs(plan, firstDayMs, route.days, nowMs)),
    declaredMinor,
    declaredCurrency: 'CNY',
    insuredMinor: declaredMinor > 40_000 && random.chance(0.5) ? declaredMinor : null,
    insuredCurrency: 'CNY',
    freightMinor: freightOf(service, weightGrams),
    freightCurrency: 'CNY',
    pieceCount,
    weightGrams,
    sender,
    recipient,
    senderPhone: sender.phone,
    recipientPhone: recipient.phone,
    itemSummary: goods.map(({ good }) => nameOf(good, to)).join(', '),
    lastScanId: state.lastScan?.id ?? null,
    lastEventAt: state.lastEventAt ?? null,
    arrivedAt: state.arrivedAt ?? null,
    isDemo: true,
    createdAt: new Date(createdAtMs),
    updatedAt,
    derivedAt: updatedAt,
  } as const;
  return {
    shipment,
    pieces: state.pieces.map((piece, at): PieceRow => ({ ...piece, shipmentId: id, position: at + 1 })),
    items: goods.map((entry, at) => toItem(entry, at, id, to)),
    events,
  };
}

/** The day of the label: as planned, or the latest one that puts the last scan not after its time. */
function firstDayOf({ when }: Plan, steps: readonly Step[]): number {
  if ('startedAtMs' in when) return beijingMidnight(when.startedAtMs);
  const last = steps.at(-1);
  if (!last) return when.lastScanAtMs;
  return beijingMidnight(when.lastScanAtMs - last.hour * HOUR_MS) - last.day * DAY_MS;
}

/** A parcel still waiting had its last scan exactly then, whatever the hour: its age is what the story is about. */
function lastScanOf({ when }: Plan, step: Step, firstDayMs: number): number {
  const isOver = TERMINAL_STATUSES.has(step.status) && step.piece === undefined;
  return 'lastScanAtMs' in when && !isOver ? when.lastScanAtMs : timeOf(step, firstDayMs);
}

function timeOf(step: Step, firstDayMs: number): number {
  return Math.round(firstDayMs + step.day * DAY_MS + step.hour * HOUR_MS);
}

function promisedAtMs({ promise, service }: Plan, firstDayMs: number, days: number, nowMs: number): number {
  const usual = beijingMidnight(firstDayMs) + (days + CUSTOMS_SPARE_DAYS[service]) * DAY_MS + PROMISED_HOUR * HOUR_MS;
  const today = beijingMidnight(nowMs) + PROMISED_HOUR * HOUR_MS;
  if (promise === 'ahead') return Math.max(usual, today + DAY_MS);
  if (promise === 'usual') return usual;
  const firstEvening = beijingMidnight(firstDayMs) + PROMISED_HOUR * HOUR_MS;
  return Math.max(firstEvening, Math.min(usual, today - 2 * DAY_MS));
}

const BASE_FREIGHT_MINOR: Readonly<Record<Service, number>> = { EXPRESS: 1800, STANDARD: 1200, ECONOMY: 800, INTERNATIONAL: 15_000 };
const FREIGHT_PER_KG_MINOR: Readonly<Record<Service, number>> = { EXPRESS: 800, STANDARD: 300, ECONOMY: 200, INTERNATIONAL: 6_000 };

function freightOf(service: Service, weightGrams: number): number {
  return BASE_FREIGHT_MINOR[service] + FREIGHT_PER_KG_MINOR[service] * Math.ceil(weightGrams / 1000);
}

function nameOf(good: Good, to: Spot): string {
  return to.country === 'CN' ? good.zh : good.en;
}

function toItem({ good, quantity }: Plan['goods'][number], at: number, shipmentId: string, to: Spot): ItemRow {
  const position = at + 1;
  const { unitMinor, hsCode } = good;
  return {
    id: `${shipmentId}-i${position}`,
    shipmentId,
    position,
    description: nameOf(good, to),
    quantity,
    unitMinor,
    currency: 'CNY',
    hsCode,
    originCountry: 'CN',
  };
}

function toEvent(step: Step, at: number, occurredAtMs: number, shipmentId: string, pieceNumbers: readonly string[]): EventRow {
  const { status, text, place, reason = null, signedBy = null, piece } = step;
  const pieceNumber = piece === undefined ? null : (pieceNumbers[piece - 1] ?? null);
  const occurredAt = new Date(occurredAtMs);
  const code = step.kind.toUpperCase();
  return {
    id: `${shipmentId}-e${String(at + 1).padStart(2, '0')}`,
    shipmentId,
    pieceNumber,
    occurredAt,
    recordedAt: occurredAt,
    status,
    reason,
    code,
    text,
    locationName: place?.name ?? null,
    city: place?.city ?? null,
    country: place?.country ?? null,
    signedBy,
    // As in crm/shipments/events.ts: a scan the company tells again is known.
    key: hashText(JSON.stringify([occurredAtMs, code, text, pieceNumber ?? ''])),
  };
}
