import { describe, expect, it } from 'vitest';
import type { CustomerActivity } from '../../../rules/customers/activity.ts';
import { quintileOf, rankByValue, scoreByLimits } from '../../../rules/customers/rfm.ts';
import { computeSegments, isKeyAccount, priorityOf, SEGMENTS, type SegmentResult } from '../../../rules/customers/segments.ts';
import { explainSegment, SEGMENT_NAMES } from '../../../rules/customers/segmentTexts.ts';
import fc from '../../fastCheck.ts';

const NOW = new Date('2026-11-22T02:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

/** `[month, yuan, shipments?]`; one shipment unless told. */
type Month = readonly [month: number, yuan: number, shipments?: number];
const activity = (
  customerId: string,
  lastDays: number,
  months: readonly Month[],
  more: Partial<CustomerActivity> = {},
): CustomerActivity => ({
  customerId,
  lastShippedAt: daysAgo(lastDays),
  months: months.map(([month, yuan, shipments = 1]) => ({ month, shipments, revenueMinor: yuan * 100 })),
  otherCurrency: 0,
  ...more,
});
/** Nine others with 100, 200 … 900 yuan in the last month: with the one looked at, ten. */
const OTHERS = Array.from({ length: 9 }, (_, n) => activity(`other-${n}`, 20, [[1, (n + 1) * 100]]));
const each = (yuan: number, from: number, to: number): Month[] => Array.from({ length: to - from + 1 }, (_, n): Month => [from + n, yuan]);
function resultOf(subject: CustomerActivity, others: readonly CustomerActivity[] = OTHERS): SegmentResult {
  const found = computeSegments([...others, subject], NOW).find(({ customerId }) => customerId === subject.customerId);
  if (!found) throw new Error('no result');
  return found;
}
const segmentOf = (subject: CustomerActivity): string => resultOf(subject).segment;

describe('ranks and scores', () => {
  it('gives equal values the mean of their ranks', () => {
    expect(rankByValue([10, 20, 20, 30])).toEqual([1, 2.5, 2.5, 4]); // (2 + 3) / 2
    expect(rankByValue([7, 7, 7])).toEqual([2, 2, 2]); // (1 + 2 + 3) / 3
    expect(rankByValue([])).toEqual([]);
  });

  it('cuts ranks into fifths: ceil(5 · rank / n)', () => {
    expect([1, 5, 6, 10, 11, 20, 21, 25].map((rank) => quintileOf(rank, 25))).toEqual([1, 1, 2, 2, 3, 4, 5, 5]);
    expect(quintileOf(2.5, 4)).toBe(4); // 12.5 / 4 = 3.125
  });

  it('scores by limits where there are too few to rank', () => {
    expect([1, 2, 5, 6, 12, 24].map((count) => scoreByLimits(count, [2, 6, 12, 24]))).toEqual([1, 2, 2, 3, 4, 5]);
  });

  it('ranks from 25 customers on', () => {
    const people = (count: number) => Array.from({ length: count }, (_, n) => activity(`c${n}`, 20, [[1, n + 1]]));
    // The best of 25 by contribution has 25 yuan: rank 25 is the top fifth, and by the limits (100 yuan for a 2) it is a 1.
    expect(computeSegments(people(25), NOW).at(-1)?.basis.scores?.monetary).toBe(5);
    expect(computeSegments(people(24), NOW).at(-1)?.basis.scores?.monetary).toBe(1);
    // All shipped 20 days ago: at most 30 days is a 5.
    expect(computeSegments(people(24), NOW)[0]?.basis.scores?.recency).toBe(5);
  });
});

describe('tiers', () => {
  it('are the top 20 %, the next 30 % and the rest by contribution', () => {
    const tiers = computeSegments([...OTHERS, activity('best', 20, [[1, 1000]])], NOW).map(({ basis }) => basis.tier);
    // 100 … 1000 yuan; of ten two are high, three mid.
    expect(tiers).toEqual([...Array(5).fill('low'), ...Array(3).fill('mid'), 'high', 'high']);
  });

  it('leaves other currencies out of the amounts and counts them', () => {
    const { basis } = resultOf(activity('abroad', 20, [[1, 0, 3]], { otherCurrency: 3 }));
    expect(basis).toMatchObject({ contributionMinor: 0, shipments: 3, otherCurrency: 3, tier: 'low' });
  });

  it('does not rank who sent nothing in twelve months', () => {
    const { segment, basis } = resultOf(activity('gone', 500, [[16, 5000]]));
    expect(segment).toBe('UNASSIGNED');
    expect(basis.tier).toBeUndefined();
    expect(basis.scores).toBeUndefined();
    const { lastShippedAt: _, ...never } = activity('never', 0, []);
    expect(resultOf(never)).toMatchObject({ segment: 'UNASSIGNED', basis: { shipments: 0, contributionMinor: 0 } });
  });
});

describe('the seven groups', () => {
  // 1,000 yuan a month: with others at 900 at most the top of ten, place 0.1.
  it.each([
    ['12 active months, equal halves', each(1000, 1, 12), 'TOP10_STABLE'],
    ['10 active months', [...each(1200, 1, 5), ...each(1200, 7, 11)], 'TOP10_STABLE'],
    ['9 active months', [...each(1200, 1, 5), ...each(1500, 7, 10)], 'UNASSIGNED'],
    ['24 % more', [...each(124, 1, 6), ...each(100, 7, 12), [0, 5000]], 'TOP10_STABLE'],
    ['25 % more is growth', [...each(125, 1, 6), ...each(100, 7, 12), [0, 5000]], 'GROWING_HIGH'],
    ['25 % less is not stable', [...each(75, 1, 6), ...each(100, 7, 12), [0, 5000]], 'UNASSIGNED'],
    ['new this half-year', each(1000, 1, 3), 'GROWING_HIGH'],
  ] as readonly (readonly [string, readonly Month[], string])[])('the best with %s: %s', (_, months, expected) => {
    expect(segmentOf(activity('best', 10, months))).toBe(expected);
  });

  // 750 yuan: below 900 and 800, place 0.3.
  it.each([
    [8, 'STABLE_MID'],
    [7, 'UNASSIGNED'],
  ])('mid with %i active months: %s', (active, expected) => {
    expect(segmentOf(activity('mid', 10, [...each(0, 2, active), [1, 750]]))).toBe(expected);
  });

  it.each([
    [180, 'CHURNED_MID'],
    [365, 'CHURNED_MID'],
    [179, 'UNASSIGNED'],
    [366, 'UNASSIGNED'],
  ])('mid whose last shipment was %i days ago: %s', (days, expected) => {
    expect(segmentOf(activity('lost', days, [[8, 750]]))).toBe(expected);
  });

  it('measures the lost by the year before their last shipment', () => {
    // 900 and 800 are high; 700, 600 and 500 mid. In the last twelve months they have 50 yuan: low, were that all.
    expect(resultOf(activity('lost', 200, [[7, 50], [13, 450]]))).toMatchObject({ segment: 'CHURNED_MID', basis: { tier: 'low', activeYearMinor: 50_000 } }); // biome-ignore format: one line reads better
    expect(
      segmentOf(
        activity('lost', 200, [
          [7, 50],
          [13, 449],
        ]),
      ),
    ).toBe('CHURNED_LOW');
    // Months 7 to 18 are the year; month 19 lies before it.
    expect(
      segmentOf(
        activity('lost', 200, [
          [7, 50],
          [19, 5000],
        ]),
      ),
    ).toBe('CHURNED_LOW');
    const high = resultOf(
      activity('lost', 200, [
        [7, 50],
        [13, 1000],
      ]),
    );
    expect(high).toMatchObject({ segment: 'CHURNED_MID', basis: { wasHigh: true } });
  });

  it.each([
    [180, 60, 'REACTIVATED_LOW'],
    [179, 60, 'UNASSIGNED'],
    [180, 61, 'UNASSIGNED'],
  ])('low, back after %i days, %i days ago: %s', (days, endedDaysAgo, expected) => {
    expect(segmentOf(activity('back', 10, [[1, 50]], { pause: { days, endedAt: daysAgo(endedDaysAgo) } }))).toBe(expected);
  });

  it('knows a season by the months that come again', () => {
    // November 2026 is month 0: months 5 and 17 are June, 1 and 13 October, 3 and 15 August.
    const season = (inside: number, outside: number): CustomerActivity =>
      activity('shop', 40, [[5, 5, inside], [17, 5, inside], [1, 5, outside], [15, 5, outside]]); // biome-ignore format: one line reads better
    expect(segmentOf(season(7, 3))).toBe('SEASONAL_LOW'); // 7 of 10 in June, both years
    expect(segmentOf(season(69, 31))).toBe('UNASSIGNED'); // 69 %
    // Four parcels in four different months are no season, however few months that is.
    expect(segmentOf(activity('rare', 40, [[1, 5], [4, 5], [15, 5], [20, 5]]))).toBe('UNASSIGNED'); // biome-ignore format: one line reads better
    // One year: 3 and 3 in two of twelve months; mean 0.5, deviation √((2·2.5² + 10·0.5²) / 12) = 1.118, spread 2.24.
    expect(segmentOf(activity('young', 40, [[1, 5, 3], [5, 5, 3]]))).toBe('SEASONAL_LOW'); // biome-ignore format: one line reads better
    expect(segmentOf(activity('once', 40, [[5, 5, 3]]))).toBe('UNASSIGNED');
  });

  it('takes the first rule that fits', () => {
    const both = activity('both', 10, [[1, 5, 3], [5, 5, 3]], { pause: { days: 200, endedAt: daysAgo(10) } }); // biome-ignore format: one line reads better
    expect(segmentOf({ ...both, pause: { days: 20, endedAt: daysAgo(10) } })).toBe('SEASONAL_LOW');
    expect(segmentOf(both)).toBe('REACTIVATED_LOW');
  });
});

describe('what follows from a group', () => {
  it('serves the best and the growing first, and whoever has no group like those of none', () => {
    expect([...SEGMENTS].sort((a, b) => priorityOf(a) - priorityOf(b)).slice(0, 2)).toEqual(['TOP10_STABLE', 'GROWING_HIGH']);
    expect(SEGMENTS.filter(isKeyAccount).sort()).toEqual(['GROWING_HIGH', 'TOP10_STABLE']);
    expect(priorityOf(undefined)).toBe(priorityOf('UNASSIGNED'));
  });

  it('explains each group with its numbers in three languages', () => {
    const { segment, basis } = resultOf(activity('lost', 200, [[7, 50], [13, 1000]], { otherCurrency: 2 })); // biome-ignore format: one line reads better
    const says = explainSegment(segment, basis);
    // 22 November less 200 days.
    for (const text of Object.values(says)) expect(text).toMatch(/2026-05-06.*1,050\.00.*2/);
    for (const each of SEGMENTS)
      for (const text of [...Object.values(explainSegment(each, basis)), ...Object.values(SEGMENT_NAMES[each])])
        expect(text).not.toMatch(/[{}]/);
  });
});

describe('any set of customers', () => {
  const month = fc.record({
    month: fc.integer({ min: 0, max: 24 }),
    shipments: fc.integer({ min: 0, max: 9 }),
    revenueMinor: fc.integer({ min: 0, max: 99_999 }),
  });
  const person = fc.record({
    lastDays: fc.integer({ min: 0, max: 700 }),
    months: fc.array(month, { maxLength: 25 }),
    pauseDays: fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined }),
    otherCurrency: fc.integer({ min: 0, max: 3 }),
  });
  const crowd = fc.array(person, { maxLength: 60 }).map((people) =>
    people.map(
      ({ lastDays, months, pauseDays, otherCurrency }, n): CustomerActivity => ({
        customerId: `c${n}`,
        lastShippedAt: daysAgo(lastDays),
        months,
        otherCurrency,
        ...(pauseDays !== undefined && { pause: { days: pauseDays, endedAt: daysAgo(lastDays) } }),
      }),
    ),
  );
  const byId = (results: readonly SegmentResult[]) => new Map(results.map((result) => [result.customerId, result]));

  it('gets one group each, scores of 1 to 5, and the same again', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const results = computeSegments(people, NOW);
        expect(results.map(({ customerId }) => customerId)).toEqual(people.map(({ customerId }) => customerId));
        for (const { segment, basis } of results) {
          expect(SEGMENTS).toContain(segment);
          for (const score of Object.values(basis.scores ?? {})) expect([1, 2, 3, 4, 5]).toContain(score);
          expect(basis.scores !== undefined).toBe(basis.shipments > 0);
        }
        expect(computeSegments(people, NOW)).toEqual(results);
      }),
    );
  });

  it('is grouped alike in any order', () => {
    fc.assert(
      fc.property(crowd, fc.infiniteStream(fc.nat()), (people, keys) => {
        const shuffled = people
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(byId(computeSegments(shuffled, NOW))).toEqual(byId(computeSegments(people, NOW)));
      }),
    );
  });

  it('has at most a fifth in the high tier and half in high and mid together', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const tiers = computeSegments(people, NOW).flatMap(({ basis }) => basis.tier ?? []);
        const count = (...names: string[]): number => tiers.filter((tier) => names.includes(tier)).length;
        // Ties stand at their mean rank, which may lift a tied group over a line by half its size.
        const distinct = new Set(computeSegments(people, NOW).map(({ basis }) => basis.contributionMinor)).size === people.length;
        if (!distinct) return;
        expect(count('high')).toBeLessThanOrEqual(tiers.length * 0.2);
        expect(count('high', 'mid')).toBeLessThanOrEqual(tiers.length * 0.5);
      }),
    );
  });
});
