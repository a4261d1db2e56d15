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

/** What a question about a parcel is about. */
export const PARCEL_TOPICS = [
  ...(['where', 'eta', 'promised', 'why_late', 'why_failed', 'attempt_next', 'sent_back', 'signer', 'left_where', 'proof'] as const),
  ...(['pickup_place', 'pickup_hours', 'pickup_deadline', 'pickup_code', 'pickup_who', 'pickup_fee', 'collect_self', 'redirect'] as const),
  ...(['customs_papers', 'duty', 'customs_time', 'commercial_invoice', 'next', 'remedy', 'pieces', 'contents', 'parties'] as const),
  // `urge` asks for haste rather than for an answer.
  ...(['courier', 'freight', 'service', 'original', 'days_open', 'route', 'urge'] as const),
] as const;
/** About a ticket, a claim or a call-back. */
export const CASE_TOPICS = [
  ...(['answer_when', 'case_where', 'reference', 'how_much', 'money_when', 'who_handles', 'proof_needed', 'when_called'] as const),
  ...(['keep_goods', 'call_help', 'medical_cost', 'case_change'] as const),
] as const;
/** About us: why something is asked for, whether this is safe, who answers and when, what was noted. */
export const OUR_TOPICS = ['noted', 'why_asked', 'is_safe', 'is_robot', 'person_hours', 'hotline'] as const;
export const TOPICS = [...PARCEL_TOPICS, ...CASE_TOPICS, ...OUR_TOPICS] as const;
export type Topic = (typeof TOPICS)[number];

/** A message's acts with what they bring. */
export interface ReadActs {
  /** At least one, in the order of ACTS. */
  readonly acts: readonly Act[];
  /** Of `give` or `correct`: what was asked for, as text; undefined where none could be read. */
  readonly value?: string;
  /** `danger` beyond doubt: what is thrown or shouted is none. */
  readonly isInDanger?: true;
  /** What is asked about, in the order of the message, at most two; empty where nothing is asked or of nothing known. */
  readonly topics: readonly Topic[];
}
