import { describe, expect, it } from 'vitest';
import { tellOnTheMap } from '../../../core/places.ts';
import { LOCALES } from '../../../core/types.ts';
import { ATTEMPTS } from '../../../rules/shipments/phrases/attempts.ts';
import { CUSTOMS } from '../../../rules/shipments/phrases/customs.ts';
import { DOOR } from '../../../rules/shipments/phrases/door.ts';
import { isOfTheWay } from '../../../rules/shipments/phrases/ofTheWay.ts';
import { RETURNING } from '../../../rules/shipments/phrases/returning.ts';
import { tellSignerToOthers } from '../../../rules/shipments/phrases/signers.ts';
import { TROUBLE } from '../../../rules/shipments/phrases/trouble.ts';
import { WAITING } from '../../../rules/shipments/phrases/waiting.ts';
import { WAY } from '../../../rules/shipments/phrases/way.ts';

/** What stands in no table of places and may be anybody's: people, streets, homes, codes in letters and numerals of three kinds. */
const SECRETS =
  '欧阳慧珍|王小明|司马静宜|吳美玲|翠苑|翠苑小区|翠苑一区|翠苑东区|文三路|长河街道|KXQZ|八三七二一九|壹叁捌零|芝麻开门|Ouyang|Huizhen Ouyang|Mary Waters|Wensan Road|Open Sesame|eight three seven two|BRAVO|12B'.split(
    '|',
  );
const WAYS = [
  ...['已到达【{}】', '快件已到达{}转运中心', '已到达{}网点', '【{}】已发出', '快件离开【杭州{}网点】', '【杭州转运中心({})】已发出', '{}'],
  ...[
    '感谢您，{}',
    '谢谢{}',
    '{}物流 快件已到达',
    '已从【{}】发出，发往【杭州】',
    '发往{}',
    '航班已到达{}',
    '[{}] in transit',
    'sent to {}',
  ],
  ...['Arrived at {}', 'Arrived at {} hub', 'Departed {}', 'in transit to {}', 'shipping information sent to {}', 'thank you for {}'],
  ...[
    'at the local {} facility',
    'Arrived at facility, {}',
    'Arrived at Paris, {}',
    'Sorted at {}',
    '已到达【杭州转运中心】（{}）',
    '{}，已发出',
  ],
];

describe('what a party that is not the recipient reads', () => {
  it('holds nothing in the place of a place that is on no map', () => {
    const texts = SECRETS.flatMap((secret) => WAYS.map((way) => way.replace('{}', secret)));
    expect(texts.filter(isOfTheWay)).toEqual([]);
  });

  it.each([
    ...['道路封闭，快件暂缓', '天气原因延误', '海关查验', '已揽收', '运输中', '顺丰速运 已收取快件', 'In transit', 'Arrived at Hub'],
    ...['2026-11-21 08:30 已到达【佛山集散中心】', '已到达【宁波转运中心】', '快件离开【深圳宝安分拨中心】，已发往【上海虹桥转运中心】'],
    ...[
      '已到达【成都双流国际机场】',
      '已到达【江苏省无锡市江阴市】',
      '貨件已抵達 板橋站',
      '快件已到达【绍兴柯桥网点】',
      '已到达【南昌进贤县】',
    ],
    ...['Arrived at facility, LOS ANGELES CA US', 'Arrived at Memphis, TN', 'Departed Leipzig Hub', 'Arrived at London Heathrow Airport'],
    ...['【成都市】成都武侯营业部 已收件', '【合肥总集散中心】完成分拣，准备发往【西安总集散中心】', '貨件已到銅鑼灣營業點'],
    ...['快件已移交顺丰速运派送', '快件已交由韵达快递承运', '地址不清，正联系收件人中', '地址錯誤，聯絡客戶中'],
    ...[
      'Arrived at processing facility, Wuhan',
      'Departed sorting center',
      'Processed through facility SHENZHEN, CN',
      'Collected by our driver',
    ],
  ])('is all of what is of the way: %s', (text) => {
    expect(isOfTheWay(text)).toBe(true);
  });

  it.each([
    ...['【成都市】成都文三路营业部 已收件', '【合肥王总集散中心】完成分拣', '快件已移交王小明派送', '地址文三路88号，联系收件人中'],
    ...[
      'Processed through facility MARY WATERS, CN',
      'Collected by Anna',
      'Picked up by courier Anna Li',
      'Arrived at sorting facility, Rose Lane',
    ],
  ])('nor anything like it with somebody in it: %s', (text) => {
    expect(isOfTheWay(text)).toBe(false);
  });

  it('no phrase takes words that nobody has listed but in a slot', () => {
    for (const { shapes } of [...WAY, ...DOOR, ...WAITING, ...ATTEMPTS, ...CUSTOMS, ...TROUBLE, ...RETURNING])
      for (const shape of shapes) expect(shape).not.toMatch(/\\[wpWS]|\[a-z|\[\^|(?<!\\)\.[*+{]/);
  });
});

describe('a city', () => {
  it.each(SECRETS)('is none on the map: %s', (name) => {
    for (const locale of LOCALES) expect(tellOnTheMap(name, locale)).toBeUndefined();
  });

  it.each([
    ['浙江省杭州市余杭区', '浙江杭州余杭', '浙江杭州余杭', 'Hangzhou Yuhang'],
    ['臺中市西屯區', '台中西屯', '台中西屯', 'Taichung Xitun'],
    ['昆山市', '昆山', '崑山', 'Kunshan'],
    ['Zürich', 'Zürich', 'Zürich', 'Zürich'],
    ['Portland', 'Portland', 'Portland', 'Portland'],
    ['Kuala Lumpur', '吉隆坡', '吉隆坡', 'Kuala Lumpur'],
    ['Memphis, TN', 'Memphis, TN', 'Memphis, TN', 'Memphis, TN'],
  ])('is told as it is called: %s', (name, ...told) => {
    expect(LOCALES.map((locale) => tellOnTheMap(name, locale)?.replace(/[区區]$/, ''))).toEqual(told);
  });
});

it('a signer who bears no surname is no name', () => {
  expect(['取件码', '柜号3', '周小川', '欧阳慧珍', 'Mary Waters'].map((who) => tellSignerToOthers(who, 'en'))).toEqual([
    ...[undefined, undefined, '周*', expect.stringMatching(/^欧阳?\*/)],
    'M*** W***',
  ]);
});
