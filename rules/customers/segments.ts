import { dayIn } from '../../core/i18n.ts';
import { type ActivityMeasures, type CustomerActivity, measure } from './activity.ts';
import { quintileOf, rankByValue, type Score, scoreByLimits } from './rfm.ts';
import { DEFAULT_SEGMENT_RULES, type SegmentRules } from './segmentRules.ts';

/** The seven groups FedEx is told to keep its customers in, in the order their rules are tried, and who fits none. */
export const SEGMENTS = [
  'REACTIVATED_LOW',
  'CHURNED_MID',
  'CHURNED_LOW',
  'TOP10_STABLE',
  'GROWING_HIGH',
  'SEASONAL_LOW',
  'STABLE_MID',
  'UNASSIGNED',
] as const;
export type Segment = (typeof SEGMENTS)[number];
export type Tier = 'high' | 'mid' | 'low';

/** What somebody's group was computed from; plain JSON, and the same as long as they ship nothing and the month does not turn. */
export interface SegmentBasis {
  /** The day in the company's zone. */
  readonly lastShippedOn?: string;
  /** Shipments of the last twelve whole months and the present one. */
  readonly shipments: number;
  /** Freight of the same months in fen: the cost of serving them is not known. */
  readonly contributionMinor: number;
  /** Of months 7 to 12 before the present one, and of months 1 to 6. */
  readonly previousMinor: number;
  readonly currentMinor: number;
  /** Of the last twelve whole months, those with a shipment. */
  readonly activeMonths: number;
  /** Absent when nothing was sent in those months. */
  readonly tier?: Tier;
  readonly scores?: { readonly recency: Score; readonly frequency: Score; readonly monetary: Score };
  /** Days of the pause that ended lately. */
  readonly pauseDays?: number;
  /** Contribution of the twelve months up to the last shipment, with the churned groups. */
  readonly activeYearMinor?: number;
  /** True for a lost customer who was of the high tier: the alarm of CHURNED_MID. */
  readonly wasHigh?: true;
  /** Share of shipments in the months of their season. */
  readonly seasonShare?: number;
  /** Shipments paid in another currency than CNY, left out of every amount. */
  readonly otherCurrency: number;
}

export interface SegmentResult {
  readonly customerId: string;
  readonly segment: Segment;
  readonly basis: SegmentBasis;
}

/** Puts customers into groups. The order of `rows` does not matter; the same rows and day give the same result. */
export function computeSegments(
  rows: readonly CustomerActivity[],
  now: Date,
  rules: SegmentRules = DEFAULT_SEGMENT_RULES,
): readonly SegmentResult[] {
  return assignSegments(
    rows.map((row) => measure(row, now, rules)),
    rules,
  );
}

/** As `computeSegments`, from what `measure` kept of each customer: a job need not hold all their months at once. */
export function assignSegments(all: readonly ActivityMeasures[], rules: SegmentRules = DEFAULT_SEGMENT_RULES): readonly SegmentResult[] {
  const population = all.filter(({ shipments }) => shipments > 0);
  const standing = rankPopulation(population, rules);
  const floors = findFloors(standing.values());
  return all.map((measures) => {
    const stand = standing.get(measures);
    const subject: Case = { ...measures, ...(stand && { stand }), formerTier: tierByFloors(measures.activeYearMinor, floors) };
    const segment = SEGMENTS.find((each) => FITS[each](subject, rules)) ?? 'UNASSIGNED';
    return { customerId: measures.customerId, segment, basis: toBasis(subject, segment, rules) };
  });
}

interface Standing {
  readonly tier: Tier;
  readonly isTopTenth: boolean;
  readonly scores: NonNullable<SegmentBasis['scores']>;
  readonly contributionMinor: number;
}
interface Case extends ActivityMeasures {
  readonly stand?: Standing;
  /** Of the year they were last active in. */
  readonly formerTier: Tier;
}

function rankPopulation(population: readonly ActivityMeasures[], rules: SegmentRules): ReadonlyMap<ActivityMeasures, Standing> {
  const count = population.length;
  const ranks = {
    recency: rankByValue(population.map(({ daysSince }) => -daysSince)),
    frequency: rankByValue(population.map(({ shipments }) => shipments)),
    monetary: rankByValue(population.map(({ contributionMinor }) => contributionMinor)),
  };
  const isRanked = count >= rules.smallestRanked;
  const score = (kind: keyof typeof ranks, at: number, value: number): Score =>
    isRanked ? quintileOf(ranks[kind][at] ?? 1, count) : scoreByLimits(value, rules.fixedLimits[kind]);
  return new Map(
    population.map((each, at) => {
      const { daysSince, shipments, contributionMinor } = each;
      // From the top: the best of ten stands at 0.1.
      const place = (count + 1 - (ranks.monetary[at] ?? 1)) / count;
      const tier: Tier = place <= rules.highShare ? 'high' : place <= rules.highShare + rules.midShare ? 'mid' : 'low';
      const scores = {
        recency: score('recency', at, -daysSince),
        frequency: score('frequency', at, shipments),
        monetary: score('monetary', at, contributionMinor),
      };
      return [each, { tier, isTopTenth: place <= rules.topShare, scores, contributionMinor }];
    }),
  );
}

interface Floors {
  readonly high: number;
  readonly mid: number;
}

/** The least contribution of each tier: what somebody lost is measured by, whose own year lies further back. */
function findFloors(standings: Iterable<Standing>): Floors {
  let [high, mid] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { tier, contributionMinor } of standings) {
    if (tier === 'high') high = Math.min(high, contributionMinor);
    if (tier !== 'low') mid = Math.min(mid, contributionMinor);
  }
  return { high, mid };
}

function tierByFloors(minor: number, { high, mid }: Floors): Tier {
  if (minor >= high) return 'high';
  return minor >= mid ? 'mid' : 'low';
}

const isLost = ({ daysSince }: Case, rules: SegmentRules): boolean => daysSince >= rules.lostFromDays && daysSince <= rules.lostToDays;

/** The rules, tried in the order of SEGMENTS. */
const FITS: Readonly<Record<Segment, (customer: Case, rules: SegmentRules) => boolean>> = {
  REACTIVATED_LOW: ({ stand, pause }, rules) =>
    stand?.tier === 'low' && pause !== undefined && pause.days >= rules.pauseDays && pause.endedDaysAgo <= rules.returnedWithinDays,
  CHURNED_MID: (customer, rules) => isLost(customer, rules) && customer.formerTier !== 'low',
  CHURNED_LOW: (customer, rules) => isLost(customer, rules),
  TOP10_STABLE: ({ stand, activeMonths, currentMinor, previousMinor }, rules) =>
    stand?.isTopTenth === true &&
    activeMonths >= rules.topActiveMonths &&
    previousMinor > 0 &&
    Math.abs(currentMinor / previousMinor - 1) < rules.stableWithin,
  // Somebody new has no earlier half-year: any revenue of theirs is growth.
  GROWING_HIGH: ({ stand, currentMinor, previousMinor }, rules) =>
    stand?.tier === 'high' && currentMinor > 0 && currentMinor >= previousMinor * rules.growthFactor,
  SEASONAL_LOW: ({ stand, isSeasonal }) => stand?.tier === 'low' && isSeasonal,
  STABLE_MID: ({ stand, activeMonths }, rules) => stand?.tier === 'mid' && activeMonths >= rules.midActiveMonths,
  UNASSIGNED: () => true,
};

function toBasis(customer: Case, segment: Segment, rules: SegmentRules): SegmentBasis {
  const { stand, pause, lastShippedAt, seasonShare } = customer;
  const { shipments, contributionMinor, previousMinor, currentMinor, activeMonths, otherCurrency } = customer;
  const isChurned = segment === 'CHURNED_MID' || segment === 'CHURNED_LOW';
  return {
    ...{ shipments, contributionMinor, previousMinor, currentMinor, activeMonths, otherCurrency },
    ...(lastShippedAt && { lastShippedOn: dayIn(lastShippedAt, rules.timeZone) }),
    ...(stand && { tier: stand.tier, scores: stand.scores }),
    ...(segment === 'REACTIVATED_LOW' && pause && { pauseDays: pause.days }),
    ...(isChurned && { activeYearMinor: customer.activeYearMinor }),
    ...(segment === 'CHURNED_MID' && customer.formerTier === 'high' && { wasHigh: true as const }),
    ...(segment === 'SEASONAL_LOW' && { seasonShare: Math.round(seasonShare * 1000) / 1000 }),
  };
}

const PRIORITY: Readonly<Record<Segment, number>> = {
  TOP10_STABLE: 1,
  GROWING_HIGH: 2,
  CHURNED_MID: 3,
  STABLE_MID: 4,
  REACTIVATED_LOW: 5,
  SEASONAL_LOW: 6,
  CHURNED_LOW: 7,
  UNASSIGNED: 8,
};

/** Whom to serve first where somebody must wait: 1 first, 8 last; nobody's group yet counts as UNASSIGNED. */
export function priorityOf(segment: Segment | undefined): number {
  return PRIORITY[segment ?? 'UNASSIGNED'];
}

/** Whose complaints weigh more and go to the team for key accounts. */
export function isKeyAccount(segment: Segment | undefined): boolean {
  return priorityOf(segment) <= 2;
}
