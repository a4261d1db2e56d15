import type { Text } from '../../core/types.ts';
import type { RemedyType } from '../../rules/complaints/codes.ts';
import { parseYesNo } from '../answers.ts';
import type { Move } from '../flow.ts';
import { does } from '../reading.ts';
import { button, type Turn } from '../turn.ts';
import { categoryOf, knownCategory, namedTroubles } from './categories.ts';
import { findPraised, typeOf, withoutPraised } from './kinds.ts';
import { saysNoNumber } from './parcel.ts';
import { answerQuestion, asksForMoney, isLeftToPeople } from './questions.ts';
import { demandsMoney, findPlainWish, findRemedy } from './remedies.ts';
import { ask, drop, keepWords } from './say.ts';
import { type ComplaintSlots, collect, isShort } from './slots.ts';
import { texts } from './texts.ts';
import { keepSum, keepWorth, sumAlone } from './value.ts';
import { isAside, isBare, isDone, isDropped, isHardlyMore, refuses, weighWords, withoutNumbers } from './words.ts';

/** A story of so many characters goes on by itself; below it more is asked for, once, unless it says already what happened. */
const ENOUGH = 12;
const ENOUGH_WHEN_CLEAR = 4;

/** What happened: in one message, in many, or known already. */
export async function askStory(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.story === '') {
    if (slots.isTold) return 'next';
    await ask(turn, slots, 'story', openingOf(slots));
    return 'wait';
  }
  if (slots.type === 'praise' && isHardlyMore(withoutPraised(slots.story, slots.praised))) {
    await ask(turn, slots, 'story', slots.praised ? texts.askDeed : texts.askPraise, { values: { praised: slots.praised ?? '' } });
    return 'wait';
  }
  if (slots.isTold || isShort(slots) || slots.type !== 'complaint' || saysEnough(turn, slots)) return finish(turn, slots);
  return askMore(turn, slots);
}

/**
 * Words and files are kept until there is enough, or "that's all": then on to the `next` step. `wait`: more is asked for, once, or
 * welcome. `other`: an aside, which the router answers before the story goes on.
 */
export async function takeStory(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { text } = turn.understanding;
  if (isDropped(text) || does(turn, 'cancel')) return drop(turn, slots);
  if (isAside(turn, slots.isMoreAsked)) return 'other';
  collect(turn, slots);
  const isFirst = slots.story === '';
  if (isFirst) slots.type = typeOf(text) ?? slots.type;
  // A number, four digits: they are answering what comes next.
  if (!isFirst && withoutNumbers(text) === '' && text.trim() !== '') return finish(turn, slots);
  if (isDone(text) && !(isFirst && parseYesNo(text) === true))
    return isFirst && slots.fileIds.length === 0 ? skipStory(turn, slots) : finish(turn, slots);
  const count = turn.message.files?.length ?? 0;
  if (count > 0 && text.trim() === '') return waitForMore(turn, slots, texts.gotFiles[turn.locale].replace('{count}', String(count)));
  if (isFirst && withoutNumbers(text) === '') {
    await ask(turn, slots, 'story', slots.parcel ? texts.gotNumber : texts.tellToo);
    return 'wait';
  }
  if (isFirst && (isBare(text) || parseYesNo(text) === true)) {
    await ask(turn, slots, 'story', openingOf(slots));
    return 'wait';
  }
  const told = slots.isClaim && !slots.sum ? sumAlone(turn) : undefined;
  if (told && told.exactness !== 'vague') keepSum(slots, told);
  const leadsOn = !isFirst && slots.type === 'complaint' ? await leadOn(turn, slots) : undefined;
  if (leadsOn) return leadsOn;
  await keepWords(turn, slots);
  if (slots.type === 'praise') slots.praised = findPraised(slots.story) ?? slots.praised;
  const isLong = weighWords(text) >= ENOUGH || (isFirst && saysEnough(turn, slots));
  if (slots.isFull || isShort(slots) || slots.type !== 'complaint' || isLong) return finish(turn, slots);
  return slots.isMoreAsked ? waitForMore(turn, slots, texts.noted[turn.locale]) : askMore(turn, slots);
}

/** What answers a later question, asks one or will not go on: the story is told. */
async function leadOn(turn: Turn, slots: ComplaintSlots): Promise<Move | undefined> {
  const { text } = turn.understanding;
  if (saysNoNumber(text) && weighWords(text) < ENOUGH) slots.isWithoutParcel = true;
  else if (!refuses(text) && !isPlainWish(text)) {
    const answer = answerQuestion(turn, slots);
    if (!answer) return undefined;
    if (isLeftToPeople(answer, turn.locale) && (await turn.flows.answer())) return 'wait';
    await keepWords(turn, slots);
    return waitForMore(turn, slots, answer);
  }
  await keepWords(turn, slots);
  return finish(turn, slots);
}

/** 道歉, 赔钱 and nothing else. */
const isPlainWish = (text: string): boolean => text.length <= 6 && findRemedy(text) !== undefined && namedTroubles(text).length === 0;

/** "I do not know" in the middle of a story is part of it. */
export async function takeUnknown(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.story === '') return skipStory(turn, slots);
  if (saysNoNumber(turn.understanding.text)) {
    slots.isWithoutParcel = true;
    return finish(turn, slots);
  }
  await keepWords(turn, slots);
  return waitForMore(turn, slots, texts.noted[turn.locale]);
}

/** Words are welcome, not required: what kind of trouble it was can be asked by a person. */
export function skipStory(turn: Turn, slots: ComplaintSlots): Move {
  if (slots.story === '') slots.story = turn.wishText;
  return finish(turn, slots);
}

function saysEnough(turn: Turn, slots: ComplaintSlots): boolean {
  if (slots.isRunning) return true;
  if (isHardlyMore(slots.story) && namedTroubles(slots.story).length === 0) return false;
  const weight = weighWords(slots.story);
  return weight >= ENOUGH || (weight >= ENOUGH_WHEN_CLEAR && knownCategory(turn, slots) !== undefined);
}

function finish(turn: Turn, slots: ComplaintSlots): Move {
  slots.isTold = true;
  const category = categoryOf(turn, slots);
  if (category !== 'other') slots.category = category;
  if (slots.type === 'complaint' && (demandsMoney(slots.story) || asksForMoney(slots.story) || lastWish(slots.story) === 'compensation'))
    slots.isClaim = true;
  if (slots.isClaim) {
    slots.remedy = 'compensation';
    keepWorth(turn, slots);
  } else slots.remedy ??= slots.type === 'complaint' ? (findPlainWish(slots.story) ?? lastWish(slots.story)) : undefined;
  return 'next';
}

/** A story that ends with nothing but a wish. */
function lastWish(story: string): RemedyType | undefined {
  const last = story.split('\n').at(-1) ?? '';
  return isPlainWish(last) ? findRemedy(last) : undefined;
}

async function askMore(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (isHardlyMore(slots.story)) {
    await ask(turn, slots, 'story', slots.asked.includes('story') ? texts.tellToo : openingOf(slots));
    return 'wait';
  }
  await ask(turn, slots, 'story', texts.askMore, { buttons: [button(turn, texts.submit)] });
  slots.isMoreAsked = true;
  return 'wait';
}

async function waitForMore(turn: Turn, slots: ComplaintSlots, words: string): Promise<Move> {
  if (slots.story === '') await ask(turn, slots, 'story', `${words}\n${texts.tellToo[turn.locale]}`);
  else await turn.reply(words, { buttons: [button(turn, texts.submit)] });
  return 'wait';
}

function openingOf({ type, isClaim }: ComplaintSlots): Text {
  if (type === 'suggestion') return texts.askSuggestion;
  if (type === 'praise') return texts.askPraise;
  return isClaim ? texts.askClaimStory : texts.askStory;
}
