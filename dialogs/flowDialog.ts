import { Dialog, type DialogContext, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs';
import type { Asked as AskedKind } from '../core/acts.ts';
import { hashText } from '../core/ids.ts';
import type { Intent } from '../core/types.ts';
import { parseDontKnow, parseSkip, parseYesNo } from './answers.ts';
import { withoutCorrection } from './corrections.ts';
import type { AnyFlow, Move, Step } from './flow.ts';
import { cannotTell, passes } from './reading.ts';
import { intentTitles, texts } from './texts.ts';
import { button, type Turn } from './turn.ts';

/** The key under which the running turn travels in botbuilder's TurnContext. */
export const TURN = Symbol('turn');

/** What `continueDialog` answers when the message was no answer to the open question. */
export const NOT_AN_ANSWER = { reason: 'not an answer' } as const;

interface Frame<Slots> {
  step: string;
  slots: Slots;
  /** How often the open question was asked again. */
  asks?: number;
  /** The questions answered so far with what was known when each was asked, for taking an answer back; the last few. */
  trail?: readonly Asked<Slots>[];
}

type Asked<Slots> = Pick<Frame<Slots>, 'step' | 'slots'>;

/** Answers that can be taken back, one after another: the memory of a conversation stays small. */
const LONGEST_TRAIL = 3;

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
    const asked = { step: frame.step, slots: structuredClone(frame.slots) };
    const move = await hear(step, turn, frame.slots);
    if (move === undefined || move === 'other') return (await this.correct(dc, turn, frame)) ?? NOT_TAKEN;
    return this.follow(dc, turn, move === 'wait' ? frame : leave(frame, asked), move);
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const frame = countAsk(dc);
    const step = this.stepAt(this.indexOf(frame.step));
    if (!step.resume) return this.walk(dc, turnOf(dc), frame);
    await step.resume(turnOf(dc), frame.slots);
    return { status: DialogTurnStatus.waiting };
  }

  /** Asks the open question again after something else was answered, more shortly where the step has other words; not what may be left. */
  async remind(dc: DialogContext): Promise<void> {
    if (this.isOptionalAt(dc)) return;
    const { step, slots } = frameOf(dc);
    const { resume } = this.stepAt(this.indexOf(step));
    if (resume) await resume(turnOf(dc), slots);
    else await this.repeat(dc);
  }

  /** Asks the open question in the same words, because they were not read or in another language. */
  async repeat(dc: DialogContext): Promise<void> {
    await this.walk(dc, turnOf(dc), frameOf(dc));
  }

  /** Asks the open question again, in other words where the step has them. */
  async askAgain(dc: DialogContext): Promise<void> {
    const frame = countAsk(dc);
    const step = this.stepAt(this.indexOf(frame.step));
    if (step.again) await step.again(turnOf(dc), frame.slots);
    else await step.enter(turnOf(dc), frame.slots);
  }

  /** Takes the last answer back and asks for it again; false when there is none to take back. */
  async goBack(dc: DialogContext): Promise<boolean> {
    const { trail = [] } = frameOf(dc);
    const last = trail.at(-1);
    if (!last) return false;
    await turnOf(dc).reply(texts.wentBack);
    await this.walk(dc, turnOf(dc), { ...last, trail: trail.slice(0, -1) });
    return true;
  }

  /** "Sorry, it is …" that does not answer the open question may answer the one before it. */
  private async correct(dc: DialogContext, turn: Turn, { trail = [] }: Frame<object>): Promise<DialogTurnResult | undefined> {
    const last = trail.at(-1);
    const rest = withoutCorrection(turn.understanding.text);
    if (!last || rest === undefined) return undefined;
    const said = turn.understanding;
    turn.understanding = turn.understand(rest);
    const frame = { step: last.step, slots: structuredClone(last.slots) };
    const move = await this.stepAt(this.indexOf(last.step)).take?.(turn, frame.slots);
    turn.understanding = said;
    if (move === undefined || move === 'other') return undefined;
    return this.follow(dc, turn, { ...frame, trail }, move);
  }

  /** Whether the question that is open in this frame of the stack takes files without words. */
  takesFilesIn(frame: unknown): boolean {
    return this.stepAt(this.indexOf((frame as Frame<object>).step)).takesFiles ?? false;
  }

  /** What kind of answer the question waits for that is open in this frame of the stack. */
  askedIn(frame: unknown): AskedKind {
    return this.stepAt(this.indexOf((frame as Frame<object>).step)).asked ?? 'none';
  }

  /** Whether the open question may simply be dropped. */
  isOptionalAt(dc: DialogContext): boolean {
    const { step, slots } = frameOf(dc);
    const { isOptional = false } = this.stepAt(this.indexOf(step));
    return typeof isOptional === 'function' ? isOptional(slots) : isOptional;
  }

  /** How often the proposal that is open was asked again; undefined when the open question is none. */
  asksOfOffer(dc: DialogContext): number | undefined {
    const { step, asks = 0 } = frameOf(dc);
    return this.stepAt(this.indexOf(step)).isOffer ? asks : undefined;
  }

  private async walk(dc: DialogContext, turn: Turn, frame: Frame<object>): Promise<DialogTurnResult> {
    const step = this.stepAt(this.indexOf(frame.step));
    const move = await step.enter(turn, frame.slots);
    return this.follow(dc, turn, step.isFinal ? { ...frame, trail: [] } : frame, move);
  }

  private async follow(dc: DialogContext, turn: Turn, frame: Frame<object>, move: Move): Promise<DialogTurnResult> {
    const next = move === 'next' ? this.flow.steps[this.indexOf(frame.step) + 1]?.id : typeof move === 'object' ? move.to : undefined;
    if (move === 'end' || (move === 'next' && next === undefined)) return dc.endDialog();
    const moved = next === undefined ? frame : { ...frame, step: next, asks: 0 };
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

const NOT_TAKEN: DialogTurnResult = { status: DialogTurnStatus.waiting, result: NOT_AN_ANSWER };

/** What an open question makes of a message. */
async function hear(step: Step<object>, turn: Turn, slots: object): Promise<Move | 'other' | undefined> {
  const { text } = turn.understanding;
  // A bare no answers the question. Whoever leaves one answer open ("not sure yet") cancels nothing, whatever it sounds like.
  const isPlain = turn.asked !== 'none' && turn.asked !== 'story' && parseYesNo(text) === undefined;
  if (parseSkip(text) || isNoAndSkip(text)) return skip(step, turn, slots);
  const help = step.unknown ?? step.skip;
  if (help && (parseDontKnow(text) || (isPlain && cannotTell(turn)))) return help(turn, slots);
  const move = await step.take?.(turn, slots);
  return move === 'other' && isPlain && passes(turn) ? skip(step, turn, slots) : move;
}

/** None, skip: the same thing twice. */
function isNoAndSkip(text: string): boolean {
  const clauses = text.split(/[,，。.;；!！]+/u).filter((clause) => clause.trim() !== '');
  return (
    clauses.length > 1 &&
    clauses.some(parseSkip) &&
    clauses.every((clause) => parseSkip(clause) || parseYesNo(clause) === false || /^\s*none\s*$/i.test(clause))
  );
}

async function skip(step: Step<object>, turn: Turn, slots: object): Promise<Move> {
  if (step.skip) return step.skip(turn, slots);
  if (typeof step.isOptional === 'function' ? step.isOptional(slots) : step.isOptional) {
    await turn.reply(texts.skipped);
    return 'end';
  }
  await turn.reply(texts.cannotSkip, { buttons: [button(turn, intentTitles.cancel), button(turn, intentTitles.human_agent)] });
  return 'wait';
}

function countAsk(dc: DialogContext): Frame<object> {
  const { asks = 0, ...frame } = frameOf(dc);
  const counted = { ...frame, asks: asks + 1 };
  if (dc.activeDialog) dc.activeDialog.state = counted;
  return counted;
}

function leave(frame: Frame<object>, asked: Asked<object>): Frame<object> {
  return { ...frame, trail: [...(frame.trail ?? []), asked].slice(-LONGEST_TRAIL) };
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
