import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Another language in mid-flow. */
export const scripts: readonly Script[] = [
  {
    name: 'from Simplified Chinese to English, and on',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要退货', hears: ['登记'] },
      { say: 'English please', hears: ['English from here on', 'a return', 'call-back'] },
      { say: 'yes', hears: ['phone number'] },
      { say: '换成中文', hears: ['接下来用简体中文', '电话号码'] },
      { say: '13800001234', hears: ['登记好了'] },
    ],
  },
  {
    name: 'from English to Traditional Chinese, and on',
    locale: 'en',
    exchanges: [
      { say: 'track a parcel please', hears: ['tracking number'] },
      { say: '說繁體中文', hears: ['接下來用繁體中文', '請把運單號傳給我'] },
      { say: '唔知', hears: ['購物訂單'] },
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
    ],
  },
  {
    name: 'the page’s switch asks the open question again, in its language',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要退貨', hears: ['要登記嗎'] },
      { switchTo: 'en', hears: ['English from here on', 'a return', 'call-back', 'Yes'] },
      { say: 'yes', hears: ['phone number'] },
    ],
  },
  {
    name: 'the page’s switch keeps the choices, in its language',
    locale: 'en',
    exchanges: [
      { say: 'hello', hears: ['Track a parcel'] },
      { switchTo: 'zh-Hans', hears: ['接下来用简体中文', '查快递', '投诉'] },
      { press: '查快递', hears: ['运单号'] },
    ],
  },
  {
    name: 'whoever asks for Chinese in Traditional characters gets those',
    locale: 'en',
    exchanges: [
      { say: 'hello', hears: ['XB Express'] },
      { say: '請說國語', hears: ['接下來用繁體中文'] },
      { say: '用廣東話講', hears: ['接下來用繁體中文'] },
      { say: '說簡體中文', hears: ['接下来用简体中文'] },
    ],
  },
  {
    name: 'writes in another language without asking',
    locale: 'zh-Hant',
    exchanges: [
      { say: '查包裹', hears: ['請把運單號傳給我'] },
      { say: 'sorry, could you tell me where I find the tracking number', hears: [/tracking number/] },
      { say: SAMPLES.inTransit, hears: ['In transit'] },
    ],
  },
];
