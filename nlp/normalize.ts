import { toSimplified } from '../core/han.ts';

export { toSimplified } from '../core/han.ts';

/** A message as it is stored and shown. */
export interface CleanText {
  readonly text: string;
  /** True when the end was dropped because the message was longer than the limit. */
  readonly wasCut: boolean;
}

/** Characters (UTF-16 units) of a message that are stored; the rest of a longer one is dropped and the customer told. */
export const LONGEST_STORED = 4000;

/**
 * Makes a text that any store, page and font can carry: NFC, no NUL or other control character (jsonb refuses U+0000), no lone
 * surrogate (jsonb again), no bidi override (a shown text must not be able to reverse its neighbours), at most two line breaks in a row.
 * @param limit most UTF-16 units kept, fewer of characters that stand for many; a surrogate pair is never split
 */
export function cleanText(text: string, limit = LONGEST_STORED): CleanText {
  // Twice the limit before the costly passes: cleaning mostly removes, and a 1 MB paste must not cost 1 MB of work.
  const head = text.length > limit * 2 ? text.slice(0, limit * 2) : text;
  const clean = toWellFormed(head)
    .replace(MARKS, '$1')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(UNWANTED, '')
    .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .trim();
  const most = unfoldedLimit(cutAt(clean, limit), limit);
  const wasCut = clean.length > most || head.length < text.length;
  return { text: wasCut ? cutAt(clean, most) : clean, wasCut };
}

/** One character may stand for eighteen (ﷺ), and every reader looks at the long form: what would more than double is cut in proportion. */
function unfoldedLimit(text: string, limit: number): number {
  if (text.length * LONGEST_FORM <= limit * 2) return limit;
  const length = text.normalize('NFKC').length;
  return length <= limit * 2 ? limit : Math.floor((text.length * limit * 2) / length);
}

const LONGEST_FORM = 18;

/** No script stacks more on one letter; putting thousands of them in order takes time that grows with their square. */
const MARKS = /(\p{M}{8})\p{M}+/gu;

/** C0 and C1 controls but tab and newline, soft hyphen, bidi marks and isolates, BOM, interlinear marks. ZWJ stays: emoji need it. */
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

function cutAt(text: string, limit: number): string {
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}

/** ES2024's String.prototype.toWellFormed, which Node 20 has and the es2023 library does not declare. */
function toWellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** What emoji say, as one private-use character each, so that 👍 and 💯 are one feature. Private use E0F0–E0F5: entities use lower ones. */
const EMOJI_CLASSES: readonly (readonly [RegExp, string])[] = [
  [
    /[\u{1F620}-\u{1F625}\u{1F629}\u{1F62D}\u{1F92C}\u{1F595}\u{1F44E}\u{1F4A9}\u{1F612}\u{1F644}\u{1F624}\u{1F622}\u{1F61E}\u{1F614}\u{1F621}]/gu,
    '\ue0f0',
  ],
  [/[\u{1F64F}]/gu, '\ue0f1'],
  [/[\u{1F44D}\u{1F44F}\u{1F4AF}\u{1F60D}\u{1F970}\u2764\u{1F496}\u{1F339}\u{1F389}\u{1F60A}\u{1F600}-\u{1F606}\u{1F973}]/gu, '\ue0f2'],
  [/[\u2B50\u{1F31F}\u2605\u2606]/gu, '\ue0f3'],
  [/[\u{1F44B}]/gu, '\ue0f4'],
  [/\p{Extended_Pictographic}/gu, '\ue0f5'],
];

/**
 * The form features are taken from: NFKC, lower case, simplified characters, emoji as class characters, anything repeated more than
 * twice squeezed to two (`soooo` and `!!!!!` are one feature), digits kept. Not for showing.
 */
export function normalizeForFeatures(text: string): string {
  let plain = toSimplified(text.normalize('NFKC').toLowerCase());
  if (/[^\u0000-\u2000\u3000-\uffef]/u.test(plain)) for (const [pattern, mark] of EMOJI_CLASSES) plain = plain.replace(pattern, mark);
  return plain
    .replace(/[\ufe0f\u200d]|\p{Emoji_Modifier}/gu, '')
    .replace(/(\D)\1{2,}/gu, '$1$1')
    .replace(/\s+/g, ' ')
    .trim();
}
