import { say } from '../../core/i18n.ts';
import type { Locale } from '../../core/types.ts';
import { accountOf, currentAccountOf, wordsLeftOf } from '../../rules/shipments/phrases/account.ts';
import type { Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';
import { doubtsDelivery, isBeingChecked } from '../../rules/shipments/wording.ts';
import { isAtSenders, isKept } from './privacy.ts';
import { causeOf } from './reasons.ts';
import { statuses } from './statuses.ts';
import { texts } from './texts.ts';
import { tellScanTime } from './times.ts';
import type { View } from './view.ts';

/**
 * Why, with the day of the scan that says so where it is not the latest, what of it is not understood in its own words, and what can be
 * done; empty when nothing says why.
 */
export function describeCause(shipment: Shipment, view: View): readonly string[] {
  const { locale, isVerified } = view;
  const found = causeOf(shipment, accountOf(shipment), locale, isVerified);
  const quote = describeWords(found?.event ?? shipment.lastScan, shipment, view, found !== undefined);
  if (!found) return quote;
  const isEarlier = found.event !== undefined && isBefore(found.event, shipment.lastScan);
  const at = isEarlier && found.event ? tellScanTime(found.event, view) : '';
  const because = say(isEarlier ? texts.becauseThen : texts.because, locale, { cause: found.cause, at });
  return [because, ...quote, ...(found.remedy === '' || isEarlier ? [] : [found.remedy])];
}

const isBefore = (event: TrackingEvent, other: TrackingEvent | undefined): boolean =>
  other !== undefined && event.occurredAt < other.occurredAt;

/** What of a scan is not understood, word for word, to its recipient; to others that it is there, where nothing else says why. */
function describeWords(event: TrackingEvent | undefined, shipment: Shipment, view: View, isExplained: boolean): readonly string[] {
  if (!event || isAtSenders(event, shipment)) return [];
  const left = wordsLeftOf(event.text);
  if (left.length === 0) return [];
  if (!view.isRecipient || !view.isVerified) {
    // Nobody is asked for digits that open nothing.
    const opens = left.some((text) => !isKept({ ...event, text }, shipment, { ...view, isVerified: true, isRecipient: true }));
    return isExplained || event.status === 'CUSTOMS' || !opens ? [] : [texts.carrierWordsKept[view.locale]];
  }
  // Of a text that is kept as a whole no clause says whom somebody rang.
  const isWholeKept = isKept(event, shipment, view);
  const told = left.filter((text) => !isKept({ ...event, text }, shipment, view) && !(isWholeKept && CONTACTS.test(text)));
  return told.length > 0 ? [say(texts.carrierWords, view.locale, { words: told.join(view.locale === 'en' ? '; ' : '；') })] : [];
}

const CONTACTS = /[电電]|通知|[联聯][系絡络繫]|告知|\b(?:rang|called|phoned|texted|spoke|told|informed|notified|asked)\b/i;

/** What a scan says of how a parcel stands: the same as one that a reason is recorded for. */
export const isTold = (shipment: Shipment): boolean => {
  const account = currentAccountOf(shipment);
  return account !== undefined && (shipment.status === 'CUSTOMS' || account.reason !== 'unknown');
};

/** Of several pieces those that stand still or ended badly, by number. */
export function describePieces({ pieces, status }: Shipment, locale: Locale): string {
  const troubled = pieces.filter((piece) => PIECE_TROUBLED.has(piece.status));
  if (troubled.length === 0 || (troubled.length === pieces.length && troubled.every((piece) => piece.status === status))) return '';
  const named = troubled
    .slice(0, MOST_PIECES)
    .map((piece) => say(texts.piece, locale, { number: piece.number, status: statuses[piece.status].title[locale] }));
  const more = troubled.length > MOST_PIECES ? [say(texts.morePieces, locale, { count: troubled.length - MOST_PIECES })] : [];
  return say(texts.piecesTroubled, locale, { pieces: [...named, ...more].join(locale === 'en' ? '; ' : '；') });
}

const MOST_PIECES = 5;
const PIECE_TROUBLED: ReadonlySet<ShipmentStatus> = new Set([
  'ON_HOLD',
  'ATTEMPT_FAILED',
  'LOST_OR_DESTROYED',
  'RETURNING',
  'RETURNED',
  'CANCELLED',
]);

/** That a delivery is doubted since it was scanned; empty where nobody says so. */
export function describeDoubt({ status, events, lastScan }: Shipment, view: View): string {
  if (status !== 'DELIVERED' || !lastScan) return '';
  const doubt = events.find((event) => event.occurredAt >= lastScan.occurredAt && doubtsDelivery(event));
  if (!doubt) return '';
  const text = isBeingChecked(doubt) ? texts.doubtedChecking : texts.doubted;
  return say(text, view.locale, { at: tellScanTime(doubt, view) });
}
