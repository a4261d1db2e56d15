import { SAMPLE_CUSTOMER, SAMPLES } from '../samples.ts';
import type { Exchange, Script } from '../script.ts';

const registered: readonly Exchange[] = [
  { say: `投诉：${SAMPLES.delivered} 箱子压扁了，杯子都碎了`, hears: ['后四位'] },
  { say: '1234', hears: ['怎么处理'] },
  { press: '道歉', hears: ['CMP-20261121-0001'] },
];

export const scripts: readonly Script[] = [
  {
    name: 'asks how it stands: plain words, the clock, what can be done',
    locale: 'zh-Hans',
    exchanges: [
      ...registered,
      {
        say: '我的投诉处理得怎么样了',
        // 48 hours promised, none gone yet.
        hears: ['CMP-20261121-0001', '已收到', '11月23日 20:00 前给您结果', '还剩 2 天', '补充', '撤回'],
        neverHears: ['ASSESSED', 'P2'],
      },
    ],
  },
  {
    name: 'asks by reference, in English and Traditional Chinese',
    locale: 'zh-Hans',
    exchanges: [
      ...registered,
      { say: 'what is the status of CMP-20261121-0001', hears: ['Received', 'by 23 Nov 20:00'] },
      { say: '說繁體中文', hears: ['接下來用繁體中文'] },
      { say: 'CMP-20261121-0001', hears: ['正在安排同事處理'] },
    ],
  },
  {
    name: 'has none',
    locale: 'zh-Hant',
    exchanges: [{ say: '投訴進度', hears: ['沒有您的客訴紀錄', '客訴'] }],
  },
  {
    name: 'several: chooses by position',
    locale: 'zh-Hans',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: '你们这个机器人太蠢了，答非所问，我要投诉', hears: ['怎么处理'] },
      { say: '道歉', hears: ['电话'] },
      { say: '跳过', hears: ['CMP-20261121-0001'] },
      { say: `投诉 ${SAMPLES.late} 慢得离谱，都晚两天了`, hears: ['怎么处理'] },
      { say: '尽快送到', hears: ['电话'] },
      { say: '跳过', hears: ['CMP-20261121-0002'] },
      { say: '投诉进度', hears: ['您有这几张单', '• CMP-20261121-0002：已收到', '• CMP-20261121-0001：已收到'] },
      { say: '第一个', hears: ['CMP-20261121-0002', SAMPLES.late, '还剩 2 天'] },
    ],
  },
  {
    name: 'adds to it in one breath, and in two',
    locale: 'zh-Hans',
    exchanges: [
      ...registered,
      { say: '投诉进度', hears: ['CMP-20261121-0001'] },
      { press: '补充', hears: ['加进 CMP-20261121-0001', '照片'] },
      { say: '外箱还有脚印', hears: ['加进 CMP-20261121-0001 了'] },
      { say: '补充 CMP-20261121-0001 快递员叫张伟', hears: ['加进 CMP-20261121-0001 了'] },
    ],
  },
  {
    name: 'withdraws after second thoughts, and opens it again',
    locale: 'zh-Hans',
    exchanges: [
      ...registered,
      { say: '撤回投诉', hears: ['要撤回 CMP-20261121-0001 吗', '30 天'] },
      { press: '不撤了', hears: ['继续办'] },
      { say: '我要撤诉', hears: ['要撤回 CMP-20261121-0001 吗'] },
      { press: '确认撤回', hears: ['已撤回 CMP-20261121-0001'] },
      { say: '投诉进度', hears: ['您已经撤回', '重新打开'] },
      { press: '重新打开', hears: ['已重新打开 CMP-20261121-0001', '哪里没解决'] },
      { say: '昨天说来道歉也没来', hears: ['记进 CMP-20261121-0001'] },
      { say: '投诉进度', hears: ['已重新打开'] },
    ],
  },
  {
    name: 'withdraws, in English',
    locale: 'en',
    exchanges: [
      { say: `complaint: ${SAMPLES.delivered} arrived crushed and the cups are broken`, hears: ['four digits'] },
      { say: '1234', hears: ['What would put it right'] },
      { press: 'An apology', hears: ['CMP-20261121-0001'] },
      { say: 'I want to withdraw my complaint', hears: ['Shall I withdraw CMP-20261121-0001'] },
      { say: 'yes', hears: ['CMP-20261121-0001 is withdrawn'] },
    ],
  },
  {
    name: 'a reference that is not theirs answers like one that does not exist',
    locale: 'zh-Hans',
    exchanges: [
      { say: 'CMP-20261101-0042 到哪一步了', hears: ['没查到 CMP-20261101-0042', '后四位'] },
      { say: '1234', hears: ['没有核对上', '找人工'] },
      { say: '算了', hears: ['停下'] },
    ],
  },
  {
    name: 'declines an automatic offer by its reference, and says why',
    locale: 'en',
    exchanges: [
      { say: `${SAMPLES.missorted} is more than a day late, I want compensation`, hears: ['four digits'] },
      { say: '1234', hears: ['CNY 12.00', 'Accept', 'Decline'] },
      { say: 'status of CMP-20261121-0001', hears: ['There is an offer for you', 'CNY 12.00'] },
      { press: 'Decline', hears: ['a colleague looks again', 'Skip'] },
      { say: 'I lost a customer because of you', hears: ['Noted in CMP-20261121-0001'] },
      { say: 'accept CMP-20261121-0001', hears: ['You declined that offer', 'noted in CMP-20261121-0001'] },
    ],
  },
];
