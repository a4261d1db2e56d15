import type { Locale } from '../core/types.ts';

/** One exchange: what the customer says, then what must and must not be in everything the bot answers (texts, cards, buttons). */
export interface Exchange {
  readonly say: string;
  readonly hears: readonly (string | RegExp)[];
  readonly neverHears?: readonly (string | RegExp)[];
}

/**
 * An example conversation that is also a test: run through the real bot, with the shipments of samples.ts and the clock of
 * SAMPLE_NOW. Written next to the flow it shows.
 */
export interface Script {
  readonly name: string;
  readonly locale: Locale;
  /** The id of a customer who is signed in (L2). */
  readonly customerId?: string;
  readonly exchanges: readonly Exchange[];
}
