import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Would rather not answer, or does not know. */
export const scripts: readonly Script[] = [
  {
    name: 'skips what is needed: told so, and how to leave',
    locale: 'zh-Hans',
    exchanges: [
      { say: '查快递', hears: ['请把运单号发给我'] },
      { say: '跳过', hears: ['没法往下办', '取消', '找人工'], neverHears: ['没看到运单号'] },
      { say: '这个不填', hears: ['没法往下办'] },
      { say: '取消', hears: ['已停下'] },
    ],
  },
  {
    name: 'skips what is needed, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '查包裹', hears: ['請把運單號傳給我'] },
      { say: '唔想講', hears: ['沒辦法往下辦', '找真人客服'] },
      { press: '找真人客服', hears: ['要登記嗎'] },
    ],
  },
  {
    name: 'skips what is needed, then answers after all',
    locale: 'en',
    exchanges: [
      { say: 'track a parcel', hears: ['tracking number'] },
      { say: "I'd rather not say", hears: ['cannot take it any further', '"cancel"'] },
      { say: SAMPLES.inTransit, hears: ['Jiaxing'] },
      { say: 'skip', hears: ['that one is optional'] },
    ],
  },
  {
    name: 'skips a phone number: told what it is for',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '這題先跳過', hears: ['不留電話也可以'] },
      { say: '我沒有手機', hears: ['不留電話也可以'] },
      { say: '不用了', hears: ['好的'] },
    ],
  },
  {
    name: 'skips a phone number',
    locale: 'zh-Hans',
    exchanges: [
      { say: '转人工', hears: ['要登记吗'] },
      { say: '好', hears: ['电话号码'] },
      { say: '不方便说', hears: ['不留电话也行'] },
    ],
  },
  {
    name: 'has no phone',
    locale: 'en',
    exchanges: [
      { say: 'I want to talk to someone', hears: ['Shall I'] },
      { say: 'yes', hears: ['phone number'] },
      { say: "I don't have a phone", hears: ['No phone needed'] },
      { say: 'next question', hears: ['No phone needed'] },
    ],
  },
  {
    name: 'does not know the number: told where it stands, and another way',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我想查快递', hears: ['请把运单号发给我'] },
      { say: '我不知道', hears: ['购物订单', '找人工'] },
      { say: `订单号${SAMPLES.order}`, hears: ['后四位'] },
    ],
  },
  {
    name: 'does not know the number, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: '請問我件嘢去咗邊', hears: ['請把運單號傳給我'] },
      { say: '唔知喎', hears: ['購物訂單'] },
      { say: '我搵唔到單號', hears: ['請同事幫您查', '客訴'], neverHears: ['購物訂單'] },
    ],
  },
  {
    name: 'does not know the number',
    locale: 'en',
    exchanges: [
      { say: 'track a parcel please', hears: ['tracking number'] },
      { say: "I don't have it", hears: ['dispatch message'] },
      { say: 'dunno the number', hears: ['a colleague can', 'Make a complaint'], neverHears: ['dispatch message'] },
    ],
  },
  {
    name: 'has lost the number, with nothing open',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
      { say: '找不到单号', hears: ['购物订单'], neverHears: ['很抱歉'] },
      { say: SAMPLES.late, hears: ['郑州'] },
    ],
  },

  {
    name: 'does not remember the four digits of an order: not taken for a cancellation',
    locale: 'zh-Hans',
    exchanges: [
      { say: `订单号${SAMPLES.order}的快递到哪了`, hears: ['后四位'] },
      { say: '不记得了', hears: ['按订单号就不能查', '找人工'], neverHears: ['已停下'] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
    ],
  },
  {
    name: 'skips where nothing was asked',
    locale: 'en',
    exchanges: [{ say: 'next question', hears: ['Tell me what you need'] }],
  },
  {
    name: 'does not want to be called',
    locale: 'zh-Hant',
    exchanges: [
      { say: '找真人', hears: ['要登記嗎'] },
      { say: '不要打電話給我', hears: ['不留電話也可以', '書面記下'], neverHears: ['電話號碼'] },
    ],
  },
  {
    name: 'would rather not give a number, in other words',
    locale: 'zh-Hant',
    exchanges: [
      { say: '開發票', hears: ['要登記嗎'] },
      { say: '好吧好吧', hears: ['電話號碼'] },
      { say: '不想給電話', hears: ['不留電話也可以'] },
      { say: '佢冇手機', hears: ['不留電話也可以'] },
    ],
  },
];
