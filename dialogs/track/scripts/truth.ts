import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** What is told of a parcel is what happened to it, by the clock of where it happened. */
export const scripts: readonly Script[] = [
  {
    // Delivered 28 hours before Saturday 20:00; the note is of Saturday 17:00.
    name: 'a delivery keeps its time, place and signer, whatever is noted later',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.notedAfter, hears: ['已签收', '签收时间：11月20日 16:00，杭州'], neverHears: ['签收时间：11月21日', '没有新的扫描'] },
      { say: '谁签收的', hears: ['11月20日 16:00，杭州'] },
      { say: '1234', hears: ['签收人：李*', '11月20日 16:00，杭州'] },
    ],
  },
  {
    name: 'a delivery that was taken back is named, and where the parcel is now',
    locale: 'zh-Hans',
    exchanges: [
      {
        say: `${SAMPLES.takenBack} 到哪了`,
        hears: ['派送中', '最近一次扫描：11月21日 16:00，杭州', '11月20日 17:00，杭州 的签收记录是误登，已撤销'],
        neverHears: ['已签收。'],
      },
    ],
  },
  {
    name: 'the same in English',
    locale: 'en',
    exchanges: [
      {
        say: SAMPLES.takenBack,
        hears: ['Out for delivery', 'recorded for 20 Nov 17:00, Hangzhou was a mistake'],
        neverHears: ['Delivered:'],
      },
    ],
  },
  {
    name: 'the same in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [{ say: SAMPLES.takenBack, hears: ['派送中', '的簽收紀錄為誤登，已撤銷'], neverHears: ['已簽收。'] }],
  },
  {
    name: 'a note is no scan: twelve days are twelve days, and no arrival is counted from it',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.silent, hears: ['运输中', '11月9日 20:00，长沙', '已经 12 天没有新的扫描'], neverHears: ['根据最近一次扫描推算'] },
      { say: '什么时候到', hears: ['暂时给不出可靠的送达时间'], neverHears: ['推算'] },
    ],
  },
  {
    name: 'what the sender signs has been returned',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.cameBack, hears: ['已退回', '寄件人已收到退件', '11月21日 10:00，广州'], neverHears: ['已签收。', '签收时间'] },
    ],
  },
  {
    name: 'the same in English',
    locale: 'en',
    exchanges: [{ say: SAMPLES.cameBack, hears: ['Returned to sender', 'The sender has it back'], neverHears: ['Delivered'] }],
  },
  {
    name: 'a delivery abroad is told by the clock of its place',
    locale: 'en',
    exchanges: [
      {
        say: SAMPLES.berlin,
        hears: ['Delivered: 20 Nov 23:30 (Berlin time), Berlin.', 'Updated 20 Nov 23:30 (Berlin time)'],
        neverHears: ['21 Nov'],
      },
    ],
  },
  {
    name: 'the same in Chinese',
    locale: 'zh-Hans',
    exchanges: [{ say: SAMPLES.berlin, hears: ['签收时间：11月20日 23:30（柏林时间），柏林。'], neverHears: ['21日'] }],
  },
  {
    name: 'a promise is told by the recipient’s clock, a scan by that of its place, each in a sentence of its own',
    locale: 'en',
    exchanges: [
      {
        say: SAMPLES.newYork,
        hears: ['Last scan: 18 Nov 20:15 (Los Angeles time), Los Angeles.', 'Expected by Mon 23 Nov 17:00 (New York time), as promised'],
        neverHears: ['24 Nov', '19 Nov'],
      },
    ],
  },
  {
    name: 'the same in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      {
        say: SAMPLES.newYork,
        hears: ['11月18日 20:15（洛杉磯時間），洛杉磯', '11月23日(週一) 17:00（紐約時間） 前送達'],
        neverHears: ['24日', '19日'],
      },
    ],
  },
];
