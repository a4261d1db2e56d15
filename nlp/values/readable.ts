import { toSimplified } from '../normalize.ts';

/** Same length, so that offsets keep: simplified characters, small ASCII letters, full-width digits and signs as ASCII. */
export function toReadable(text: string): string {
  return toSimplified(text).replace(/[A-Z\uff01-\uff5e\u3000￥’係\u2010-\u2015\u2212]/g, (character) => {
    if (character === '￥') return '¥';
    if (character === '\u3000') return ' ';
    if (character === '’') return "'";
    if (character === '係') return '系';
    const code = character.charCodeAt(0);
    if (code >= 0x2010 && code <= 0x2212) return '-';
    return (code > 0x7f ? String.fromCharCode(code - 0xfee0) : character).toLowerCase();
  });
}
