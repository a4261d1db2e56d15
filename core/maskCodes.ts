/** What is called a code that opens a locker or hands out a parcel, in the trade's words of both scripts and English. */
const LABEL =
  '(?:取件|取货|取貨|提货|提貨|领取|領取|自提|开箱|開箱|开柜|開櫃|柜门|櫃門|验证|驗證|校验|核销|核銷|提取|收件|投柜|凭证|憑證)(?:密)?(?:码|碼|密码|密碼|号码|號碼)' +
  '|(?:pick[ -]?up|collection|collect|locker|access|release|verification|delivery|door|parcel)[ -]?(?:code|pin|number|password)|one[ -]?time (?:code|pin|password)|\\botp|\\bpin(?:[ -]?code)?';
const JOIN = '[\\s：:＝=#“”"\'「」【】\\[\\]（）()]{0,4}(?:(?:是|为|為|is|was)[\\s：:“”"\'「」【】\\[\\]]{0,3})?';
// A shelf may be named by a letter, or by one of the characters that count: 丙-7-8811.
const CODE =
  '(?:[甲乙丙丁戊己庚辛壬癸一二三四五六七八九十东東南西北中][-－–—])?[A-Za-z0-9０-９]{1,10}(?:[-－–—][A-Za-z0-9０-９]{1,10}){0,4}';
const LABELLED = new RegExp(`((?:${LABEL})${JOIN})(${CODE}(?:[、,，/ ]{1,2}(?=[\\d０-９]{1,3}[-－])${CODE}){0,9})`, 'giu');
/** `请凭8-2-3015取件`, `with code 5521`, and a shelf's number as pickup points write it. */
const BY_CODE = new RegExp(
  `((?:凭|憑|使用|输入|輸入|出示)(?:码|碼|密码|密碼|口令)?[\\s“「【：:]{0,2})(?=[A-Za-z０-９-]{0,12}[\\d０-９])(${CODE})`,
  'gu',
);
const CODE_IS = new RegExp(
  `((?<!\\b(?:hs|status|error|zip|post|postal|event|tariff|country|area|reason|station|depot|route|sort|airport|bar|qr) )\\bcode\\b${JOIN})(?=[A-Za-z-]{0,9}\\d)(${CODE})`,
  'giu',
);
const SHELF = /(?<![\d０-９A-Za-z-])([A-Za-z]{0,2}[\d０-９]{1,2}[-－][\d０-９]{1,3}[-－][\d０-９]{3,6})(?![\d０-９-])/gu;

/** What opens the house: a note of the recipient's for the courier. */
const DOOR = new RegExp(
  `((?:门禁|門禁|单元门|單元門|楼门|樓門|大门|大門|院门|门锁|門鎖|密码锁|密碼鎖|开门|開門|gate|buzzer|entry|keypad)(?:密码|密碼|码|碼|卡号| code)?${JOIN})([*＊#＃]?[\\d０-９]{3,8}[*＊#＃]?)(?![\\d０-９号號栋棟层層])`,
  'giu',
);

/** A word to be said instead of a number. */
const WORD = /((?:口令|暗号|暗號)[\s：:为為是“「]{1,3})[^\s，,。；;！!”」]{2,16}/gu;

/** The end of the recipient's phone, which some pickup points take for a code, and we for a proof. */
const TAIL =
  /((?:尾号|尾號|尾数|尾數|末四码|末四碼|后四位|後四碼|后4位|ending(?: in| with)?|last four(?: digits)?)[\s：:为為是]{0,3})[\d０-９]{4}(?![\d０-９])/giu;

/** A text without its codes: that there is one is still said. */
export function maskCodesIn(text: string): string {
  return text
    .replace(LABELLED, (whole, label: string, code: string) => (/[\d０-９]/.test(code) ? `${label}****` : whole))
    .replace(BY_CODE, '$1****')
    .replace(CODE_IS, '$1****')
    .replace(DOOR, '$1****')
    .replace(WORD, '$1****')
    .replace(SHELF, '****')
    .replace(TAIL, '$1****');
}

/** The code in a text of a carrier; undefined when it holds none. */
export function findCode(text: string): string | undefined {
  for (const pattern of [LABELLED, BY_CODE, CODE_IS, SHELF])
    for (const match of text.matchAll(pattern)) {
      const code = match.at(-1) ?? '';
      if (/[\d０-９]/.test(code)) return code;
    }
  return undefined;
}
