import { SAMPLE_CUSTOMER, SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** Which parcel, and whose. */
export const parcels: readonly Script[] = [
  {
    name: 'the parcel just looked at is the one meant',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.late, hears: ['郑州'] },
      { say: '投诉，慢死了，五天一动不动', hears: [`关于 ${SAMPLES.late}`, '后四位'], neverHears: ['哪件包裹'] },
      { say: '8888', hears: ['怎么处理'] },
      { press: '尽快送到', hears: ['CMP-20261121-0001', SAMPLES.late] },
    ],
  },
  {
    name: "somebody else's parcel: taken all the same, and nothing is told of it",
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉 ${SAMPLES.delivered}，快递员随便乱扔箱子`, hears: ['后四位'] },
      { say: '0000', hears: ['没核对上', '跳过'], neverHears: ['李', '杭州', '139'] },
      { say: '1111', hears: ['照样给您登记'], neverHears: ['李', '杭州', '139'] },
      { say: '道歉', hears: ['电话'] },
      { say: '跳过', hears: ['CMP-20261121-0001'], neverHears: ['李', '杭州', '139'] },
    ],
  },
  {
    name: 'a number nobody has sent is kept as it was given',
    locale: 'en',
    exchanges: [
      {
        say: `I want to complain, ${SAMPLES.unknown} was lost by your driver`,
        hears: ['I find nothing for', 'noted'],
        neverHears: ['four digits'],
      },
      { say: 'find out what happened', hears: ['phone number'] },
      { say: 'no', hears: ['CMP-20261121-0001', SAMPLES.unknown] },
    ],
  },
  {
    name: 'a known customer picks one of theirs and proves nothing',
    locale: 'zh-Hans',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: '我要投诉，等了一个星期，慢得离谱', hears: ['点一下', SAMPLES.inTransit, SAMPLES.late, '跟包裹无关'] },
      { say: '第二个', hears: ['怎么处理'], neverHears: ['后四位'] },
      { press: '尽快送到', hears: ['电话'] },
      { say: '13900001234', hears: ['CMP-20261121-0001', SAMPLES.late] },
    ],
  },
  {
    name: 'a known customer means no parcel',
    locale: 'zh-Hant',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: '我要客訴，你們站點的人態度很差，愛理不理', hears: ['點一下', '跟包裹無關'] },
      { press: '跟包裹無關', hears: ['希望我們怎麼處理'] },
    ],
  },
  {
    name: 'about the chat itself nobody is asked for a parcel',
    locale: 'zh-Hans',
    exchanges: [{ say: '你们这个机器人太蠢了，答非所问，我要投诉', hears: ['没帮上忙', '怎么处理'], neverHears: ['哪件包裹'] }],
  },
  {
    name: 'the digits do not match at first',
    locale: 'en',
    exchanges: [
      { say: `complaint: ${SAMPLES.delivered} came with a crushed box and broken cups`, hears: ['four digits'] },
      { say: '0000', hears: ['does not match'] },
      { say: 'oh, 1234', hears: ['What would put it right', 'ending in 1234'] },
    ],
  },
];
