import type { Intent } from '../core/types.ts';
import type { Turn } from './turn.ts';

const BREAKS = /[。！？!?；;\n]+|[，,]?\s*(?:另外|还有|還有|顺便|順便|对了|對了|同埋|仲有|and also|also,?|by the way|plus|oh and)\s*/iu;
/** Shorter parts are particles and greetings. */
const MIN_PART = 3;
/** More parts are a story, whose sentences are no wishes of their own. */
const MAX_PARTS = 4;
/** A part must be surer than a whole message: it lost its context. */
const SURE = 0.75;

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
  const parts = turn.understanding.text
    .split(BREAKS)
    .map((part) => part.trim())
    .filter((part) => part.length >= MIN_PART);
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const wishes: Wish[] = [];
  for (const text of parts) {
    const { intent, confidence, decision } = turn.understand(text);
    const isNew = !wishes.some((wish) => isSame(wish.intent, intent));
    if (decision === 'act' && confidence >= SURE && isWish(intent) && isNew) wishes.push({ intent, text: text.slice(0, 200) });
  }
  return wishes.length > 1 ? wishes : [];
}
