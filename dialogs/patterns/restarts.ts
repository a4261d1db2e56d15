import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Stops, starts again, or changes their mind at the last moment. */
export const scripts: readonly Script[] = [
  {
    name: 'cancels and starts again',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要退货', hears: ['要登记吗'] },
      { say: '取消，重新开始', hears: ['我们重新来', '查快递', '找人工'] },
      { press: '查快递', hears: ['请把运单号发给我'] },
    ],
  },
  {
    name: 'cancels and starts again, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我想退件', hears: ['要登記嗎'] },
      { say: '由頭嚟過得唔得', hears: ['我們重新來'] },
      { say: SAMPLES.inTransit, hears: ['嘉興'], neverHears: ['要登記嗎'] },
    ],
  },
  {
    name: 'cancels and starts again',
    locale: 'en',
    exchanges: [
      { say: 'I need an invoice', hears: ['Shall I'] },
      { say: "cancel that and let's start over", hears: [/stopped|start again/] },
      { say: 'start over', hears: ["let's start again"] },
      { say: SAMPLES.late, hears: ['Zhengzhou'], neverHears: ['Shall I register'] },
    ],
  },
  {
    name: 'changes their mind at the phone number',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '還是不用了', hears: [/已經停下|好的/] },
      { say: SAMPLES.inTransit, hears: ['嘉興'], neverHears: ['電話號碼'] },
    ],
  },
  {
    name: 'changes their mind at the phone number',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要退货', hears: ['要登记吗'] },
      { say: '好', hears: ['电话号码'] },
      { say: '算了 还是不退了', hears: [/已停下|好的/] },
    ],
  },
  {
    name: 'changes their mind at the phone number, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '有冇真人', hears: ['要登記嗎'] },
      { say: '好呀', hears: ['電話號碼'] },
      { say: '算數啦', hears: [/已經停下|好的/] },
    ],
  },
  {
    name: 'changes their mind at the phone number',
    locale: 'en',
    exchanges: [
      { say: 'I need to send something back', hears: ['Shall I'] },
      { say: 'yes', hears: ['phone number'] },
      { say: 'never mind', hears: [/stopped|All right/] },
    ],
  },
  {
    name: 'refuses what is proposed and says what is wanted instead',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要退货', hears: ['要登记吗'] },
      { say: '不是退货，我想开发票', hears: ['发票'], neverHears: ['退货'] },
    ],
  },
  {
    name: 'refuses what is proposed and says what is wanted instead, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: `唔係，我想查 ${SAMPLES.inTransit}`, hears: ['嘉興'] },
      { say: '唔該', hears: ['不客氣'], neverHears: ['發票'] },
    ],
  },
  {
    name: 'refuses what is proposed and says what is wanted instead',
    locale: 'en',
    exchanges: [
      { say: 'I want to return this', hears: ['Shall I'] },
      { say: `no no, just tell me where ${SAMPLES.inTransit} is`, hears: ['Jiaxing'] },
    ],
  },

  {
    name: 'wants a registered call-back taken back',
    locale: 'zh-Hans',
    exchanges: [
      { say: '转人工，打13800001234', hears: ['要登记吗'] },
      { say: '好', hears: ['CBR-20261121-0001'] },
      { say: '还是算了吧 别打了', hears: ['CBR-20261121-0001 取消了'], neverHears: ['没有正在办的事'] },
    ],
  },
  {
    name: 'wants a registered call-back taken back, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '打畀我 9876 5432', hears: ['要登記嗎'] },
      { say: '好', hears: ['CBR-20261121-0001'] },
      { say: '唔使打嚟喇', hears: ['CBR-20261121-0001 已取消'] },
    ],
  },
  {
    name: 'wants a registered call-back taken back',
    locale: 'en',
    exchanges: [
      { say: 'call me on +49 30 901820 please', hears: ['CBR-20261121-0001'] },
      { say: 'cancel the call-back please', hears: ['CBR-20261121-0001 is cancelled'] },
    ],
  },
  {
    name: 'stops, and goes on after all with what was said',
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉：${SAMPLES.delivered} 箱子压扁了，杯子都碎了`, hears: ['后四位'] },
      { say: '算了不弄了', hears: ['不登记了'] },
      { say: '不是，我还是要投诉', hears: ['您说过的都在', '后四位'] },
      { say: '1234', hears: [/怎么处理|希望/], neverHears: ['发生了什么', '哪件包裹'] },
    ],
  },
  {
    name: 'stops, and goes on after all with what was said',
    locale: 'zh-Hant',
    exchanges: [
      { say: `客訴：${SAMPLES.delivered} 箱子壓扁了，杯子都碎了`, hears: ['末四碼'] },
      { say: '取消', hears: ['不登記了'] },
      { say: '等等，我還是要客訴', hears: ['您說過的都在', '末四碼'] },
    ],
  },
  {
    name: 'stops, and goes on after all with what was said',
    locale: 'en',
    exchanges: [
      { say: `complaint: ${SAMPLES.delivered} came crushed, all the cups are broken`, hears: ['last four digits'] },
      { say: 'cancel', hears: ['nothing was registered'] },
      { say: "no wait, let's continue", hears: ['All you said is still there', 'last four digits'] },
    ],
  },
];
