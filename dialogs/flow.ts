import type { Asked } from '../core/acts.ts';
import type { Intent } from '../core/types.ts';
import type { FlowMemory } from './memory.ts';
import type { Matter, Turn } from './turn.ts';

/**
 * Where a flow goes after a step: `wait` for the customer's answer, on to the `next` step, to a step by name, or to the `end`.
 */
export type Move = 'wait' | 'next' | 'end' | { readonly to: string };

/** One thing a flow needs to know or do. `Slots` is what the flow has collected: plain JSON, changed in place. */
export interface Step<Slots> {
  readonly id: string;
  /** The kind of answer it waits for; a message is read in its light. Default `none`: any words. */
  readonly asked?: Asked;
  /**
   * Called when the flow arrives here, and again after a digression unless `resume` is. Asks and returns `wait`, or returns `next` at once when
   * the answer is known already.
   */
  enter(turn: Turn, slots: Slots): Promise<Move> | Move;
  /** Asks again after a digression, more shortly than `enter`; waits. */
  resume?(turn: Turn, slots: Slots): Promise<void>;
  /**
   * Called with the customer's answer. `other`: this is no answer to the question; the router then looks for another flow,
   * and re-asks when there is none. A step that takes any text lets what `meansStop` pass as `other`. Absent: the step never waits.
   */
  take?(turn: Turn, slots: Slots): Promise<Move | 'other'> | Move | 'other';
  /** The customer does not know the answer: help, offer another way, or go on without it. Absent: `skip`, else `take` like any answer. */
  unknown?(turn: Turn, slots: Slots): Promise<Move> | Move;
  /** The customer would rather not answer: go on without. Absent: told that this is needed and how to leave; an optional step ends. */
  skip?(turn: Turn, slots: Slots): Promise<Move> | Move;
  /** Said instead of `enter` when an answer was not understood; default: `enter` again. */
  again?(turn: Turn, slots: Slots): Promise<void>;
  /** `take` also gets messages that are files and no words; absent: the desk says that it keeps them. */
  readonly takesFiles?: boolean;
  /** The answer is welcome but not needed: when something else comes, the flow is over instead of asking again. */
  readonly isOptional?: boolean | ((slots: Slots) => boolean);
  /** A proposal the customer may pass over: it comes back after one digression, and after three misses; then it is dropped. */
  readonly isOffer?: boolean;
  /** What was done here stays done: "go back" leads no further than this. */
  readonly isFinal?: boolean;
}

/** What a flow has under way with a customer outside the chat. */
export interface OpenMatters {
  /** Whether it opened anything in this conversation, as far as it remembers; no round trip. Known customers may have more. */
  isKnown(turn: Turn): boolean;
  /** For a greeting: the newest that is still open, as a sentence; undefined when none is. One round trip. */
  describe(turn: Turn): Promise<string | undefined>;
  /** What comes first among choices meanwhile. */
  readonly comesFirst?: readonly Intent[];
  /** The one last spoken of, whatever became of it. */
  last?(turn: Turn): Matter | undefined;
  /** Says how it stands to whoever asks after it, or wants it no more, while no question is open; false when nothing is open. */
  tell?(turn: Turn): Promise<boolean>;
}

/** One kind of business. Everything about it stands in its folder. */
export interface Flow<Slots extends object> {
  readonly id: string;
  /** What begins it. An intent belongs to one flow. */
  readonly intents: readonly Intent[];
  /**
   * Follow-ups that only make sense after what this flow just did ("and the other one?"): the intent to begin with, whatever
   * the classifier says. Looked at when no question is open, or when the open one could make nothing of the message.
   */
  claims?(turn: Turn): Intent | undefined;
  /** `claims` is also asked about messages that are files and no words. */
  readonly takesFiles?: boolean;
  /**
   * Takes a message that no question and no intent takes, as "this belongs to your ticket", and answers it; false leaves it to the
   * next flow, and at last to the menu.
   */
  adopts?(turn: Turn): Promise<boolean>;
  /** Answers in a sentence or two what is asked of what it knows, whatever else is open; false when that is nothing of its. Two flows may each answer their part. */
  answers?(turn: Turn): Promise<boolean>;
  /** What was told so far, a line each: of what is open in the chat (`slots`), or of what it took in of this conversation before. */
  notes?(turn: Turn, slots: Slots | undefined): Promise<readonly string[]> | readonly string[];
  /** What it remembers between turns, under its own id. */
  readonly memory?: FlowMemory<object>;
  readonly open?: OpenMatters;
  /** Another flow, or this one, spoke of something this one may have to know. Told of every matter. */
  hears?(turn: Pick<Turn, 'memory' | 'now'>, matter: Matter): void;
  /** What the first message already says. */
  begin(turn: Turn, intent: Intent): Slots;
  readonly steps: readonly Step<Slots>[];
}

/** Any flow, where the slots do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds flows of different slots; each is checked where it is defined
export type AnyFlow = Flow<any>;

/** Lets the compiler check a flow and its steps against one type of slots. */
export function defineFlow<Slots extends object>(flow: Flow<Slots>): Flow<Slots> {
  return flow;
}
