import type { DayReading } from './dayRules.ts';
import type { Relation } from './found.ts';
import type { ClockTime, Part } from './parts.ts';

/** The pieces of one expression, in whatever order they were said. */
export interface Mention {
  readonly reading?: DayReading;
  readonly part?: Part;
  readonly clock?: ClockTime;
  readonly relation: Relation;
  /** Whether the named stretch itself still counts: by Friday, 本周内. */
  readonly isInclusive: boolean;
}
