import type { Locale } from '../core/types.ts';

/** A countable thing that happened, for managers' reports; written in the transaction that made it happen. */
export interface Fact {
  /** Dotted name, e.g. `turn.answered`, `turn.missed`, `callback.opened`. */
  readonly name: string;
  readonly occurredAt: Date;
  readonly intent?: string;
  readonly locale?: Locale;
  readonly seconds?: number;
  readonly shipmentId?: string;
}
