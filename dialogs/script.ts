import type { Locale } from '../core/types.ts';

/**
 * What the customer does. `press` a button that the last answer showed, by its title; `track` a number in the page's own field for it;
 * `switchTo` another language by the page's switch; `silentMinutes`: says nothing for so long.
 */
export type Deed =
  | { readonly say: string }
  | { readonly press: string }
  | { readonly track: string }
  | { readonly switchTo: Locale }
  | { readonly silentMinutes: number };

/** One exchange: what the customer does, then what must and must not be in everything the bot answers (texts, cards, buttons). */
export type Exchange = Deed & {
  readonly hears: readonly (string | RegExp)[];
  readonly neverHears?: readonly (string | RegExp)[];
};

/**
 * An example conversation that is also a test: run over HTTP through the real channel and bot, with the shipments of
 * samples.ts and the clock of SAMPLE_NOW. Written next to the flow it shows.
 */
export interface Script {
  readonly name: string;
  readonly locale: Locale;
  /** The id of a customer who is signed in (L2). */
  readonly customerId?: string;
  readonly exchanges: readonly Exchange[];
}
