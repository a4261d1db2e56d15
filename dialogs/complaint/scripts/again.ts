import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** The same matter once more, and what is said after the end. */
export const again: readonly Script[] = [
  {
    name: 'the same complaint three times is one ticket, and nothing is asked again',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.late} 三天没动了，投诉你们太慢了，客户天天催`, hears: ['后四位'] },
      { say: '8888', hears: ['怎么处理'] },
      { say: '说明原因', hears: ['已登记，编号 CMP-20261121-0001'] },
      {
        say: `${SAMPLES.late}还是没动，我再投诉一次`,
        hears: ['已经有一张单在办：CMP-20261121-0001', '都加进去了'],
        neverHears: ['CMP-20261121-0002'],
      },
      { say: `投诉！${SAMPLES.late} 第三次了，还是慢`, hears: ['CMP-20261121-0001'], neverHears: ['CMP-20261121-0002', '后四位'] },
    ],
  },
  {
    name: 'another matter is another ticket',
    locale: 'en',
    exchanges: [
      { say: `complaint: ${SAMPLES.late} is days late and stuck in Zhengzhou`, hears: ['four digits'] },
      { say: '1234', hears: ['What would put it right'] },
      { press: 'Get it moving', hears: ['CMP-20261121-0001'] },
      { say: `another complaint: ${SAMPLES.delivered} arrived crushed and the cups are broken`, hears: ['four digits'] },
      { say: '1234', hears: ['What would put it right'] },
      { press: 'An apology', hears: ['CMP-20261121-0002'] },
    ],
  },
  {
    name: 'more of the story after the end goes into the ticket',
    locale: 'zh-Hant',
    exchanges: [
      { say: `客訴：${SAMPLES.delivered} 箱子壓扁了，杯子都碎了`, hears: ['末四碼'] },
      { say: '1234', hears: ['希望我們怎麼處理'] },
      { press: '道歉', hears: ['CMP-20261121-0001'] },
      { say: '還有，外箱上有很大的腳印', hears: ['已加進 CMP-20261121-0001'] },
      { say: '好', hears: ['有進展會傳在這裡'] },
    ],
  },
  {
    name: 'thanks after the end is only thanks',
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉：${SAMPLES.delivered} 箱子压扁了，杯子都碎了`, hears: ['后四位'] },
      { say: '1234', hears: ['怎么处理'] },
      { press: '道歉', hears: ['CMP-20261121-0001'] },
      { say: '谢谢', hears: ['不客气'] },
      { say: `${SAMPLES.inTransit}到哪了`, hears: ['嘉兴'] },
    ],
  },
];
