import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent } from '../core/types.ts';
import { claimedIntent } from './allFlows.ts';
import { cancel } from './commands.ts';
import type { AnyFlow } from './flow.ts';
import { type FlowDialog, NOT_AN_ANSWER } from './flowDialog.ts';
import { forgetOffer, learnUnlessSure, SMALL } from './offers.ts';
import { answerAboutUs } from './questions.ts';
import { does, doesOnly, saidYesOrNo } from './reading.ts';
import { afterDenial, type Wish } from './requests.ts';
import { isFarewell, isUnexplainedNumber, isWordless } from './stray.ts';
import { texts } from './texts.ts';
import type { Turn } from './turn.ts';

/** In a row, at a proposal that is neither accepted nor refused. */
const MISSES_BEFORE_AN_OFFER_IS_DROPPED = 3;

/** Where a message can go from an open flow; the router's own. */
export interface Ways {
  readonly flows: readonly AnyFlow[];
  readonly byIntent: ReadonlyMap<Intent, FlowDialog>;
  /** Several, or none: a message of one wish is what it was understood as. */
  wishesOf(turn: Turn): readonly Wish[];
  /** Begins the flow of a wish; of several in the message the first. */
  begin(dc: DialogContext, turn: Turn, wish: Intent): Promise<void>;
  /** Stops all that is open. */
  cancel(dc: DialogContext, turn: Turn): Promise<boolean>;
  /** False when it is too early for a person, or one was offered already. */
  offerPerson(dc: DialogContext, turn: Turn, open: FlowDialog): Promise<boolean>;
}

/** Takes a message to the open flow, or away from it. The result is false where nothing is open, or nothing any more. */
export function createDigressions(ways: Ways): (dc: DialogContext, turn: Turn) => Promise<boolean> {
  const { flows, byIntent } = ways;
  return continueOpenFlow;

  /** The open flow's question takes the message, another flow digresses from it, or the question is asked again. */
  async function continueOpenFlow(dc: DialogContext, turn: Turn): Promise<boolean> {
    const open = openFlow(dc);
    if (!open) return false;
    turn.isDigression = dc.stack.length > 1 || turn.memory.later !== undefined;
    turn.asked = open.askedIn(dc.activeDialog?.state);
    if (await answerAboutUs(turn)) {
      turn.memory.misses = 0;
      await open.remind(dc);
      return true;
    }
    const result = await dc.continueDialog();
    if (result.result !== NOT_AN_ANSWER) {
      forgetOffer(turn);
      turn.memory.misses = 0;
      return true;
    }
    if ((cancel.matches(turn) || doesOnly(turn, 'cancel')) && !claimedIntent(flows, turn)) return ways.cancel(dc, turn);
    if (open.isOptionalAt(dc)) {
      dc.stack.pop();
      return continueOpenFlow(dc, turn);
    }
    if (isFarewell(turn)) {
      dc.stack.length = 0;
      delete turn.memory.later;
      return false;
    }
    if (does(turn, 'ask') && (await turn.flows.answer())) {
      turn.memory.misses = 0;
      await open.remind(dc);
      return true;
    }
    const asks = open.asksOfOffer(dc);
    const instead = asks === undefined ? undefined : wishInstead(open, turn);
    const wish = instead ?? digressionFrom(open, turn);
    if (asks !== undefined && (instead || asks >= (wish ? 1 : MISSES_BEFORE_AN_OFFER_IS_DROPPED))) {
      dc.stack.pop();
      return wish ? beginDigression(dc, turn, wish) : continueOpenFlow(dc, turn);
    }
    if (wish) return beginDigression(dc, turn, wish);
    turn.memory.misses += 1;
    if (!isWordless(turn)) turn.learn('fallback');
    if (turn.mood.anger === 2) await turn.reply(texts.sorryForAnger);
    if (!(await ways.offerPerson(dc, turn, open))) await open.askAgain(dc);
    return true;
  }

  async function beginDigression(dc: DialogContext, turn: Turn, wish: Intent): Promise<true> {
    learnUnlessSure(turn);
    await ways.begin(dc, turn, wish);
    return true;
  }

  /** What a message is about that is no answer to the open question; a kind word about us is no business of its own then. */
  function digressionFrom(open: FlowDialog, turn: Turn): Intent | undefined {
    if (isWordless(turn) || saidYesOrNo(turn) === true) return undefined;
    const claimed = claimedIntent(flows, turn);
    const { intent, decision } = turn.understanding;
    if (!claimed && isUnexplainedNumber(turn)) return undefined;
    const wishes = [claimed, ways.wishesOf(turn)[0]?.intent, decision === 'act' && intent !== 'out_of_scope' ? intent : undefined];
    return wishes.find((wish) => wish && wish !== 'survey_response' && byIntent.has(wish) && byIntent.get(wish) !== open);
  }

  /** "No, I want …": what is proposed is refused, and the rest of the message says what is wanted instead. */
  function wishInstead(open: FlowDialog, turn: Turn): Intent | undefined {
    const rest = afterDenial(turn.understanding.words);
    const read = rest === undefined ? undefined : turn.understand(rest);
    if (rest === undefined || read?.decision !== 'act' || SMALL.has(read.intent) || !byIntent.has(read.intent)) return undefined;
    if (read.intent === turn.understanding.intent && byIntent.get(read.intent) === open) return undefined;
    turn.understanding = read;
    turn.wishText = rest;
    return read.intent;
  }
}

/** The flow whose question is open. */
export function openFlow(dc: DialogContext): FlowDialog | undefined {
  return dc.activeDialog && (dc.findDialog(dc.activeDialog.id) as FlowDialog);
}
