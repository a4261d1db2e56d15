import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import type { GivenSum } from '../../core/values.ts';
import { chooseSum, chooseWorth } from '../../nlp/values/choose.ts';
import { findSums } from '../../nlp/values/sums.ts';

const shown = ({ amount, currency, isDollar, exactness }: GivenSum): string =>
  [currency ?? (isDollar ? '$' : ''), String(amount), exactness === 'exact' ? '' : exactness].filter(Boolean).join(' ');
/** The sum an answer gives. */
const answer = (text: string, locale: Locale = 'zh-Hans', country?: string): string => {
  const sum = chooseSum(findSums(text, { locale, country }));
  return sum ? shown(sum) : 'none';
};
/** What a story tells of the worth. */
const worth = (text: string, locale: Locale = 'zh-Hans'): string => {
  const sum = chooseWorth(findSums(text, { locale }));
  return sum ? shown(sum) : 'none';
};

describe('a sum with its currency', () => {
  it.each<readonly [string, Locale, string]>([
    ['¥199', 'zh-Hans', 'CNY 199'],
    ['￥1,299.50', 'zh-Hans', 'CNY 1299.5'],
    ['199元', 'zh-Hans', 'CNY 199'],
    ['一百五十块', 'zh-Hans', 'CNY 150'],
    ['一千二百块钱', 'zh-Hans', 'CNY 1200'],
    ['三块五', 'zh-Hans', 'CNY 3.5'],
    ['3块5毛', 'zh-Hans', 'CNY 3.5'],
    ['1.5万元', 'zh-Hans', 'CNY 15000'],
    ['2千', 'zh-Hans', '2000'],
    ['三千八', 'zh-Hans', '3800'],
    ['要你们赔三千零八十元', 'zh-Hans', 'CNY 3080'],
    ['NT$500', 'zh-Hant', 'TWD 500'],
    ['五百台幣', 'zh-Hant', 'TWD 500'],
    ['HK$20', 'zh-Hant', 'HKD 20'],
    ['20蚊', 'zh-Hant', 'HKD 20'],
    ['500元', 'zh-Hant', '500'],
    ['US$5.50', 'en', 'USD 5.5'],
    ['fifty dollars', 'en', 'USD 50'],
    ['two hundred and fifty yuan', 'en', 'CNY 250'],
    ['50 cents', 'en', 'USD 0.5'],
    ['3000日元', 'zh-Hans', 'JPY 3000'],
    ['5000韩元', 'zh-Hans', 'KRW 5000'],
    ['二百泰銖', 'zh-Hant', 'THB 200'],
    ['5 swiss francs', 'en', 'CHF 5'],
    ['99 Australian dollars', 'en', 'AUD 99'],
    ['2.5万港币', 'zh-Hans', 'HKD 25000'],
    ['AU$75', 'en', 'AUD 75'],
    ['350歐元', 'zh-Hant', 'EUR 350'],
    ['2.750,50 EUR', 'en', 'EUR 2750.5'],
    ['CHF 1’250.00', 'en', 'CHF 1250'],
    ['12 500 JPY', 'en', 'JPY 12500'],
    ['two grand sterling', 'en', 'GBP 2000'],
    ['十五蚊半', 'zh-Hant', 'HKD 15.5'],
    ['萬八蚊', 'zh-Hant', 'HKD 18000'],
    ['兩舊水', 'zh-Hant', 'HKD 200'],
    ['8嚿水', 'zh-Hant', 'HKD 800'],
    ['人民币叁仟肆佰元整', 'zh-Hans', 'CNY 3400'],
    ['新台幣參仟陸佰元整', 'zh-Hant', 'TWD 3600'],
    ['2万6000块', 'zh-Hans', 'CNY 26000'],
    ['3.6w', 'zh-Hans', '36000'],
    ['8百', 'zh-Hans', '800'],
    ['99p', 'en', 'GBP 0.99'],
  ])('%s', (text, locale, sum) => expect(answer(text, locale)).toBe(sum));

  it.each([
    ['$60', 'HK', 'HKD 60'],
    ['六十元', 'TW', 'TWD 60'],
    ['60 dollars', 'SG', 'SGD 60'],
    ['60元', 'CN', 'CNY 60'],
  ])('%s is of the customer’s country %s: %s', (text, country, sum) => expect(answer(text, 'zh-Hant', country)).toBe(sum));
});

describe('a sum that is not exact', () => {
  it.each<readonly [string, Locale, string]>([
    ['四十几万', 'zh-Hans', '400000 vague'],
    ['66元/个，共4个', 'zh-Hans', 'CNY 66 vague'],
    ['45块一双', 'zh-Hans', 'CNY 45 vague'],
    ['$15/pc, 6 pcs', 'en', 'USD 15 vague'],
    ['几千块', 'zh-Hans', 'CNY 1000 vague'],
    ['三百多', 'zh-Hans', '300 vague'],
    ['六七百块', 'zh-Hans', 'CNY 600 vague'],
    ['800到1000元', 'zh-Hans', 'CNY 800 vague'],
    ['between £40 and £60', 'en', 'GBP 40 vague'],
    ['150-180', 'en', '150 vague'],
    ['不到两千', 'zh-Hans', '2000 vague'],
    ['百幾蚊', 'zh-Hant', 'HKD 100 vague'],
    ['成萬蚊', 'zh-Hant', 'HKD 10000 vague'],
    ['a few hundred quid', 'en', 'GBP 100 vague'],
    ['over $500', 'en', 'USD 500 vague'],
    ['大概700', 'zh-Hans', '700 estimate'],
    ['小两千', 'zh-Hans', '2000 estimate'],
    ['千八百块', 'zh-Hans', 'CNY 1800 estimate'],
    ['NT$2500左右', 'zh-Hant', 'TWD 2500 estimate'],
    ['around 90 euros', 'en', 'EUR 90 estimate'],
    // Which of them, nobody says.
    ['裤子120 鞋子260', 'zh-Hans', '120 vague'],
    ['每个35块', 'zh-Hans', 'CNY 35 vague'],
  ])('%s', (text, locale, sum) => expect(answer(text, locale)).toBe(sum));
});

describe('of several sums the one that counts', () => {
  it.each<readonly [string, Locale, string]>([
    ['520，不对，是350', 'zh-Hans', '350'],
    ['不是300块 是340', 'zh-Hans', 'CNY 340'],
    ['九百蚊，唔係，一千一', 'zh-Hant', 'HKD 1100'],
    ['$75 — sorry, $57', 'en', 'USD 57'],
    ['it was not 90 but actually 95', 'en', '95'],
    ['一条88 记错了 一条68', 'zh-Hans', '68'],
    ['鞋200裤子100，总共300块', 'zh-Hans', 'CNY 300'],
    ['40 for the lamp and 25 for the bulb, 65 altogether', 'en', '65'],
    ['运费22，东西值610', 'zh-Hans', '610'],
    ['£15 shipping, the vase was £140', 'en', 'GBP 140'],
    ['保价300，买的时候1280', 'zh-Hans', '1280'],
    ['去年10月买的，750', 'zh-Hans', '750'],
    ['6.18买的 219', 'zh-Hans', '219'],
  ])('%s', (text, locale, sum) => expect(answer(text, locale)).toBe(sum));
});

describe('no sum', () => {
  it.each<readonly [string, Locale]>([
    ...(['', '2千克', '三千件', '第一千', '20公斤', '寄了5块石头', '2026年', '12345678901', '1'.repeat(5000), '0元'] as const).map(
      (text) => [text, 'zh-Hans'] as const,
    ),
    ...(['买的4个盘子碎了', '等了5天', '下午3点', '2026-11-28', '11月25号', '打8折', '两位师傅', '千万小心', '我在12栋301'] as const).map(
      (text) => [text, 'zh-Hans'] as const,
    ),
    ...(
      ['it took 3 weeks', '6 glasses', 'room 12', 'iPhone 16', 'at 14:30', 'since 2019', '2 of them', '5 pounds of rice', '10%'] as const
    ).map((text) => [text, 'en'] as const),
    ...(['遲咗3日', '第二件', '兩個禮拜', '五點半'] as const).map((text) => [text, 'zh-Hant'] as const),
  ])('in %s', (text, locale) => expect(answer(text, locale)).toBe('none'));
});

it('takes from a story only what is called money or worth', () => {
  expect(worth('里面的相机值3200，等了12天，4个人都来看过')).toBe('3200');
  expect(worth('我的手机5600块被你们弄碎了，运费18块')).toBe('CNY 5600');
  expect(worth('要求赔偿800元')).toBe('none');
  expect(worth('订单里有3件 一共15斤')).toBe('none');
  expect(worth('bought for £85, arrived in 2 pieces', 'en')).toBe('GBP 85');
});

it('says where a sum stands and what it is of', () => {
  const text = '运费15块，赔偿￥3.05，价值一百';
  expect(findSums(text, { locale: 'zh-Hans' }).sums).toMatchObject([
    { amount: 15, of: 'fee', start: 2, end: 5 },
    { amount: 3.05, of: 'demand', start: text.indexOf('￥'), end: text.indexOf('￥') + 5 },
    { amount: 100, of: 'goods', isBare: true, end: text.length },
  ]);
});

it('reads a long text in proportion to it', () => {
  const times = [2000, 4000].map((length) => {
    const text = '买了3千5，'.repeat(length / 7);
    const started = performance.now();
    for (let n = 0; n < 20; n += 1) findSums(text, { locale: 'zh-Hans' });
    return performance.now() - started;
  });
  expect((times[1] ?? 0) / (times[0] ?? 1)).toBeLessThan(4);
});
