/** What kind of answer is open when a customer writes. `none`: nothing was asked. */
export const ASKED = [
  ...(['none', 'yes_no', 'offer', 'confirm', 'tracking_number', 'last_four', 'phone', 'story', 'wish', 'amount', 'files'] as const),
  ...(['choice', 'satisfied', 'rating'] as const),
] as const;
export type Asked = (typeof ASKED)[number];

/** What a message does, in the light of what is open; several at once. */
export const ACTS = [
  ...(['affirm', 'deny', 'accept', 'decline', 'condition', 'give', 'correct', 'tell', 'ask', 'request', 'cancel'] as const),
  ...(['skip', 'unknown', 'defer', 'thank', 'greet', 'bye', 'feel', 'danger'] as const),
] as const;
export type Act = (typeof ACTS)[number];

/** Acts that cannot be taken back without a person: money is paid, a case is filed or closed, what is under way ends. */
export const BINDING: ReadonlySet<Act> = new Set(['affirm', 'accept', 'cancel']);

/** What is asked about us and not about a parcel or a case: why something is asked for, whether this is safe, who answers, what was noted. */
export type Topic = 'why_asked' | 'is_safe' | 'is_robot' | 'when_called' | 'what_noted' | 'commercial_invoice';

/** A message's acts with what they bring. */
export interface ReadActs {
  /** At least one, in the order of ACTS. */
  readonly acts: readonly Act[];
  /** Of `give` or `correct`: what was asked for, as text; undefined where none could be read. */
  readonly value?: string;
  /** `danger` beyond doubt: what is thrown or shouted is none. */
  readonly isInDanger?: true;
  /** Of `ask`, where it is about us. */
  readonly topic?: Topic;
}
