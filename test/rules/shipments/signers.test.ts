import { describe, expect, it } from 'vitest';
import { signerOf, tellLeft, tellSigner, tellSignerToOthers } from '../../../rules/shipments/phrases/signers.ts';

describe('who signed', () => {
  it.each([
    ['本人', '本人', '本人', 'the recipient'],
    ['家属', '家人', '家人', 'a family member'],
    ['岳父代收', '家人', '家人', 'a family member'],
    ['姐姐', '家人', '家人', 'a family member'],
    ['门口', '门口', '門口', 'the front door'],
    ['菜鸟驿站', '菜鸟驿站', '菜鳥驛站', 'the Cainiao pickup station'],
    ['丰巢智能柜', '丰巢柜', '豐巢櫃', 'the Hive Box locker'],
    ['單位收發', '收发室', '收發室', 'the mailroom'],
    ['鄰居', '邻居', '鄰居', 'a neighbour'],
    ['大樓管理員', '物业', '管理處', 'the building office'],
    ['前台代签', '前台', '櫃台', 'reception'],
    ['放門口', '门口', '門口', 'the front door'],
    ['FRONT DOOR', '门口', '門口', 'the front door'],
    ['PORCH', '门廊', '門廊', 'the porch'],
    ['NEIGHBOUR', '邻居', '鄰居', 'a neighbour'],
    ['Security guard', '门卫', '警衛', 'security'],
    ['No signature required', '无需签收', '免簽收', 'no signature needed'],
  ])('%s is told as a role or a place', (given, hans, hant, en) => {
    expect([tellSigner(given, 'zh-Hans'), tellSigner(given, 'zh-Hant'), tellSigner(given, 'en')]).toEqual([hans, hant, en]);
  });

  it.each([
    ['本人（身份证 320102199001011234）', 'the recipient'],
    ['前台 护照E12345678', 'reception'],
    ['SELF / B765432(1)', 'the recipient'],
    ['前台 7856', 'reception'],
    ['物业 七八五六', 'the building office'],
    ['前台 文一西路969号', 'reception'],
  ])('%s keeps the numbers of papers to itself', (given, told) => {
    expect(tellSigner(given, 'en')).toBe(told);
  });

  it.each(['公司前台', 'Security Guard Smith', '楼下小超市', 'Mailroom'])('%s signed: somebody stands there', (given) => {
    expect(tellLeft(given, 'en', true)).toBeUndefined();
  });

  it.each([
    ['周小川', '周*'],
    ['门卫周小川', 'security (周*)'],
    ['物業 王芳', 'the building office (王*)'],
    ['菜鸟驿站陈强', 'the Cainiao pickup station (陈*)'],
    ['家人(妻子)', 'a family member (the spouse)'],
    ['古丽娜尔·吐尔逊', '古*'],
    ['MARY WATERS', 'M*** W***'],
  ])('%s keeps its name masked: %s', (given, told) => {
    expect(tellSigner(given, 'en')).toBe(told);
  });
});

describe('who signed, by a scan', () => {
  it.each([
    ['您的包裹已由门卫王大爷代收，请及时领取', undefined, '门卫王大爷'],
    ['已签收，签收人：周小兰', undefined, '周小兰'],
    ['快件已簽收，代收人: 管理室', undefined, '管理室'],
    ['Delivered. Signed for by: M JONES', undefined, 'M JONES'],
    ['Received by reception at 10:02', undefined, 'reception'],
    ['已签收，签收人：周小兰', '家人', '家人'],
    ['已签收', undefined, undefined],
    ['Delivered, left in a safe place', undefined, undefined],
    ['快件已由杭州转运中心发出', undefined, undefined],
  ])('of %s (%s) is %s', (text, signedBy, who) => {
    expect(signerOf({ text, ...(signedBy && { signedBy }) })).toBe(who);
  });

  it.each([
    ['邻居刘大妈', 'zh-Hans', '邻居（刘*）', '邻居（刘*）'],
    ['前台 Sophie', 'en', 'reception (S***)', 'reception (S***)'],
    ['宿管老师', 'zh-Hans', '宿管', '宿管'],
    ['大堂經理', 'zh-Hant', '大廳櫃檯', '大廳櫃檯'],
    ['Leasing Office', 'zh-Hans', '租务处', '租务处'],
  ] as const)('%s is told in %s as %s, to others as %s', (who, locale, told, toOthers) => {
    expect(tellSigner(who, locale)).toBe(told);
    expect(tellSignerToOthers(who, locale)).toBe(toOthers);
  });
});
