import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Something else comes up while a question is open. */
export const scripts: readonly Script[] = [
  {
    name: 'asks where a parcel is, and goes on',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要开发票', hears: ['要登记吗'] },
      { say: '好', hears: ['电话号码'] },
      { say: `等一下，先查下 ${SAMPLES.inTransit} 到哪了`, hears: ['嘉兴', '电话号码'] },
      { say: '13800001234', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'asks where a parcel is, and goes on, in Taiwan',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要退貨', hears: ['要登記嗎'] },
      { say: '好', hears: ['電話號碼'] },
      { say: `等等，先幫我看 ${SAMPLES.late} 到哪了`, hears: ['鄭州', '電話號碼'] },
      { say: '0912345678', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'asks where a parcel is, and comes back to the proposal',
    locale: 'en',
    exchanges: [
      { say: 'talk to a person', hears: ['Shall I'] },
      { say: `actually just tell me where ${SAMPLES.inTransit} is`, hears: ['Jiaxing', 'Shall I'] },
      { say: 'no', hears: ['tracking number'] },
    ],
  },
  {
    name: 'uses the page’s own field for tracking while a question is open that takes any words',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要投诉你们的快递员', hears: [/怎么回事|发生了什么|经过|说说/] },
      { track: SAMPLES.inTransit, hears: ['嘉兴', /怎么回事|发生了什么|经过|说说/] },
      { say: '他把箱子扔在楼下雨里，态度还特别差', hears: [] },
    ],
  },
  {
    name: 'talks past a proposal: it is named once more, then let go',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要开发票', hears: ['要登记吗'] },
      { say: `${SAMPLES.inTransit} 到哪了`, hears: ['嘉兴', '刚才说的发票'] },
      { say: `那 ${SAMPLES.late} 呢`, hears: ['郑州'], neverHears: ['登记请同事回电吗'] },
      { say: '那我该怎么办', hears: ['催一催', '请人跟进'], neverHears: ['发票'] },
    ],
  },
  {
    name: 'talks past a proposal, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '開發票', hears: ['要登記嗎'] },
      { say: `${SAMPLES.attemptFailed} 去到邊`, hears: ['派送未成功', '剛才說的發票'] },
      { say: '咁我可以點做', hears: ['下次派送前請留意電話', '改地址或配送時間'], neverHears: ['剛才說的發票'] },
    ],
  },
  {
    name: 'talks past a proposal: what is said goes into the note, and another wish takes its place',
    locale: 'en',
    exchanges: [
      { say: 'how much to send 2 kg to Japan', hears: ['a price', 'Shall I'] },
      { say: 'from Berlin to Osaka, about 2 kilos', hears: ['Noted', 'Shall I'] },
      { say: 'I need an invoice too', hears: ['an invoice'], neverHears: ['"Yes" or "no"'] },
    ],
  },
  {
    name: 'details of the matter are kept, and a yes after them still counts',
    locale: 'zh-Hant',
    exchanges: [
      { say: '可以改送7-11嗎', hears: ['要登記嗎'] },
      { say: '改時間', hears: ['要登記回電嗎'] },
      { say: '晚上六點以後', hears: ['要登記回電嗎'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '0912345678', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'a phone number alone asks for a call',
    locale: 'zh-Hant',
    exchanges: [
      { say: '0912345678', hears: ['要登記嗎'] },
      { say: '好', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'a parcel and another matter while a proposal is open',
    locale: 'zh-Hans',
    exchanges: [
      { say: '发票怎么开', hears: ['要登记吗'] },
      { say: `先查${SAMPLES.late}另外我要退货`, hears: ['郑州'] },
    ],
  },
  {
    name: 'what the customer adds at the phone number is kept, not called a bad number',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要改地址', hears: ['要登记吗'] },
      { say: '好', hears: ['电话号码'] },
      { say: '改成杭州市西湖区文三路100号', hears: ['记下了', '电话号码'], neverHears: ['不完整'] },
      { say: '138001', hears: ['不完整'] },
      { say: '1380013', hears: ['不用了'] },
      { say: '13800138000', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'so what can I do: the remedy for the parcel just shown',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.late, hears: ['郑州'] },
      { say: '那我现在咋办', hears: [SAMPLES.late, '催一催'], neverHears: ['您是想'] },
      { press: '请人跟进', hears: ['要登记吗'] },
    ],
  },
  {
    name: 'so what can I do, of a parcel that is on time, at the pickup point, delivered',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['Jiaxing'] },
      { say: 'so what can I do now?', hears: ['Nothing for now'] },
      { say: SAMPLES.readyForPickup, hears: ['Ready for pickup'] },
      { say: 'ok, now what', hears: ['Collect it at the pickup point'], neverHears: ['code'] },
      { say: SAMPLES.delivered, hears: ['Delivered'] },
      { say: 'What should I do then?', hears: ['Make a complaint'] },
    ],
  },
  {
    name: 'so what can I do, at customs, in Taiwan',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.customs, hears: ['清關中'] },
      { say: '那我該怎麼辦', hears: ['商業發票', '請專人跟進'] },
    ],
  },
  {
    name: 'says goodbye in the middle, and is not held back',
    locale: 'zh-Hans',
    exchanges: [
      { say: '查快递', hears: ['请把运单号发给我'] },
      { say: '拜拜', hears: ['再见'], neverHears: ['运单号'] },
    ],
  },
  {
    name: 'says goodbye in the middle, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我想開發票', hears: ['要登記嗎'] },
      { say: '拜拜', hears: ['再見'], neverHears: ['登記'] },
    ],
  },
  {
    name: 'says goodbye in the middle',
    locale: 'en',
    exchanges: [
      { say: 'I need an invoice', hears: ['Shall I'] },
      { say: 'bye', hears: ['Goodbye'], neverHears: ['Shall I'] },
    ],
  },

  {
    name: 'the one just spoken of, while its optional question is open',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.late, hears: ['郑州'] },
      { say: '刚才那件', hears: ['郑州'], neverHears: ['已停下'] },
      { say: '不记得了', hears: [/./], neverHears: ['已停下', '没有正在办'] },
    ],
  },
];
