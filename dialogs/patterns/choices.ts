import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** Yes, no and which one: by button, by typing, by ordinal. */
export const scripts: readonly Script[] = [
  {
    name: 'an unclear message is asked back; the button is pressed',
    locale: 'zh-Hans',
    exchanges: [
      { say: '包裹包裹包裹', hears: ['您是想', '都不是'] },
      { press: '查快递', hears: ['请把运单号发给我'] },
    ],
  },
  {
    name: 'an unclear message is asked back; answered by ordinal',
    locale: 'zh-Hant',
    exchanges: [
      { say: '包裹包裹包裹', hears: ['您是要', '都不是'] },
      { say: '①', hears: [/./], neverHears: ['您是要', '沒看懂'] },
    ],
  },
  {
    name: 'an unclear message is asked back; none fits',
    locale: 'en',
    exchanges: [
      { say: 'parcel parcel', hears: [/./] },
      { say: 'something about a box of mine', hears: [/./] },
    ],
  },
  {
    name: 'which of a list: ②, the last one, a bare second',
    locale: 'en',
    exchanges: [
      { say: `${SAMPLES.inTransit} ${SAMPLES.late} ${SAMPLES.customs}`, hears: ['Tap a number'] },
      { say: 'second', hears: ['Zhengzhou'] },
      { say: 'the last one', hears: ['In customs'] },
      { say: '①', hears: ['Jiaxing'] },
    ],
  },
  {
    name: 'which of a list, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [
      { say: `${SAMPLES.inTransit} ${SAMPLES.late} ${SAMPLES.customs}`, hears: ['點單號看詳情'] },
      { say: '最尾嗰件', hears: ['清關中'] },
      { say: '第2件', hears: ['鄭州'] },
      { say: '①', hears: ['嘉興'] },
    ],
  },
  {
    name: 'which of a list',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.inTransit} ${SAMPLES.late}`, hears: ['点单号看详情'] },
      { say: '第二个', hears: ['郑州'] },
      { say: '上一个呢', hears: [/嘉兴|郑州/] },
      { press: '看完整轨迹', hears: ['后四位'] },
    ],
  },
  ...(
    [
      ['zh-Hans', '我要开发票', ['对的', '嗯嗯', '没问题', '👌'], '电话号码'],
      ['zh-Hant', '我要開發票', ['係呀', '沒問題', '好喔', '得'], '電話號碼'],
      ['en', 'I need an invoice', ['yep', 'sure', 'sounds good', '👍'], 'phone number'],
    ] as const
  ).flatMap(([locale, wish, yeses, wanted]) =>
    yeses.map(
      (yes): Script => ({
        name: `${yes} is a yes`,
        locale,
        exchanges: [
          { say: wish, hears: [/./] },
          { say: yes, hears: [wanted] },
        ],
      }),
    ),
  ),
  ...(
    [
      ['zh-Hans', '我要开发票', ['不用了', '算了', '不需要，谢谢'], '好的'],
      ['zh-Hant', '我要開發票', ['唔使', '不用了', '唔使喇，唔該'], '好的'],
      ['en', 'I need an invoice', ['nope', 'no thanks', 'not now'], 'All right'],
    ] as const
  ).flatMap(([locale, wish, noes, wanted]) =>
    noes.map(
      (no): Script => ({
        name: `${no} is a no`,
        locale,
        exchanges: [
          { say: wish, hears: [/./] },
          { say: no, hears: [wanted] },
        ],
      }),
    ),
  ),
];
