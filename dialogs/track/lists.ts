import { say } from '../../core/i18n.ts';
import { tellOnTheMap } from '../../core/places.ts';
import type { Text } from '../../core/types.ts';
import type { Shipment } from '../../rules/shipments/types.ts';
import { TERMINAL_STATUSES } from '../../rules/shipments/types.ts';
import type { Turn } from '../turn.ts';
import { trackMemory } from './memory.ts';
import { hoursLate, isStopped, staleMs } from './policy.ts';
import { describeShortly } from './present.ts';
import type { AskedNumber } from './slots.ts';
import { texts } from './texts.ts';
import { viewOf } from './view.ts';

/** A few parcels, a line and a button each; which is meant by "the second" is remembered. */
export async function replyWithList(turn: Turn, title: string, shipments: readonly Shipment[]): Promise<void> {
  const lines = shipments.map((shipment) => describeShortly(shipment, viewOf(turn, shipment)));
  turn.memory.listed = shipments.map(({ trackingNumber }) => trackingNumber);
  trackMemory.of(turn).places = Object.fromEntries(shipments.map((shipment) => [shipment.trackingNumber, placeOf(shipment, turn)]));
  await turn.reply([title, ...lines].join('\n'), {
    buttons: shipments.map(({ trackingNumber }) => ({ title: trackingNumber, value: trackingNumber })),
  });
}

const placeOf = ({ lastScan }: Shipment, { locale }: Turn): string => (lastScan?.city && tellOnTheMap(lastScan.city, locale)) ?? '';

type Group = 'attention' | 'moving' | 'waiting' | 'done';
const GROUPS: readonly (readonly [Group, Text])[] = [
  ['attention', texts.needAttention],
  ['moving', texts.onTheWay],
  ['waiting', texts.notYetOurs],
  ['done', texts.finished],
];
/** Of a long list only what needs something has buttons. */
const MOST_BUTTONS = 6;

/**
 * Many parcels of one message: what needs attention first, then what is on its way, what has ended, what was not found, and what was
 * left out with how to get it. Nothing is dropped without a word.
 */
export async function replyWithMany(
  turn: Turn,
  shipments: readonly Shipment[],
  missing: readonly AskedNumber[],
  left: readonly AskedNumber[],
): Promise<void> {
  const { locale } = turn;
  const sorted = GROUPS.map(([group, title]) => ({
    title,
    members: shipments.filter((shipment) => groupOf(shipment, turn.now) === group),
  }));
  const blocks = sorted
    .filter(({ members }) => members.length > 0)
    .map(({ title, members }) =>
      [say(title, locale, { count: members.length }), ...members.map((shipment) => describeShortly(shipment, viewOf(turn, shipment)))].join(
        '\n',
      ),
    );
  const named = (numbers: readonly AskedNumber[]): string => numbers.map(({ value }) => value).join(locale === 'en' ? ', ' : '、');
  if (missing.length > 0) blocks.push(say(texts.manyMissing, locale, { count: missing.length, numbers: named(missing) }));
  if (left.length > 0) blocks.push(say(texts.manyLeft, locale, { count: left.length, numbers: named(left) }));
  const ordered = sorted.flatMap(({ members }) => members.map(({ trackingNumber }) => trackingNumber));
  turn.memory.listed = ordered;
  await turn.reply(blocks.join('\n\n'), { buttons: ordered.slice(0, MOST_BUTTONS).map((number) => ({ title: number, value: number })) });
}

const ATTENTION: ReadonlySet<Shipment['status']> = new Set([
  'ON_HOLD',
  'ATTEMPT_FAILED',
  'READY_FOR_PICKUP',
  'LOST_OR_DESTROYED',
  'RETURNING',
]);

function groupOf(shipment: Shipment, now: Date): Group {
  const { status } = shipment;
  const isTroubled = !TERMINAL_STATUSES.has(status) && (hoursLate(shipment, now) > 0 || staleMs(shipment, now) > 0 || isStopped(shipment));
  if (ATTENTION.has(status) || isTroubled) return 'attention';
  if (status === 'LABEL_CREATED' || status === 'UNKNOWN') return 'waiting';
  return TERMINAL_STATUSES.has(status) ? 'done' : 'moving';
}
