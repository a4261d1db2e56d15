import type { Intent } from '../core/types.ts';
import type { Turn } from './turn.ts';

const BREAKS =
  /[。！？!?；;\n]+|\.\s+|[，,]?\s{0,3}(?:另外|还有|還有|然后|然後|跟住|顺便|順便|对了|對了|同埋|仲有|and also|also,?|by the way|plus|oh and|and then|(?:two|three|a couple of|a few) (?:things|questions)[:,]?|and (?=(?:i|i'd|i'll|can|could|please|where|when|what|how|my)\b))\s*/iu;
/** Shorter parts are particles and greetings. */
const MIN_PART = 3;
/** More parts are a story, whose sentences are no wishes of their own. */
const MAX_PARTS = 4;
/** A part must be surer than a whole message: it lost its context. */
const SURE = 0.75;

/** "It cost 600" names a price and asks for none. */
const ASKS_PRICE = /[?？]|how|what|price|rate|quote|fee|多少|几|幾|价|價|运费|運費|邮费|郵費|贵|貴|钱|錢/i;

const DENIED = /不是|不想|不用|不要|别|別|唔好|并非|唔係|唔想|唔使|唔要|冇話|\b(?:no|nope|nah|not|don't|don’t|dont|didn't)\b/i;

/** Whether anything in the message is refused: "don't call me" names a call without wanting one. */
export function denies(text: string): boolean {
  return DENIED.test(text);
}

/** What follows a clause that denies ("no, I want …", 我不是要投诉，我想查件); undefined when nothing does. */
export function afterDenial(text: string): string | undefined {
  const clauses = text.split(/[，,。.!！;；\n]+\s*|(?<=[\u4e00-\u9fff])\s+/).filter((clause) => clause.trim() !== '');
  const denied = clauses.findLastIndex((clause) => DENIED.test(clause));
  const rest = denied < 0 ? '' : clauses.slice(denied + 1).join('，');
  return rest.length >= MIN_PART ? rest : undefined;
}

const COURTESY =
  /^(?:(?:ok(?:ay)?|great|cool|thanks?(?: you| u)?(?: (?:so|very) much| a lot)?|thx|ty|cheers|hi|hello|hey|good (?:morning|afternoon|evening)|谢谢(?:你|您)?|謝謝(?:你|您)?|多谢|多謝|唔該|你好|您好|好的?)(?: there| again| lah)?[，,。.!！~～ ]+)+/iu;

/** What follows "thanks, …" or "hello, …"; undefined when nothing does. */
export function afterCourtesy(text: string): string | undefined {
  const rest = text.trim().replace(COURTESY, '');
  return rest !== text.trim() && rest.length >= MIN_PART ? rest : undefined;
}

/** One wish among several of a message. */
export interface Wish {
  readonly intent: Intent;
  readonly text: string;
}

/**
 * The wishes of a message that holds several ("… and also …"), in their order, each business once; empty when there is one or
 * when it is not sure that there are more. `isWish` leaves out pleasantries; `isSame` tells one business from another.
 */
export function splitWishes(turn: Turn, isWish: (intent: Intent) => boolean, isSame: (a: Intent, b: Intent) => boolean): readonly Wish[] {
  const { text: read, words } = turn.understanding;
  // What is too long to be read whole is a story.
  if (read !== words) return [];
  const parts = read
    .split(BREAKS)
    .map((part) => part.trim())
    .filter((part) => part.length >= MIN_PART);
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const wishes: Wish[] = [];
  for (const text of parts) {
    const { intent, confidence, decision } = turn.understand(text);
    const isNew = !wishes.some((wish) => isSame(wish.intent, intent));
    const isAsked = intent !== 'price_quote' || ASKS_PRICE.test(text);
    if (decision === 'act' && confidence >= SURE && isWish(intent) && isNew && isAsked) wishes.push({ intent, text });
  }
  return wishes.length > 1 ? wishes : [];
}
