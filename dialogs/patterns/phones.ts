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
  {
    name: 'a phone of Hong Kong where the last four digits are asked for is a phone',
    locale: 'en',
    exchanges: [
      { say: 'XB000000001090 is a day late, I want to complain', hears: ['four digits'] },
      { say: '6234 5678', hears: ['Hong Kong or Singapore'], neverHears: ['call-back', 'does not match'] },
      { say: 'it is a hong kong number', hears: ['+852 ****5678'] },
    ],
  },
  {
    name: 'the gap tells it in simplified script too; one of Paris in pairs is read; of two both are kept',
    locale: 'zh-Hans',
    exchanges: [
      { say: 'XB000000001090 晚了一天还没送到，投诉', hears: ['后四位'] },
      { say: '5123 4567', hears: ['哪里的号码', '+852 5123 4567'] },
      { say: '00 33 1 40 20 53 17', hears: ['+33 ****5317'], neverHears: ['不完整'] },
    ],
  },
  {
    name: 'two phones: both are noted, the first is called',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉，派件员当众骂我', hears: ['运单号'] },
      { say: '没有单号', hears: ['怎么处理'] },
      { say: '道歉', hears: ['电话'] },
      { say: '13700001234 或者 13600005678', hears: ['号码都记下了', '137****1234', 'CMP-20261121-0001'] },
    ],
  },
  {
    name: 'a phone with a digit too few is asked about when phones are',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉，派件员当众骂我', hears: ['运单号'] },
      { say: '1370000123', hears: ['运单号'] },
      { say: '没有单号', hears: ['怎么处理'] },
      { say: '道歉', hears: ['尾号 0123', '位数不对'] },
      { say: '13700001234', hears: ['137****1234'] },
    ],
  },
];
