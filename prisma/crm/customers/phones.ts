import { toDigits } from '../phones.ts';

// Where people write phones without the country: the codes an E.164 of theirs begins with.
const HOME_CODES = ['86', '852', '853', '886'];

/** Beginnings of stored phones that somebody may mean by the beginning of one; none when it does not look like a phone. */
export function startsOfPhones(text: string): readonly string[] {
  if (!/^[+\d][\d\s()-]*$/.test(text.normalize('NFKC'))) return [];
  const digits = toDigits(text);
  if (digits.length < 3) return [];
  if (text.normalize('NFKC').startsWith('+')) return [`+${digits}`];
  const national = digits.replace(/^0/, '');
  return [digits, `+${digits}`, ...HOME_CODES.map((code) => `+${code}${national}`)];
}

/** The digits under which waybills may hold a phone, E.164 or as digits: with and without country, dialled from abroad and at home. */
export function digitsOfPhone(phone: string): readonly string[] {
  const digits = toDigits(phone);
  const isWhole = phone.startsWith('+') || digits.length > 11;
  const code = isWhole ? HOME_CODES.find((each) => digits.startsWith(each)) : undefined;
  const national = code === undefined ? [] : [digits.slice(code.length), `0${digits.slice(code.length)}`];
  return [digits, `00${digits}`, ...national];
}
