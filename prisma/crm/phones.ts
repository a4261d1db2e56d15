// Calling codes of where most parties live; elsewhere a number without + stays as digits.
const CALLING_CODES: Readonly<Record<string, string>> = { CN: '86', HK: '852', MO: '853', TW: '886' };

/** ASCII digits of a phone without its extension (`;ext=123`), full-width ones folded; what the last four are compared on. */
export function toDigits(phone: string): string {
  const [number = ''] = phone.normalize('NFKC').split(';ext=');
  return number.replace(/\D/g, '');
}

/** E.164 as far as the country (ISO-3166 alpha-2) tells; undefined when there are too few digits to call. */
export function toE164(phone: string, country: string): string | undefined {
  const digits = toDigits(phone);
  if (digits.length < 7) return undefined;
  if (/^\s*\+/.test(phone.normalize('NFKC'))) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  const code = CALLING_CODES[country];
  if (code === undefined) return digits;
  if (digits.startsWith(code) && digits.length > 11) return `+${digits}`;
  return `+${code}${digits.replace(/^0/, '')}`;
}
