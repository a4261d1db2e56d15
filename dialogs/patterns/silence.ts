import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Falls silent in the middle: reminded once, then let go politely. */
export const scripts: readonly Script[] = [
  {
    name: 'reminded, then the question is set aside',
    locale: 'zh-Hans',
    exchanges: [
      { say: '查快递', hears: ['请把运单号发给我'] },
      { silentMinutes: 10, hears: ['还在吗'] },
      { silentMinutes: 20, hears: ['先收起来了', '随时发消息给我'] },
      { silentMinutes: 120, hears: [], neverHears: [/./] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
    ],
  },
  {
    name: 'reminded, then goes on, in Taiwan and Hong Kong alike',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: '好', hears: ['電話號碼'] },
      { silentMinutes: 10, hears: ['還在嗎'] },
      { say: '喺度呀 9123 4567', hears: ['CBR-20261121-0001'] },
      { silentMinutes: 60, hears: [], neverHears: [/./] },
    ],
  },
  {
    name: 'reminded, then the question is set aside',
    locale: 'en',
    exchanges: [
      { say: 'talk to a person', hears: ['Shall I'] },
      { silentMinutes: 9, hears: [], neverHears: [/./] },
      { silentMinutes: 1, hears: ['Still there?'] },
      { silentMinutes: 20, hears: ['set that last step aside'] },
      { say: 'yes', hears: ['Tell me what you need'] },
    ],
  },
  {
    name: 'nobody is reminded of what is only welcome',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['last four digits'] },
      { silentMinutes: 120, hears: [], neverHears: [/./] },
      { say: '1234', hears: ['that matches'] },
    ],
  },
];
