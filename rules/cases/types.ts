import type { Actor } from '../access/actor.ts';
import type { NewFact } from '../facts.ts';

/** What a customer brings and somebody works on: a row moved through states by decisions, each guarded by its version. */
export interface Case {
  readonly id: string;
  /** Grows by one with each change. */
  readonly version: number;
  readonly updatedAt: Date;
}

/** One line of a case's audit. Append-only; `hash` covers it and the line before, so that none can be changed or taken out unseen. */
export interface CaseEvent {
  /** From 1 within the case, without gaps. */
  readonly seq: number;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly from?: string;
  readonly to?: string;
  /** Codes and numbers only, no person's words: it is never erased. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What was said or written; emptied when the person is erased, which the hash survives. */
  readonly words?: string;
}

/** A line before the store gives it number, instant and hash. */
export type NewLine<Event extends CaseEvent = CaseEvent> = Omit<Event, 'seq' | 'at'>;

/** Everything one command does to a case; the store writes it in one statement or not at all. */
export interface CaseDecision<C extends Case, Event extends CaseEvent = CaseEvent> {
  /** The case afterwards, `version` grown by one. */
  readonly next: C;
  /** In order. */
  readonly lines: readonly NewLine<Event>[];
  /** What the customer is told in their conversation. */
  readonly notices: readonly { readonly kind: string }[];
  /** What the company's systems hear. */
  readonly webhook?: string;
  readonly facts: readonly NewFact[];
}
