import type { Text } from '../../../core/types.ts';
import type { StatusReason } from '../types.ts';

/** Papers a carrier or a customs office asks for. */
export type Paper =
  | 'commercial_invoice'
  | 'identity'
  | 'description'
  | 'proof_of_payment'
  | 'licence'
  | 'power_of_attorney'
  | 'other_papers';

/** What can be filled in, as it stands in the carrier's text; a `rest` is anything up to the end of a courtesy, and is not told. */
export type Slot = 'place' | 'next' | 'point' | 'who' | 'phone' | 'code' | 'when' | 'count' | 'papers' | 'rest';

/** One thing a carrier says, however it is worded, and how it is told. */
export interface Phrase {
  /** Where it is told, in a sentence's middle. `{slot}` stands for what was filled in; a part in `[…]` falls away without its slot. */
  readonly text: Text;
  /**
   * How carriers put it: patterns over folded text (see `fold`), in which `{slot}` takes what can stand there. 已 and the word for parcel
   * before it are read by themselves.
   */
  readonly shapes: readonly string[];
  /** Why the parcel stands still or is late, when this says so. */
  readonly reason?: StatusReason;
  /** As a cause, too, it is told in these words: they say more than the reason does. */
  readonly isOwn?: true;
  /** It is given up for lost: nobody searches any more. */
  readonly isFinal?: true;
  /** Who has to send the papers. */
  readonly from?: 'recipient' | 'sender';
}

/** A text in its three languages. */
export const t = (hans: string, hant: string, en: string): Text => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** A phrase in one line: how it is told, then how it is said. */
export const say = (hans: string, hant: string, en: string, ...shapes: readonly string[]): Phrase => ({ text: t(hans, hant, en), shapes });

/** The same for a phrase that says why. */
export const because = (reason: StatusReason, hans: string, hant: string, en: string, ...shapes: readonly string[]): Phrase => ({
  text: t(hans, hant, en),
  shapes,
  reason,
});
