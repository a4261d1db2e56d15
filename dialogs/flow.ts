import { Dialog, type DialogContext, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs';
import { hashText } from '../core/ids.ts';
import type { Intent } from '../core/types.ts';
import { parseDontKnow } from './answers.ts';
import type { Turn } from './turn.ts';

/**
 * Where a flow goes after a step: `wait` for the customer's answer, on to the `next` step, to a step by name, or to the `end`.
 */
export type Move = 'wait' | 'next' | 'end' | { readonly to: string };

/** One thing a flow needs to know or do. `Slots` is what the flow has collected: plain JSON, changed in place. */
export interface Step<Slots> {
  readonly id: string;
  /**
   * Called when the flow arrives here, and again after a digression. Asks and returns `wait`, or returns `next` at once when
   * the answer is known already.
   */
  enter(turn: Turn, slots: Slots): Promise<Move> | Move;
  /**
   * Called with the customer's answer. `other`: this is no answer to the question; the router then looks for another flow,
   * and re-asks when there is none. A step that takes any text lets
   * what `meansStop` pass as `other`. Absent: the step never waits.
   */
  take?(turn: Turn, slots: Slots): Promise<Move | 'other'> | Move | 'other';
  /** The customer does not know the answer: help, offer another way, or go on without it. Absent: `take` gets it like any answer. */
  unknown?(turn: Turn, slots: Slots): Promise<Move> | Move;
  /** Said instead of `enter` when an answer was not understood; default: `enter` again. */
  again?(turn: Turn, slots: Slots): Promise<void>;
  /** The answer is welcome but not needed: when something else comes, the flow is over instead of asking again. */
  readonly isOptional?: boolean;
}

/** One kind of business. Everything about it stands in its folder. */
export interface Flow<Slots extends object> {
  readonly id: string;
  /** What begins it. An intent belongs to one flow. */
  readonly intents: readonly Intent[];
  /**
   * Follow-ups that only make sense after what this flow just did ("and the other one?"): the intent to begin with, whatever
   * the classifier says. Looked at when no question is open.
   */
  claims?(turn: Turn): Intent | undefined;
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

/** The key under which the running turn travels in botbuilder's TurnContext. */
export const TURN = Symbol('turn');

/** What `continueDialog` answers when the message was no answer to the open question. */
export const NOT_AN_ANSWER = { reason: 'not an answer' } as const;

interface Frame<Slots> {
  step: string;
  slots: Slots;
}

/**
 * A flow on botbuilder's dialog stack. Its id holds a fingerprint of the step list: a conversation left open across a release
 * that changed the steps finds no dialog of its id, and starts over rather than answering the wrong question.
 */
export class FlowDialog extends Dialog<{ intent: Intent }> {
  readonly flow: AnyFlow;

  constructor(flow: AnyFlow) {
    super(dialogId(flow));
    this.flow = flow;
  }

  override async beginDialog(dc: DialogContext, options?: { intent: Intent }): Promise<DialogTurnResult> {
    const turn = turnOf(dc);
    const slots: object = this.flow.begin(turn, options?.intent ?? turn.understanding.intent);
    return this.walk(dc, turn, { step: this.stepAt(0).id, slots });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc);
    const frame = frameOf(dc);
    const step = this.stepAt(this.indexOf(frame.step));
    const isUnknown = step.unknown !== undefined && parseDontKnow(turn.understanding.text);
    const move = isUnknown ? await step.unknown?.(turn, frame.slots) : await step.take?.(turn, frame.slots);
    if (move === undefined || move === 'other') return { status: DialogTurnStatus.waiting, result: NOT_AN_ANSWER };
    return this.follow(dc, turn, frame, move);
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.walk(dc, turnOf(dc), frameOf(dc));
  }

  /** Asks the open question again, in other words where the step has them. */
  async askAgain(dc: DialogContext): Promise<void> {
    const frame = frameOf(dc);
    const step = this.stepAt(this.indexOf(frame.step));
    if (step.again) await step.again(turnOf(dc), frame.slots);
    else await step.enter(turnOf(dc), frame.slots);
  }

  /** Whether the open question may simply be dropped. */
  isOptionalAt(dc: DialogContext): boolean {
    return this.stepAt(this.indexOf(frameOf(dc).step)).isOptional ?? false;
  }

  private async walk(dc: DialogContext, turn: Turn, frame: Frame<object>): Promise<DialogTurnResult> {
    const move = await this.stepAt(this.indexOf(frame.step)).enter(turn, frame.slots);
    return this.follow(dc, turn, frame, move);
  }

  private async follow(dc: DialogContext, turn: Turn, frame: Frame<object>, move: Move): Promise<DialogTurnResult> {
    const next = move === 'next' ? this.flow.steps[this.indexOf(frame.step) + 1]?.id : typeof move === 'object' ? move.to : undefined;
    if (move === 'end' || (move === 'next' && next === undefined)) return dc.endDialog();
    const moved = { step: next ?? frame.step, slots: frame.slots };
    if (dc.activeDialog) dc.activeDialog.state = moved;
    return move === 'wait' ? { status: DialogTurnStatus.waiting } : this.walk(dc, turn, moved);
  }

  private stepAt(index: number): Step<object> {
    const step = this.flow.steps[index];
    if (!step) throw new Error(`flow ${this.flow.id} has no step ${index}`);
    return step;
  }

  private indexOf(stepId: string): number {
    return this.flow.steps.findIndex((step) => step.id === stepId);
  }
}

/** `track:which>show:1f2e3d4c`; also what a stack written by an earlier release is compared with. */
export function dialogId(flow: AnyFlow): string {
  const steps = flow.steps.map((step) => step.id).join('>');
  return `${flow.id}:${hashText(steps).slice(0, 8)}`;
}

function turnOf(dc: DialogContext): Turn {
  return dc.context.turnState.get(TURN) as Turn;
}

function frameOf(dc: DialogContext): Frame<object> {
  return dc.activeDialog?.state as Frame<object>;
}
