import { describe, expect, it } from 'vitest';
import { findEmails, findPhones } from '../../nlp/numbers/contacts.ts';
import { ENTITY_MARKS, findEntities, maskEntities } from '../../nlp/numbers/entities.ts';
import { findNumbers } from '../../nlp/numbers/extract.ts';
import { DEMO_OWN_FORMAT } from '../../nlp/numbers/formats/own.ts';
import { findOrderNumbers, findTicketNumbers } from '../../nlp/numbers/references.ts';

const own = DEMO_OWN_FORMAT;
const numbersIn = (text: string) => findNumbers(text, own);
const normalizedIn = (text: string) => numbersIn(text).map(({ normalized }) => normalized);
const entitiesIn = (text: string) => findEntities(text, own).entities.map(({ type, value }) => `${type} ${value}`);

describe('finding numbers in text', () => {
  it('reads full-width, lower-case, spaced and hyphenated writing', () => {
    for (const written of [
      'ＸＢ１２３４５６７８９０１２',
      'xb123456789012',
      'XB 1234 5678 9012',
      'XB-1234-5678-9012',
      'X B 1 2 3 4 5 6 7 8 9 0 1 2',
    ]) {
      expect(numbersIn(`包裹${written}还没到`), written).toMatchObject([
        { raw: written, normalized: 'XB123456789012', start: 2, end: 2 + written.length, candidates: [{ carrier: 'own' }] },
      ]);
    }
  });

  it('keeps offsets into the original where folding would change lengths', () => {
    const text = '㎏½ß👩‍👩‍👧 XB123456\u200b789012\u200f 𝟏';
    const [found] = numbersIn(text);
    expect(found?.normalized).toBe('XB123456789012');
    expect(text.slice(found?.start, found?.end)).toBe('XB123456\u200b789012');
  });

  it('finds several in one message', () => {
    expect(normalizedIn('SF1234567890123 JT1234567890123、XB123456789012/EE123456785CN\n986578788855,320595463938')).toEqual([
      'SF1234567890123',
      'JT1234567890123',
      'XB123456789012',
      'EE123456785CN',
      '986578788855',
      '320595463938',
    ]);
  });

  it('does not draw the words or digits beside a number into it', () => {
    expect(normalizedIn('is it GM2951173225174494 for me 2 days late')).toEqual(['GM2951173225174494']);
    expect(normalizedIn('XB123456789012 2件')).toEqual(['XB123456789012']);
    expect(normalizedIn('SF1234567890123-1')).toEqual(['SF1234567890123']);
  });

  it.each([
    '地址:杭州市西湖区文三路188号5栋1203室,电话13800138000',
    '请在2026-11-20 10:30之后送,11月21日也行',
    '赔偿 ¥1234567890.00 我不接受,货值1234567890元',
    '身份证号11010519491231002X',
    '加我微信abc123456789',
    '工单 RMA-20261120-0001 怎么样了',
    '订单号 20261120123456 什么时候发货',
    'My order SO-1234567 has 2 items',
    '请拨打400-820-1234',
    '香港電話 +852 9123 4567,台灣手機 0912-345-678',
    '银行卡号6222021234567890123',
    'see https://shop.example/item/60120172242323',
    'my parcel arrived in 2 days and 10 of 12 items were broken',
    '550e8400-e29b-41d4-a716-446655440000',
  ])('finds none in: %s', (text) => expect(numbersIn(text)).toEqual([]));

  it.each([
    ['单号13800138000', 'looks_like_phone', ['phone +8613800138000']],
    ['快递单号是11010519491231002X', 'looks_like_id', []],
    ['tracking number 123-4567890-1234567', 'looks_like_order_no', ['order_number 123-4567890-1234567']],
  ])('says what "%s" looks like instead', (text, problem, entities) => {
    expect(numbersIn(text)).toMatchObject([{ problem, candidates: [] }]);
    expect(entitiesIn(text)).toEqual(entities);
  });

  it('believes a carrier’s letters over the word order', () => {
    expect(entitiesIn('订单号 SF1234567890123')).toEqual(['tracking_number SF1234567890123']);
  });
});

describe('other numbers', () => {
  it.each([
    ['订单号 20261120123456', '20261120123456'],
    ['訂單編號：AB-20261120-77', 'AB-20261120-77'],
    ['order no. 123-4567890-1234567', '123-4567890-1234567'],
    ['my order #10023456 please', '10023456'],
    ['SO-1234567', 'SO-1234567'],
  ])('order number in %s', (text, value) => {
    const [found] = findOrderNumbers(text);
    expect(found).toMatchObject({ type: 'order_number', value });
    expect(text.slice(found?.start, found?.end)).toBe(value);
  });

  it.each(['order 2 boxes', 'in order to send 123456', '订单什么时候到', 'so 1234567'])('no order number in %s', (text) => {
    expect(findOrderNumbers(text)).toEqual([]);
  });

  it('tickets are written one way whatever was typed', () => {
    expect(findTicketNumbers('ｒｍａ 20261120 0001 和cmp-20261120-0002').map(({ value }) => value)).toEqual([
      'RMA-20261120-0001',
      'CMP-20261120-0002',
    ]);
    expect(findTicketNumbers('RMA-2026-0001')).toEqual([]);
  });

  // Numbers of the ranges libphonenumber gives as examples, or invented.
  it.each([
    ['打13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000收', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086-13800138000', '+8613800138000'],
    ['010-62345678', '+861062345678'],
    ['(0571) 87654321', '+8657187654321'],
    ['010-62345678-801', '+861062345678'],
    ['400-820-1234', '+864008201234'],
    ['+852 9123 4567', '+85291234567'],
    ['電話 9123 4567', '+85291234567'],
    ['0912-345-678', '+886912345678'],
    ['(02) 2345-6789', '+886223456789'],
    ['+886 912 345 678', '+886912345678'],
    ['call +1 415 555 2671 2 times', '+14155552671'],
    ['我电话一三八零零零零一二三四', '+8613800001234'],
    ['幺三八 零零零零 幺二三四', '+8613800001234'],
    ['138零零零零1234', '+8613800001234'],
    ['one three eight zero zero zero zero one two three four', '+8613800001234'],
    ['call me on one three eight double zero double zero one two three four please', '+8613800001234'],
    ['张三13800001234', '+8613800001234'],
  ])('phone in %s is %s', (text, value) => expect(findPhones(text).map((phone) => phone.value)).toEqual([value]));

  it('finds a phone in a message that has no digits', () => {
    expect(entitiesIn('我电话一三八零零零零一二三四')).toEqual(['phone +8613800001234']);
  });

  it('a phone inside a longer number or without a word for it is none', () => {
    for (const text of ['SF1380013800012', '1380013800012', '9123 4567']) expect(findPhones(text), text).toEqual([]);
    for (const text of ['一二三四五六七', '我一个人一二三四五六', 'one or two of five']) expect(findPhones(text), text).toEqual([]);
  });

  it('e-mail addresses end where Chinese begins', () => {
    expect(findEmails('邮箱Kevin.L@Example.com谢谢, a@b, @x.com, x@@y.com')).toEqual([
      { type: 'email', value: 'kevin.l@example.com', start: 2, end: 21 },
    ]);
  });
});

describe('entities', () => {
  const text = '单号XB123456789012，订单号20261120123456，电话138 0013 8000，CMP-20261120-0001，a@b.com';

  it('stand in order without overlaps', () => {
    expect(entitiesIn(text)).toEqual([
      'tracking_number XB123456789012',
      'order_number 20261120123456',
      'phone +8613800138000',
      'ticket_number CMP-20261120-0001',
      'email a@b.com',
    ]);
  });

  it('a mobile that is a part of an own number is no phone', () => {
    // From the right 3,1,3…: 3·(0+0+3+0+8+1) + (0+8+1+0+3) = 36 + 12 = 48, to the next ten 2.
    expect(entitiesIn('XB 13800138000 2')).toEqual(['tracking_number XB138001380002']);
  });

  it('become one mark each', () => {
    const { tracking_number, order_number, phone, ticket_number, email } = ENTITY_MARKS;
    expect(maskEntities(text, findEntities(text, own).entities)).toBe(
      `单号 ${tracking_number} ，订单号 ${order_number} ，电话 ${phone} ， ${ticket_number} ， ${email} `,
    );
    expect(maskEntities('你好', [])).toBe('你好');
  });

  it('survive anything pasted, in time that grows with its length', () => {
    const pieces = [
      '1',
      'A',
      '1 ',
      '1-',
      '@',
      'a@',
      '+1 ',
      '\0',
      '\ud800',
      '\u202e1',
      '👩‍👩‍👧1️⃣',
      '订单号',
      'XB123456789013,',
      '13800138000 ',
    ];
    for (const piece of pieces) {
      const started = performance.now();
      findEntities(piece.repeat(100_000 / piece.length), own);
      // Generous: 0.1 s is usual; a quadratic pattern would take minutes.
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(10_000);
    }
    expect(findEntities('', own)).toEqual({ numbers: [], entities: [] });
  });
});
