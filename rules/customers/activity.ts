import { DAY_MS } from '../../core/days.ts';
import { dayIn } from '../../core/i18n.ts';
import type { SegmentRules } from './segmentRules.ts';

/** Whole months looked back upon, besides the present one. */
export const MONTHS_BACK = 24;

/** What somebody sent, by calendar months of the company's zone. */
export interface CustomerActivity {
  readonly customerId: string;
  /** Absent when they sent nothing in 24 months. */
  readonly lastShippedAt?: Date;
  /** The longest time between two shipments of which the second was lately. */
  readonly pause?: { readonly days: number; readonly endedAt: Date };
  /** `month` 0 is the present one, 24 the oldest; those without shipments may be left out. */
  readonly months: readonly { readonly month: number; readonly shipments: number; readonly revenueMinor: number }[];
  /** Shipments paid in another currency than CNY; their freight is in no month. */
  readonly otherCurrency: number;
}

/** All that is kept of somebody's activity for the rules. */
export interface ActivityMeasures {
  readonly customerId: string;
  readonly lastShippedAt?: Date;
  /** Whole days; infinite when nothing was sent. */
  readonly daysSince: number;
  readonly pause?: { readonly days: number; readonly endedDaysAgo: number };
  readonly shipments: number;
  readonly contributionMinor: number;
  readonly previousMinor: number;
  readonly currentMinor: number;
  readonly activeMonths: number;
  readonly activeYearMinor: number;
  readonly isSeasonal: boolean;
  readonly seasonShare: number;
  readonly otherCurrency: number;
}

/** Sums somebody's months into what the rules ask for. */
export function measure(activity: CustomerActivity, now: Date, rules: SegmentRules): ActivityMeasures {
  const { customerId, lastShippedAt, pause, otherCurrency } = activity;
  const shipments = new Array<number>(MONTHS_BACK + 1).fill(0);
  const revenue = new Array<number>(MONTHS_BACK + 1).fill(0);
  for (const { month, shipments: count, revenueMinor } of activity.months) {
    if (month < 0 || month > MONTHS_BACK) continue;
    shipments[month] = (shipments[month] ?? 0) + count;
    revenue[month] = (revenue[month] ?? 0) + revenueMinor;
  }
  const daysTo = (at: Date): number => Math.floor((now.getTime() - at.getTime()) / DAY_MS);
  const latest = shipments.findIndex((count) => count > 0);
  return {
    customerId,
    otherCurrency,
    ...(lastShippedAt && { lastShippedAt }),
    daysSince: lastShippedAt ? daysTo(lastShippedAt) : Number.POSITIVE_INFINITY,
    ...(pause && { pause: { days: pause.days, endedDaysAgo: daysTo(pause.endedAt) } }),
    shipments: sum(shipments, 0, 12),
    contributionMinor: sum(revenue, 0, 12),
    previousMinor: sum(revenue, 7, 12),
    currentMinor: sum(revenue, 1, 6),
    activeMonths: shipments.slice(1, 13).filter((count) => count > 0).length,
    activeYearMinor: latest < 0 ? 0 : sum(revenue, latest, latest + 11),
    ...findSeason(shipments, presentMonth(now, rules.timeZone), rules),
  };
}

/** 0 January to 11 December. */
function presentMonth(now: Date, timeZone: string): number {
  return Number(dayIn(now, timeZone).slice(5, 7)) - 1;
}

function sum(values: readonly number[], from: number, to: number): number {
  return values.slice(from, to + 1).reduce((total, value) => total + value, 0);
}

type Season = Pick<ActivityMeasures, 'isSeasonal' | 'seasonShare'>;

/**
 * Two years: the calendar months they shipped in both times, the strongest few, must hold the share in each. That they repeat is
 * what makes a season; of three parcels any would lie in few months. One year: few months, far apart from the mean.
 */
function findSeason(shipments: readonly number[], present: number, rules: SegmentRules): Season {
  const years = [1, 13].map((from) => byCalendarMonth(shipments, from, present));
  const [recent = [], earlier = []] = years;
  const totals = years.map((year) => sum(year, 0, 11));
  if (totals[1] === 0) return seasonOfOneYear(recent, rules);
  const strength = (month: number): number => (recent[month] ?? 0) + (earlier[month] ?? 0);
  const months = recent
    .map((_, month) => month)
    .filter((month) => (recent[month] ?? 0) > 0 && (earlier[month] ?? 0) > 0)
    .sort((a, b) => strength(b) - strength(a) || a - b)
    .slice(0, rules.seasonMonths);
  const shares = years.map((year, at) => months.reduce((total, month) => total + (year[month] ?? 0), 0) / (totals[at] || 1));
  const seasonShare = Math.min(...shares);
  return { isSeasonal: seasonShare >= rules.seasonShare, seasonShare };
}

function byCalendarMonth(shipments: readonly number[], from: number, present: number): readonly number[] {
  const year = new Array<number>(12).fill(0);
  for (let back = from; back < from + 12; back += 1) year[(present - back + 24) % 12] = shipments[back] ?? 0;
  return year;
}

function seasonOfOneYear(year: readonly number[], rules: SegmentRules): Season {
  const active = year.filter((count) => count > 0).length;
  if (active < 2 || active > rules.seasonMonths) return { isSeasonal: false, seasonShare: 0 };
  const mean = sum(year, 0, 11) / 12;
  const deviation = Math.sqrt(year.reduce((total, count) => total + (count - mean) ** 2, 0) / 12);
  return { isSeasonal: deviation / mean >= rules.seasonSpread, seasonShare: 1 };
}
