import { DialogContext, DialogContextError, DialogSet } from 'botbuilder-dialogs';
import { HARMS, type Intent, type Locale } from '../core/types.ts';
import { claimedIntent, createAllFlows } from './allFlows.ts';
import { isCaseQuestion } from './caseQuestions.ts';
import { type Command, cancel, changeLanguage, commands, language } from './commands.ts';
import { createDigressions, openFlow } from './digress.ts';
import type { AnyFlow } from './flow.ts';
import { FlowDialog, TURN } from './flowDialog.ts';
import type { StoredState } from './memory.ts';
import {
  chosenIntent,
  forgetOffer,
  isNoneOfThese,
  learnChoice,
  learnUnlessSure,
  likelyWishes,
  offer,
  repeatLast,
  SMALL,
} from './offers.ts';
import { answerAboutUs } from './questions.ts';
import { does } from './reading.ts';
import { afterCourtesy, splitWishes, type Wish } from './requests.ts';
import { answerFeeling, answerNothing, isAnswerToNothing, isScolding, isUnexplainedNumber, isWordless } from './stray.ts';
import { intentOfTitle, intentTitles, MENU, texts } from './texts.ts';
import { type AllFlows, keepDropped, type Memory, readMemory, type Turn } from './turn.ts';

/** botbuilder's TurnContext, without importing botbuilder here. */
type TurnContext = DialogContext['context'];

/**
 * Where botbuilder looks for its memory scopes before it assembles them, which costs as much as all the rest of routing: those
 * of the first turn, which know nothing of it, are handed on to the next.
 */
const SCOPES = 'DialogStateManagerConfiguration';

/** Begins the flow that offers a person, when nothing else helps. */
const HELP: Intent = 'human_agent';
/** Begins the flow that shows a case. */
const CASES: Intent = 'complaint_status';
/** Messages in a row that may go without being understood before a person is offered. */
const MISSES_BEFORE_A_PERSON = 2;
/** Takes one message to whatever answers it: a command, the open flow, the flow of its intent, or a question back. */
export interface Router {
  route(context: TurnContext, turn: Turn): Promise<void>;
  /** The page's switch was used: what is open is asked again in the language. */
  changeLanguage(context: TurnContext, turn: Turn, locale: Locale): Promise<void>;
  /** Whether a file that came without words has somewhere to go: the open question takes it, or a flow claims it. */
  takesFiles(turn: Turn): boolean;
  /** A conversation's memory from what the store holds, each flow's part of it whole. */
  readMemory(state: StoredState): Memory;
  /** The flows together, for `Turn.flows` of the turn that is asked for. */
  flowsOf(turn: () => Turn): AllFlows;
}

/**
 * @param flows every flow; an intent claimed twice, or a memory under another's id, is a programming error and throws.
 */
export function createRouter(flows: readonly AnyFlow[]): Router {
  const dialogs = new DialogSet();
  const byIntent = new Map<Intent, FlowDialog>();
  const memories = flows.flatMap(({ memory }) => memory ?? []);
  let scopes: DialogContext['state']['configuration'] | undefined;
  for (const flow of flows) {
    if (flow.memory && flow.memory.id !== flow.id) throw new Error(`flow ${flow.id} remembers under ${flow.memory.id}`);
    const dialog = new FlowDialog(flow);
    dialogs.add(dialog);
    for (const intent of flow.intents) {
      if (byIntent.has(intent)) throw new Error(`intent ${intent} begins two flows: ${flow.id} and ${byIntent.get(intent)?.flow.id}`);
      byIntent.set(intent, dialog);
    }
  }

  const continueOpenFlow = createDigressions({
    ...{ flows, byIntent, wishesOf, offerPerson },
    begin: (dc, turn, wish) => begin(dc, turn, takeFirstOf(turn, wish)),
    cancel: (dc, turn) => runCommand(dc, turn, cancel),
  });

  return {
    takesFiles(turn) {
      const open = turn.memory.dialogs.dialogStack.at(-1);
      const dialog = open && dialogs.find(open.id);
      const isTaken = dialog instanceof FlowDialog && dialog.takesFilesIn(open?.state);
      return isTaken || claimedIntent(flows, turn) !== undefined;
    },
    readMemory: (state) => readMemory(state, memories),
    flowsOf: (turn) => createAllFlows(flows, turn),
    route: (context, turn) => run(context, turn, answer),
    changeLanguage: (context, turn, locale) =>
      run(context, turn, (dc) => runCommand(dc, turn, { ...language, run: () => changeLanguage(turn, locale) })),
  };

  async function run(context: TurnContext, turn: Turn, work: (dc: DialogContext, turn: Turn) => Promise<unknown>): Promise<void> {
    context.turnState.set(TURN, turn);
    if (scopes) context.turnState.set(SCOPES, scopes);
    const dc = new DialogContext(dialogs, context, turn.memory.dialogs);
    scopes = dc.state.configuration;
    try {
      await dropStale(dc, turn);
      await work(dc, turn);
      await takeUpLater(dc, turn);
    } catch (error) {
      throw sourceOf(error);
    }
    const open = openFlow(dc);
    if (open && !open.isOptionalAt(dc)) turn.memory.isAwaiting = true;
  }

  async function answer(dc: DialogContext, turn: Turn): Promise<void> {
    if (turn.message.wish) return begin(dc, turn, turn.message.wish);
    turn.asked = openFlow(dc)?.askedIn(dc.activeDialog?.state) ?? 'none';
    hearDanger(turn);
    if (await runCommand(dc, turn)) return;
    if (await continueOpenFlow(dc, turn)) return;
    if (await answerAboutUs(turn)) return;
    passCourtesy(turn);
    if (isNoneOfThese(turn)) {
      forgetOffer(turn);
      return turn.reply(texts.tellMore);
    }
    const followUp = claimedIntent(flows, turn);
    const isOfCase = (followUp ?? CASES) === CASES && isCaseQuestion(turn);
    if (isOfCase && (await turn.flows.answer())) return;
    if (!followUp && isAnswerToNothing(turn)) return answerNothing(turn);
    if (!followUp && isWordless(turn)) return answerFeeling(turn);
    const chosen = chosenIntent(turn);
    if (chosen) learnChoice(turn, chosen);
    const claimed = chosen ?? followUp;
    if (!claimed) learnUnlessSure(turn);
    const { intent, decision } = turn.understanding;
    const wish = claimed ?? (decision === 'act' && !(isUnexplainedNumber(turn) && SMALL.has(intent)) ? intent : undefined);
    if (wish && !claimed && isScolding(turn, wish)) return answerFeeling(turn);
    const isNobodys =
      !claimed && (wish === 'out_of_scope' || (!wish && (decision === 'fallback' || (does(turn, 'ask') && turn.flows.hasOpen()))));
    if (isNobodys && (await turn.flows.adopt())) return;
    // Being told twice that something is none of our business helps nobody: that counts as not understood.
    if (wish === 'out_of_scope' && turn.memory.misses > 0) return miss(dc, turn);
    if (wish)
      return begin(dc, turn, claimed && does(turn, 'ask', 'none') && !does(turn, 'request', 'none') ? wish : takeFirstOf(turn, wish));
    const likely = turn.understanding.decision === 'clarify' ? likelyWishes(turn) : [];
    if (likely.length > 0) return offer(turn, likely, 'clarify');
    await miss(dc, turn);
  }

  /** Of several wishes in one message the first is taken now, its words alone, and the second kept for later. */
  function takeFirstOf(turn: Turn, wish: Intent): Intent {
    if (intentOfTitle(turn.understanding.text)) return wish;
    const [first, second] = wishesOf(turn);
    if (!first || !second) return wish;
    turn.memory.later = second;
    turn.understanding = turn.understand(first.text);
    turn.wishText = first.text;
    return first.intent;
  }

  function wishesOf(turn: Turn): readonly Wish[] {
    const isWish = (intent: Intent): boolean => byIntent.has(intent) && !SMALL.has(intent);
    const isSame = (a: Intent, b: Intent): boolean => a === b || (isTracking(a) && isTracking(b));
    return splitWishes(turn, isWish, isSame);
  }

  /** Once nothing is open any more, the second wish of an earlier message has its turn. */
  async function takeUpLater(dc: DialogContext, turn: Turn): Promise<void> {
    const { later } = turn.memory;
    if (!later || dc.activeDialog) return;
    delete turn.memory.later;
    turn.understanding = turn.understand(later.text);
    turn.wishText = later.text;
    await turn.reply(texts.alsoAsked, { values: { what: intentTitles[later.intent][turn.locale] } });
    await begin(dc, turn, later.intent);
  }

  async function begin(dc: DialogContext, turn: Turn, intent: Intent): Promise<void> {
    const dialog = byIntent.get(intent);
    if (!dialog) return miss(dc, turn);
    turn.asked = 'none';
    // The words an offer was made for are meant by whoever takes it up, and by nobody else.
    if (turn.memory.offered.includes(intent)) turn.wishText = turn.memory.offeredText ?? turn.wishText;
    forgetOffer(turn);
    turn.memory.misses = intent === 'out_of_scope' ? turn.memory.misses + 1 : 0;
    // The same business begun anew replaces the old one, and what was asked within it, instead of piling up.
    const openAt = dc.stack.findIndex((frame) => frame.id === dialog.id);
    if (openAt >= 0) dc.stack.length = openAt;
    turn.isDigression = dc.stack.length > 0 || turn.memory.later !== undefined;
    await dc.beginDialog(dialog.id, { intent });
  }

  async function miss(dc: DialogContext, turn: Turn): Promise<void> {
    turn.memory.misses += 1;
    turn.count({ name: 'turn.missed' });
    turn.learn('fallback');
    if (!(await offerPerson(dc, turn))) await offer(turn, MENU, 'fallback');
  }

  /** After too many misses a person is offered, on top of an open question; false when it is too early, or offered already. */
  async function offerPerson(dc: DialogContext, turn: Turn, open?: FlowDialog): Promise<boolean> {
    const dialog = byIntent.get(HELP);
    if (!dialog || dialog === open || turn.memory.misses < MISSES_BEFORE_A_PERSON) return false;
    turn.isDigression = open !== undefined;
    await dc.beginDialog(dialog.id, { intent: HELP });
    turn.memory.misses = 0;
    return true;
  }
}

/**
 * Danger is what the message does, more than what its words are: where no list has its words flows hear of it like of any other harm,
 * and where words only sound like harm they hear of none.
 */
function hearDanger(turn: Turn): void {
  const { isInDanger = false } = turn.acts();
  const others = turn.mood.risks.filter((risk) => !HARMS.has(risk));
  const isNamed = others.length < turn.mood.risks.length;
  if (isInDanger === isNamed) return;
  turn.mood = { ...turn.mood, risks: isInDanger ? ['danger', ...others] : others };
  turn.understanding = { ...turn.understanding, mood: turn.mood };
}

/** botbuilder wraps what a flow throws once for each dialog it passes; our callers decide by what was thrown. */
function sourceOf(error: unknown): unknown {
  return error instanceof DialogContextError ? sourceOf(error.error) : error;
}

/** A stack written by a release with other steps cannot be continued: it is dropped, and the customer told. */
async function dropStale(dc: DialogContext, turn: Turn): Promise<void> {
  if (dc.stack.every((frame) => dc.dialogs.find(frame.id) !== undefined)) return;
  dc.stack.length = 0;
  await turn.reply(texts.restarted);
}

async function runCommand(dc: DialogContext, turn: Turn, asked?: Command): Promise<boolean> {
  const command = asked ?? commands.find(({ matches }) => matches(turn));
  if (!command) return false;
  const outcome = await command.run(turn);
  turn.memory.misses = 0;
  if (outcome === 'stop') {
    keepDropped(turn);
    dc.stack.length = 0;
    forgetOffer(turn);
    delete turn.memory.later;
  } else if (outcome === 'repeat') {
    const open = openFlow(dc);
    if (open) await open.repeat(dc);
    else await repeatLast(turn);
  } else if (outcome === 'back') {
    if (!(await openFlow(dc)?.goBack(dc))) await turn.reply(texts.nothingBefore);
  } else if (outcome === 'resume') {
    await dropStale(dc, turn);
    await openFlow(dc)?.repeat(dc);
  }
  return true;
}

/** "Thanks, any news?" is no thanks: what follows is the wish. */
function passCourtesy(turn: Turn): void {
  const { intent, words } = turn.understanding;
  const rest = intent === 'thank' || intent === 'greet' ? afterCourtesy(words) : undefined;
  const read = rest === undefined ? undefined : turn.understand(rest);
  if (rest === undefined || read?.decision !== 'act' || SMALL.has(read.intent)) return;
  turn.understanding = read;
  turn.wishText = rest;
}

const isTracking = (intent: Intent): boolean => intent === 'track_shipment' || intent === 'delivery_time_estimate';
