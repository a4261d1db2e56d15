import { describe, expect, it } from 'vitest';
import { tellSigner } from '../../../rules/shipments/phrases/signers.ts';

describe('who signed', () => {
  it.each([
    ['本人', '本人', '本人', 'the recipient'],
    ['家属', '家人', '家人', 'a family member'],
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
