import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Several wishes in one message, or two answers at once. */
export const scripts: readonly Script[] = [
  {
    name: 'two wishes: the second is taken up after the first',
    locale: 'zh-Hans',
    exchanges: [
      { say: `帮我查一下${SAMPLES.inTransit}到哪了。另外我要开发票`, hears: ['嘉兴', '您刚才还提到“开发票”', '要登记吗'] },
      { say: '好', hears: ['电话号码'] },
    ],
  },
  {
    name: 'two wishes, in Taiwan',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要退貨。還有，我的包裹到哪了？', hears: ['退貨'], neverHears: ['您剛才還提到'] },
      { say: '不用了', hears: ['好的', '您剛才還提到「查包裹」', '請把運單號傳給我'] },
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
    ],
  },
  {
    name: 'the second wish comes as soon as the first is answered, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我想問下件貨幾時到，仲有可唔可以開張發票', hears: ['請把運單號傳給我'] },
      { say: SAMPLES.inTransit, hears: ['嘉興', '您剛才還提到「開發票」'] },
    ],
  },
  {
    name: 'two wishes',
    locale: 'en',
    exchanges: [
      {
        say: `Where is ${SAMPLES.late}? Also I need an invoice for my last shipment.`,
        hears: ['Zhengzhou', 'You also mentioned "Get an invoice"', 'call-back'],
      },
      { say: 'cancel', hears: ["I've stopped"] },
    ],
  },
  {
    name: 'two things with a plain "and"',
    locale: 'en',
    exchanges: [
      {
        say: `two things: where is ${SAMPLES.attemptFailed} and I want an invoice`,
        hears: ['Delivery attempt failed', 'You also mentioned "Get an invoice"'],
      },
    ],
  },
  {
    name: 'answers two questions at once',
    locale: 'zh-Hans',
    exchanges: [
      { say: '转人工', hears: ['要登记吗'] },
      { say: '好的，打13800001234', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'answers two questions at once, in Taiwan',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要退貨', hears: ['要登記嗎'] },
      { say: '好，打 0912-345-678 給我', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'answers two questions at once, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '轉真人', hears: ['要登記嗎'] },
      { say: '係呀 打 9123 4567', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'answers two questions at once',
    locale: 'en',
    exchanges: [
      { say: 'can I speak to someone', hears: ['Shall I'] },
      { say: 'yes, call +852 9123 4567', hears: ['CBR-20261121-0001'] },
    ],
  },
];
