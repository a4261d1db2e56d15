import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** Sums as customers say them: what is no exact sum is asked for, what is far from the record is asked about, the last word counts. */
export const sums: readonly Script[] = [
  {
    name: 'some hundreds are no sum, a rough one is confirmed, and a correction is read back',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.lost}弄丢了，要赔我`, hears: ['后四位'] },
      { say: '1234', hears: ['值多少钱'] },
      { say: '好几百呢', hears: ['一个确切的数'], neverHears: ['价值记为'] },
      { say: '大概四百', hears: ['按 400.00 元登记，对吗'] },
      { press: '没错', hears: ['价值记为 400.00 元', '能证明价值'] },
      { say: '我看了下，其实是362', hears: ['价值改为 362.00 元', '能证明价值'] },
      { press: '没有', hears: ['您报的价值 362.00 元'], neverHears: ['400'] },
    ],
  },
  {
    name: 'twice no exact sum: nothing is put down, a person sees to it',
    locale: 'zh-Hant',
    exchanges: [
      { say: `${SAMPLES.lost} 你們寄丟了，我要賠償，包裹遺失`, hears: ['末四碼'] },
      { say: '1234', hears: ['值多少錢'] },
      { say: '1800到2200吧', hears: ['一個確切的數字'] },
      { say: '兩千左右、三千以下', hears: ['CMP-20261121-0001', '價值先空著'], neverHears: ['2000', '1800'] },
    ],
  },
  {
    name: 'things are counted, not paid: the worth is still asked',
    locale: 'zh-Hans',
    exchanges: [
      { say: `我买的4个盘子被你们弄丢了，要求赔偿，${SAMPLES.lost}`, hears: ['后四位'] },
      { say: '1234', hears: ['值多少钱'], neverHears: ['4.00'] },
      { say: '等了6天了', hears: ['值多少钱'], neverHears: ['6.00 元'] },
      { say: '一个75 算错了 一共290', hears: ['价值记为 290.00 元'] },
    ],
  },
  {
    name: 'far from what was declared: asked once before anything is offered, and the record is not told',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.declared}弄丢了，要赔我`, hears: ['后四位'] },
      { say: '1234', hears: ['值多少钱'] },
      { say: '3万4', hears: ['34000.00 元', '登记的价值相差很多'], neverHears: ['1000', '记为'] },
      { say: '打错了，是1100', hears: ['价值记为 1100.00 元'], neverHears: ['相差很多'] },
      // Declared at 1,000: five times the freight and the freight itself.
      { press: '没有', hears: ['我们赔付 48.00 元', '接受'] },
      { say: '不对，是960', hears: ['960.00 元', 'CMP-20261121-0001'], neverHears: ['您接受了'] },
    ],
  },
  {
    name: 'a value within reach of the record is asked about by nobody',
    locale: 'en',
    exchanges: [
      { say: `You lost my parcel ${SAMPLES.declared}, I want compensation`, hears: ['four digits'] },
      { say: '1234', hears: ['worth'] },
      { say: 'twelve hundred yuan', hears: ['Value noted: CNY 1200.00'], neverHears: ['on record'] },
    ],
  },
  {
    name: 'a sum in answer to the wish is a claim, in its own currency and never 0.00',
    locale: 'zh-Hant',
    exchanges: [
      { say: `投訴，${SAMPLES.lost} 包裹不見了`, hears: ['末四碼'] },
      { say: '1234', hears: ['怎麼處理'] },
      { say: 'HK$1,350.80', hears: ['價值記為 港幣 1350.80 元'] },
      { press: '沒有', hears: ['港幣 1350.80 元', '由專人核定'], neverHears: [' 0.00'] },
    ],
  },
];
