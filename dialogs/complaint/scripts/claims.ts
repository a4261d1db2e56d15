import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** Money. The bot offers by itself what the rules give up to 50 yuan for a proven customer and a known fault; the rest a person decides. */
export const claims: readonly Script[] = [
  {
    name: 'late by our fault: the freight is offered at once, and accepted',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.missorted}一直没到，晚了一天多，我要求赔偿`, hears: ['后四位'] },
      // Sent for 12.00, given back in full.
      {
        say: '1234',
        hears: ['CMP-20261121-0001', '我们赔付 12.00 元', '按我们的条款', '接受', '不接受'],
        neverHears: ['三倍', '法律规定'],
      },
      { press: '接受', hears: ['您接受了', 'CMP-20261121-0001'] },
      { say: '接受', hears: ['已经接受过了'] },
    ],
  },
  {
    name: 'the same, declined: a person looks again',
    locale: 'zh-Hant',
    exchanges: [
      { say: `${SAMPLES.missorted} 一直沒送到，晚了一天多，我要求賠償`, hears: ['末四碼'] },
      { say: '1234', hears: ['12.00', '接受', '不接受'] },
      { say: '太少了，不接受', hears: ['由專人重新看', '11月23日 20:00'] },
      { say: '客戶跟我取消訂單，客訴你們害我損失三千', hears: [/CMP-20261121-000/] },
    ],
  },
  {
    name: 'lost and proven: five times the freight and the freight itself',
    locale: 'en',
    exchanges: [
      { say: `You lost my parcel ${SAMPLES.lost}, I want compensation`, hears: ['four digits'] },
      { say: '1234', hears: ['worth'] },
      { say: '300 yuan', hears: ['Can you show what they cost'] },
      // By word alone, above no declared value: a person decides.
      {
        say: 'I have none',
        hears: ['CMP-20261121-0001', 'value CNY 300.00', 'A colleague decides', 'by 23 Nov 20:00'],
        neverHears: ['Accept'],
      },
    ],
  },
  {
    name: 'asks how claims work: told, and begun',
    locale: 'zh-Hans',
    exchanges: [
      { say: '理赔', hears: ['一项一项算给您看', '怎么了'] },
      { say: '里面的两瓶酒都碎了', hears: ['哪件包裹'] },
      { say: SAMPLES.delivered, hears: ['后四位'] },
      { say: '1234', hears: ['值多少钱', '不清楚'] },
      { say: '398', hears: ['发票'] },
      { press: '没有', hears: ['损坏', '398.00 元', '由同事核定', '11月23日 20:00'] },
    ],
  },
  {
    name: 'compensation chosen as the remedy, the value unknown, told later',
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉，${SAMPLES.delivered} 花瓶全碎了`, hears: ['后四位'] },
      { say: '1234', hears: ['怎么处理'] },
      { press: '赔偿', hears: ['值多少钱'] },
      { say: '不清楚', hears: ['CMP-20261121-0001', '价值先空着'] },
      { say: '查到了，260块', hears: ['260.00 元', '由同事核定'] },
    ],
  },
  {
    name: 'tells the value in the story: not asked again',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.lost}弄丢了，要赔我，里面的东西值300块`, hears: ['后四位'] },
      { say: '1234', hears: ['能证明价值'], neverHears: ['值多少钱'] },
      { say: '没有', hears: ['300.00 元'] },
    ],
  },
  {
    name: 'a claim in Cantonese, nothing known for sure',
    locale: 'zh-Hant',
    exchanges: [
      { say: '件貨爛晒，入面啲杯全部碎晒，我要賠償', hears: ['哪件包裹'] },
      { say: SAMPLES.delivered, hears: ['末四碼'] },
      { say: '唔記得', hears: ['值多少錢'] },
      { say: '唔知值幾多錢', hears: ['最後一個問題'] },
      { say: '唔使', hears: ['CMP-20261121-0001', '價值先空著'] },
    ],
  },
  {
    name: 'how long it takes is answered with the promise',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.lost}弄丢了，要赔我，里面的东西值300块`, hears: ['后四位'] },
      { say: '1234', hears: ['能证明价值'] },
      { say: '没有', hears: ['CMP-20261121-0001'] },
      { say: '什么时候有结果', hears: ['11月23日 20:00'] },
    ],
  },
];
