import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** People who do not answer what was asked: they ask back, refuse, shout, tell on, and are never held up. */
export const talks: readonly Script[] = [
  {
    name: 'a leak and a dizzy head: safety before anything else, in words no list holds',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我拆快递的时候里面漏出黄色液体 我头晕', hears: ['120', '119', '电话'], neverHears: ['哪件包裹', '弄坏'] },
      { say: '手也烧得疼', hears: ['记下了', '电话'] },
      { say: '要不要去医院', hears: ['去医院', '120'] },
      { say: '13700137000', hears: ['CMP-20261121-0001', '15 分钟', 'CBR-20261121-0001'] },
      { say: '头还是很晕', hears: ['CMP-20261121-0001'], neverHears: ['您是想'] },
    ],
  },
  {
    name: 'will not prove anything, asks back, and is told instead of noted',
    locale: 'zh-Hans',
    exchanges: [
      { say: '显示签收了我根本没收到', hears: ['没收到却显示签收', '哪件包裹'] },
      { say: SAMPLES.delivered, hears: ['后四位'] },
      { say: '什么后四位 我不想给', hears: ['不问这个了', '怎么处理'], neverHears: ['记下了'] },
      { say: '那到底是谁签的呢', hears: ['怎么处理'], neverHears: ['CMP-'] },
      { press: '查清楚', hears: ['电话'] },
      { say: '到哪一步了', hears: ['登记好我马上告诉您', '电话'] },
      { say: '不方便留', hears: ['CMP-20261121-0001'] },
      { say: '到哪一步了', hears: ['CMP-20261121-0001', '已收到', '前给您结果'], neverHears: ['轨迹', '签收时间'] },
    ],
  },
  {
    name: 'furious, demands money in passing: a claim with the value already said, and the right to complain is theirs',
    locale: 'zh-Hans',
    exchanges: [
      { say: '你们什么垃圾快递！我花两千买的花瓶碎成渣了！！', hears: ['换谁都会生气', '哪件包裹'] },
      { say: '少废话 赔钱', hears: ['不问这个了', '电话'] },
      { say: '我要打12305投诉你们 还要曝光到抖音', hears: ['您的权利'] },
      { say: '没有', hears: ['CMP-20261121-0001', '2000.00 元', '由同事核定'] },
      { say: '不接受', hears: ['还没有处理方案', '可以不接受'] },
    ],
  },
  {
    name: 'gives up with two words at once: nothing is registered',
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉 ${SAMPLES.late} 太慢了，晚了两天`, hears: ['后四位'] },
      { say: '8888', hears: ['怎么处理'] },
      { say: '算了不投诉了', hears: ['不登记了'], neverHears: ['CMP-'] },
    ],
  },
  {
    name: 'three parcels in one message: none is lost',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉，我店里几件货全都晚到了', hears: ['哪件包裹'] },
      {
        say: `${SAMPLES.late} ${SAMPLES.inTransit} ${SAMPLES.delivered}`,
        hears: [`先从 ${SAMPLES.late} 说起`, SAMPLES.inTransit, SAMPLES.delivered, '后四位'],
      },
    ],
  },
  {
    name: 'praise that goes on is praise, whatever got wet',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我想表扬一下快递员小李', hears: ['小李做了什么'], neverHears: ['CMP-'] },
      { say: '他下雨天把东西用衣服包着送上来 自己淋湿了', hears: ['小李', 'CMP-20261121-0001'], neverHears: ['抱歉'] },
      { say: '他的站点是西湖区的', hears: ['已加进 CMP-20261121-0001'] },
      { say: '对了我还想提个建议', hears: ['哪里可以做得更好'], neverHears: ['已加进'] },
    ],
  },
  {
    name: 'after the ticket: haste, a phone and a question belong to it',
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉：${SAMPLES.delivered} 箱子压扁了，杯子都碎了`, hears: ['后四位'] },
      { say: '1234', hears: ['怎么处理'] },
      { press: '道歉', hears: ['CMP-20261121-0001'] },
      { say: '能赔多少', hears: ['同事核定', '11月23日 20:00'], neverHears: ['抱歉'] },
      { say: '有消息没有', hears: ['CMP-20261121-0001', '已收到'] },
      { say: '快点', hears: ['记进 CMP-20261121-0001', '11月23日 20:00'] },
      { say: '换个电话 13900139000', hears: ['CMP-20261121-0001'], neverHears: ['回电'] },
      { say: `${SAMPLES.inTransit} 到哪了`, hears: ['嘉兴'] },
      { say: '到哪一步了', hears: ['嘉兴'], neverHears: ['CMP-'] },
    ],
  },
  {
    name: 'proof may follow later; what will be paid is asked of the ticket',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.delivered} 杯子全碎了 要赔偿`, hears: ['后四位'] },
      { say: '1234', hears: ['值多少钱'] },
      { say: '三百块', hears: ['能证明价值'] },
      { say: '晚点再补', hears: ['CMP-20261121-0001', '300.00 元'] },
      { say: '投诉进度', hears: ['理赔正在核定'] },
      { say: '你们赔多少', hears: ['CMP-20261121-0001', '理赔正在核定'], neverHears: ['抱歉'] },
    ],
  },
];
