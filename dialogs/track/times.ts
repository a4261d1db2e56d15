import { formatDay, formatInstant, formatTime } from '../../core/i18n.ts';
import { clockOf, type PlaceClock } from '../../core/placeClock.ts';
import type { Locale } from '../../core/types.ts';
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

function destinationClock({ recipient }: Shipment, at: Date, offset: number | undefined, reader: Reader): PlaceClock {
  return clockOf({ city: recipient.city, region: recipient.province, country: recipient.country }, at, offset, reader);
}

const tellAt = (at: Date, clock: PlaceClock, { locale, now }: Reader): string =>
  `${formatInstant(at, locale, clock.timeZone, now)}${nameOf(clock, locale)}`;

function nameOf({ name }: PlaceClock, locale: Locale): string {
  if (name === '') return '';
  return locale === 'en' ? ` (${name})` : `（${name}）`;
}
