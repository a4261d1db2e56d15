import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/types.ts';
import { detectLocale } from '../../nlp/language.ts';
import { ENTITY_MARKS } from '../../nlp/numbers/entities.ts';

const NUMBER = ENTITY_MARKS.tracking_number;
type Row = readonly [text: string, session: Locale | undefined, expected: Locale];

describe('detectLocale', () => {
  it.each<Row>([
    ['我的快递怎么还没到', 'zh-Hant', 'zh-Hans'],
    ['我的包裹還沒到', 'zh-Hans', 'zh-Hant'],
    ['件嘢喺邊呀', 'zh-Hans', 'zh-Hant'],
    ['唔該晒', 'en', 'zh-Hant'],
    ['My parcel has not arrived yet', 'zh-Hans', 'en'],
    ['where is my order', 'zh-Hant', 'en'],
  ])('follows the script of %s', (text, session, expected) => {
    expect(detectLocale(text, session)).toBe(expected);
  });

  it.each<Row>([
    ['查件', 'zh-Hant', 'zh-Hant'],
    ['查件', 'zh-Hans', 'zh-Hans'],
    ['查件', 'en', 'zh-Hans'],
    [` ${NUMBER} `, 'en', 'en'],
    [` ${NUMBER} `, 'zh-Hant', 'zh-Hant'],
    ['12345', undefined, 'zh-Hans'],
    ['', 'en', 'en'],
    ...['ok', 'OK!', 'hi', 'Hello', 'thanks', 'bye', 'DHL', 'sf', 'kd'].map((text): Row => [text, 'zh-Hans', 'zh-Hans']),
    ['ok', undefined, 'en'],
  ])('lets the conversation decide on %j', (text, session, expected) => {
    expect(detectLocale(text, session)).toBe(expected);
  });

  it.each<Row>([
    ['请帮我check一下order status', 'zh-Hans', 'zh-Hans'],
    ['個tracking撳唔到入去', 'en', 'zh-Hant'],
    ['please send it to my office in 上海 before Friday', 'zh-Hans', 'en'],
  ])('takes mixed text %s by what carries it', (text, session, expected) => {
    expect(detectLocale(text, session)).toBe(expected);
  });

  it.each([['荷物はどこですか'], ['제 소포가 어디에 있나요'], ['Где моя посылка'], ['¿Dónde está mi paquete?'], ['พัสดุของฉันอยู่ที่ไหน']])(
    'stays in the language of the conversation for %s',
    (text) => {
      expect(detectLocale(text, 'zh-Hant')).toBe('zh-Hant');
      expect(detectLocale(text, 'en')).toBe('en');
    },
  );
});
