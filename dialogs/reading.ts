import type { Act, Asked } from '../core/acts.ts';
import { parseYesNo } from './answers.ts';
import type { Turn } from './turn.ts';

/** Whether a message does this, in the light of the open question. */
export const does = (turn: Turn, act: Act, asked?: Asked): boolean => turn.acts(asked).acts.includes(act);

/** Whether it does this and nothing that asks for more than courtesy. */
export function doesOnly(turn: Turn, act: Act, asked?: Asked): boolean {
  const { acts } = turn.acts(asked);
  return acts.includes(act) && acts.every((each) => each === act || COURTESY.has(each));
}

const COURTESY: ReadonlySet<Act> = new Set(['thank', 'greet', 'bye', 'feel']);

/**
 * Yes or no to what is open, in whatever words; undefined for anything else. A condition, a question, irony and "later" are none
 * (see `readActs`).
 */
export function saidYesOrNo(turn: Turn, asked: Asked = turn.asked): boolean | undefined {
  const bare = parseYesNo(turn.understanding.text);
  if (bare !== undefined) return bare;
  if (does(turn, 'affirm', asked) || does(turn, 'accept', asked)) return true;
  return does(turn, 'deny', asked) || does(turn, 'decline', asked) ? false : undefined;
}

/** What is said of an offer of money or of another remedy. A refusal with a wish beside it is a refusal; a yes with one is none. */
export type OfferAnswer = 'accept' | 'decline' | 'condition' | 'defer' | 'ask';

/** Undefined for what is about something else. Binding only in so many words: see `readActs`. */
export function answerToOffer(turn: Turn): OfferAnswer | undefined {
  const bare = parseYesNo(turn.understanding.text);
  if (bare !== undefined) return bare ? 'accept' : 'decline';
  // A number or a reference names something else.
  if (turn.understanding.numbers.length > 0 || turn.understanding.entities.some(({ type }) => type === 'ticket_number')) return undefined;
  const { acts } = turn.acts('offer');
  return (['decline', 'condition', 'accept', 'defer', 'ask'] as const).find((act) => acts.includes(act));
}
