import { ACTS, type Act, type Asked, BINDING, type ReadActs } from '../../core/acts.ts';
import { HARMS, type Understanding } from '../../core/types.ts';
import { readTopics } from '../topics/read.ts';
import { type ActModel, guessValue, scoreActs } from './model.ts';

/** An act counts from this chance on. */
const READ_AT = 0.35;
/** What binds has to be plain: in doubt it is asked about, which costs a sentence and no money. */
const BINDS_AT = 0.5;
/** Danger overlooked is the dearest mistake there is. */
const DANGER_AT = 0.35;
/** Before all else is set aside for it. */
const SURELY_DANGER_AT = 0.6;
/** Below it, words that name harm are a figure of speech, a question or a card to be paid to (打我尾号…的卡). */
const NO_DANGER_BELOW = 0.06;
/** Said beside a yes, these take it back or put it off, whatever the yes sounds like. */
const UNDOES: readonly Act[] = ['deny', 'decline', 'condition', 'defer', 'unknown'];
/** Enough of a doubt beside what would bind. */
const DOUBTS_AT = 0.35;

/**
 * What a message does, in the light of what is open. Never throws, whatever the text.
 * @param understanding of the same text, for the values it gives
 */
export function readActs(model: ActModel, understanding: Understanding, asked: Asked): ReadActs {
  const { text, mood } = understanding;
  const chances = scoreActs(model, text, asked);
  const chanceOf = (act: Act): number => chances[ACTS.indexOf(act)] ?? 0;
  const isNamed = mood.risks.some((risk) => HARMS.has(risk)) && mayBeDanger(model, text, chanceOf('danger'));
  const isDoubted = UNDOES.some((act) => chanceOf(act) >= DOUBTS_AT);
  const isRead = (act: Act): boolean => {
    if (act === 'danger') return chanceOf(act) >= DANGER_AT || isNamed;
    if (BINDING.has(act)) return chanceOf(act) >= BINDS_AT && !(isDoubted && act !== 'cancel');
    return chanceOf(act) >= READ_AT;
  };
  const isOneQuestion = chanceOf('ask') >= READ_AT && !HAS_CLAUSES.test(text);
  const found = ACTS.filter((act) => isRead(act) && !(isOneQuestion && BINDING.has(act)));
  const acts = found.length > 0 ? found : [likeliest(chances)];
  const value = acts.includes('give') || acts.includes('correct') ? givenIn(model, understanding, asked) : undefined;
  const topics = readTopics(model.topics, text, acts.includes('ask') || acts.includes('request'));
  const isInDanger = chanceOf('danger') >= SURELY_DANGER_AT || isNamed;
  return { acts, topics, ...(value !== undefined && { value }), ...(isInDanger && { isInDanger }) };
}

/** What asks in one breath (接受是什么意思) says no yes beside it; `yep when will I hear` and 好的几时到账 do. */
const HAS_CLAUSES =
  /[，,。.!！;；、\n]|(?<=\p{Script=Han})\s|^(?:好|行|可以|嗯|得|係|系|是|对|對|中|要|ok|okay|yes|yep|yeah|yup|sure|fine|alright|deal|go ahead|please)(?:的|呀|啊|吧|啦|嘅|喇|了)?/iu;

/** Words that name harm are believed unless neither here nor told by itself anything speaks for it. */
function mayBeDanger(model: ActModel, text: string, chance: number): boolean {
  const told = (['none', 'story'] as const).map((asked) => scoreActs(model, text, asked)[ACTS.indexOf('danger')] ?? 0);
  return Math.max(chance, ...told) >= NO_DANGER_BELOW;
}

/** Nothing stands out: the likeliest that binds nobody. */
function likeliest(chances: Float64Array): Act {
  const order = [...ACTS.keys()].sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0)).flatMap((index) => ACTS[index] ?? []);
  return order.find((act) => !BINDING.has(act)) ?? 'tell';
}

const PLACES_IN_LIST: readonly (readonly [string, RegExp])[] = [
  ['all', /全部|都(?:要|查|看)|所有|两个都|兩個都|\b(?:all|both)\b/iu],
  ['1', /第?[一1①](?:个|個|张|張|条|條|件|项|項)|(?:^|[^\d])1(?:[^\d]|$)|\bfirst\b/iu],
  ['2', /第?[二2②](?:个|個|张|張|条|條|件|项|項)|(?:^|[^\d])2(?:[^\d]|$)|\bsecond\b/iu],
  ['3', /仨|第?[三3③](?:个|個|张|張|条|條|件|项|項)|(?:^|[^\d])3(?:[^\d]|$)|\bthird\b/iu],
  ['4', /第?[四4④](?:个|個|张|張|条|條|件|项|項)|(?:^|[^\d])4(?:[^\d]|$)|\bfourth\b/iu],
];

/** The one place in a list that is named; undefined for none and several. */
function chosenIn(text: string): string | undefined {
  const found = PLACES_IN_LIST.filter(([, words]) => words.test(text));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** The one figure from 1 to 5 that is not taken back (`4 not 1`); undefined for none and several. */
function ratedIn(text: string): string | undefined {
  const figures = new Set(text.match(/(?<![\d.])(?<!(?:not|不是|唔係|唔系) ?)[1-5](?![\d.])/giu) ?? []);
  return figures.size === 1 ? [...figures][0] : undefined;
}

function givenIn(model: ActModel, { text, values, numbers }: Understanding, asked: Asked): string | undefined {
  switch (asked) {
    case 'tracking_number':
      return numbers[0]?.normalized ?? values.order;
    case 'last_four':
      return values.lastFour;
    case 'phone':
      return values.phone?.value.split(';')[0];
    case 'amount':
      return values.sum === undefined ? undefined : String(values.sum.amount);
    case 'choice':
      return chosenIn(text) ?? guessValue(model, text, asked);
    case 'rating':
      return ratedIn(text) ?? guessValue(model, text, asked);
    case 'wish':
      return guessValue(model, text, asked);
    default:
      return numbers[0]?.normalized ?? values.phone?.value.split(';')[0] ?? (values.sum ? String(values.sum.amount) : undefined);
  }
}
