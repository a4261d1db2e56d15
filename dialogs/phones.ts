import { maskPhone } from '../core/masking.ts';
import type { Button, Locale } from '../core/types.ts';
import { texts } from './texts.ts';
import type { Turn } from './turn.ts';

type Said = Pick<Turn, 'understanding' | 'locale' | 'memory'>;

/**
 * The phone in this message, E.164 with its extension (`;ext=123`); of two the one that was not taken back. Also the number that was
 * given before, once the country that was asked for is told.
 */
export function phoneIn(turn: Said): string | undefined {
  return turn.understanding.values.phone?.value ?? completed(turn);
}

/**
 * Eight digits as Hong Kong and Singapore write their phones, where nothing tells which of the two is meant. In simplified script only
 * with the gap: without it they are as likely something else.
 */
export function localPhoneIn(turn: Said): string | undefined {
  const isOpen = turn.locale !== 'zh-Hant' && turn.understanding.numbers.length === 0 && phoneIn(turn) === undefined;
  return isOpen ? localIn(turn.understanding.text, turn.locale === 'en') : undefined;
}

/** Further phones of this message, E.164, where none took another's place. */
export function otherPhonesIn({ understanding: { entities, values } }: Said): readonly string[] {
  const [first, ...others] = entities.filter(({ type }) => type === 'phone').map(({ value }) => value);
  return first !== undefined && values.phone?.value.split(';')[0] === first ? [...new Set(others)].filter((phone) => phone !== first) : [];
}

/** A phone as it is read back to who gave it: country, last four, extension; a mainland mobile as everywhere. `+886 ****6789 分機 123`. */
export function readBack(phone: string, locale: Locale): string {
  const [number = '', extension] = phone.split(';ext=');
  const code = CALLING_CODE.exec(number)?.[0];
  const shown = code === undefined || code === '+86' ? maskPhone(number) : `${code} ****${number.slice(-4)}`;
  return extension === undefined ? shown : `${shown} ${texts.extension[locale]} ${extension}`;
}

/** Zones of ITU-T E.164, list of 2016: one or two digits where a list names them, else three. */
const CALLING_CODE = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** Asks which country eight digits are of, with a button each; `words` go before, `more` buttons after. */
export function askCountry(turn: Turn, local: string, words = '', more: readonly Button[] = []): Promise<void> {
  turn.memory.localPhone = local;
  const question = texts.whichCountry[turn.locale];
  return turn.reply(words ? `${words}\n${question}` : question, { buttons: [...countriesOf(local), ...more] });
}

function countriesOf(local: string): Button[] {
  const codes = [...(/^[4-9]/.test(local) ? ['+852'] : []), ...(/^[3689]/.test(local) ? ['+65'] : [])];
  return codes.map((code) => `${code} ${local.slice(0, 4)} ${local.slice(4)}`).map((title) => ({ title, value: title }));
}

const COUNTRIES: readonly (readonly [string, RegExp])[] = [
  ['+852', /hong ?kong|\bhk\b|852|香港/i],
  ['+65', /singapore|\bsg\b|\b65\b|新加坡/i],
];
const LONGEST_COUNTRY = 30;

/** "Hong Kong", "it's a sg number" right after the question. */
function completed({ understanding: { text }, locale, memory }: Said): string | undefined {
  if (!memory.localPhone || text.length > LONGEST_COUNTRY || !memory.said?.endsWith(texts.whichCountry[locale])) return undefined;
  const code = COUNTRIES.find(([, names]) => names.test(text))?.[0];
  return code && `${code}${memory.localPhone}`;
}

function localIn(text: string, isGapOptional: boolean): string | undefined {
  const found = /(?<![\d+-])[35-9]\d{3}[ -]?\d{4}(?![\d-])/.exec(text.normalize('NFKC'))?.[0];
  return found && (isGapOptional || /\D/.test(found)) ? found.replace(/\D/g, '') : undefined;
}

/** No phone is given, or an answer is wanted in writing: 不留电话, 喺度覆我就得, "just reply here". */
export const wantsNoCall = ({ understanding: { text, values } }: Turn): boolean =>
  values.phone === undefined && text.length <= LONGEST_NO_CALL && NO_CALL.test(text);
const LONGEST_NO_CALL = 60;
const NO_CALL =
  /(?:不|别|別|唔|冇|没|沒)(?:想|要|需要|用|使|会|會|方便|有|留|给|給|俾|好|打){0,3}(?:我的|我嘅)?(?:电话|電話|手机|手機|号码|號碼|回电|回電)|(?:这|這|呢)(?:里|裡|边|邊|度)?(?:回|覆|复|回复|回覆|答复|答覆|讲|講|说|說)(?:我|就)|[喺系係](?:度|呢度)(?:覆|回|講)|\b(?:no phone|don'?t (?:want to be )?(?:call|ring|phone|called)|(?:reply|answer|write|tell me) (?:me )?(?:here|in (?:the|this) chat))\b/iu;

/**
 * 明天十点给我回个电话 138…, "call me on 07…": a phone and the wish to be called on it, whatever else is asked beside; not of a case that is
 * open, nor where somebody tells who rang from that number or had them ring it.
 */
export function wantsCallTo(turn: Turn): boolean {
  const { text, intent, decision } = turn.understanding;
  if (phoneIn(turn) === undefined || turn.flows.hasOpen() || NO_CALL.test(text) || BY_OTHERS.test(text)) return false;
  const { topics, acts } = turn.acts('none');
  if (topics.includes('when_called') || topics.includes('is_safe') || acts.includes('cancel')) return false;
  return CALL_BACK.test(text) || (TO_CALL.test(text) && (acts.includes('request') || (decision === 'act' && intent === 'human_agent')));
}

const CALL_BACK = /回(?:我)?(?:一?[个個]|返[个個])?(?:电话|電話|电|電)|\b(?:call|ring|phone) me\b/i;
const TO_CALL = /打(?:给|給|俾)?(?:我|这个|這個)|(?:电话|電話)(?:给|給)?我|\bcall-?back\b/i;
const BY_OTHERS =
  /(?:有人|他|她|佢|对方|對方|骗子|騙子|陌生|自称|自稱|司机|司機|快递员|快遞員|刚才|剛才|昨天|昨日|让我|讓我|叫我)[^，。,]{0,10}(?:打|回电|回電|来电|來電)|打(?:过|過|了|嚟|来|來)|\b(?:told|asked|wants?|asking) me to\b|\b(?:someone|somebody|he|she|they)\b[^.,]{0,20}\b(?:call|rang|ring|phone)/i;
