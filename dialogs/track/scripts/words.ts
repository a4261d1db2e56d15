import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** What carriers write is told in the customer's language, and what it explains is explained. */
export const scripts: readonly Script[] = [
  {
    name: 'the history in English, and in the carrier’s own words when asked for',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.delivered, hears: ['last four digits'] },
      {
        say: '1234',
        hears: ['Out for delivery; courier 张*', 'Picked up · Guangzhou', 'Original wording'],
        neverHears: ['正在派送', '张三丰'],
      },
      { press: 'Original wording', hears: ['own words', '正在派送，派件员：张*，电话 138****2222'], neverHears: ['张三丰', '13800002222'] },
      { say: 'show me the original text please', hears: ['own words', '正在派送'] },
    ],
  },
  {
    name: 'the history in Traditional Chinese, and the original in Hong Kong’s words',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['末四碼'] },
      { say: '1234', hears: ['已到達嘉興轉運中心', '已收件 · 廣州', '看承運商原文'], neverHears: ['已到达'] },
      { say: '睇原文', hears: ['軌跡原文', '快件已到达【嘉兴转运中心】'] },
    ],
  },
  {
    name: 'the original is for who proved a party, and not for the sender where it is the recipient’s',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.withCode, hears: ['Ready for pickup'] },
      { say: 'original text', hears: ['last four digits'], neverHears: ['翠苑', '2047', '存放'] },
      { say: '8888', hears: ['that matches'], neverHears: ['翠苑', '2047'] },
      { say: 'original text', hears: ['own words'], neverHears: ['翠苑', '2047', '13700005678', '钱多多'] },
    ],
  },
  {
    name: 'why it is late is what an earlier scan says, with its day',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.brokenDown, hears: [SAMPLES.brokenDown] },
      { say: '为什么晚了', hears: ['11月20日', '车辆故障'], neverHears: ['没有登记原因'] },
      { say: '延误原因是什么', hears: ['车辆故障'] },
    ],
  },
  {
    name: 'why it is late, in English',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.brokenDown, hears: [SAMPLES.brokenDown] },
      { say: 'why is it late', hears: ['20 Nov', 'broken-down vehicle'], neverHears: ['No reason'] },
    ],
  },
  {
    name: 'confirmed lost is told as lost, with what happens now, and never as being searched for',
    locale: 'zh-Hans',
    exchanges: [{ say: SAMPLES.givenUp, hears: ['已确认遗失', '理赔'], neverHears: ['正在查找', '下落不明'] }],
  },
  {
    name: 'the same of a parcel whose status says it, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [{ say: SAMPLES.lost, hears: ['已確認遺失', '理賠'], neverHears: ['協尋', '下落不明'] }],
  },
  ...(
    [
      ['zh-Hans', '海关要什么', ['商业发票、身份证明', '收件人提供']],
      ['zh-Hant', '那我該怎麼辦', ['商業發票、身分證明', '收件人提供']],
      ['en', 'so what can I do', ['the commercial invoice and proof of identity', 'The recipient has to send']],
    ] as const
  ).map(
    ([locale, say, hears]): Script => ({
      name: `${say}: which papers, and whose they are to send`,
      locale,
      exchanges: [
        { say: SAMPLES.papers, hears: [SAMPLES.papers] },
        { say, hears: [...hears] },
      ],
    }),
  ),
];
