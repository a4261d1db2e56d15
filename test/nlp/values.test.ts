import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import type { Values } from '../../core/values.ts';
import { findEntities } from '../../nlp/numbers/entities.ts';
import { DEMO_OWN_FORMAT } from '../../nlp/numbers/formats/own.ts';
import { readValues } from '../../nlp/values.ts';

const at = { now: new Date('2026-11-21T12:00:00Z'), timeZone: 'Asia/Shanghai' };
const read = (text: string, locale: Locale = 'zh-Hans', country?: string): Values =>
  readValues(text, { locale, country, at, ...findEntities(text, DEMO_OWN_FORMAT, { locale, country }) });

describe('a sum in Chinese numerals alone', () => {
  it.each([
    ['兩千三', 'HK', 'HKD'],
    ['四千六', 'TW', 'TWD'],
    ['兩千三', undefined, undefined],
  ])('%s of a customer in %s is in %s', (text, country, currency) => expect(read(text, 'zh-Hant', country).sum?.currency).toBe(currency));

  it('is read in capitals', () => expect(read('柒佰捌拾元整').sum?.amount).toBe(780));
});

describe('a phone', () => {
  // Numbers of the ranges that plans keep for examples, or invented.
  it.each<readonly [string, Locale, string | undefined, string]>([
    ['13900002222-8341', 'zh-Hans', undefined, '+8613900002222;ext=8341'],
    ['138.0000.7777', 'zh-Hans', undefined, '+8613800007777'],
    ['0755-88001122转806', 'zh-Hans', undefined, '+8675588001122;ext=806'],
    ['02-8765-4321 分機 55', 'zh-Hant', undefined, '+886287654321;ext=55'],
    ['049-222333', 'zh-Hant', undefined, '+88649222333'],
    ['04-2345-6789', 'zh-Hant', undefined, '+886423456789'],
    ['3456 7890', 'zh-Hant', undefined, '+85234567890'],
    ['3456 7890', 'en', 'HK', '+85234567890'],
    ['8123 4567', 'en', 'SG', '+6581234567'],
    ['020 7946 0123', 'en', undefined, '+442079460123'],
    ['07700 900111', 'en', undefined, '+447700900111'],
    ['0044 7700 900333', 'zh-Hans', undefined, '+447700900333'],
    ['(212) 555-0123', 'en', 'US', '+12125550123'],
    ['03-1234-5678', 'en', 'JP', '+81312345678'],
    ['+886 2 2345 6789 ext 8', 'en', undefined, '+886223456789;ext=8'],
    ['不是13900001111，是13800009999', 'zh-Hans', undefined, '+8613800009999'],
    ['07700 900111, sorry, 07700 900222', 'en', undefined, '+447700900222'],
  ])('%s [%s, %s] is %s', (text, locale, country, phone) => expect(read(text, locale, country).phone?.value).toBe(phone));

  it('says whether its country was written or taken from the customer', () => {
    expect(['+852 3456 7890', '3456 7890', '13900001111'].map((text) => read(text, 'zh-Hant').phone?.isAssumed)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each(['20261128', '1234', 'XB880000000015', '12,500'])('is not %s', (text) => expect(read(text, 'zh-Hant').phone).toBeUndefined());
});

describe('the last four digits', () => {
  it.each<readonly [string, string | undefined]>([
    ['1234', '1234'],
    ['尾号１２３４', '1234'],
    ['后四位是 12 34', '1234'],
    ['一二三四', '1234'],
    ['幺两三四', '1234'],
    ['one two three four', '1234'],
    ['triple oh seven', '0007'],
    ['13900001234', '1234'],
    ['不是1234 是5678', '5678'],
    ['XB880000000015 尾号 4321', '4321'],
    ['订单 7700001112223 手机尾号4321', '4321'],
    ['My phone ends in 4321', '4321'],
    ['12345', undefined],
    ['1234 还是 5678', undefined],
    ['XB000000012348', undefined],
    ['1234元', undefined],
    ['2024年的', undefined],
    ['没有', undefined],
  ])('of %s are %s', (text, digits) => expect(read(text).lastFour).toBe(digits));

  it('are named or only there', () => {
    expect([read('尾號係 4321').namedLastFour, read('it ends with 4321', 'en').namedLastFour, read('4321').namedLastFour]).toEqual([
      '4321',
      '4321',
      undefined,
    ]);
  });
});

describe('an order number, once asked for', () => {
  it.each<readonly [string, string | undefined]>([
    ['7700001112223', '7700001112223'],
    ['so#30417', 'SO#30417'],
    ['TW-ORD-5512', 'TW-ORD-5512'],
    ['A2026X88123', 'A2026X88123'],
    ['订单是 883456 尾号1234', '883456'],
    ['13900001111', undefined],
    ['2026-11-20', undefined],
    ['1500元', undefined],
    ['hello', undefined],
  ])('is in %s %s', (text, order) => expect(read(text).order).toBe(order));
});

it('reads a day where one is named, the last correction of several', () => {
  expect(read('11月25日送').date).toBe('2026-11-25');
  expect(read('不是明天 是后天').date).toBe('2026-11-23');
  expect(read('没有').date).toBeUndefined();
  const { entities, numbers } = findEntities('明天', DEMO_OWN_FORMAT);
  expect(readValues('明天', { locale: 'zh-Hans', entities, numbers }).date).toBeUndefined();
});
