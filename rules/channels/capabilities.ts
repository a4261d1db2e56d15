/** What a channel can show. What it cannot is shown otherwise (see `degrade.ts`), so that every flow works on each. */
export interface Capabilities {
  /** Buttons under one message at most; 0: choices become numbered lines. */
  readonly buttons: number;
  /** Whether it draws cards; else a reply's text stands alone. */
  readonly cards: boolean;
  /** What may be said without being asked: `free` anything at any time, `dear` what matters only, since each message has its price. */
  readonly proactive: 'free' | 'dear';
  /** Of one message, in UTF-16 units; longer texts become several messages. */
  readonly longestText: number;
}

/** A channel that shows everything and costs nothing. */
export const FULL: Capabilities = { buttons: 20, cards: true, proactive: 'free', longestText: 16_384 };
