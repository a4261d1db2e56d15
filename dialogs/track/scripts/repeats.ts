import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** Asking again and again after a late parcel is a complaint that nobody has said yet. */
export const scripts: readonly Script[] = [
  {
    name: 'the third question about one late parcel: offered to be taken in, and nothing is asked that was said',
    locale: 'en',
    exchanges: [
      { say: `where is ${SAMPLES.late}`, hears: ['Zhengzhou'], neverHears: ['as a complaint'] },
      { say: 'when will it come', hears: ['Zhengzhou'], neverHears: ['as a complaint'] },
      { say: 'can it come any faster please', hears: ['keep asking', 'as a complaint', 'Yes, take it in', 'Have someone follow up'] },
      { say: 'yes', hears: [SAMPLES.late, 'four digits'], neverHears: ['what happened'] },
      { say: 'skip', hears: ['What would put it right'] },
      { press: 'Get it moving', hears: ['phone number'] },
      { press: 'Skip', hears: ['CMP-20261121-0001', SAMPLES.late] },
      { say: `where is ${SAMPLES.late} now`, hears: ['Zhengzhou', 'Status of my complaint'], neverHears: ['Shall I take it in'] },
    ],
  },
  {
    name: 'annoyed at a late parcel: offered at once; a parcel in time is not',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.late, hears: ['郑州'], neverHears: ['按投诉登记'] },
      { say: '到底到哪了，烦死了！！', hears: ['按投诉登记'] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'], neverHears: ['按投诉登记'] },
    ],
  },
  {
    name: 'an outburst after a late parcel is about that parcel',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.late, hears: ['Zhengzhou'] },
      { say: "this is useless. it's heart medication", hears: ['as a complaint', 'Yes, take it in'], neverHears: ['I can:'] },
      { press: 'Yes, take it in', hears: ['four digits'], neverHears: ['what happened'] },
    ],
  },
  {
    name: 'the number is asked for no more once the parcel was named elsewhere',
    locale: 'en',
    exchanges: [
      { say: 'parcel', hears: ['tracking number'] },
      { say: `complaint: ${SAMPLES.late} is days late and stuck in Zhengzhou`, hears: ['four digits'] },
      { say: '1234', hears: ['What would put it right'] },
      { press: 'Get it moving', hears: ['CMP-20261121-0001'], neverHears: ['Please send me the tracking number'] },
    ],
  },
];
