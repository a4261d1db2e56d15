import type { Days, Moment, Relation } from './found.ts';

/** What a rule read: days, or a point in time so many minutes from now; the relation where the words say one (三天内). */
export interface DayReading {
  readonly days?: Days | undefined;
  readonly minutesFromNow?: number;
  readonly relation?: Relation;
}

/** A way to name a day. `pattern` is sticky and sees simplified, lower-case text. `read` gives undefined for a day there is not. */
export interface DayRule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, moment: Moment) => DayReading | undefined;
}
