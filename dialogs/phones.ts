import type { Button } from '../core/types.ts';
import { texts } from './texts.ts';
import type { Turn } from './turn.ts';

type Said = Pick<Turn, 'understanding' | 'locale' | 'memory'>;

/**
 * The phone number in this message, E.164 where the country is known; eight bare digits count as Hong Kong's in Traditional
 * Chinese. Also the number that was given before, once the country that was asked for is told.
 */
export function phoneIn(turn: Said): string | undefined {
  const { understanding, locale } = turn;
  const found = understanding.entities.find(({ type }) => type === 'phone')?.value ?? completed(turn);
  if (found || locale !== 'zh-Hant') return found;
  const local = localIn(understanding.text);
  return local && /^[5-9]/.test(local) ? `+852${local}` : undefined;
}

/** Eight digits as Hong Kong and Singapore write their phones; in English nothing tells which of the two is meant. */
export function localPhoneIn(turn: Said): string | undefined {
  const isOpen = turn.locale === 'en' && turn.understanding.numbers.length === 0 && phoneIn(turn) === undefined;
  return isOpen ? localIn(turn.understanding.text) : undefined;
}

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

function localIn(text: string): string | undefined {
  return /(?<![\d+-])[35-9]\d{3}[ -]?\d{4}(?![\d-])/.exec(text.normalize('NFKC'))?.[0].replace(/\D/g, '');
}
