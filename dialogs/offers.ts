import type { Intent } from '../core/types.ts';
import { parseChoice, parseYesNo } from './answers.ts';
import { intentOfTitle, intentTitles, texts } from './texts.ts';
import { button, remember, type Turn } from './turn.ts';

/** Below this an intent that was acted on is kept for review: of the few wrong ones that nlp/decide.ts counts, most lie there. */
const SURE_AT = 0.7;

/** The intent whose button was pressed (its words, in any language), typed or counted ("the second one") after an offer. */
export function chosenIntent(turn: Turn): Intent | undefined {
  const titled = intentOfTitle(turn.understanding.text);
  if (titled) return titled;
  const { offered } = turn.memory;
  const titles = offered.map((intent) => intentTitles[intent][turn.locale]);
  const isYesToOne = offered.length === 1 && parseYesNo(turn.understanding.text) === true;
  const index = isYesToOne ? 0 : parseChoice(turn.understanding.text, titles);
  return index === undefined ? undefined : offered[index];
}

export function isNoneOfThese(turn: Turn): boolean {
  return turn.memory.offered.length > 0 && turn.understanding.text === texts.somethingElse[turn.locale];
}

/** A yes or no to nothing that was asked: it says nothing about what the customer wants. */
export function isBareAnswer(turn: Turn): boolean {
  const { text, intent } = turn.understanding;
  const isThanks = /谢|謝|唔該|thank|thx/i.test(text);
  return parseYesNo(text) !== undefined && chosenIntent(turn) === undefined && intent !== 'cancel' && !isThanks;
}

/** What an unsure message may be about; none when it is most likely none of our business. */
export function likelyWishes({ understanding }: Turn): Intent[] {
  const [best] = understanding.ranking;
  if (best?.intent === 'out_of_scope') return [];
  return understanding.ranking.map(({ intent }) => intent).filter((intent) => !SMALL.has(intent));
}

/** Nobody is asked whether they wanted to say hello. */
export const SMALL: ReadonlySet<Intent> = new Set(['out_of_scope', 'greet', 'thank', 'goodbye', 'cancel']);

export async function offer(turn: Turn, intents: readonly Intent[], text: 'fallback' | 'clarify'): Promise<void> {
  if (text === 'clarify') {
    turn.count({ name: 'turn.clarified' });
    turn.learn('clarified');
  }
  turn.memory.offered = [...intents];
  turn.memory.offeredText = turn.understanding.text.slice(0, 500);
  for (const number of turn.understanding.numbers) remember(turn, number.normalized);
  const buttons = intents.map((intent) => button(turn, intentTitles[intent]));
  const other = text === 'clarify' ? [button(turn, texts.somethingElse)] : [];
  await turn.reply(texts[text], { buttons: [...buttons, ...other] });
}

/** Says the last words again, with the choices that were offered; for when no question is open. */
export async function repeatLast(turn: Turn): Promise<void> {
  const buttons = turn.memory.offered.map((intent) => button(turn, intentTitles[intent]));
  await turn.reply(turn.memory.said ?? texts.tellMore, { buttons });
}

/** What was picked tells what the words meant that the offer was made for. */
export function learnChoice(turn: Turn, intent: Intent): void {
  const { offeredText } = turn.memory;
  if (offeredText) turn.learn('chosen', { text: offeredText, intent });
}

/** Acted on, though with so little confidence that somebody should look whether it was right. */
export function learnUnlessSure(turn: Turn): void {
  const { decision, confidence } = turn.understanding;
  if (decision === 'act' && confidence < SURE_AT) turn.learn('low_confidence');
}

export function forgetOffer(turn: Turn): void {
  turn.memory.offered = [];
  delete turn.memory.offeredText;
}
