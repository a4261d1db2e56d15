import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Numbers spoken, in Chinese numerals, broken up, or said later than asked for. */
export const scripts: readonly Script[] = [
  {
    name: 'the last four digits in Chinese numerals',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['后四位'] },
      { say: '一二三四', hears: ['核对通过'] },
    ],
  },
  {
    name: 'the last four digits in Chinese numerals, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['末四碼'] },
      { say: '係 一 二 三 四', hears: ['核對成功'] },
    ],
  },
  {
    name: 'the last four digits as they are dictated',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['last four digits'] },
      { say: 'one two three four', hears: ['that matches'] },
    ],
  },
  {
    name: 'the four digits come while another question is open',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['后四位'] },
      { say: '我要开发票', hears: ['要登记吗'] },
      { say: '1234', hears: ['核对通过'], neverHears: ['再见'] },
    ],
  },
  {
    name: 'the button of an older card is pressed while another question is open',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['末四碼'] },
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: '看完整軌跡', hears: ['請傳寄件人或收件人手機號碼的末四碼'], neverHears: ['要登記嗎'] },
      { say: '1234', hears: ['核對成功', '剛才說的發票'] },
    ],
  },
  {
    name: 'digits nobody asked for are no farewell',
    locale: 'en',
    exchanges: [
      { say: '1001', hears: ["didn't get that"], neverHears: ['Goodbye'] },
      { say: SAMPLES.inTransit, hears: ['Jiaxing'] },
      { say: 'thanks', hears: ["You're welcome"] },
      { say: '1234', hears: ['that matches'] },
    ],
  },
  {
    name: 'a number is understood after all while a person is offered',
    locale: 'en',
    exchanges: [
      { say: 'track a parcel', hears: ['tracking number'] },
      { say: 'ugh', hears: [/tracking number/] },
      { say: 'blub blub', hears: ['call-back'] },
      { say: 'XB0000 0000 1014', hears: ['Jiaxing'], neverHears: ['call-back'] },
    ],
  },
];
