import type { Entity } from '../../core/types.ts';

/** Which of the days that a name fits is meant: the next one (delivery), the one gone by (a complaint), or the closest. */
export type Direction = 'future' | 'past' | 'nearest';

/** `at` the value, at the latest (`before`) or at the earliest (`after`). */
export type Relation = 'at' | 'before' | 'after';

/** How fine the words were: 明天下午 is a part of a day, not a time. */
export type Grain = 'minute' | 'part' | 'day' | 'week' | 'month' | 'year';

/** A day, hour or stretch of time as a text names it. The span holds the word for before or after as well. */
export interface FoundDate extends Entity {
  readonly type: 'date';
  /**
   * Local time of the zone: `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm`, or for a stretch its two ends with a slash (ISO 8601-1, 5.5): the last
   * day counts, the last minute does not. With before and after never a stretch: the one end that is meant.
   */
  readonly value: string;
  readonly grain: Grain;
  readonly relation: Relation;
}

/** What a reading of words needs to know: local wall clock, see FoundDate. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Minutes since midnight. */
  readonly minutes: number;
  readonly direction: Direction;
}

/** First and last day, both counted. */
export interface Days {
  readonly from: string;
  readonly to: string;
  readonly grain: Grain;
}
