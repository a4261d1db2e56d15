import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Did not understand, or wants it again or more slowly. */
export const scripts: readonly Script[] = [
  {
    name: 'what? repeats the open question',
    locale: 'zh-Hans',
    exchanges: [
      { say: '查快递', hears: ['请把运单号发给我'] },
      { say: '什么？', hears: ['请把运单号发给我'], neverHears: ['没看到运单号'] },
      { say: '慢一点', hears: ['请把运单号发给我'] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
    ],
  },
  {
    name: 'what? repeats the open question, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '轉真人', hears: ['要登記嗎'] },
      { say: '咩話？', hears: ['要登記嗎'] },
      { say: '講多次', hears: ['要登記嗎'] },
      { say: '唔明', hears: ['要登記嗎'] },
    ],
  },
  {
    name: 'say it again, in Taiwan',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: '再說一次', hears: ['發票', '要登記嗎'] },
    ],
  },
  {
    name: 'what? in the middle',
    locale: 'en',
    exchanges: [
      { say: 'track my package', hears: ['Please send me the tracking number'] },
      { say: 'what?', hears: ['Please send me the tracking number'] },
      { say: "I don't understand", hears: ['Please send me the tracking number'] },
      { say: 'slower please', hears: ['Please send me the tracking number'] },
    ],
  },
  {
    name: 'say again, when nothing is open',
    locale: 'en',
    exchanges: [
      { say: 'thanks', hears: ["You're welcome"] },
      { say: 'say that again', hears: ["You're welcome"] },
    ],
  },

  {
    name: 'the choices that were offered are shown again with their buttons',
    locale: 'zh-Hans',
    exchanges: [
      { say: '包裹包裹包裹', hears: ['您是想'] },
      { say: '再说一遍', hears: ['您是想', '查快递'] },
      { press: '查快递', hears: ['请把运单号发给我'] },
    ],
  },
  {
    name: 'needs a moment: nothing is asked again',
    locale: 'zh-Hans',
    exchanges: [
      { say: '查快递', hears: ['请把运单号发给我'] },
      { say: '等我找一下', hears: ['不急'], neverHears: ['单号像'] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
    ],
  },
  {
    name: 'needs a moment, in Taiwan and Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '查包裹', hears: ['請把運單號傳給我'] },
      { say: '單號喔 我找找', hears: ['不急'] },
      { say: '等陣先', hears: ['不急'] },
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
    ],
  },
  {
    name: 'needs a moment',
    locale: 'en',
    exchanges: [
      { say: 'track a parcel', hears: ['tracking number'] },
      { say: 'let me find my glasses', hears: ['take your time'], neverHears: ['I see no tracking number'] },
      { say: 'oh wait', hears: ['take your time'] },
      { say: SAMPLES.inTransit, hears: ['Jiaxing'] },
    ],
  },
];
