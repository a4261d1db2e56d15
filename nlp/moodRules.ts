import type { Locale, Risk } from '../core/types.ts';

/** What speaks for a risk or an anger. */
export interface MoodRule<Kind> {
  readonly kind: Kind;
  /** With flag g. Chinese in simplified characters, English in lower case: that is what it is held against. */
  readonly pattern: RegExp;
  /** When this is in the same clause the words mean something else. */
  readonly unless?: RegExp;
  /** A language in which the words mean something harmless. */
  readonly notIn?: Locale;
}

/** The words of one language and how it denies them. */
export interface MoodLanguage {
  /** Whether a text has any of this language. */
  readonly script: RegExp;
  /** Goods, places and idioms that contain a word of the rules; blotted out first. With flag g. */
  readonly lookalikes: RegExp;
  readonly clauseEnd: RegExp;
  /** Ends a clause's part before the words when these are denied. */
  readonly denial: RegExp;
  /** A denial that denies nothing: "don't think I won't sue". Looked for in the part before the words. */
  readonly falseDenial: RegExp;
  /** Ends that part when the words are where a parcel goes, or what somebody else said; for rules of threats. */
  readonly reported: RegExp;
  /** Begins the clause's part after the words when they name a place: 法院对面. For rules of threats. */
  readonly place: RegExp;
  readonly risks: readonly MoodRule<Risk>[];
  readonly angers: readonly MoodRule<1 | 2>[];
}
