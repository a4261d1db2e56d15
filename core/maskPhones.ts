/** `138****5678`, area code and last four of a landline; anything else keeps its last two digits. */
export function maskPhone(phone: string): string {
  const digits = toPlainDigits(phone)
    .replace(/;ext=\d*$/, '')
    .replace(/\D/g, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return `****${digits.slice(-2)}`;
}

/** A run of digits as phones are written, in any width; 20 characters hold the longest with its extension. */
const RUN =
  /(?<![\p{Script=Latin}\d０-９_#*-])(?:[+＋]\s?)?[(（]?[\d０-９](?:[\d０-９]|[ \-－–.()（）](?=[\d０-９ (（）)-])){4,22}[\d０-９](?![\d０-９\p{Script=Latin}])/gu;
/** What stands before a phone and says that it is one. */
const SAYS_PHONE =
  /(?:电话|電話|手机|手機|联系方式|聯絡方式|联络|聯絡|聯繫|联系|致电|致電|拨打|撥打|座机|市話|tel|telephone|phone|mobile|cell|call|contact|ring|whatsapp|微信)(?:号码|號碼|号|號|是|为|為)?[^\p{L}\d０-９]{0,4}$/iu;
/** Numbers anybody may ring: 95xxx, 400 and 800, free phones, and the short ones of authorities. */
const HOTLINE = /^(?:95\d{3,4}|400\d{7}|800\d{7}|0800\d{6,7}|1?8(?:00|88|77|66|55|44|33)\d{7}|1[0-2]\d{1,3}|9[6]\d{3,4})$/;

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{4,80}/gu;
/** What one is called where people write to each other. */
const MESSENGER =
  /((?:微信|wechat|\bvx|V信|QQ|\bline(?= ?id|[：:])|telegram|whatsapp|抖音|小红书|小紅書)(?:号码|號碼|号|號| ?id)?[\s：:是为為]{0,3})(?=[\w-]{0,23}[\d_])([A-Za-z\d][\w-]{4,23})/giu;
/** A phone in words, as who wants to be found writes it. */
const IN_WORDS = /[零〇一二两兩三四五六七八九幺壹贰貳叁參肆伍陆陸柒捌玖]{7,20}/gu;

/**
 * Every private phone in a text masked by what it is: mobiles of the mainland, Hong Kong, Taiwan and elsewhere, landlines, virtual
 * numbers and their extensions; also in words; and e-mail addresses and names in messengers. Dates, amounts, tracking numbers and
 * hotlines stay.
 */
export function maskPhonesIn(text: string): string {
  const said = text.replace(EMAIL, '****').replace(MESSENGER, '$1****').replace(IN_WORDS, '****');
  return said.replace(RUN, (run, at: number) => {
    const isOpened = /^[(（]/.test(run) && !/[)）]/.test(run);
    const body = toPlainDigits(isOpened ? run.slice(1) : run).trim();
    const hasLabel = SAYS_PHONE.test(said.slice(Math.max(0, at - 24), at));
    const kept = maskRun(body, hasLabel);
    return kept === undefined ? run : `${isOpened ? run[0] : ''}${kept}`;
  });
}

/** Undefined for what is no private phone. */
function maskRun(run: string, hasLabel: boolean): string | undefined {
  const digits = run.replace(/\D/g, '');
  if (HOTLINE.test(digits) || DATE.test(run)) return undefined;
  const national = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}|0?\d{2,3}\d{7,8}$)/, '');
  if (/^1[3-9]\d{9}(?:\d{1,6})?$/.test(national) && (national.length === 11 || /[-\s]\d{1,6}$/.test(run)))
    return maskPhone(national.slice(0, 11));
  if (/^[+]/.test(run) && digits.length >= 8 && digits.length <= 15) return `+****${digits.slice(-2)}`;
  if (/^00[1-9]/.test(digits) && digits.length >= 10) return `****${digits.slice(-2)}`;
  if (/^(?:85[23][- ]?\d{4}[- ]?\d{4}|886[- ]?\d[\d -]{7,11})$/.test(run)) return `****${digits.slice(-2)}`;
  const landline = /^\(?(0(?:10|2\d|[3-9]\d{2}))\)?[- ]?(\d{3,4})[- ]?(\d{4})(?:[- ]\d{1,6})?$/.exec(run);
  if (landline) return `${landline[1]}-****${landline[3]}`;
  if (/^0\d{8,10}$/.test(digits)) return `****${digits.slice(-2)}`;
  // Eight digits as Hong Kong writes them; without the gap they may be a day.
  if (/^[235-9]\d{3}[ -]\d{4}$/.test(run)) return `****${digits.slice(-2)}`;
  if (/^950\d{8,12}$/.test(digits)) return `****${digits.slice(-2)}`;
  return hasLabel && digits.length >= 7 && digits.length <= 17 ? `****${digits.slice(-2)}` : undefined;
}

const DATE = /^(?:19|20)\d{2}[-.]?(?:0[1-9]|1[0-2])[-.]?(?:0[1-9]|[12]\d|3[01])(?:\D|$)/;

function toPlainDigits(text: string): string {
  return text.replace(/[０-９＋－（）]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
