import { say } from '../core/i18n.ts';
import type { Intent } from '../core/types.ts';
import { parseDontKnow, parseSkip } from './answers.ts';
import { isBareAnswer } from './offers.ts';
import { intentTitles, texts } from './texts.ts';
import { button, type Turn } from './turn.ts';

/** Signs and pictures alone: they tell a feeling, no wish. */
export const isWordless = ({ understanding }: Turn): boolean => !/[\p{L}\p{N}]/u.test(understanding.text);

/** Yes, no, skip or "I don't know" while no question is open. */
export function isAnswerToNothing(turn: Turn): boolean {
  const { text } = turn.understanding;
  return isBareAnswer(turn) || parseSkip(text) || parseDontKnow(text);
}

/** Choices that are on the screen are shown once more; else there is nothing to answer. */
export function answerNothing(turn: Turn): Promise<void> {
  const { offered, recent, hasTicket, hasCallback } = turn.memory;
  const isServed = recent.length > 0 || hasTicket || hasCallback;
  if (offered.length === 0) return turn.reply(isServed ? texts.anythingElse : texts.nothingAsked);
  const buttons = offered.map((intent) => button(turn, intentTitles[intent]));
  return turn.reply(texts.pickOrTell, { buttons: [...buttons, button(turn, texts.somethingElse)] });
}

const SAYS_LITTLE: ReadonlySet<Intent> = new Set(['help', 'out_of_scope']);

/** Anger in which the classifier finds no business of ours: "are you serious" wants neither a manual nor to hear that it is none. */
export function isScolding({ mood, understanding: { text } }: Turn, wish: Intent): boolean {
  return mood.anger > 0 && SAYS_LITTLE.has(wish) && !/[?？]$/.test(text.trim());
}

/** Asks what is wrong, with the ways to put it right; an open ticket comes first. */
export function answerFeeling(turn: Turn): Promise<void> {
  if (turn.mood.anger === 0) return turn.reply(texts.nothingAsked);
  const running: readonly Intent[] = turn.memory.hasTicket ? ['complaint_status'] : ['track_shipment'];
  const choices: readonly Intent[] = [...running, 'complaint', 'human_agent'];
  return turn.reply(texts.whatIsWrong, { buttons: choices.map((intent) => button(turn, intentTitles[intent])) });
}

/** Longer messages are taken for a matter of their own. */
const LONGEST_ADDITION = 60;

/** What is told without asking anything may belong to the ticket last spoken of: it is offered to be added. False when it cannot. */
export async function offerAddition(turn: Turn): Promise<boolean> {
  const { memory, locale, understanding } = turn;
  const words = understanding.text.trim();
  const isTold = words.length <= LONGEST_ADDITION && (words.match(/\p{L}{2}/gu) ?? []).length >= 2 && !/[?？]$/.test(words);
  if (!memory.hasTicket || !memory.noticed || !isTold || isScolding(turn, understanding.intent)) return false;
  const { reference } = memory.noticed;
  const add = { title: texts.addIt[locale], value: say(texts.additionOf, locale, { reference, words }) };
  const others: readonly Intent[] = ['complaint_status', 'track_shipment', 'human_agent'];
  const buttons = [add, ...others.map((intent) => button(turn, intentTitles[intent]))];
  await turn.reply(texts.belongsTo, { values: { reference }, buttons });
  return true;
}
