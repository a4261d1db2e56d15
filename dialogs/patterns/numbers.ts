import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Eight that need attention, two on their way, one that has ended, one that nobody has sent. */
const MANY: readonly string[] = [
  ...[SAMPLES.inTransit, SAMPLES.late, SAMPLES.delivered, SAMPLES.readyForPickup, SAMPLES.withCode, SAMPLES.threePieces],
  ...[SAMPLES.customs, SAMPLES.attemptFailed, SAMPLES.missorted, SAMPLES.lost, SAMPLES.declared, SAMPLES.unknown],
];

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
  {
    name: 'the end of the phone beside the number: checked at once',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.inTransit} 尾号1234`, hears: ['核对通过'] },
      { say: `${SAMPLES.withCode} 8888`, hears: ['核对通过'] },
    ],
  },
  {
    name: 'the end of the phone, said so or as a whole number',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['last four digits'] },
      { say: 'my phone ends in 1234', hears: ['that matches'] },
      { say: SAMPLES.withCode, hears: ['last four digits'] },
      { say: "here's the whole number 13800008888", hears: ['that matches'] },
    ],
  },
  {
    name: 'an order number in any form once one is asked for, with the last four in the same message',
    locale: 'zh-Hant',
    exchanges: [
      { say: '查包裹', hears: ['運單號'] },
      { say: 'TW-ORD-5512', hears: ['用訂單編號查詢需要核對'] },
      { say: '查包裹', hears: [/運單號|末四碼/] },
      { say: `訂單 ${SAMPLES.order} 手機末四碼1234`, hears: [SAMPLES.inTransit, '嘉興'] },
    ],
  },
  {
    name: 'digits alone are an order number, too, and nothing is said of it before the check',
    locale: 'zh-Hans',
    exchanges: [
      { say: '帮我查一下快递', hears: ['运单号'] },
      { say: '7700001112223', hears: ['后四位'], neverHears: ['没有查到'] },
      { say: '4321', hears: ['没有核对上'] },
    ],
  },
  {
    name: 'a number of ours without its letters, broken over two lines, and one of the carrier that is named',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.inTransit.slice(2)} 到哪了`, hears: [SAMPLES.inTransit, '嘉兴'] },
      { say: `${SAMPLES.late.slice(0, 9)}\n${SAMPLES.late.slice(9)} 到哪了`, hears: [SAMPLES.late, '郑州'] },
      { say: '中通单号 123456789012', hears: ['中通'], neverHears: ['FedEx', '顺丰'] },
      { say: 'VC41234567890 到哪了', hears: ['京东'] },
    ],
  },
  {
    name: 'many numbers in one message: all are answered, what needs attention first',
    locale: 'en',
    exchanges: [
      {
        say: `where are ${MANY.join(' ')}`,
        hears: [/^Need attention \(8\):/, 'On their way (2):', 'Finished (1):', ...MANY, `Not found (1): ${SAMPLES.unknown}`],
      },
      { say: 'the second one', hears: [SAMPLES.readyForPickup] },
    ],
  },
  {
    name: 'more than are looked up at once: the rest are named, with how to get them',
    locale: 'zh-Hans',
    exchanges: [
      {
        say: Array.from({ length: 23 }, (_, n) => `SF14000000${String(n).padStart(5, '0')}`).join(' '),
        hears: ['没有查到（20）', '还有 3 个没查：SF1400000000020、SF1400000000021、SF1400000000022', '再发一次'],
      },
    ],
  },
];
