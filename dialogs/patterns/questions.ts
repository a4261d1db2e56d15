import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** What is asked is answered, two things in one message as well, and what is open goes on after it. */
export const scripts: readonly Script[] = [
  {
    name: 'who may collect it, opening hours, fees, and what comes of it when nobody does',
    locale: 'zh-Hans',
    exchanges: [
      { say: `我老公能替我去取吗？${SAMPLES.withCode} 几点关门`, hears: ['别人可以代取', '营业时间'], neverHears: ['要登记吗'] },
      { say: '取件要交钱不', hears: ['没写取件要收费'], neverHears: ['单号发给我'] },
      { say: '不取的话会退回去吗', hears: ['一般会退回寄件人'] },
    ],
  },
  {
    name: 'papers, duty and time at customs',
    locale: 'en',
    exchanges: [
      { say: `${SAMPLES.papers} what docs do customs want and who sends them`, hears: ['invoice'], neverHears: ['Shall I'] },
      { say: 'what is a commercial invoice exactly', hears: ['seller’s paper'] },
      { say: 'do i have to pay duty', hears: ['No duty is recorded'] },
    ],
  },
  {
    name: 'why an attempt failed and when the next one is, in Cantonese',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.attemptFailed, hears: ['派送未成功'] },
      { say: '點解派唔到', hears: ['收件人不在'] },
      { say: '幾時再派過', hears: ['「改地址或配送時間」'] },
    ],
  },
  {
    name: 'during a complaint, and of it afterwards',
    locale: 'zh-Hans',
    exchanges: [
      { say: `我要投诉，${SAMPLES.delivered} 显示签收了但是我根本没收到`, hears: ['后四位'] },
      { say: '跳过', hears: ['怎么处理'] },
      { say: '要什么证据吗', hears: ['购买凭证', '怎么处理'] },
      { say: '查清楚', hears: ['电话'] },
      { say: '不要打电话，在这里回我', hears: ['CMP-20261121-0001'], neverHears: ['留个电话吗'] },
      { say: '能赔多少', hears: ['每一项都算给您看'] },
      { say: '谁在处理', hears: ['CMP-20261121-0001'] },
      { say: '找到了，撤了吧', hears: ['要撤回 CMP-20261121-0001 吗'] },
      { say: '不过你们回复挺快的', hears: [], neverHears: ['继续办'] },
      { say: '确认撤回', hears: ['已撤回 CMP-20261121-0001'] },
    ],
  },
  {
    name: 'a complaint is given up in any words, and nothing is filed',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要投诉快递员骂人', hears: ['运单号'] },
      { say: '算了撤了吧', hears: [], neverHears: ['已登记', '提交'] },
      { say: '投诉进度', hears: ['没有'], neverHears: ['CMP-20261121-0001：'] },
    ],
  },
  {
    name: 'no phone: an answer in writing instead',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: '好', hears: ['電話'] },
      { say: '不想留電話，在這裡回我就好', hears: ['書面記下'], neverHears: ['好的。想查包裹'] },
    ],
  },
];
