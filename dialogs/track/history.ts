import { tellOnTheMap } from '../../core/places.ts';
import type { Locale, Text } from '../../core/types.ts';
import type { Shipment, TrackingEvent } from '../../rules/shipments/types.ts';
import { isNote, statusOf, takesDeliveryBack } from '../../rules/shipments/wording.ts';
import { statuses } from './statuses.ts';
import { texts } from './texts.ts';

/** The events a reader is shown who reads no words of carriers: what happened, without an office's notes. */
export function withoutNotes(events: readonly TrackingEvent[]): readonly TrackingEvent[] {
  return events.filter((event) => !isNote(event) || takesDeliveryBack(event));
}

/** What an event means, and where: by what is derived of the shipment, so that its history says what its status says. */
export function shortEvent(event: TrackingEvent, shipment: Shipment, locale: Locale): string {
  const title = meaningOf(event, shipment)[locale];
  const city = event.city && tellOnTheMap(event.city, locale);
  return city ? `${title} · ${city}` : title;
}

/** Whether the status rests on this event. */
export function isLastScan(event: TrackingEvent, { lastScan }: Shipment): boolean {
  return isSame(event, lastScan);
}

function meaningOf(event: TrackingEvent, shipment: Shipment): Text {
  if (takesDeliveryBack(event)) return texts.deliveryWithdrawn;
  if (isSame(event, shipment.withdrawn)) return texts.deliveryMistaken;
  if (isNote(event)) return texts.note;
  // A delivery that ends a return, a depot's scan on the way back.
  return statuses[isLastScan(event, shipment) && shipment.pieces.length === 0 ? shipment.status : statusOf(event)].title;
}

/** Events have no id here: two of one instant, status and text are one. */
function isSame(event: TrackingEvent, other: TrackingEvent | undefined): boolean {
  return other?.occurredAt.getTime() === event.occurredAt.getTime() && other.text === event.text && other.status === event.status;
}
