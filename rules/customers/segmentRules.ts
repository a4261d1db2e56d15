type Limits = readonly [number, number, number, number];

/** The limits of the groups. The groups follow a case of FedEx's customers; where that names no figure, ours stands here. */
export interface SegmentRules {
  /** Whose months and days. */
  readonly timeZone: string;
  /** Share of customers, by contribution, who make the high tier, and the mid tier after them. */
  readonly highShare: number;
  readonly midShare: number;
  /** Share who are the top of TOP10_STABLE, their active months of twelve, and how far their half-years may differ. */
  readonly topShare: number;
  readonly topActiveMonths: number;
  readonly stableWithin: number;
  /** Half-year on half-year, for GROWING_HIGH. */
  readonly growthFactor: number;
  readonly midActiveMonths: number;
  /** Lost within the last six months: the last shipment lies so many days back. */
  readonly lostFromDays: number;
  readonly lostToDays: number;
  /** A pause of at least so many days that ended at most so many days ago. */
  readonly pauseDays: number;
  readonly returnedWithinDays: number;
  /** At least this share of shipments in at most so many calendar months, which must be the same in both years. */
  readonly seasonShare: number;
  readonly seasonMonths: number;
  /** With one year to judge by: the least spread of the months (standard deviation by mean), over at least two active ones. */
  readonly seasonSpread: number;
  /** Fewer customers than this are not ranked but scored by the limits below, which are reached for 2, 3, 4 and 5. */
  readonly smallestRanked: number;
  readonly fixedLimits: {
    /** Days since the last shipment, negative. */
    readonly recency: Limits;
    /** Shipments in twelve months. */
    readonly frequency: Limits;
    /** Fen in twelve months. */
    readonly monetary: Limits;
  };
}

/** Shares are of 1, months of the twelve before, money in fen. An installation sets the `timeZone` alone. */
export const DEFAULT_SEGMENT_RULES: SegmentRules = {
  timeZone: 'Asia/Shanghai',
  highShare: 0.2,
  midShare: 0.3,
  topShare: 0.1,
  topActiveMonths: 10,
  stableWithin: 0.25,
  growthFactor: 1.25,
  midActiveMonths: 8,
  lostFromDays: 180,
  lostToDays: 365,
  pauseDays: 180,
  returnedWithinDays: 60,
  seasonShare: 0.7,
  seasonMonths: 4,
  seasonSpread: 1.2,
  smallestRanked: 25,
  fixedLimits: { recency: [-180, -90, -60, -30], frequency: [2, 6, 12, 24], monetary: [10_000, 50_000, 200_000, 500_000] },
};
