import type { Script } from '../script.ts';

/** Numbers as people write them where they live; which country was taken is read back. */
export const scripts: readonly Script[] = [
  {
    name: 'eight digits: which country is asked, and told by its name',
    locale: 'en',
    exchanges: [
      { say: 'talk to a person', hears: ['Shall I'] },
      { say: 'ok can lah', hears: ['phone number'] },
      { say: '9123 4567', hears: ['Hong Kong or Singapore', '+852 9123 4567', '+65 9123 4567'], neverHears: ['incomplete'] },
      { say: 'singapore one', hears: [/CBR-20261121-0001/, '67'] },
      { say: 'when will they call me?', hears: [/CBR-20261121-0001/, 'in the queue'] },
      { say: 'actually its 9123 4568', hears: ['Hong Kong or Singapore'] },
      { press: '+65 9123 4568', hears: ['CBR-20261121-0001 now goes to'] },
    ],
  },
  {
    name: 'a local number alone asks for a call',
    locale: 'en',
    exchanges: [
      { say: '8123 4567', hears: ['call-back to 81234567', 'Hong Kong or Singapore'] },
      { press: '+65 8123 4567', hears: [/CBR-20261121-0001/] },
    ],
  },
  {
    name: 'an office in Taipei with its extension',
    locale: 'zh-Hant',
    exchanges: [
      { say: '找人工', hears: ['要登記嗎'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '02-8765-4321 分機 55', hears: ['+886 ****4321 分機 55', '加上國碼'], neverHears: ['+86 '] },
    ],
  },
  {
    name: 'London is not Guangzhou, and a corrected number counts',
    locale: 'en',
    exchanges: [
      { say: 'talk to a person', hears: ['Shall I'] },
      { say: 'yes', hears: ['phone number'] },
      { say: '020 7946 0123', hears: ['+44 ****0123', 'country code'] },
      { say: 'sorry, wrong number: 07700 900111', hears: ['+44 ****0111', 'CBR-20261121-0001 now goes to'] },
    ],
  },
  {
    name: 'eight digits in Hong Kong, of two phones the second, a privacy number with its extension',
    locale: 'zh-Hant',
    exchanges: [
      { say: '找人工', hears: ['要登記嗎'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '唔係 5123 0001，係 5123 0002', hears: ['+852 ****0002'] },
      { say: '搞錯咗，係13900002222-8341', hears: ['139****2222 分機 8341'] },
    ],
  },
];
