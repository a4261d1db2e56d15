import { expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import { findAmounts } from '../../nlp/amounts.ts';

it.each<readonly [string, Locale, string]>([
  ['¥199', 'zh-Hans', 'CNY 199.00'],
  ['￥1,299.50', 'zh-Hans', 'CNY 1299.50'],
  ['199元', 'zh-Hans', 'CNY 199.00'],
  ['一百五十块', 'zh-Hans', 'CNY 150.00'],
  ['一千二百块钱', 'zh-Hans', 'CNY 1200.00'],
  ['三块五', 'zh-Hans', 'CNY 3.50'],
  ['3块5毛', 'zh-Hans', 'CNY 3.50'],
  ['1.5万元', 'zh-Hans', 'CNY 15000.00'],
  ['2千', 'zh-Hans', '2000.00'],
  ['三千八', 'zh-Hans', '3800.00'],
  ['要你们赔三千零八十元', 'zh-Hans', 'CNY 3080.00'],
  ['NT$500', 'zh-Hant', 'TWD 500.00'],
  ['五百台幣', 'zh-Hant', 'TWD 500.00'],
  ['HK$20', 'zh-Hant', 'HKD 20.00'],
  ['20蚊', 'zh-Hant', 'HKD 20.00'],
  // Hong Kong's, Macau's or Taiwan's: the words do not say.
  ['500元', 'zh-Hant', '500.00'],
  ['US$5.50', 'en', 'USD 5.50'],
  ['fifty dollars', 'en', 'USD 50.00'],
  ['two hundred and fifty yuan', 'en', 'CNY 250.00'],
  ['50 cents', 'en', 'USD 0.50'],
  // Yen have no smaller unit, nor have won and dong.
  ['3000日元', 'zh-Hans', 'JPY 3000'],
  ['5000韩元', 'zh-Hans', 'KRW 5000'],
  ['二百泰銖', 'zh-Hant', 'THB 200.00'],
  ['5 swiss francs', 'en', 'CHF 5.00'],
  ['99 Australian dollars', 'en', 'AUD 99.00'],
])('reads %s', (text, locale, value) => expect(findAmounts(text, locale).map((amount) => amount.value)).toEqual([value]));

it('counts in the smallest unit and says where it stands', () => {
  const text = '运费15块，赔偿￥3.05';
  expect(findAmounts(text, 'zh-Hans')).toMatchObject([
    { minorUnits: 1500, currency: 'CNY', start: 2, end: 5 },
    { minorUnits: 305, start: text.indexOf('￥'), end: text.length },
  ]);
});

it.each(['', '2千克', '三千件', '第一千', '20公斤', '寄了5块石头', '2026年', '12345678901', '1'.repeat(5000)])(
  'finds none in %s',
  (text) => {
    expect(findAmounts(text, 'zh-Hans')).toEqual([]);
  },
);
