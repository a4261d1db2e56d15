import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** One question about a parcel is answered with one thing, not with the whole card. */
export const scripts: readonly Script[] = [
  {
    name: 'why it does not move, who signed, the pickup code, hurry',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.late, hears: ['郑州'] },
      { say: '为什么不动了', hears: ['受天气影响', '请人跟进'], neverHears: ['轨迹 ·'] },
      { say: '签收人是谁', hears: ['还没有签收'] },
      { say: '能催一下不', hears: ['没法直接催', '请人跟进'], neverHears: ['改地址或派送时间我'] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
      { say: '怎么不动了', hears: ['没有异常记录'] },
      { say: SAMPLES.readyForPickup, hears: ['待取件'] },
      { say: '取件码多少', hears: ['短信', '请人跟进'] },
    ],
  },
  {
    name: 'the pickup code opens with the recipient’s digits',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.withCode, hears: ['待取件'], neverHears: ['2047', '翠苑'] },
      { say: '取件码多少', hears: ['只给收件人看', '后四位'], neverHears: ['2047'] },
      { say: '1234', hears: ['核对通过', '取件码：6-3-2047', '翠苑三区', '钱*'], neverHears: ['钱多多', '13700005678', '陈大文'] },
      { say: '取件码多少', hears: ['取件码：6-3-2047', '翠苑三区 12 幢驿站'], neverHears: ['13700005678'] },
    ],
  },
  {
    name: 'the sender’s digits open the history without the code, and the recipient’s then open that too',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.withCode, hears: ['末四碼'] },
      { say: '8888', hears: ['核對成功', '待取件', '要收件人手機號碼'], neverHears: ['2047', '翠苑', '钱多多', '13700005678'] },
      { say: '取件碼係咩', hears: ['只提供給收件人'], neverHears: ['2047'] },
      { say: '1234', hears: ['取件碼：6-3-2047', '翠苑三區'], neverHears: ['13700005678'] },
    ],
  },
  {
    name: 'the sender hears that there is a code, in English',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.withCode, hears: ['last four digits'] },
      { say: '8888', hears: ["open with the recipient's digits only", 'Ready for pickup'], neverHears: ['2047', '翠苑'] },
      { say: 'what is the pickup code', hears: ['only the recipient gets it'], neverHears: ['2047'] },
    ],
  },
  {
    name: 'why it was not delivered, the pickup code, hurry, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.attemptFailed, hears: ['派送未成功'] },
      { say: '點解派唔到', hears: ['收件人不在'] },
      { say: '取件碼係咩', hears: ['還沒放到取件點'] },
      { say: '可唔可以快啲', hears: ['沒辦法直接催', '請專人跟進'] },
    ],
  },
  {
    name: 'until when and where it can be collected is answered in a sentence, and the place with the recipient’s digits',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.keptUntil, hears: ['待取件', '保管到 11月24日(周二) 18:00'], neverHears: ['没有新的扫描', '已经晚了', '取件码'] },
      { say: '最晚几号去取', hears: ['保管到 11月24日(周二) 18:00'], neverHears: ['轨迹 ·'] },
      { say: '去哪里取件', hears: ['杭州', '具体地点只给收件人看'], neverHears: ['文新路'] },
      { say: '1234', hears: ['核对通过'] },
      { say: '在哪取', hears: ['取件地点：', '文新路菜鸟驿站', '11月24日'] },
      { say: SAMPLES.readyForPickup, hears: ['待取件'], neverHears: ['保管到'] },
      { say: '保管到什么时候', hears: ['轨迹没写保管到什么时候'] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
      { say: '最晚什么时候取', hears: ['还没有放到取件点'] },
    ],
  },
  ...(
    [
      ['zh-Hant', '最遲什麼時候要領', '保管到 11月24日(週二) 18:00', '去邊度攞'],
      ['en', 'till when is it kept', 'It is kept until Tue 24 Nov 18:00', 'where can I pick it up'],
    ] as const
  ).map(
    ([locale, when, kept, where]): Script => ({
      name: `${when}: until when and where it can be collected`,
      locale,
      exchanges: [
        { say: SAMPLES.keptUntil, hears: [kept] },
        { say: when, hears: [kept] },
        { say: where, hears: [kept], neverHears: ['文新路'] },
      ],
    }),
  ),
  {
    name: 'who signed is told once the four digits are given',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.delivered, hears: ['Delivered'] },
      { say: 'who signed for it?', hears: ['last four digits'], neverHears: ['李'] },
      { say: '1234', hears: ['that matches', 'Signed by: 李*'] },
      { say: 'who signed for it', hears: ['Signed by: 李*'] },
    ],
  },
  {
    name: 'the code and the hurry',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.readyForPickup, hears: ['Ready for pickup'] },
      { say: 'how do i get the pickup code', hears: ['text message'] },
      { say: SAMPLES.late, hears: ['Zhengzhou'] },
      { say: 'can you hurry it up', hears: ['cannot push the courier'] },
    ],
  },
  ...(
    [
      ['zh-Hans', '周末送货吗', '不敢乱说'],
      ['zh-Hant', '你哋星期日派唔派', '不敢亂說'],
      ['zh-Hant', '過年有送嗎', '不敢亂說'],
      ['en', 'do u deliver on sundays', 'no timetable'],
    ] as const
  ).map(
    ([locale, say, honest]): Script => ({
      name: `${say}: what is not known is not guessed from the last parcel`,
      locale,
      exchanges: [
        { say: SAMPLES.late, hears: [SAMPLES.late] },
        { say, hears: [honest], neverHears: [SAMPLES.late] },
      ],
    }),
  ),
  {
    name: 'an ordinal where no list was shown is asked back',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
      { say: '第2件', hears: ['查剛才那件，還是換一個'] },
      { press: SAMPLES.inTransit, hears: ['嘉興'] },
    ],
  },
  {
    name: 'the other one, where only one was spoken of',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['Jiaxing'] },
      { say: 'and the other one?', hears: ['send me a new one'] },
      { say: SAMPLES.late, hears: ['Zhengzhou'] },
      { say: 'ok and the first one?', hears: ['Jiaxing'] },
    ],
  },
];
