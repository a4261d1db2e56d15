import { fold } from '../../../core/han.ts';
import { remember } from '../../../core/remember.ts';
import { ATTEMPTS } from './attempts.ts';
import { CUSTOMS } from './customs.ts';
import { DAMAGE } from './damage.ts';
import { DOOR } from './door.ts';
import type { Phrase, Slot } from './phrase.ts';
import { isOnTheMap, isPlace, isPoint } from './places.ts';
import { RETURNING } from './returning.ts';
import { isSomebody } from './signers.ts';
import { BEFORE, compile, isPapers, type Slots } from './slots.ts';
import { TROUBLE } from './trouble.ts';
import { WAITING } from './waiting.ts';
import { WAY } from './way.ts';

/** A clause that is understood, with what was filled in as the carrier wrote it; or the carrier's own words, as they stand. */
export type Part = { readonly phrase: Phrase; readonly slots: Slots } | { readonly original: string };

interface Shape {
  readonly phrase: Phrase;
  readonly pattern: RegExp;
  readonly isChinese: boolean;
}

const HAN = /\p{Script=Han}/u;
const ALL: readonly Shape[] = [...WAY, ...DOOR, ...WAITING, ...ATTEMPTS, ...CUSTOMS, ...DAMAGE, ...TROUBLE, ...RETURNING].flatMap(
  (phrase) => phrase.shapes.map((shape) => ({ phrase, pattern: compile(shape), isChinese: HAN.test(shape) })),
);
/** No English shape begins with a Chinese character. */
const CHINESE = ALL.filter(({ isChinese }) => isChinese);
const SEPARATORS =
  /[\s,;:!?，。；：！？、|/)】\]>→–—-]*(?:\.(?=\s|$))?[\s]*(?:and |but |due to (?=unclaimed|refus)|as (?=no)|[(]|(?:退回|异常|失败|滞留|未妥投)?原因:\s?)?/uy;
/** What ends a clause outside of brackets; a full stop only before a blank or the end. */
const ENDS = new Set(',;!?，。；！？\n');
const CLOSING: Readonly<Record<string, string>> = { '【': '】', '[': ']', '(': ')' };

/**
 * What a carrier's text says, clause by clause. A clause is understood whole or not at all: what is left of a clause that begins with a
 * known phrase may turn its meaning round (`已签收底单已上传` is no delivery).
 * @param text masked for its reader, so that no slot holds what that reader may not see
 */
export const readPhrases: (text: string) => readonly Part[] = remember(read);

function read(text: string): readonly Part[] {
  const folded = fold(text);
  const parts: Part[] = [];
  let at = skip(folded, STAMP.exec(folded)?.[0].length ?? 0);
  while (at < text.length) {
    if (parts.length >= MOST_PARTS) return [...parts, { original: text.slice(at) }];
    const clause = startsCondition(folded, at) ? { parts: [], end: sentenceEnd(folded, at) } : readClause(text, folded, at);
    if (clause.parts.length > 0) parts.push(...clause.parts);
    else parts.push({ original: text.slice(at, clause.end).trim() });
    at = skip(folded, clause.end);
  }
  return parts;
}

/** `If duty is not paid, the parcel will be returned`: what hangs on something has not happened, and is told whole as it stands. */
const CONDITION = /(?:if|unless|in case|should|until|once|provided|in the event)\b/uy;
function startsCondition(folded: string, at: number): boolean {
  CONDITION.lastIndex = at;
  return CONDITION.test(folded);
}

function sentenceEnd(folded: string, at: number): number {
  const stop = folded.slice(at).search(/[.!;。！；](?:\s|$)/u);
  return stop < 0 ? folded.length : at + stop;
}

/** When it was written, which stands beside it already. */
const STAMP = /^\s?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ t]\d{1,2}:\d{2}(?::\d{2})?(?=[ ,，:：])/u;

/** A scan says a few things; what goes on and on is no scan, and its end stays as it is. */
const MOST_PARTS = 24;

/** From a clause's beginning as far as phrases follow one another to the end of it; without parts when they do not. */
function readClause(text: string, folded: string, start: number): { readonly parts: readonly Part[]; readonly end: number } {
  const end = endOf(folded, start);
  const parts: Part[] = [];
  let at = start;
  let last = end;
  while (at < last) {
    const found = readAt(text, folded, at);
    if (!found) return isOnTheMap(text.slice(start, end).trim()) ? { parts: [placeOf(text.slice(start, end))], end } : { parts: [], end };
    parts.push(found.part);
    // A phrase may hold a comma of its own, and end behind it.
    last = Math.max(last, found.end < text.length ? endOf(folded, found.end, found.end) : found.end);
    if (found.end <= end) last = end;
    if (found.end < last && !isParted(folded, found.end)) return { parts: [], end };
    at = found.end === last ? last : Math.min(skip(folded, found.end), last);
  }
  return isTurnedRound(folded, start, last) ? { parts: [], end: last } : { parts, end: last };
}

/** `Duty paid?`, `No invoice required`: what is asked, or needed no more, is not what its words alone say. */
function isTurnedRound(folded: string, start: number, end: number): boolean {
  return (
    /^\s?[?？]/u.test(folded.slice(end)) || /^no\b.*\b(?:required|needed|necessary|due|outstanding)$/u.test(folded.slice(start, end).trim())
  );
}

/**
 * Whether something parts a phrase from what follows it: words that are glued to it may turn it round (等待航班起飞 has not left, `out for
 * delivery cancelled` is not out). A blank does in Chinese alone.
 */
function isParted(folded: string, at: number): boolean {
  const next = skip(folded, at);
  const between = folded.slice(at, next);
  if (
    /[^\s]/.test(between) ||
    /[】\],;!?，。；！？)][\s的]{0,4}$/u.test(folded.slice(Math.max(0, at - 6), at)) ||
    /^[【[(]/.test(folded.slice(next))
  )
    return true;
  return between !== '' && (HAN.test(folded.charAt(next)) || HAN.test(folded.charAt(at - 1)));
}

/** The end of the clause that begins there; `otherwise` where none begins. */
function endOf(folded: string, start: number, otherwise = start + 1): number {
  let at = start;
  while (at < folded.length) {
    const character = folded.charAt(at);
    const closing = CLOSING[character] === undefined ? -1 : folded.indexOf(CLOSING[character], at);
    if ((ENDS.has(character) && !isThousands(folded, at)) || (character === '.' && !/\S/.test(folded.charAt(at + 1)))) break;
    at = closing > 0 && closing - at <= LONGEST_BRACKET ? closing + 1 : at + 1;
  }
  return at > start ? at : otherwise;
}

const LONGEST_BRACKET = 60;

/** The comma of a sum, 1,250 or 12,50. */
const isThousands = (folded: string, at: number): boolean =>
  folded.charAt(at) === ',' && /\d/.test(folded.charAt(at - 1)) && /^\d{2,3}(?!\d)/.test(folded.slice(at + 1, at + 5));

function skip(folded: string, start: number): number {
  SEPARATORS.lastIndex = start;
  return SEPARATORS.test(folded) ? SEPARATORS.lastIndex : start;
}

const HEAD = /在?\s?【[^】]{1,40}】(?:\([\d*+ ()-]{5,24}\))?\s?(?:的\s?)?|\[[^\]]{1,40}\]/uy;
const AT: Phrase = { text: { 'zh-Hans': '{place}', 'zh-Hant': '{place}', en: '{place}' }, shapes: [] };
const placeOf = (place: string): Part => ({
  phrase: AT,
  slots: {
    place: place
      .replace(/^在|的\s?$/g, '')
      .replace(/\([\d*+ ()-]{5,24}\)\s?$/, '')
      .trim(),
  },
});

/** The longest phrase that stands at a place of the text. */
function readAt(text: string, folded: string, at: number): { readonly part: Part; readonly end: number } | undefined {
  BEFORE.lastIndex = at;
  const begin = BEFORE.test(folded) ? BEFORE.lastIndex : at;
  const bests = [longestAt(text, folded, at), begin > at ? longestAt(text, folded, begin) : undefined];
  const best = bests.reduce((one, other) => (other && (!one || other.end > one.end) ? other : one));
  if (best) return best;
  for (const from of [at, begin]) {
    HEAD.lastIndex = from;
    const head = HEAD.exec(folded)?.[0];
    if (head) return { part: placeOf(text.slice(from, from + head.length)), end: from + head.length };
  }
  return undefined;
}

function longestAt(text: string, folded: string, at: number): { readonly part: Part; readonly end: number } | undefined {
  let best: { readonly part: Part; readonly end: number } | undefined;
  for (const { phrase, pattern } of HAN.test(folded.charAt(at)) ? CHINESE : ALL) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match || match[0].trim() === '' || (best && pattern.lastIndex <= best.end)) continue;
    const slots = slotsOf(match, text);
    if (slots) best = { part: { phrase, slots }, end: pattern.lastIndex };
  }
  return best;
}

const FITS: Readonly<Partial<Record<Slot, (value: string) => boolean>>> = {
  place: isPlace,
  next: (value) => isPlace(value) || isPoint(value),
  point: isPoint,
  who: isSomebody,
  papers: isPapers,
};

/** Undefined when something in a slot is not what belongs there. */
function slotsOf(match: RegExpExecArray, text: string): Slots | undefined {
  const slots: Partial<Record<Slot, string>> = {};
  for (const [name, found] of Object.entries(match.indices?.groups ?? {}) as [Slot, [number, number] | undefined][]) {
    if (found === undefined) continue;
    const written = text.slice(...found).trim();
    if (FITS[name]?.(written) === false) return undefined;
    slots[name] = written;
  }
  return slots;
}
