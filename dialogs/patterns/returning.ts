import { SAMPLE_CUSTOMER } from '../samples.ts';
import type { Script } from '../script.ts';

/** A customer who comes back is greeted with what is open. */
export const scripts: readonly Script[] = [
  {
    name: 'a call-back is still open',
    locale: 'zh-Hans',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: '你好', hears: ['李女士，您好'], neverHears: ['CBR-'] },
      { say: '转人工，打13800001234', hears: ['要登记吗'] },
      { say: '好的', hears: ['CBR-20261121-0001'] },
      { say: '你好', hears: ['您 11月21日(周六)登记的回电（CBR-20261121-0001）还没办完', '李女士，您好'] },
    ],
  },
  {
    name: 'a call-back is still open, in two languages',
    locale: 'en',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: 'human please, 13800001234', hears: ['Shall I'] },
      { say: 'ok', hears: ['CBR-20261121-0001'] },
      { say: 'hello', hears: ['Your call-back request of Sat 21 Nov (CBR-20261121-0001) is still open'] },
      { say: '說繁體中文', hears: ['接下來用繁體中文'] },
      { say: '哈囉', hears: ['您 11月21日(週六)登記的回電（CBR-20261121-0001）還沒處理完'] },
    ],
  },
  {
    name: 'a call-back is still open, for a guest in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '轉真人 9123 4567', hears: ['要登記嗎'] },
      { say: '好呀', hears: ['CBR-20261121-0001'] },
      { say: '喂', hears: [/CBR-20261121-0001|我在喔|您好/] },
    ],
  },
  {
    name: 'hello in the middle is answered shortly',
    locale: 'en',
    exchanges: [
      { say: 'I need an invoice', hears: ['Shall I'] },
      { say: 'yes', hears: ['phone number'] },
      { say: 'hello??', hears: ["I'm here", 'phone number'], neverHears: ['Make a complaint'] },
    ],
  },
];
