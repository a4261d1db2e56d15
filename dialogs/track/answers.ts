import type { Topic } from '../../core/acts.ts';
import { formatDuration, say } from '../../core/i18n.ts';
import { maskParty } from '../../core/masking.ts';
import { countryName, tellOnTheMap } from '../../core/places.ts';
import type { Text } from '../../core/types.ts';
import { tellGoods } from '../../rules/shipments/goods.ts';
import { accountOf, leftAtOf, wordsLeftOf } from '../../rules/shipments/phrases/account.ts';
import type { Party, Shipment, ShipmentStatus, TrackingEvent } from '../../rules/shipments/types.ts';
import { describeCause } from './causes.ts';
import { lookOf } from './looks.ts';
import { isAbroad, piecesDelivered } from './policy.ts';
import { describeEta, describeKept, hasArrival } from './present.ts';
import { isKept, readerOf } from './privacy.ts';
import { causeOf } from './reasons.ts';
import { statuses } from './statuses.ts';
import { serviceNames, texts } from './texts.ts';
import { tellPromise, tellScanTime } from './times.ts';
import { topicTexts } from './topicTexts.ts';
import type { View } from './view.ts';

type Answer = (shipment: Shipment, view: View) => readonly string[] | undefined;

const HOUR_MS = 3_600_000;
const isOver = ({ status }: Shipment): boolean => OVER.has(status);
const OVER: ReadonlySet<ShipmentStatus> = new Set(['DELIVERED', 'RETURNED', 'CANCELLED', 'LOST_OR_DESTROYED']);
const eta = (shipment: Shipment, view: View): string => (isOver(shipment) ? '' : describeEta(shipment, view));

/**
 * What is asked of a parcel beyond its status, by topic, answered from its own events; nothing is told that they do not say. Undefined
 * for what its status itself answers.
 */
const ANSWERS: Partial<Readonly<Record<Topic, Answer>>> = {
  promised(shipment, view) {
    const { promisedAt } = shipment;
    if (!promisedAt) return [topicTexts.promiseNone[view.locale], eta(shipment, view)];
    const promised = tellPromise(shipment, promisedAt, view);
    const arrived = shipment.status === 'DELIVERED' ? (shipment.arrivedAt ?? shipment.lastEventAt) : undefined;
    const lateMs = (arrived ?? view.now).getTime() - promisedAt.getTime();
    const late = formatDuration(Math.max(lateMs, HOUR_MS), view.locale);
    if (arrived) return [say(lateMs > 0 ? topicTexts.promiseMissed : topicTexts.promiseKept, view.locale, { promised, late })];
    if (isOver(shipment) || shipment.status === 'RETURNING') return undefined;
    return [say(lateMs > 0 ? texts.late : topicTexts.promiseOpen, view.locale, { promised, late }), eta(shipment, view)];
  },

  why_failed(shipment, view) {
    const attempt = shipment.events.find(({ status }) => status === 'ATTEMPT_FAILED');
    if (!attempt) return [topicTexts.failedNever[view.locale]];
    const { cause } =
      causeOf(
        { ...shipment, ...reasonOf(attempt), lastScan: attempt },
        accountOf({ ...shipment, events: [attempt] }),
        view.locale,
        view.isVerified,
      ) ?? {};
    const at = tellScanTime(attempt, view);
    const told = cause ? say(topicTexts.failedThen, view.locale, { at, cause }) : say(topicTexts.failedUnexplained, view.locale, { at });
    return [told, topicTexts.failedDisputed[view.locale]];
  },

  attempt_next(shipment, view) {
    if (isOver(shipment) || GOING_BACK.has(shipment.status)) return undefined;
    const count = shipment.events.filter(({ status }) => status === 'ATTEMPT_FAILED').length;
    const when = hasArrival(shipment, view) ? describeEta(shipment, view) : topicTexts.attemptUnknown[view.locale];
    const times = count > 1 ? say(topicTexts.attempts, view.locale, { count }) : '';
    return count > 0 ? [when, times, topicTexts.changeIt[view.locale]] : [when];
  },

  sent_back(shipment, view) {
    if (GOING_BACK.has(shipment.status)) return [...orElse(describeCause(shipment, view), texts.noReason[view.locale])];
    if (shipment.status === 'READY_FOR_PICKUP') return [describeKept(shipment, view), topicTexts.goesBackAfter[view.locale]];
    return isOver(shipment) ? undefined : [topicTexts.notGoingBack[view.locale], eta(shipment, view)];
  },

  left_where(shipment, view) {
    const { lastScan, status } = shipment;
    if (status !== 'DELIVERED' || !lastScan) return undefined;
    if (!readerOf(lastScan, shipment, view).isRecipient) return [topicTexts.leftKept[view.locale]];
    const isSaid = leftAtOf(lastScan) !== undefined || (lastScan.signedBy ?? '') !== '';
    if (isSaid) return undefined;
    const words = isKept(lastScan, shipment, view) ? [] : wordsLeftOf(lastScan.text);
    return words.length > 0 ? [say(texts.carrierWords, view.locale, { words: words.join(' ') })] : [topicTexts.leftUnknown[view.locale]];
  },

  proof: (shipment, view) => (shipment.status === 'DELIVERED' ? [topicTexts.proof[view.locale]] : undefined),

  pickup_hours(shipment, view) {
    if (shipment.status !== 'READY_FOR_PICKUP') return undefined;
    const waiting = shipment.events.find(({ status }) => status === 'READY_FOR_PICKUP');
    const isShown = waiting && view.isVerified && !isKept(waiting, shipment, view);
    const hours = isShown ? HOURS.exec(waiting.text)?.[0] : undefined;
    return [hours ? say(topicTexts.hoursAre, view.locale, { hours }) : topicTexts.hoursUnknown[view.locale], describeKept(shipment, view)];
  },

  pickup_who: (shipment, view) => (shipment.status === 'READY_FOR_PICKUP' ? [topicTexts.whoMay[view.locale]] : undefined),

  pickup_fee: (shipment, view) =>
    shipment.status === 'READY_FOR_PICKUP' ? [describeKept(shipment, view), topicTexts.feeUnknown[view.locale]] : undefined,

  collect_self: (shipment, view) =>
    isOver(shipment) || shipment.status === 'READY_FOR_PICKUP' ? undefined : [topicTexts.collectAsk[view.locale]],

  redirect: (shipment, view) =>
    isOver(shipment) || GOING_BACK.has(shipment.status) ? [topicTexts.tooLate[view.locale]] : [topicTexts.redirectAsk[view.locale]],

  customs_papers: (shipment, view) => ofCustoms(shipment, view, topicTexts.noPapers, (reason) => reason === 'customs_documentation'),

  duty: (shipment, view) => ofCustoms(shipment, view, topicTexts.noDuty, (reason) => reason === 'customs_duties_unpaid'),

  customs_time(shipment, view) {
    if (!isAbroad(shipment)) return [topicTexts.noCustoms[view.locale]];
    const last = shipment.events.findIndex(({ status }) => status === 'CUSTOMS');
    if (shipment.status !== 'CUSTOMS')
      return [topicTexts[last < 0 && !isOver(shipment) ? 'customsAhead' : 'customsPassed'][view.locale], eta(shipment, view)];
    const since = shipment.events.slice(last).filter(startsStay).at(0);
    if (!since) return undefined;
    const age = formatDuration(view.now.getTime() - since.occurredAt.getTime(), view.locale);
    return [say(topicTexts.inCustomsSince, view.locale, { at: tellScanTime(since, view), age }), ...describeCause(shipment, view)];
  },

  next(shipment, view) {
    const { doNow, next } = lookOf(shipment);
    return [(TURN_OF_CUSTOMER.has(shipment.status) ? doNow : next)[view.locale], eta(shipment, view)];
  },

  pieces(shipment, view) {
    const count = piecesDelivered(shipment);
    if (!count) return [topicTexts.onePiece[view.locale]];
    const each = shipment.pieces
      .slice(0, MOST_PIECES)
      .map(({ number, status }) => say(topicTexts.pieceOf, view.locale, { number, status: statuses[status].title[view.locale] }));
    return [say(texts.pieces, view.locale, count), ...each];
  },

  contents(shipment, view) {
    if (!view.isVerified) return [topicTexts.detailKept[view.locale]];
    const goods = tellGoods(shipment);
    return [goods ? say(topicTexts.goodsAre, view.locale, { goods }) : topicTexts.goodsUnknown[view.locale]];
  },

  parties({ sender, recipient }, view) {
    const ends = { from: cityOf(sender, view), to: cityOf(recipient, view) };
    if (!view.isVerified) return [say(topicTexts.routeIs, view.locale, ends), topicTexts.partiesKept[view.locale]];
    return [say(topicTexts.partiesAre, view.locale, { ...ends, sender: maskParty(sender.name), recipient: maskParty(recipient.name) })];
  },

  courier: (_, view) => [topicTexts.courier[view.locale]],

  freight: (_, view) => [topicTexts.freight[view.locale]],

  service({ service, weightGrams }, view) {
    const weight = weightGrams && view.isVerified ? say(topicTexts.weightIs, view.locale, { weight: weightGrams / 1000 }) : '';
    return [say(topicTexts.serviceIs, view.locale, { service: serviceNames[service][view.locale] }), weight];
  },
};

/** The answer to a question about this parcel; undefined where its status is the answer, or where another part of the flow has it. */
export function answerTopic(topic: Topic, shipment: Shipment, view: View): string | undefined {
  return ANSWERS[topic]?.(shipment, view)?.filter(Boolean).join('\n');
}

const GOING_BACK: ReadonlySet<ShipmentStatus> = new Set(['RETURNING', 'RETURNED']);
/** What comes next is what the customer does. */
const TURN_OF_CUSTOMER: ReadonlySet<ShipmentStatus> = new Set(['READY_FOR_PICKUP', 'DELIVERED', 'LOST_OR_DESTROYED']);
const MOST_PIECES = 10;
/** Opening hours as a scan writes them. */
const HOURS = /\d{1,2}[:：]\d{2}\s?(?:-|–|—|~|～|至|到|to)\s?\d{1,2}[:：]\d{2}/;

const orElse = (told: readonly string[], other: string): readonly string[] => (told.length > 0 ? told : [other]);

/** What an attempt says of itself stands, whatever was recorded since. */
const reasonOf = ({ reason }: TrackingEvent): Partial<Pick<Shipment, 'reason'>> => (reason ? { reason } : {});

/** The scan with which a stay with customs began; newest first. */
const startsStay = ({ status }: TrackingEvent, at: number, stay: readonly TrackingEvent[]): boolean =>
  status === 'CUSTOMS' && stay[at + 1]?.status !== 'CUSTOMS';

function ofCustoms(shipment: Shipment, view: View, none: Text, isMeant: (reason: string | undefined) => boolean): readonly string[] {
  if (!isAbroad(shipment)) return [topicTexts.noCustoms[view.locale]];
  const account = accountOf(shipment);
  const isDue =
    !isOver(shipment) &&
    (isMeant(shipment.reason) || isMeant(account?.reason) || account?.said.some(({ phrase }) => isMeant(phrase.reason)));
  return isDue ? describeCause(shipment, view) : [none[view.locale], eta(shipment, view)];
}

const cityOf = ({ city, country }: Party, { locale }: View): string =>
  tellOnTheMap(city, locale) ?? (country === '' ? '…' : countryName(country, locale));
