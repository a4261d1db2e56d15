import { describe, expect, it } from 'vitest';
import { speaksOf } from '../../../rules/shipments/parties.ts';

const SHOP = { name: '顾明远', phone: '+8613912340573' };
const LI = { name: '李晓红', phone: '+8613700009264' };
const EMMA = { name: 'Emma Stone', phone: '+447700900573' };

describe('a text speaks of a party', () => {
  it.each([
    ...[
      '寄件人电话139-1234-0573',
      '尾号0573',
      '尾号０５７３',
      '末四码：0-5-7-3',
      '后四位零五七三',
      '后四位〇伍柒叁',
      '零伍7三',
      '电话***0573已揽收',
    ],
    ...['last four zero five seven three', 'ends in oh five seventy-three', 'sender 0573', 'Last four: 05 73', '尾號 ٠٥٧٣'],
    ...['已由顾明远交寄', '已由顧明遠交寄', '寄件人 顾 明 远', 'Collected from Gu Mingyuan', 'Shipper MINGYUAN GU'],
  ])('by digits or name: %s', (text) => {
    expect(speaksOf(text, SHOP)).toBe(true);
    expect(speaksOf(text, LI)).toBe(false);
  });

  it.each([
    'ends nine two six four',
    'ninety-two sixty-four',
    '九千二百六十四',
    '92 hundred and 64',
    '玖贰陆肆',
    '晓红·李',
    'double nine 246',
  ])('or does not: %s', (text) => {
    expect(speaksOf(text, SHOP)).toBe(false);
    expect(speaksOf(text, LI)).toBe(!/double/.test(text));
  });

  it.each(['Picked up from Emma', 'Sender: STONE, E.', 'emma stone, +44 7700 900 573', 'five-seven-three? oh five seven three'])(
    'by any part of a Latin name: %s',
    (text) => {
      expect(speaksOf(text, EMMA)).toBe(true);
    },
  );

  it.each([
    '快件已到达【杭州转运中心】',
    'Arrived at Stonehenge',
    '2026-11-28 08:30 已揽收',
    'Departed facility',
    '电话 138****0000',
    '已发出',
  ])('is silent: %s', (text) => {
    for (const party of [SHOP, LI, EMMA]) expect(speaksOf(text, party)).toBe(false);
  });

  it('a company is known by its whole name alone, and nobody by nothing', () => {
    const shop = { name: 'Hangzhou Blue Trading Co., Ltd', phone: '' };
    expect(speaksOf('Arrived at Hangzhou, blue bag', shop)).toBe(false);
    expect(speaksOf('Collected from HANGZHOU BLUE TRADING CO., LTD', shop)).toBe(true);
    expect(speaksOf('0000 已揽收', { name: '', phone: '' })).toBe(false);
  });
});
