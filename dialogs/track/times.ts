import { formatDay, formatInstant, formatTime, offsetMs } from '../../core/i18n.ts';
import { clockOf, type PlaceClock } from '../../core/placeClock.ts';
import type { Locale } from '../../core/types.ts';
import { type Keeping, saidArrivalOf } from '../../rules/shipments/phrases/account.ts';
import { instantOf } from '../../rules/shipments/phrases/when.ts';
import type { Shipment, TrackingEvent } from '../../rules/shipments/types.ts';

interface Reader {
  readonly locale: Locale;
  readonly now: Date;
  readonly timeZone: string;
}

/** When something happened, on the clock of its place: `26 Nov 23:30 (Berlin time)`; no clock is named where it is the reader's own. */
export function tellScanTime(event: TrackingEvent, reader: Reader): string {
  const { occurredAt, utcOffsetMinutes } = event;
  return tellAt(occurredAt, clockOf(event, occurredAt, utcOffsetMinutes, reader), reader);
}

/** What was promised, on the recipient's clock. */
export function tellPromise(shipment: Shipment, promisedAt: Date, reader: Reader): string {
  return tellAt(promisedAt, destinationClock(shipment, promisedAt, shipment.promisedOffsetMinutes, reader), reader);
}

/** An arrival to come, on the recipient's clock: the day it may begin, and by when, with the weekday. One clock, named once. */
export function tellArrival(
  shipment: Shipment,
  { from, to }: { readonly from: Date; readonly to: Date },
  reader: Reader,
): { readonly from: string; readonly to: string } {
  const { locale, now } = reader;
  const offset = to.getTime() === shipment.promisedAt?.getTime() ? shipment.promisedOffsetMinutes : undefined;
  const clock = destinationClock(shipment, to, offset, reader);
  const moment = `${formatDay(to, locale, clock.timeZone, now)} ${formatTime(to, clock.timeZone)}`;
  return { from: formatDay(from, locale, clock.timeZone, now), to: `${moment}${nameOf(clock, locale)}` };
}

/** The day or hour the carrier itself names for the delivery, while it lies ahead; undefined where it names none. */
export function tellSaidArrival(shipment: Shipment, reader: Reader): { readonly told: string; readonly isBy: boolean } | undefined {
  const said = saidArrivalOf(shipment);
  if (!said) return undefined;
  const clock = destinationClock(shipment, said.event.occurredAt, undefined, reader);
  const meant = instantOf(said.when, said.event.occurredAt, clock.timeZone);
  if (!meant || meant.at <= reader.now) return undefined;
  return { told: tellUntil(meant, clock, reader), isBy: said.isBy };
}

/** From when and until when a waiting parcel is kept, on the clock of its place; `at`: when that is over. */
export function tellKeeping(
  { event, when, days, hours }: Keeping,
  reader: Reader,
): { readonly since: string; readonly until: string; readonly at: Date } {
  const clock = clockOf(event, event.occurredAt, event.utcOffsetMinutes, reader);
  const told = when === undefined ? undefined : instantOf(when, event.occurredAt, clock.timeZone);
  const lasts = new Date(event.occurredAt.getTime() + (days ? days * DAY_MS : (hours ?? 0) * HOUR_MS));
  const end = told ?? (days ? { at: endOfDay(lasts, clock.timeZone), hasTime: false } : { at: lasts, hasTime: true });
  const since = formatDay(event.occurredAt, reader.locale, clock.timeZone, reader.now);
  return { since, until: tellUntil(end, clock, reader), at: end.at };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function endOfDay(at: Date, timeZone: string): Date {
  const offset = offsetMs(at, timeZone);
  return new Date((Math.floor((at.getTime() + offset) / DAY_MS) + 1) * DAY_MS - offset);
}

/** A day, or a day and an hour; a day ends where the next begins. */
function tellUntil({ at, hasTime }: { readonly at: Date; readonly hasTime: boolean }, clock: PlaceClock, { locale, now }: Reader): string {
  const day = formatDay(new Date(at.getTime() - (hasTime ? 0 : 1)), locale, clock.timeZone, now);
  return `${day}${hasTime ? ` ${formatTime(at, clock.timeZone)}` : ''}${nameOf(clock, locale)}`;
}

function destinationClock({ recipient }: Shipment, at: Date, offset: number | undefined, reader: Reader): PlaceClock {
  return clockOf({ city: recipient.city, region: recipient.province, country: recipient.country }, at, offset, reader);
}

const tellAt = (at: Date, clock: PlaceClock, { locale, now }: Reader): string =>
  `${formatInstant(at, locale, clock.timeZone, now)}${nameOf(clock, locale)}`;

function nameOf({ name }: PlaceClock, locale: Locale): string {
  if (name === '') return '';
  return locale === 'en' ? ` (${name})` : `（${name}）`;
}
