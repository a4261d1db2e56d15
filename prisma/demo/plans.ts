import { DAY_MS, HOUR_MS } from '../../core/days.ts';
import type { Service } from '../../rules/shipments/types.ts';
import { beijingDay, pickSeasonal } from './calendar.ts';
import type { Shipper } from './customers.ts';
import type { Ending } from './endings.ts';
import { pickGoods } from './goods.ts';
import { createParty, personName, phoneOf } from './parties.ts';
import type { Random } from './random.ts';
import type { DemoParty } from './rows.ts';
import type { Plan } from './shipment.ts';
import { ABROAD_SPOTS, HOME_SPOTS, type Spot } from './spots.ts';

const MONTHS = 24;
// No story takes so long from label to last scan, so one that began a month ago is over.
const MONTH_MS = 30.4 * DAY_MS;
// Irregular to the eye, and never two alike.
const FIRST_SERIAL = 61_000_000_000;
const SERIAL_STEP = 7919;
const FIRST_STRANGER_PHONE = 3000;

/** `count` shipments of the customers over 24 months: as each one's habit has it, the rest from the ordinary ones by the season. */
export function planShipments(count: number, shippers: readonly Shipper[], nowMs: number, random: Random): Plan[] {
  const regular = shippers.flatMap((shipper) => monthsOf(shipper.habit.months, nowMs).map((month) => ({ shipper, month })));
  const ordinary = shippers.filter((shipper) => shipper.habit.months === '-');
  const rest = Array.from({ length: count - regular.length }, () => ({
    shipper: random.pick(ordinary),
    month: random.chance(0.22) ? 0 : undefined,
  }));
  const firms = shippers.filter((shipper) => shipper.isFirm);
  let openCount = 0;
  return [...regular, ...rest].map(({ shipper, month }, at) => {
    const outcome = month === 0 ? recentOutcome(openCount++, nowMs, random) : pastOutcome(windowOf(month), random);
    return createPlan(at + 1, shipper, firms, outcome, random);
  });

  function windowOf(month: number | undefined): readonly [fromMs: number, toMs: number] {
    if (month === undefined) return [nowMs - MONTHS * MONTH_MS, nowMs - MONTH_MS];
    return [nowMs - (month + 1) * MONTH_MS, nowMs - month * MONTH_MS];
  }
}

/** The months (0 the newest) a habit ships in, as often as it ships. */
function monthsOf(habit: string, nowMs: number): number[] {
  if (habit === '-') return [];
  return Array.from({ length: MONTHS }, (_, month) => month).flatMap((month) => {
    const { month: ofYear } = beijingDay(nowMs - (month + 0.5) * MONTH_MS);
    const times = habit === 'S' ? (ofYear === 6 || ofYear === 11 ? 2 : 0) : Number(habit[month]);
    return Array<number>(times).fill(month);
  });
}

type Outcome = Pick<Plan, 'ending' | 'delayDays' | 'when' | 'promise'> & { readonly lane: 'any' | 'home' | 'abroad' };

function pastOutcome([fromMs, toMs]: readonly [number, number], random: Random): Outcome {
  const ending = random.weigh<Ending>(PAST);
  return {
    ending,
    delayDays: random.chance(0.06) ? random.integer(1, 3) : 0,
    when: { startedAtMs: pickSeasonal(fromMs, toMs, random) },
    promise: 'usual',
    lane: ending === 'returned' ? 'home' : 'any',
  };
}

const PAST: readonly (readonly [Ending, number])[] = [
  ['delivered', 74],
  ['collected', 16],
  ['secondAttempt', 4],
  ['returned', 2.2],
  ['cancelled', 1.5],
  ['lost', 0.5],
  ['destroyed', 0.3],
];

function recentOutcome(at: number, nowMs: number, random: Random): Outcome {
  const recent = RECENT[(at * RECENT_STRIDE) % RECENT.length] ?? RECENT[0];
  const [ending, fromHours, toHours, promise = 'ahead', lane = 'any'] = recent;
  const hoursAgo = fromHours + random.next() * (toHours - fromHours);
  return { ending, lane, promise, delayDays: promise === 'passed' ? 3 : 0, when: { lastScanAtMs: nowMs - hoursAgo * HOUR_MS } };
}

/** What the last month's parcels are doing, with the age of the last scan in hours; taken round and round, so that all occur. */
type Recent = readonly [ending: Ending, fromHours: number, toHours: number, promise?: Plan['promise'], lane?: Outcome['lane']];
const RECENT: readonly [Recent, ...Recent[]] = [
  ['delivered', 1, 500, 'usual'],
  ...Array.from({ length: 19 }, () => ['delivered', 1, 500, 'usual'] as const),
  ...Array.from({ length: 4 }, () => ['collected', 1, 500, 'usual'] as const),
  ...Array.from({ length: 7 }, () => ['moving', 0.5, 20] as const),
  ...Array.from({ length: 5 }, () => ['out', 0.2, 7] as const),
  ...Array.from({ length: 4 }, () => ['waiting', 1, 60] as const),
  ['secondAttempt', 1, 200, 'usual'],
  ['moving', 1, 20, 'passed'],
  ['moving', 2, 30, 'passed'],
  ['moving', 60, 130],
  ['moving', 170, 240, 'passed', 'abroad'],
  ['picked', 1, 14],
  ['picked', 26, 40],
  ['ordered', 1, 30],
  ['ordered', 1, 40],
  ['ordered', 60, 100],
  ['unannounced', 1, 30],
  ['atDepot', 1, 10],
  ['atDepot', 2, 30, 'passed'],
  ['absent', 1, 16],
  ['absent', 2, 22, 'passed'],
  ['weather', 3, 20, 'passed'],
  ['address', 2, 30],
  ['clearing', 2, 40, 'ahead', 'abroad'],
  ['clearing', 76, 120, 'passed', 'abroad'],
  ['documents', 5, 60, 'ahead', 'abroad'],
  ['refused', 4, 40, 'ahead', 'home'],
  ['expired', 4, 40, 'passed', 'home'],
  ['returned', 10, 200, 'usual', 'home'],
  ['cancelled', 5, 300],
  ['lost', 20, 200, 'passed'],
];
// No divisor of the list's length: neighbours in it do not fall to one customer.
const RECENT_STRIDE = 37;

function createPlan(at: number, shipper: Shipper, firms: readonly Shipper[], { lane, ...outcome }: Outcome, random: Random): Plan {
  const isForeign = shipper.spot.country !== 'CN';
  const isReturn = !isForeign && lane !== 'abroad' && random.chance(0.06);
  const isSender = shipper.isFirm || (!isForeign && (lane === 'abroad' || random.chance(0.35)));
  const other = isSender ? createStranger(at, lane, random) : random.pick(firms);
  const [sender, recipient] = isSender !== isReturn ? [shipper, other] : [other, shipper];
  return {
    ...outcome,
    // Nothing is sent back across a border.
    ...(isForeign && lane === 'home' && { ending: 'delivered', promise: 'usual' }),
    serial: FIRST_SERIAL + at * SERIAL_STEP,
    customerId: shipper.row.id,
    from: sender.spot,
    to: recipient.spot,
    sender: sender.party,
    recipient: recipient.party,
    service: serviceOf(sender.spot, recipient.spot, shipper.habit.size, random),
    direction: isReturn ? 'return' : 'forward',
    pieceCount: random.chance(0.06) ? random.integer(2, 4) : 1,
    goods: pickGoods({ small: 1, usual: random.integer(1, 2), large: 3 }[shipper.habit.size], random),
  };
}

function createStranger(at: number, lane: Outcome['lane'], random: Random): { readonly spot: Spot; readonly party: DemoParty } {
  const isAbroad = lane === 'abroad' || (lane === 'any' && random.chance(0.1));
  const spot = random.pick(isAbroad ? ABROAD_SPOTS : HOME_SPOTS);
  const phone = phoneOf(spot.country, FIRST_STRANGER_PHONE + at);
  return { spot, party: createParty(personName(spot, random), phone, spot, random) };
}

function serviceOf(from: Spot, to: Spot, size: Shipper['habit']['size'], random: Random): Service {
  if (from.country !== to.country) return 'INTERNATIONAL';
  if (size === 'small') return 'ECONOMY';
  return random.weigh<Service>([
    ['EXPRESS', size === 'large' ? 6 : 3],
    ['STANDARD', 5],
    ['ECONOMY', 2],
  ]);
}
