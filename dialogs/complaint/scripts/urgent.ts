import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** Fury and danger: fewer questions, the right words first, a person at once. P0 answers in 15 minutes, P1 in 30; both end in 24 hours. */
export const urgent: readonly Script[] = [
  {
    name: 'a burn: safety first, one question, a call-back',
    locale: 'zh-Hans',
    exchanges: [
      { say: '你们的快递里电池起火，把我手烧伤了', hears: ['120', '119', '电话'], neverHears: ['哪件包裹', '怎么处理'] },
      {
        say: '13800001234',
        hears: ['CMP-20261121-0001', '15 分钟内先给您回音', '11月22日 20:00', 'CBR-20261121-0001', '138****1234'],
      },
    ],
  },
  {
    name: 'an injury, in English, and no phone',
    locale: 'en',
    exchanges: [
      {
        say: 'The courier hit me with his trolley and my leg is bleeding, I want to report this',
        hears: ['Safety first', 'emergency number'],
      },
      { say: 'skip', hears: ['CMP-20261121-0001', 'within 15 minutes'], neverHears: ['CBR-'] },
    ],
  },
  {
    name: 'an injury, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: '送貨的機車撞到我爸，流血了，我要客訴', hears: ['台灣報警撥 110', '消防撥 119', '香港、澳門撥 999', '電話'] },
      { say: '0912345678', hears: ['CMP-20261121-0001', '15 分鐘內先回覆您', 'CBR-20261121-0001'] },
      { say: '15分鐘內會打給我嗎？', hears: ['20:15 前先回覆您', '確切幾點我無法保證', 'CBR-20261121-0001'], neverHears: ['加進'] },
      { say: '晚上七點後再打', hears: ['寫進回電 CBR-20261121-0001'] },
      { say: '客訴進度', hears: ['20:15 前先回覆您', '11月22日'] },
    ],
  },
  {
    name: 'furious, with the regulator: sorry once, little asked, urgent',
    locale: 'zh-Hans',
    exchanges: [
      {
        say: `我要投诉！垃圾快递，${SAMPLES.late} 五天没动，再不处理我打12305！傻逼`,
        hears: ['换谁都会生气', '后四位'],
        neverHears: ['怎么处理', '冷静', '文明'],
      },
      { say: '8888', hears: ['CMP-20261121-0001', '30 分钟内先给您回音', '11月22日 20:00', 'CBR-20261121-0001', '尾号 8888'] },
    ],
  },
  {
    name: 'the media and a lawyer, in English',
    locale: 'en',
    exchanges: [
      { say: 'I am complaining: your driver stole my parcel and I will go to the press and sue you', hears: [/sorry|worry/] },
      { say: 'no number', hears: ['What would put it right'] },
      { say: 'find out what happened', hears: ['Which number reaches you right now'] },
      { say: '+852 9123 4567', hears: ['CMP-20261121-0001', 'within 30 minutes', 'CBR-20261121-0001'] },
    ],
  },
  {
    name: 'somebody who cannot bear it any more is met with care',
    locale: 'zh-Hans',
    exchanges: [
      { say: '不想活了，快递丢了，钱全没了', hears: ['很担心', '12356'] },
      { say: '不用', hears: ['CMP-20261121-0001', '15 分钟'] },
    ],
  },
  {
    name: 'somebody who cannot bear it, in Traditional Chinese and in English',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我不想活了，包裹不見了', hears: ['1925', '18111'] },
      { say: '取消', hears: [/不登記了|停下/] },
      { say: 'I want to kill myself, you lost everything I had', hears: ['crisis line', 'emergency number'] },
    ],
  },
  {
    name: 'leaked data is urgent, and no parcel is asked for',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉，你们泄露我的电话和地址，天天有人打电话骚扰我', hears: ['很抱歉', '怎么处理'], neverHears: ['哪件包裹'] },
      { press: '查清楚', hears: ['现在能打通的电话'] },
      { say: '13800001234', hears: ['CMP-20261121-0001', '30 分钟'] },
    ],
  },
];
