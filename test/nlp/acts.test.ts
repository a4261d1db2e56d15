import { describe, expect, it } from 'vitest';
import { readCases } from '../../bench/reading.ts';
import type { Act, Asked } from '../../core/acts.ts';
import { ASKED } from '../../core/acts.ts';
import type { Locale } from '../../core/types.ts';
import { parseActLines, readActLines } from '../../nlp/acts/corpus.ts';
import { readActs } from '../../nlp/acts/read.ts';
import { loadActs } from '../../nlp/acts/store.ts';
import { openUnderstander } from './trainedModel.ts';

const model = loadActs('dist/nlp-model');
const understander = openUnderstander();
const read = (asked: Asked, text: string, locale: Locale = 'zh-Hans') => readActs(model, understander.understand(text, { locale }), asked);

describe('what a message does in the light of the open question', () => {
  it.each<readonly [Asked, string, Locale, Act, Act | undefined]>([
    ['offer', '我接受，谢谢你们', 'zh-Hans', 'accept', undefined],
    ['offer', '这点钱谁接受得了啊', 'zh-Hans', 'decline', 'accept'],
    ['offer', '再加五十我就同意', 'zh-Hans', 'condition', 'accept'],
    ['offer', '如果明天就到帳我先接受', 'zh-Hant', 'condition', 'accept'],
    ['offer', 'go on then, that will do', 'en', 'accept', undefined],
    ['offer', 'is that a joke', 'en', 'decline', 'accept'],
    ['offer', 'what does accepting mean for my claim?', 'en', 'ask', 'accept'],
    ['satisfied', '满意个头，钱都没收到', 'zh-Hans', 'deny', 'affirm'],
    ['yes_no', '好啊 幫我登記', 'zh-Hant', 'affirm', 'deny'],
    ['yes_no', '不用登记了', 'zh-Hans', 'deny', 'affirm'],
    ['tracking_number', '单号丢了找不到', 'zh-Hans', 'unknown', 'give'],
    ['phone', '唔想留電話', 'zh-Hant', 'skip', 'give'],
    ['files', '等我回家再拍给你', 'zh-Hans', 'defer', 'deny'],
    ['story', '快递员动手打了我妈，她现在头还在流血', 'zh-Hans', 'danger', undefined],
    ['story', 'nobody was hurt, only the vase is broken', 'en', 'tell', 'danger'],
  ])('%s: %s', (asked, text, locale, does, doesNot) => {
    const { acts } = read(asked, text, locale);
    expect(acts).toContain(does);
    if (doesNot) expect(acts).not.toContain(doesNot);
  });

  it('brings what was asked for', () => {
    expect(read('last_four', '尾号 4821').value).toBe('4821');
    expect(read('amount', '一千二买的').value).toBe('1200');
    expect(read('wish', '跟我道个歉就行').value).toBe('apology');
  });

  it('reads anything without a fault, and always something', () => {
    for (const asked of ASKED)
      for (const text of ['', ' ', '\ud800', '🙃'.repeat(500), '啊'.repeat(4000), '\u0000', 'a'.repeat(4000)])
        expect(read(asked, text).acts.length).toBeGreaterThan(0);
  });

  it('is right about most messages that nobody saw who taught it, and hardly ever binds who did not mean it', () => {
    const cases = readCases();
    const reads = cases.map(({ asked, text, locale }) => read(asked, text, locale).acts);
    const exact = cases.filter(({ acts }, at) => acts.length === reads[at]?.length && acts.every((act) => reads[at]?.includes(act)));
    expect(exact.length / cases.length).toBeGreaterThan(0.76);
    const binding = cases.filter(({ acts }, at) =>
      (['affirm', 'accept', 'cancel'] as const).some((act) => reads[at]?.includes(act) && !acts.includes(act)),
    );
    expect(binding.length / cases.length).toBeLessThan(0.008);
  });
});

describe('its lines', () => {
  it('name acts, one tab and a message, or are refused with file and line', () => {
    expect(parseActLines('give=1008 thank\t1008 谢谢\n// a note\n', 'last_four.zh-Hans.txt')).toEqual([
      { asked: 'last_four', text: '1008 谢谢', acts: ['give', 'thank'], value: '1008' },
    ]);
    expect(() => parseActLines('agree\tok', 'offer.en.txt')).toThrow('offer.en.txt:1: "agree" is no act');
    expect(() => parseActLines('accept ok', 'offer.en.txt')).toThrow('offer.en.txt:1: needs acts');
    expect(() => parseActLines('accept\tok', 'deal.en.txt')).toThrow('no kind of open question');
  });

  it('are none of those that are measured on', () => {
    const plain = (text: string): string => text.replace(/[\s\p{P}]/gu, '').toLowerCase();
    const lines = new Set(readActLines('nlp/acts/lines').map(({ asked, text }) => `${asked} ${plain(text)}`));
    const same = readCases().filter(({ asked, text }) => lines.has(`${asked} ${plain(text)}`));
    // Plain short answers are the same from everybody.
    expect(same.filter(({ text }) => plain(text).length > 24)).toEqual([]);
  });
});
