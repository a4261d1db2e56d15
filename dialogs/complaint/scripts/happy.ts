import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** A complaint from its first word to its reference, by what went wrong. */
export const happy: readonly Script[] = [
  {
    name: 'everything in one message: two short questions',
    locale: 'zh-Hans',
    exchanges: [
      {
        say: `快递${SAMPLES.delivered}收到时箱子压扁了，里面耳机都碎了，我要投诉你们`,
        hears: ['东西弄坏了，很抱歉', '后四位', '跳过'],
        neverHears: ['运单号', '发生了什么'],
      },
      { say: '1234', hears: ['希望我们怎么处理', '照片', '尾号 1234', '赔偿', '还没想好'], neverHears: ['139'] },
      {
        say: '道歉',
        // Opened Saturday 21 November 20:00; P2 promises 48 hours.
        hears: ['CMP-20261121-0001', SAMPLES.delivered, '11月23日 20:00 前给您处理结果', '尾号 1234', '问进度'],
      },
    ],
  },
  {
    name: 'one word, then one answer at a time: five questions and no more',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉', hears: ['发生了什么'] },
      { say: '里面的杯子全碎了', hears: ['哪件包裹'] },
      { say: SAMPLES.delivered, hears: ['后四位'] },
      { say: '跳过', hears: ['怎么处理'] },
      { say: '补一份', hears: ['最后一个问题', '电话'] },
      { say: '13800001234', hears: ['CMP-20261121-0001', '138****1234'], neverHears: ['13800001234'] },
    ],
  },
  {
    name: 'a late parcel, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: `我要客訴！${SAMPLES.late} 說好隔日到，拖了三天還在鄭州`, hears: ['讓您等了這麼久', '末四碼'] },
      { say: '8888', hears: ['希望我們怎麼處理', '盡快送到', '末四碼 8888'] },
      { press: '盡快送到', hears: ['CMP-20261121-0001', '11月23日 20:00 前給您處理結果'] },
    ],
  },
  {
    name: 'a rude courier, in Cantonese, without a number',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要投訴，個速遞員好冇禮貌，喺門口大聲鬧人', hears: ['哪件包裹', '沒有單號'] },
      { press: '沒有單號', hears: ['希望我們怎麼處理', '道歉'] },
      { say: '我要佢道歉', hears: ['最後一個問題'] },
      { say: '唔使', hears: ['CMP-20261121-0001', '傳在這個對話裡'] },
    ],
  },
  {
    name: 'damage, in English',
    locale: 'en',
    exchanges: [
      {
        say: `Parcel ${SAMPLES.delivered} arrived soaked and the books inside are ruined. I want to complain.`,
        hears: ['damaged', 'last four digits'],
      },
      { say: '1234', hears: ['What would put it right', 'the phone ending in 1234'] },
      { say: 'just an apology', hears: ['CMP-20261121-0001', 'by 23 Nov 20:00'] },
    ],
  },
  {
    name: 'something is missing',
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉，${SAMPLES.threePieces} 三件只收到两件，少了一件`, hears: ['东西少了', '后四位'] },
      { say: '1234', hears: ['查清楚', '赔偿'] },
      { press: '查清楚', hears: ['CMP-20261121-0001'] },
    ],
  },
  {
    name: 'delivered to the neighbours',
    locale: 'en',
    exchanges: [
      {
        say: `I want to complain: you left ${SAMPLES.delivered} at the wrong house, a neighbour I never met`,
        hears: ['wrong place', 'four digits'],
      },
      { say: '1234', hears: ['Deliver it again'] },
      { press: 'Deliver it again', hears: ['CMP-20261121-0001'] },
    ],
  },
  {
    name: 'signed for by nobody',
    locale: 'zh-Hant',
    exchanges: [
      { say: `客訴：${SAMPLES.delivered} 顯示已簽收，可是我根本沒收到`, hears: ['很抱歉', '末四碼'] },
      { say: '1234', hears: ['重新配送'] },
      { press: '重新配送', hears: ['CMP-20261121-0001'] },
    ],
  },
  {
    name: 'charged too much',
    locale: 'zh-Hans',
    exchanges: [
      { say: `我要投诉乱收费，${SAMPLES.delivered} 上门多收了我十块钱`, hears: ['后四位'] },
      { say: '8888', hears: ['退运费'] },
      { say: '把多收的退给我', hears: ['CMP-20261121-0001'] },
    ],
  },
  {
    name: 'a pickup nobody came for needs no number',
    locale: 'en',
    exchanges: [
      {
        say: 'Complaint: nobody came to collect my parcel today, I waited six hours for the pickup',
        hears: ['waited for nothing', 'What would put it right'],
        neverHears: ['Which parcel'],
      },
      { say: 'not sure yet', hears: ['phone number'] },
      { say: '+852 9123 4567', hears: ['CMP-20261121-0001'] },
    ],
  },
];
