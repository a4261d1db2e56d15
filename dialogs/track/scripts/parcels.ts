import { SAMPLE_CUSTOMER, SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

const PRIVATE = ['李晓红', '13900001234', '1234', '王明'];

/** Where a parcel is, by number, by order, of a known customer. */
export const scripts: readonly Script[] = [
  {
    name: 'a number and the last four without a word: checked at once; then a question is answered in a sentence',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.inTransit} 1234`, hears: ['核对通过'], neverHears: ['请说说发生了什么'] },
      { say: '几点到', hears: ['预计'], neverHears: ['下一步', '产品'] },
    ],
  },
  {
    name: 'a number glued to Chinese; status and city for anyone, the full history after the last four digits',
    locale: 'zh-Hans',
    exchanges: [
      {
        say: `我的快递${SAMPLES.inTransit}到哪了`,
        hears: ['运输中', '嘉兴', '预计 11月22日(周日) 16:00 前送达', '后四位'],
        neverHears: PRIVATE,
      },
      {
        say: '1234',
        hears: ['核对通过', '【嘉兴转运中心】', '李*', '已揽收 · 广州'],
        neverHears: ['李晓红', '13800001111', '1111', '陈大文'],
      },
    ],
  },
  {
    name: 'the same in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      {
        say: `想請問 ${SAMPLES.inTransit} 這件包裹現在送到哪裡了？`,
        hears: ['運送中', '嘉興', '11月22日(週日) 16:00', '末四碼'],
        neverHears: PRIVATE,
      },
      { say: '末四碼 １２３４', hears: ['核對成功', '軌跡'] },
    ],
  },
  {
    name: 'the same in English',
    locale: 'en',
    exchanges: [
      {
        say: `hi where is my parcel ${SAMPLES.inTransit} now?`,
        hears: ['In transit', 'Jiaxing', 'Sun 22 Nov 16:00', 'last four digits'],
        neverHears: PRIVATE,
      },
      { say: '9999', hears: ['does not match'] },
      { say: 'sorry, 8888', hears: ['that matches', 'History'] },
    ],
  },
  {
    name: 'no number yet: it is asked for, then taken with spaces and hyphens',
    locale: 'zh-Hans',
    exchanges: [
      { say: '帮我查一下快递', hears: ['请把运单号发给我'] },
      { say: 'xb 0000 0000 1014', hears: ['运输中', '嘉兴'] },
      { say: '那什么时候能到', hears: ['预计 11月22日(周日) 16:00 前送达'] },
    ],
  },
  {
    name: 'several numbers, then the other one',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.inTransit} ${SAMPLES.late} 这两个到哪了`, hears: [SAMPLES.inTransit, SAMPLES.late, '嘉兴', '郑州'] },
      { say: '那另一个呢', hears: [`${SAMPLES.late}：运输中`, '晚了 30 小时', '受天气影响'] },
    ],
  },
  {
    name: 'the second, the last of a list',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.inTransit} ${SAMPLES.late} ${SAMPLES.customs}`, hears: ['点单号看详情'] },
      { say: '第二个到哪了', hears: [`${SAMPLES.late}：运输中`] },
      { say: '最后一个什么时候到', hears: [`${SAMPLES.customs}：清关中`, '暂时给不出可靠的送达时间'] },
    ],
  },
  {
    name: 'and the other one, in English',
    locale: 'en',
    exchanges: [
      { say: `track ${SAMPLES.inTransit} and ${SAMPLES.late}`, hears: ['Jiaxing', 'Zhengzhou'] },
      { say: 'and the other one?', hears: [`${SAMPLES.late}: In transit`, '30 hours past the promised time', 'bad weather'] },
    ],
  },
  {
    name: 'a mistyped number gets its likely corrections, never "not found"',
    locale: 'zh-Hans',
    exchanges: [
      { say: `查一下 ${SAMPLES.mistyped}`, hears: ['好像输错了一位', SAMPLES.inTransit], neverHears: ['没有查到'] },
      { say: SAMPLES.inTransit, hears: ['运输中'] },
    ],
  },
  {
    name: 'a number nobody sent, and one of another carrier',
    locale: 'en',
    exchanges: [
      { say: `where is ${SAMPLES.unknown}`, hears: ['find nothing for'] },
      { say: 'and SF1234567890123?', hears: ['SF Express'] },
    ],
  },
  {
    name: 'an order number says nothing before the check, known or not',
    locale: 'zh-Hans',
    exchanges: [
      { say: `订单号${SAMPLES.order}的快递到哪了`, hears: ['后四位'], neverHears: ['嘉兴', SAMPLES.inTransit] },
      { say: '0000', hears: ['没有核对上'], neverHears: ['嘉兴'] },
      { say: '1234', hears: [SAMPLES.inTransit, '嘉兴'] },
    ],
  },
  {
    name: 'an order number alone, in English',
    locale: 'en',
    exchanges: [
      { say: `order ${SAMPLES.order}`, hears: ['last four digits'], neverHears: ['Jiaxing'] },
      { say: '1234', hears: ['Jiaxing'] },
    ],
  },
  {
    name: 'an order nobody made answers like one that exists',
    locale: 'zh-Hans',
    exchanges: [
      { say: '订单号SO-99999999999的快递到哪了', hears: ['后四位'] },
      { say: '0000', hears: ['没有核对上'] },
    ],
  },
  {
    name: 'a known customer sees all her parcels, without being asked who she is',
    locale: 'zh-Hant',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: '我的包裹', hears: [SAMPLES.inTransit, SAMPLES.late], neverHears: ['末四碼'] },
      { say: '我有哪些包裹', hears: [SAMPLES.inTransit, SAMPLES.late], neverHears: ['末四碼'] },
      { say: SAMPLES.late, hears: ['鄭州轉運中心', '看承運商原文'], neverHears: ['末四碼'] },
    ],
  },
  {
    name: 'at the pickup point, in pieces, at customs, not at home, delivered',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.readyForPickup, hears: ['待取件', '请尽快去取'], neverHears: ['取件码'] },
      { say: SAMPLES.threePieces, hears: ['3 件中 2 件已签收'] },
      { say: SAMPLES.customs, hears: ['清关中', '还缺商业发票', '请人跟进'] },
      { say: SAMPLES.attemptFailed, hears: ['派送未成功', '收件人不在'] },
      { say: SAMPLES.delivered, hears: ['已签收', '杭州'], neverHears: ['李晓红'] },
    ],
  },
  {
    // Three tries at once, then waits that double: a lock for everybody would let any stranger shut the owner out.
    name: 'wrong answers slow the check down, even for the right one, and a person is offered',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['后四位'] },
      ...['0001', '0002'].map((say) => ({ say, hears: ['没有核对上', '再发一次'] })),
      { say: '0003', hears: ['没有核对上', '1 分钟后才能再试', '找人工'] },
      { say: '0004', hears: ['这次的没有核对', '1 分钟后'] },
      { say: SAMPLES.inTransit, hears: ['后四位'] },
      { say: '1234', hears: ['这次的没有核对', '找人工'], neverHears: ['核对通过'] },
      { say: '找人工', hears: ['回电'] },
    ],
  },
];
