import { ENGLISH_NUMBER, readEnglishNumber } from '../numberWords.ts';

/** A number in a text, however it is written: 1,299.50 · 1.500,00 · 1 500 · 3万4000 · 1.2w · 千二 · 三舊水 · 两百五 · two grand. */
export interface Figure {
  readonly amount: number;
  /** 几百, 三十多万, 七八十, "several hundred": no one number is meant. */
  readonly isVague: boolean;
  /** Chinese numerals alone: one of them is a word more often than a number (一下). */
  readonly isHan: boolean;
  /** A unit counts in it (百, 千, 万, k, grand), as sums have and numbers of things seldom. */
  readonly hasUnit: boolean;
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly kind: 'literal' | 'digit' | 'unit' | 'some' | 'more';
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 参: 3, 叄: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const UNITS: Readonly<Record<string, number>> = {
  ...{ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 100_000_000 },
  // Hong Kong's slang for hundreds and thousands.
  ...{ 旧水: 100, 嚿水: 100, 撇水: 1000, k: 1000, w: 10_000 },
  ...{ hundred: 100, thousand: 1000, grand: 1000, million: 1_000_000 },
};
/** Two tens and three tens in one character. */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

/** What may stand in a figure, one piece at a time; pieces that touch make one. */
const PIECE =
  /\d+(?:[.,']\d{1,9}| \d{3}(?!\d)){0,8}|[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖叄]|参(?=[拾佰仟万])|[旧嚿撇]水|[十拾百佰千仟万亿廿卅]|[几数]|[多余来]|(?<=\d ?)(?:[kw](?![a-z])|(?:hundred|thousand|grand|million)(?![a-z]))/g;

const WORDS = new RegExp(
  `(?<![a-z])(?:(?<some>(?:a )?(?:couple|few)(?: of)?|several|some)? ?(?<unit>hundreds?|thousands?)|(?<one>an? grand)|(?<number>${ENGLISH_NUMBER})(?<grand> grand)?)(?![a-z])`,
  'g',
);

/** Every figure of a text made readable, in order; in proportion to the text. */
export function findFigures(plain: string): readonly Figure[] {
  const found: Figure[] = [];
  let run: Token[] = [];
  const close = (): void => {
    const figure = run.length > 0 ? toFigure(run, plain) : undefined;
    if (figure) found.push(figure);
    run = [];
  };
  for (const match of plain.matchAll(PIECE)) {
    const token = toToken(match[0], match.index, plain);
    const last = run.at(-1);
    if (last && !continues(last, token, plain)) close();
    if (token && mayBegin(token, run)) run.push(token);
  }
  close();
  if (!/[a-z]{3}/.test(plain)) return found;
  const words = [...plain.matchAll(WORDS)].flatMap((match) => toEnglish(match));
  return words.length === 0 ? found : [...found, ...words.filter((word) => !found.some((other) => touches(word, other)))].sort(byPlace);
}

const byPlace = (a: Figure, b: Figure): number => a.start - b.start;
const touches = (a: Figure, b: Figure): boolean => a.start < b.end && b.start < a.end;

function toToken(piece: string, start: number, plain: string): Token | undefined {
  const end = start + piece.length;
  if (/^\d/.test(piece)) {
    const value = readLiteral(piece);
    return value === undefined ? undefined : { kind: 'literal', value, start, end };
  }
  const ten = TENS[piece];
  if (ten !== undefined) return { kind: 'literal', value: ten, start, end };
  const unit = UNITS[piece];
  if (unit !== undefined) return { kind: 'unit', value: unit, start, end };
  if (piece === '几' || piece === '数') return { kind: 'some', value: 0, start, end };
  if (piece === '来' && !/^[块元圆蚊万千百]/.test(plain.slice(end, end + 1))) return undefined;
  if (/[多余来]/.test(piece)) return { kind: 'more', value: 0, start, end };
  return { kind: 'digit', value: DIGITS[piece] ?? 0, start, end };
}

function continues(last: Token, token: Token | undefined, plain: string): boolean {
  if (!token) return false;
  if (last.end === token.start) return true;
  return last.kind === 'literal' && token.kind === 'unit' && plain.slice(last.end, token.start) === ' ';
}

function mayBegin(token: Token, run: readonly Token[]): boolean {
  return run.length > 0 || token.kind !== 'more';
}

/** `1,299.50`, `1.500,00`, `1 500`, `1'500`: the last mark is the point where one or two digits follow it. */
function readLiteral(piece: string): number | undefined {
  if (/^\d+$/.test(piece)) return piece.length > LONGEST ? undefined : Number(piece);
  const parts = piece.split(/[.,' ]/);
  const marks = piece.replace(/\d/g, '');
  const last = parts.at(-1) ?? '';
  const isGrouped = (groups: readonly string[]): boolean =>
    /^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => group.length === 3);
  const isOneMark = marks === marks.charAt(0).repeat(marks.length);
  if (isOneMark && isGrouped(parts)) return Number(parts.join(''));
  const head = parts.slice(0, -1);
  const mark = marks.at(-1) ?? '';
  const isPoint = /[.,]/.test(mark) && !marks.slice(0, -1).includes(mark);
  if (!isPoint || last.length > 2 || (head.length > 1 && !isGrouped(head))) return undefined;
  const whole = head.join('');
  return whole.length > LONGEST ? undefined : Number(`${whole}.${last}`);
}

/** Longer runs of digits number something. */
const LONGEST = 9;

function toFigure(run: readonly Token[], plain: string): Figure | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  const isSome = run.some(({ kind }) => kind === 'some' || kind === 'more');
  const hasUnit = run.some(({ kind }) => kind === 'unit');
  const isHan = run.every(({ kind, start }) => kind !== 'literal' || !/\d/.test(plain.charAt(start)));
  // 几 alone asks how many.
  if (run.every(({ kind }) => kind === 'some' || kind === 'more')) return undefined;
  // 成千, 上百: about so many.
  const isAbout = first.kind === 'unit' && /[成上近]/.test(plain.charAt(first.start - 1));
  if (first.kind === 'unit' && !isAbout && !isShortened(run, plain)) return undefined;
  const { amount, isRange } = evaluate(run);
  return amount === undefined ? undefined : { amount, isVague: isSome || isRange || isAbout, isHan, hasUnit, ...span };
}

/** 千二, 百五, 万三, 千几, 百来: one is left out before the unit. 十 needs none. */
function isShortened(run: readonly Token[], plain: string): boolean {
  const [first, second] = run;
  if (!first || first.value === 10) return first !== undefined;
  if (!second) return isVagueHundred(plain.slice(first.end, first.end + 1));
  return second.kind === 'digit' || second.kind === 'some' || second.kind === 'more';
}

/** 百把块, 千把蚊. */
const isVagueHundred = (next: string): boolean => next === '把';

/** 三千八 is 3,800, 三千零八 3,008, 3万4 34,000, 三四百 no one number, 二〇〇 two hundred. */
function evaluate(run: readonly Token[]): { readonly amount: number | undefined; readonly isRange: boolean } {
  let total = 0;
  let section = 0;
  let digits = '';
  let literal: number | undefined;
  let lastUnit = 1;
  let isRange = false;
  const current = (): number | undefined => literal ?? (digits === '' ? undefined : Number(digits));
  for (const { kind, value } of run) {
    if (kind === 'literal') {
      if (literal !== undefined) return { amount: undefined, isRange };
      literal = value;
    } else if (kind === 'digit') {
      if (literal !== undefined && lastUnit === 1 && value > 0 && literal !== 20 && literal !== 30) return { amount: undefined, isRange };
      if (literal === 20 || literal === 30) literal += value;
      else digits += String(value);
    } else if (kind === 'unit') {
      if (/^[1-9][1-9]$/.test(digits) && digits.charAt(0) < digits.charAt(1)) {
        isRange = true;
        digits = digits.charAt(0);
      }
      const count = current();
      if (value >= 10_000) {
        total = (total + section + (count ?? (section > 0 || total > 0 ? 0 : 1))) * value;
        section = 0;
      } else section += (count ?? 1) * value;
      lastUnit = value;
      digits = '';
      literal = undefined;
    }
  }
  const rest = current() ?? 0;
  // A single figure after a unit counts in the next smaller one, unless a nought stands before it.
  const isShort = lastUnit > 10 && rest > 0 && rest < 10 && Number.isInteger(rest) && !digits.startsWith('0');
  return { amount: total + section + (isShort ? (rest * lastUnit) / 10 : rest), isRange };
}

const SHORTENED =
  /^(?:one|two|three|four|five|six|seven|eight|nine)[ -](?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)/;

function toEnglish(match: RegExpExecArray): readonly Figure[] {
  const { some, unit, one, number, grand } = match.groups ?? {};
  const span = { start: match.index + (/^ */.exec(match[0])?.[0].length ?? 0), end: match.index + match[0].length };
  if (number) {
    const amount = readEnglishNumber(number);
    // "One fifty" is 150 or 1.50: nobody can tell.
    if (amount && SHORTENED.test(number)) return [{ amount, isVague: true, isHan: false, hasUnit: true, ...span }];
    const isUnit = grand !== undefined || /hundred|thousand|million/.test(number);
    return amount ? [{ amount: amount * (grand ? 1000 : 1), isVague: false, isHan: false, hasUnit: isUnit, ...span }] : [];
  }
  if (one) return [{ amount: 1000, isVague: false, isHan: false, hasUnit: true, ...span }];
  const isMany = some !== undefined || unit?.endsWith('s') === true;
  const amount = unit?.startsWith('hundred') ? 100 : 1000;
  return isMany ? [{ amount, isVague: true, isHan: false, hasUnit: true, ...span }] : [];
}
