import { fold } from './han.ts';
import { groupsOf, HIDDEN, type Span } from './spans.ts';

/** What is called a code that opens a locker or hands out a parcel; all patterns here are over folded text. */
const LABEL =
  '(?:取件|取货|提货|领取|自提|开箱|开柜|柜门|验证|校验|核销|提取|收件|投柜|凭证|动态|开门)(?:密)?(?:码|密码|号码|号|编号)|(?:货架|柜|格口|货|架)号|格口|货架|密码' +
  '|(?:pick[ -]?up|collection|collect|locker|access|release|verification|delivery|door|parcel)[ -]?(?:code|pin|number|password)|one[ -]?time (?:code|pin|password)|\\bpass ?code|\\botp|\\bpin(?:[ -]?code)?';
const JOIN = '[\\s:=#–\\-“”"\'「」【】\\[\\]()]{0,4}(?:(?:是|为|is|was)[\\s:“”"\'「」【】\\[\\]]{0,3})?';
// A shelf may be named by a letter, or by one of the characters that count: 丙-7-8811.
const CODE = '(?:[甲乙丙丁戊己庚辛壬癸一二三四五六七八九十东南西北中][-–—])?[*#]?[a-z0-9]{1,10}(?:[-–—][a-z0-9]{1,10}){0,4}[*#]?';
/** 935 208: written in groups. */
const GROUPED = '\\d{2,4}(?: \\d{2,4}){1,2}(?![\\d:：-])';
const LABELLED = new RegExp(`(?:${LABEL})${JOIN}(${GROUPED}|${CODE}(?:[、,/ ]{1,2}(?=\\d{1,3}-)${CODE}){0,9})`, 'gdu');
/** `请凭8-2-3015取件`, `with code 5521`, and a shelf's number as pickup points write it. */
const BY_CODE = new RegExp(`(?:凭|使用|输入|出示)(?:码|密码|口令|货号)?[\\s“「【:]{0,2}(?=[a-z-]{0,12}\\d)(${CODE})`, 'gdu');
const CODE_IS = new RegExp(
  `(?<!\\b(?:hs|status|error|zip|post|postal|event|tariff|country|area|reason|station|depot|route|sort|airport|bar|qr) )\\bcode\\b${JOIN}(?=[a-z-]{0,9}\\d)(${CODE})`,
  'gdu',
);
const USE_TO_OPEN = /\b(?:use|enter|type) ([a-z\d-]{3,10}) (?:to (?:open|unlock|collect)|at the)/dgu;
const SHELF = /(?<![\da-z-])([a-z]{0,2}\d{1,2}-\d{1,3}-\d{3,6}|[a-z]-\d{1,3}-\d{3,6})(?![\d-])/dgu;

/** What opens the house: a note of the recipient's for the courier. */
const DOOR = new RegExp(
  `(?:门禁|单元门|楼门|大门|院门|门锁|密码锁|开门|gate|buzzer|entry|keypad)(?:密码|码|卡号| code)?${JOIN}([*#]?\\d{3,8}[*#]?)(?![\\d号栋层])`,
  'gdu',
);
/** A word to be said instead of a number. */
const WORD = /(?:口令|暗号)[\s:为是“「]{0,3}([^\s,。;!”」]{2,16})/dgu;
/** The end of the recipient's phone, which some pickup points take for a code, and we for a proof. */
const TAIL = /(?:尾号|尾数|末四码|后四位|后4位|ending(?: in| with)?|last four(?: digits)?)[\s:为是]{0,3}(\d{4})(?!\d)/dgu;

/** Pickup codes and what opens a door, in a folded text; the recipient's alone. */
export function findCodes(folded: string): readonly Span[] {
  if (!/\d|口令|暗号/u.test(folded)) return [];
  return [LABELLED, BY_CODE, CODE_IS, USE_TO_OPEN, DOOR, WORD, SHELF, TAIL].flatMap((pattern) =>
    [...groupsOf(pattern, folded)]
      .filter(({ start, end }) => pattern === WORD || /\d/.test(folded.slice(start, end)))
      .map(({ start, end }) => ({ start, end, shown: HIDDEN })),
  );
}

const OF_PLACE = /(?:货架|柜|格口|货|架)号?[\s:是为]{0,3}$/u;

/** The code in a text of a carrier; undefined when it holds none. */
export function findCode(text: string): string | undefined {
  const folded = fold(text);
  // 柜号A07，密码204518: the number of the box opens nothing.
  for (const { start, end } of groupsOf(LABELLED, folded))
    if (/\d/.test(folded.slice(start, end)) && !OF_PLACE.test(folded.slice(0, start))) return text.slice(start, end);
  for (const pattern of [LABELLED, BY_CODE, CODE_IS, USE_TO_OPEN, SHELF])
    for (const { start, end } of groupsOf(pattern, folded)) if (/\d/.test(folded.slice(start, end))) return text.slice(start, end);
  return undefined;
}
