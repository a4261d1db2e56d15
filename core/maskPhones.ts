import { fold } from './han.ts';
import { groupsOf, HIDDEN, replaceSpans, type Span } from './spans.ts';

/** `138****5678`, area code and last four of a landline; anything else keeps its last two digits. */
export function maskPhone(phone: string): string {
  const digits = fold(phone)
    .replace(/;ext=\d*$/, '')
    .replace(/\D/g, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return `****${digits.slice(-2)}`;
}

/** A run of digits as phones are written; 20 characters hold the longest with its extension. All patterns here are over folded text. */
const RUN =
  /(?<![a-z\d_#*-])((?:[+]\s?)?[(]?\d(?:\d|[ \-–.()](?=[\d ()-])){4,22}\d(?:\s?(?:转|分机|ext\.?|extension|x|#)\s?\d{1,6})?)(?![\da-z])/dgu;
/** What stands before a phone and says that it is one. */
const SAYS_PHONE =
  /(?:电话|手机|手提|联系方式|联络|联系|致电|请拨|拨打|座机|市话|固话|小号|虚拟号|隐私号|中间号|虚拟号码|\b(?:tel|telephone|phone|mobile|cell|call|contact|ring|reach|text|whatsapp)|微信)(?:号码|号| number)?(?:已|需|请| was| is| has been)?(?:更改|变更|更新|修改|更换|改|换| changed| updated| corrected)?(?:是|为|成|到| to| is)?[^\p{L}\d]{0,4}$/u;
/** The same, with whom is to be rung between. */
const SAYS_WHOM = /\b(?:call|ring|reach|contact|text|message|phone)\b[^,.;\d]{0,30}\b(?:on|at)\s$/u;
/** Numbers anybody may ring: 95xxx, 400 and 800, free phones, and the short ones of authorities. */
const HOTLINE = /^(?:95\d{3,4}|400\d{7}|800\d{7}|0800\d{6,7}|1?8(?:00|88|77|66|55|44|33)\d{7}|1[0-2]\d{1,3}|9[6]\d{3,4}|412\d{4})$/;
const HOTLINE_WORD = /(?:热线|客服(?:中心|专线|电话)?|专线|免付费电话|hotline|helpline)[^\p{L}\d]{0,3}$/u;

const EMAIL = /(?<![\w.+-])([\w.+-]{1,64}@[\w.-]{4,80})/dgu;
/** What one is called where people write to each other. */
const MESSENGER =
  /(?:微信|wechat|\bvx|v信|qq|\bline(?= ?id|:)|telegram|whatsapp|抖音|小红书)(?:号码|号| ?id)?[\s:是为]{0,3}(?=[\w-]{0,23}[\d_])([a-z\d][\w-]{4,23})/dgu;
/** A phone in words, as who wants to be found writes it. */
const IN_WORDS = /([零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]{7,20})/dgu;

/**
 * Every private phone in a folded text by what it is: mobiles of the mainland, Hong Kong, Taiwan and elsewhere, landlines, virtual numbers and their
 * extensions; also in words; and e-mail addresses and names in messengers. Dates, amounts, tracking numbers and hotlines stay.
 */
export function findPhones(folded: string): readonly Span[] {
  if (!/[\d@_]|[零〇一二三四五六七八九幺壹]{3}/u.test(folded)) return [];
  const contacts = [EMAIL, MESSENGER, IN_WORDS].flatMap((pattern) => [...groupsOf(pattern, folded)]);
  const spans: Span[] = contacts.map(({ start, end }) => ({ start, end, shown: HIDDEN }));
  const isChinese = /\p{Script=Han}/u.test(folded);
  for (const { start, end } of groupsOf(RUN, folded)) {
    if (contacts.some((contact) => start < contact.end && end > contact.start)) continue;
    const run = folded.slice(start, end);
    // (张三 138…: the bracket is not the phone's.
    const from = /^\(/.test(run) && !run.includes(')') ? start + 1 : start;
    const before = folded.slice(Math.max(0, from - 40), from);
    const written = folded.slice(from, end).trim();
    const isHotline = HOTLINE_WORD.test(before);
    const hasLabel = SAYS_PHONE.test(before) || SAYS_WHOM.test(before);
    // 18888886666 among Chinese words is a mobile, 1-888-888-6666 a free phone.
    const isMobile = isChinese && !isHotline && /^1[3-9]\d{9}$/.test(written);
    const shown = isMobile ? maskPhone(written) : showRun(written, hasLabel, isHotline);
    if (shown !== undefined) spans.push({ start: from, end, shown });
  }
  return spans;
}

/** A text with its phones and contacts masked. */
export function maskPhonesIn(text: string): string {
  return replaceSpans(text, findPhones(fold(text)));
}

const EXTENSION = /\s?(?:转|分机|ext\.?|extension|x|#)\s?\d{1,6}$/u;

/** Undefined for what is no private phone. */
function showRun(whole: string, hasLabel: boolean, isHotline: boolean): string | undefined {
  const run = whole.replace(EXTENSION, '');
  const digits = run.replace(/\D/g, '');
  const tail = `${HIDDEN}${digits.slice(-2)}`;
  if (HOTLINE.test(digits) || DATE.test(run) || MACHINE.test(run)) return undefined;
  const national = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}|0?\d{2,3}\d{7,8}$)/, '');
  // A number of the world begins with + and is never one of the mainland without its 86.
  const isWorld = /^[+]/.test(run) && !/^[+]\s?86/.test(run);
  if (!isWorld && /^1[3-9]\d{9}(?:\d{1,6})?$/.test(national) && (national.length === 11 || /[-\s]\d{1,6}$/.test(run)))
    return maskPhone(national.slice(0, 11));
  if (/^[+]/.test(run) && digits.length >= 8 && digits.length <= 18) return `+${tail}`;
  if (/^00[1-9]/.test(digits) && digits.length >= 10) return tail;
  if (/^(?:85[23][- ]?\d{4}[- ]?\d{4}|886[- ]?\d[\d -]{7,11})$/.test(run)) return tail;
  // 07 and nine digits are a mobile of the United Kingdom as well as a landline: the less is shown.
  if (/^07\d{9}$/.test(run)) return tail;
  const landline = /^\(?(0(?:10|2\d|[3-9]\d{2}))\)?[- ]?(\d{3,4})[- ]?(\d{4})(?:[- ]\d{1,6})?$/.exec(run);
  if (landline) return `${landline[1]}-****${landline[3]}`;
  if (/^0\d{8,10}$/.test(digits) || /^(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}$/.test(run)) return tail;
  // Eight digits as Hong Kong writes them; without the gap they may be a day.
  if (/^[235-9]\d{3}[ -]\d{4}$/.test(run)) return isHotline ? undefined : tail;
  if (/^950\d{8,12}$/.test(digits)) return tail;
  return hasLabel && !isHotline && digits.length >= 7 && digits.length <= 17 ? tail : undefined;
}

/** Four small numbers are a machine's address. */
const MACHINE = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const DATE = /^(?:19|20)\d{2}[-.]?(?:0[1-9]|1[0-2])[-.]?(?:0[1-9]|[12]\d|3[01])(?:\D|$)/;
