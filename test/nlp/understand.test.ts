import { beforeAll, describe, expect, it } from 'vitest';
import { createOwnNumber } from '../../core/ownNumber.ts';
import type { Intent, Locale } from '../../core/types.ts';
import { readExamples } from '../../nlp/corpus.ts';
import { judge, measure, splitByLocale } from '../../nlp/evaluate.ts';
import type { Understander } from '../../nlp/index.ts';
import { openUnderstander, UNSEEN } from './trainedModel.ts';

let understander: Understander;
beforeAll(async () => {
  understander = openUnderstander();
});

const read = (text: string, locale: Locale = 'zh-Hans') => understander.understand(text, { locale });
const NUMBER = createOwnNumber('00000001234');

describe('understand', () => {
  it.each<readonly [string, Locale, Intent]>([
    [`帮我查一下${NUMBER}到哪了`, 'zh-Hans', 'track_shipment'],
    [`${NUMBER} 而家去到邊`, 'zh-Hant', 'track_shipment'],
    [`can you check where ${NUMBER} is`, 'en', 'track_shipment'],
    ['我要退货，麻烦给我一张退货面单', 'zh-Hans', 'return_label'],
    ['我想退貨，請問怎麼拿退貨單', 'zh-Hant', 'return_label'],
    ['I want to return this, please send me a return label', 'en', 'return_label'],
    ['给我开张电子发票', 'zh-Hans', 'invoice'],
    ['運費怎麼計算呢', 'zh-Hant', 'price_quote'],
    ['how much does it cost to send 2 kg to Paris', 'en', 'price_quote'],
  ])('%s', (text, locale, intent) => {
    expect(read(text, locale)).toMatchObject({ intent, locale, decision: 'act' });
  });

  it.each<readonly [string, Locale, string]>([
    ['快递员骂我，态度太差了，我要投诉', 'zh-Hans', 'service_attitude'],
    ['東西破掉了，我要客訴', 'zh-Hant', 'damage'],
    ['I was charged twice, this is wrong and I want to complain', 'en', 'fee_dispute'],
  ])('gives the complaint %s its category', (text, locale, category) => {
    expect(read(text, locale)).toMatchObject({ intent: 'complaint', category });
  });

  it('asks for a person only when that is asked', () => {
    for (const text of ['转人工', '我要人工客服', '請轉真人', 'agent', 'human please']) expect(read(text).intent).toBe('human_agent');
    for (const text of ['不用转人工了', '先不要转人工', '不需要轉真人了']) expect(read(text).intent).not.toBe('human_agent');
  });

  it('minds a negation', () => {
    expect(read('我不是要退货，是想改一下送货地址').intent).toBe('change_delivery');
    expect(read('不是要退貨，我要改送貨地址', 'zh-Hant').intent).toBe('change_delivery');
  });

  it('takes a bare tracking number for a question where it is', () => {
    const { intent, confidence, entities, numbers } = read(NUMBER);
    expect({ intent, confidence }).toEqual({ intent: 'track_shipment', confidence: 0.99 });
    expect(entities).toEqual([{ type: 'tracking_number', value: NUMBER, start: 0, end: 14 }]);
    expect(numbers).toHaveLength(1);
  });

  it('reads the same meaning whatever the number', () => {
    const [one, other] = ['00000001234', '98765432101'].map((serial) => read(`${createOwnNumber(serial)} 怎么还没到`));
    expect(one?.ranking).toEqual(other?.ranking);
  });

  it('gives offsets into the text as it was sent', () => {
    const text = `  \u0000 单号是 ${NUMBER} 麻烦查查`;
    const [entity] = read(text).entities;
    expect(text.slice(entity?.start, entity?.end)).toBe(NUMBER);
  });

  it('reads the ask at the end of a long story', () => {
    const story = `${'上个月我在你们网点寄了一箱书给我外甥，他在外地读书。'.repeat(200)}现在请给我开一张电子发票，公司抬头。`;
    expect(story.length).toBeGreaterThan(4000);
    expect(() => read(story)).not.toThrow();
    expect(read(`${'我上周寄了一箱书。'.repeat(180)}请给我开一张电子发票，发票抬头写公司。`).ranking.map(({ intent }) => intent)).toContain(
      'invoice',
    );
  });

  it.each([[''], ['   '], ['\u0000'], ['。。。']])('does not pretend to understand %j', (text) => {
    expect(read(text)).toMatchObject({ decision: 'fallback', confidence: 0 });
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['lone surrogates', '\ud83d\ude00\ud83d 包裹 \ude00'],
    ['5,000 emoji', '😡'.repeat(5000)],
    ['a megabyte', '快递'.repeat(500_000)],
    ['a megabyte of digits', '1'.repeat(1_000_000)],
    ['a name of Object', '__proto__ constructor toString'],
    ['private-use characters', '\ue000\ue001'],
    ['a bidi override', '\u202eabc'],
    ['one long word', 'x'.repeat(100_000)],
  ])('survives %s', (_, text) => {
    const result = read(text);
    expect(result.text.length).toBeLessThanOrEqual(4000);
    expect(result.text).not.toMatch(/\u0000|[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

// The aims of the product, on sentences that nobody looked at when writing training text or choosing settings.
describe('the unseen set', () => {
  it.each<readonly [Locale, number]>([
    ['zh-Hans', 0.88],
    ['zh-Hant', 0.86],
    ['en', 0.88],
  ])('is understood in %s', (locale, least) => {
    const figures = measure(
      judge(
        understander,
        readExamples(UNSEEN).filter((each) => each.locale === locale),
      ),
    );
    expect(figures.accuracy).toBeGreaterThanOrEqual(least);
  });

  it('is seldom acted on wrongly', () => {
    const all = splitByLocale(judge(understander, readExamples(UNSEEN))).at(-1)?.[1] ?? [];
    const figures = measure(all);
    // Over all languages: with some forty lines each, one line would be two and a half points.
    expect(figures.outOfScopeRecall).toBeGreaterThanOrEqual(0.8);
    expect(figures.inScopeRefused).toBeLessThanOrEqual(0.05);
    expect(figures.coverage).toBeGreaterThanOrEqual(0.8);
    expect(figures.acceptedWrong).toBeLessThanOrEqual(0.04);
    expect(figures.categoryAccuracy).toBeGreaterThanOrEqual(0.92);
    expect(figures.localeRight).toBeGreaterThanOrEqual(0.99);
  });
});
