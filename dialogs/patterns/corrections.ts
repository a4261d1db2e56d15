import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** An earlier answer is taken back or put right. */
export const scripts: readonly Script[] = [
  {
    name: 'the number just given was wrong',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
      { say: `单号错了，是${SAMPLES.late}`, hears: ['郑州'], neverHears: ['嘉兴'] },
    ],
  },
  {
    name: 'the number just given was wrong, in Taiwan',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
      { say: `打錯了，應該是 ${SAMPLES.late}`, hears: ['鄭州'], neverHears: ['嘉興'] },
    ],
  },
  {
    name: 'the number just given was wrong',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['Jiaxing'] },
      { say: `sorry wrong number, it's ${SAMPLES.late}`, hears: ['Zhengzhou'], neverHears: ['Jiaxing'] },
    ],
  },
  {
    name: 'goes back to the question before',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要开发票', hears: ['要登记吗'] },
      { say: '好', hears: ['电话号码'] },
      { say: '返回上一步', hears: ['回到上一个问题', '要登记吗'], neverHears: ['电话号码'] },
      { say: '不用了', hears: ['好的'] },
    ],
  },
  {
    name: 'pressed the wrong button, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我想開張發票', hears: ['要登記嗎'] },
      { press: '好，登記', hears: ['電話號碼'] },
      { say: '唔好意思撳錯咗', hears: ['回到上一個問題', '要登記嗎'] },
      { say: '唔使喇', hears: ['好的'] },
    ],
  },
  {
    name: 'goes back, and finds nothing further back',
    locale: 'en',
    exchanges: [
      { say: 'I want an invoice', hears: ['Shall I'] },
      { press: 'Yes, please', hears: ['phone number'] },
      { say: 'oops, I pressed the wrong button', hears: ['back to the last question', 'Shall I'] },
      { say: 'go back', hears: ['just tell me what it should be'] },
      { say: 'yes', hears: ['phone number'] },
    ],
  },
  {
    name: 'the phone of a call-back was wrong',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
      { say: '转人工，打13800001234', hears: ['要登记吗'] },
      { say: '好的', hears: ['CBR-20261121-0001', '138****1234'] },
      { say: '电话写错了是13900005678', hears: ['回电 CBR-20261121-0001 的号码改成 139****5678'] },
      { say: '下午三点以后打，找王师傅', hears: ['写进回电 CBR-20261121-0001', '下午三点以后打，找王师傅'] },
      { say: '几点打给我啊', hears: ['139****5678', '下午三点以后打，找王师傅'] },
    ],
  },
  {
    name: 'the phone of a call-back was wrong, in Taiwan',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要找真人，電話0912345678', hears: ['要登記嗎'] },
      { say: '好', hears: ['CBR-20261121-0001'] },
      { say: '那個電話打錯了，是0922333444', hears: ['回電 CBR-20261121-0001 的號碼已改為 +886 ****3444'] },
    ],
  },
  {
    name: 'the phone of a call-back was wrong',
    locale: 'en',
    exchanges: [
      { say: 'human please, +49 151 23456789', hears: ['Shall I'] },
      { say: 'yes', hears: ['CBR-20261121-0001'] },
      { say: "oops wrong number, it's +49 30 901820", hears: ['CBR-20261121-0001 now goes to +49 ****1820'] },
      { say: 'only after 6pm please', hears: ['Added to call-back CBR-20261121-0001', 'after 6pm'] },
    ],
  },

  {
    name: 'says that the number was wrong, then gives the right one',
    locale: 'en',
    exchanges: [
      { say: 'call me on +44 7911 123456', hears: ['CBR-20261121-0001'] },
      { say: 'wrong number', hears: ['just tell me what it should be'] },
      { say: '+44 7911 123457', hears: ['CBR-20261121-0001 now goes to +44 ****3457'] },
      { say: "sorry it's +44 7911 123458", hears: ['CBR-20261121-0001'] },
    ],
  },
];
