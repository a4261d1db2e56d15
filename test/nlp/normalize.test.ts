import { describe, expect, it } from 'vitest';
import { cleanText, normalizeForFeatures, toSimplified } from '../../nlp/normalize.ts';

describe('cleanText', () => {
  it.each([
    ['removes NUL and control characters', 'a\u0000b\u0007c', 'abc'],
    ['keeps tab and line break', 'a\tb\nc', 'a\tb\nc'],
    ['composes to NFC', 'cafe\u0301', 'café'],
    ['replaces a lone high surrogate', 'a\ud83d b', 'a\ufffd b'],
    ['replaces a lone low surrogate', '\ude00a', '\ufffda'],
    ['keeps a whole pair', 'ok😀', 'ok😀'],
    ['removes marks that reverse the text beside it', 'abc\u202edef\u2066', 'abcdef'],
    ['keeps a joined emoji whole', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['leaves at most one empty line', 'a\n\n\n \n\nb', 'a\n\nb'],
    ['trims', '  你好 \n', '你好'],
    ['takes Windows line ends', 'a\r\nb', 'a\nb'],
  ])('%s', (_, given, expected) => {
    expect(cleanText(given)).toEqual({ text: expected, wasCut: false });
  });

  it('cuts at the limit and says so', () => {
    expect(cleanText('a'.repeat(4001))).toEqual({ text: 'a'.repeat(4000), wasCut: true });
    expect(cleanText('a'.repeat(4000)).wasCut).toBe(false);
  });

  it('never cuts an emoji in half', () => {
    // Two units each: the limit of 5 falls inside the third.
    expect(cleanText('😀😀😀', 5).text).toBe('😀😀');
  });

  it('keeps fewer characters that stand for many, and all of the others', () => {
    // 18 letters each: 4,000 would be read as 72,000, so a ninth is kept.
    // Ordering thousands of marks on one letter takes time that grows with their square.
    expect(cleanText(`${'\u0344'.repeat(1500)}${'\u0f81'.repeat(2500)}`).text.length).toBeLessThan(20);
    expect(cleanText('สวัสดีครับ บ้ำ').text).toBe('สวัสดีครับ บ้ำ'.normalize('NFC'));
    expect(cleanText('ﷺ'.repeat(4000))).toEqual({ text: 'ﷺ'.repeat(444), wasCut: true });
    const plain = `${'运单号…'.repeat(900)}１２３㎏`;
    expect(cleanText(plain)).toEqual({ text: plain, wasCut: false });
    expect(cleanText('好…'.repeat(4000))).toEqual({ text: '好…'.repeat(2000), wasCut: true });
  });
});

describe('normalizeForFeatures', () => {
  it.each([
    ['makes one of full and half width', 'ＡＢＣ１２３', 'abc123'],
    ['makes one of both scripts', '請問運單號碼', '请问运单号码'],
    ['squeezes what is repeated', 'soooooo 啊啊啊啊啊 !!!!!', 'soo 啊啊 !!'],
    ['leaves repeated digits alone', '10000', '10000'],
  ])('%s', (_, given, expected) => {
    expect(normalizeForFeatures(given)).toBe(expected);
  });

  it('gives angry faces one mark, whatever their skin or number', () => {
    expect(normalizeForFeatures('😡')).toBe(normalizeForFeatures('🤬'));
    expect(normalizeForFeatures('👍🏽')).toBe(normalizeForFeatures('👍'));
    expect(normalizeForFeatures('😡')).not.toBe(normalizeForFeatures('👍'));
  });
});

it('simplifies character by character and leaves the rest', () => {
  expect(toSimplified('臺灣 XB12 乜嘢 收到')).toBe('台湾 XB12 乜嘢 收到');
});
