import type { Text } from '../../core/types.ts';
import { cancelNamedCall } from '../callRequests.ts';
import { meansStop } from '../commands.ts';
import type { Move } from '../flow.ts';
import { askCountry, localPhoneIn, phoneIn, readBack } from '../phones.ts';
import { does, passes } from '../reading.ts';
import { isUnexplainedNumber } from '../stray.ts';
import { button, type Turn } from '../turn.ts';
import { findPraised, typeOf } from './kinds.ts';
import { answerQuestion, asksForMoney, isLeftToPeople } from './questions.ts';
import { demandsMoney, findRemedy } from './remedies.ts';
import { drop, joinLines, keepWords } from './say.ts';
import { severityOf } from './severity.ts';
import { type ComplaintSlots, collect, hasHarm, numberIn, setParcel } from './slots.ts';
import { texts } from './texts.ts';
import { correctSum, keepSum, keepWorth, sumAlone } from './value.ts';
import { isAside, isDropped, refuses, weighWords } from './words.ts';

/** The open question: how to ask it again, and how to go on without an answer. */
export interface OpenQuestion {
  again(): Promise<Move>;
  letGo(): Promise<Move> | Move;
}

/** After so many messages that do not answer a question it is let go: nobody is held up by it. */
const MOST_PASSES = 4;
/** A wish named in passing is as good as one that was asked for; longer messages only tell. */
const LONGEST_WISH = 20;
/** Hardly a word beside a phone. */
const LONGEST_BESIDE_PHONE = 8;
const NOTED: readonly Text[] = [texts.noted, texts.notedToo, texts.notedAll];

/**
 * A message that does not answer the open question: the wish to stop, another matter, a refusal, the right number of the parcel, a
 * question of theirs, or more of the story. Nothing of it is lost, and after a few of them the open question is let go.
 */
export async function hearMore(turn: Turn, slots: ComplaintSlots, { again, letGo }: OpenQuestion): Promise<Move | 'other'> {
  const { text, intent, decision } = turn.understanding;
  const local = localPhoneIn(turn);
  if (local && weighWords(text) <= LONGEST_BESIDE_PHONE) {
    await askCountry(turn, local, '', [button(turn, texts.skip)]);
    return 'wait';
  }
  const cancelled = await cancelNamedCall(turn);
  if (cancelled) {
    await turn.reply(texts.callCancelled, { values: { callback: cancelled } });
    return again();
  }
  if (WAIVES.test(text) && text.length <= LONGEST_WISH) return waive(turn, slots, again);
  if (isDropped(text)) return drop(turn, slots);
  if (refuses(text) || passes(turn)) return refuse(turn, slots, letGo);
  if (does(turn, 'cancel')) return drop(turn, slots);
  if (await becomesPraise(turn, slots)) return letGo();
  const answer = answerQuestion(turn, slots);
  if ((answer === undefined || isLeftToPeople(answer, turn.locale)) && does(turn, 'ask') && (await turn.flows.answer())) return again();
  const isInFragments = (slots.asides ?? 0) > 1;
  const isStrange =
    !isInFragments &&
    !isUnexplainedNumber(turn) &&
    decision === 'act' &&
    intent === 'out_of_scope' &&
    turn.understanding.mood.risks.length === 0;
  const isAnswered = answer !== undefined && intent !== 'human_agent' && !numberIn(turn);
  if ((isAside(turn, isInFragments) && !isAnswered) || meansStop(turn) || (isStrange && !answer)) return 'other';
  if (await correctSum(turn, slots)) return { to: 'sum' };
  const before = { number: slots.parcel, hasHarm: hasHarm(slots), risks: slots.mood.risks.length };
  const number = numberIn(turn);
  collect(turn, slots);
  const isKept = await keepWords(turn, slots);
  keepWish(turn, slots);
  if (number && number !== before.number) {
    setParcel(slots, number);
    return { to: 'parcel' };
  }
  slots.asides = (slots.asides ?? 0) + 1;
  slots.passed = (slots.passed ?? 0) + 1;
  const isPatient = slots.passed < MOST_PASSES;
  const count = turn.message.files?.length ?? 0;
  const phone = phoneIn(turn);
  // Harm that comes to light now is answered first of all.
  if (!before.hasHarm && hasHarm(slots)) return again();
  if (answer) await turn.reply(answer);
  else if (count > 0) await turn.reply(texts.gotFiles, { values: { count } });
  else if (phone) await turn.reply(texts.phoneNoted, { values: { phone: readBack(phone, turn.locale) } });
  else if (slots.mood.risks.length > before.risks && isPressing(turn, slots)) await turn.reply(texts.yourRight);
  else if (isKept && isPatient) return note(turn, slots, again);
  return isPatient ? again() : letGo();
}

/** "It's a compliment": what was taken for trouble is praise, and nothing more is asked of it. */
async function becomesPraise(turn: Turn, slots: ComplaintSlots): Promise<boolean> {
  if (slots.type !== 'complaint' || slots.isClaim || typeOf(turn.understanding.text) !== 'praise') return false;
  await keepWords(turn, slots);
  slots.type = 'praise';
  const praised = findPraised(slots.story);
  if (praised) slots.praised = praised;
  delete slots.remedy;
  return true;
}

/** Who tells on in many short messages is not asked after each of them; the button leads on at any time. */
async function note(turn: Turn, { passed = 1 }: ComplaintSlots, again: OpenQuestion['again']): Promise<Move> {
  const words = NOTED[(passed - 1) % NOTED.length] ?? texts.noted;
  if (passed > 1) {
    await turn.reply(joinLines(words[turn.locale], texts.goesOn[turn.locale]), { buttons: [button(turn, texts.submit)] });
    return 'wait';
  }
  await turn.reply(words);
  return again();
}

async function refuse(turn: Turn, slots: ComplaintSlots, letGo: OpenQuestion['letGo']): Promise<Move> {
  collect(turn, slots);
  await keepWords(turn, slots);
  keepWish(turn, slots);
  await turn.reply(texts.without);
  return letGo();
}

/** 算了，不要赔了: the money is waived, the complaint stands. */
const WAIVES =
  /(?:不|唔)(?:要|用|想|使|需要)?(?:你们|你們|你哋)?(?:再)?[赔賠](?:偿|償|付|钱|錢)?[了喇啦吧]*$|(?:don't|do not) want (?:any )?(?:money|compensation)/i;

async function waive(turn: Turn, slots: ComplaintSlots, again: OpenQuestion['again']): Promise<Move> {
  slots.isClaim = false;
  if (slots.remedy === 'compensation') {
    delete slots.remedy;
    slots.isOpenToAll = true;
  }
  await keepWords(turn, slots);
  await turn.reply(texts.claimDropped);
  return again();
}

/** A wish said beside: what is demanded in money is a claim, whenever it is said. */
function keepWish(turn: Turn, slots: ComplaintSlots): void {
  const { text } = turn.understanding;
  if (slots.type !== 'complaint') return;
  if (!phoneIn(turn) && (demandsMoney(text) || asksForMoney(text))) slots.remedy = 'compensation';
  else if (text.length <= LONGEST_WISH && !phoneIn(turn)) slots.remedy ??= findRemedy(text);
  if (slots.remedy === 'compensation') slots.isClaim = true;
  if (CHANGED.test(text) && text.length <= LONGEST_WISH) slots.remedy = findRemedy(text) ?? slots.remedy;
  if (!slots.isClaim) return;
  const said = slots.sum || phoneIn(turn) ? undefined : sumAlone(turn);
  if (said && !said.isBare && said.exactness !== 'vague') keepSum(slots, said);
  else keepWorth(turn, slots);
}

/** Second thoughts about what is wished for. */
const CHANGED = /改成|改为|改為|换成|換成|还是要|還是要|不对|不對|instead|rather/i;

function isPressing(turn: Turn, slots: ComplaintSlots): boolean {
  const severity = severityOf(turn, slots);
  return severity === 'P0' || severity === 'P1';
}
