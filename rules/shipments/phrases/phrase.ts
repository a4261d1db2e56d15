import { t } from '../../../core/i18n.ts';
import type { Text } from '../../../core/types.ts';
import type { StatusReason } from '../types.ts';

/** Papers a carrier or a customs office asks for. */
export type Paper =
  | 'commercial_invoice'
  | 'identity'
  | 'real_name'
  | 'tax_number'
  | 'safety_sheet'
  | 'goods_code'
  | 'description'
  | 'proof_of_payment'
  | 'licence'
  | 'power_of_attorney'
  | 'other_papers';

/** What can be filled in, as it stands in the carrier's text; a `rest` is anything up to the end of a courtesy, and is not told. */
export type Slot = 'place' | 'next' | 'point' | 'who' | 'phone' | 'code' | 'when' | 'count' | 'amount' | 'papers' | 'rest';

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
  /** No cause of its own, but told beside one: what became of it. */
  readonly isBeside?: true;
  /** It is given up for lost: nobody searches any more. */
  readonly isFinal?: true;
  /** Destroyed because a party wanted it so: nothing was lost. */
  readonly isWanted?: true;
  /** What customs waited for has come. */
  readonly isSettled?: true;
  /** Who has to send the papers, or to pay. */
  readonly from?: 'recipient' | 'sender';
  /** It is to come on another day, which is not said. */
  readonly isPostponed?: true;
  /** What its day, hour or count of days is of: the delivery, or the collection (`hours`: counted in these). */
  readonly about?: 'arrival' | 'collection' | 'collection_hours';
  /** Its day or hour is the latest. */
  readonly isBy?: true;
  /** Its days cost nothing, and are no deadline. */
  readonly isFree?: true;
}

/** A text in its three languages. */

/** A phrase in one line: how it is told, then how it is said. */
export const say = (hans: string, hant: string, en: string, ...shapes: readonly string[]): Phrase => ({ text: t(hans, hant, en), shapes });

/** The same for a phrase that says why. */
export const because = (reason: StatusReason, hans: string, hant: string, en: string, ...shapes: readonly string[]): Phrase => ({
  text: t(hans, hant, en),
  shapes,
  reason,
});

/** The same for what is told beside a cause. */
export const beside = (hans: string, hant: string, en: string, ...shapes: readonly string[]): Phrase => ({
  text: t(hans, hant, en),
  shapes,
  isBeside: true,
});
