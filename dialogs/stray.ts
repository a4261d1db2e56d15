import type { Intent } from '../core/types.ts';
import { parseDontKnow, parseSkip } from './answers.ts';
import { isBareAnswer } from './offers.ts';
import { intentTitles, texts } from './texts.ts';
import { button, type Turn } from './turn.ts';

/** Signs and pictures alone: they tell a feeling, no wish. */
export const isWordless = ({ understanding }: Turn): boolean => !/[\p{L}\p{N}]/u.test(understanding.text);

/** Digits nobody asked for, or a figure with its unit: 85欧元, €88, 20 kg. 88 alone, 88啦 is a farewell. */
export function isUnexplainedNumber({ understanding: { text } }: Turn): boolean {
  const plain = text.trim();
  return /^[\d\s-]{4,}$/.test(text) || (plain.length <= LONGEST_MEASURE && MEASURE.test(plain) && !BYE_BYE.test(plain));
}

const LONGEST_MEASURE = 20;
const MEASURE = /^(?:\p{Sc} ?\d[\d.,]*|\d[\d.,]* ?(?:\p{Sc}|\p{Script=Han}{1,3}|[a-z]{1,8}))[。!！]?$/iu;
const BYE_BYE = /^8{2,3}6? ?(?:[啦了咯喽嘍囉啰哈吧哦喔]{1,3}|bye|thx|thanks)[。!！]?$/i;

/** Whoever says goodbye leaves every question open that was. */
export function isFarewell(turn: Turn): boolean {
  const { intent, decision } = turn.understanding;
  return intent === 'goodbye' && decision === 'act' && !isUnexplainedNumber(turn);
}

/** Yes, no, skip or "I don't know" while no question is open. */
export function isAnswerToNothing(turn: Turn): boolean {
  const { text } = turn.understanding;
  return isBareAnswer(turn) || parseSkip(text) || parseDontKnow(text);
}

/** Choices that are on the screen are shown once more; else there is nothing to answer. */
export function answerNothing(turn: Turn): Promise<void> {
  const { offered, recent } = turn.memory;
  const isServed = recent.length > 0 || turn.flows.hasOpen();
  if (offered.length === 0) return turn.reply(isServed ? texts.anythingElse : texts.nothingAsked);
  const buttons = offered.map((intent) => button(turn, intentTitles[intent]));
  return turn.reply(texts.pickOrTell, { buttons: [...buttons, button(turn, texts.somethingElse)] });
}

const SAYS_LITTLE: ReadonlySet<Intent> = new Set(['help', 'out_of_scope']);

/** Anger in which the classifier finds no business of ours: "are you serious" wants neither a manual nor to hear that it is none. */
export function isScolding({ mood, understanding: { text } }: Turn, wish: Intent): boolean {
  return mood.anger > 0 && SAYS_LITTLE.has(wish) && !/[?？]$/.test(text.trim());
}

/** Asks what is wrong, with the ways to put it right; what is open comes first. */
export function answerFeeling(turn: Turn): Promise<void> {
  if (turn.mood.anger === 0) return turn.reply(texts.nothingAsked);
  const first = turn.flows.comesFirst();
  const choices: readonly Intent[] = [...(first.length > 0 ? first : ['track_shipment' as const]), 'complaint', 'human_agent'];
  return turn.reply(texts.whatIsWrong, { buttons: choices.map((intent) => button(turn, intentTitles[intent])) });
}
