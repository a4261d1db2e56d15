import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** How Hong Kong and Taiwan say it: what is done to the goods, what somebody breathed in, that this is all, and what is owed. */
export const hant: readonly Script[] = [
  {
    name: 'left at the door in the rain is damage, not loss',
    locale: 'zh-Hant',
    exchanges: [
      { say: '包裹被放在門口淋雨全濕 裡面是課本', hears: ['東西弄壞了', '是哪件包裹'], neverHears: ['找不到'] },
      { say: '沒有單號', hears: ['希望我們怎麼處理'] },
      { say: '賠錢', hears: ['值多少錢'] },
      { say: '兩千台幣', hears: ['證明價值'] },
      { say: '沒發票', hears: ['留個電話'], neverHears: ['無法辦理'] },
      { say: '0912345678', hears: ['已登記，編號 CMP-20261121-0001', '損壞', '新台幣 2000.00 元'], neverHears: ['遺失'] },
      { say: '處理得怎樣', hears: ['CMP-20261121-0001', '前給您結果'] },
    ],
  },
  {
    name: 'fumes and dizziness come before the parcel, in Cantonese too',
    locale: 'zh-Hant',
    exchanges: [
      { say: '件貨漏緊啲黃色嘢，我聞到頭暈', hears: ['人身安全', '999', '打得通的電話'] },
      { say: '61234567', hears: ['CMP-20261121-0001', '加急', 'CBR-'] },
      { say: '仲係好暈', hears: ['CMP-20261121-0001'], neverHears: ['沒看懂'] },
    ],
  },
  {
    name: 'a Cantonese speaker gets out of the story without a button',
    locale: 'zh-Hant',
    exchanges: [
      { say: '投訴，你哋個司機鬧我', hears: ['受了這樣的氣', '是哪件包裹'] },
      { say: '佢話我阻住佢收工，仲爆粗', hears: ['記下了'] },
      { say: '就係咁', hears: ['希望我們怎麼處理'] },
      { press: '道歉', hears: ['留個電話'] },
      { say: '91234567', hears: ['已登記，編號 CMP-20261121-0001'] },
      { say: '幾時有消息', hears: ['CMP-20261121-0001', '前給您結果'], neverHears: ['運單號傳給我'] },
    ],
  },
  {
    name: 'broken bowls in Hong Kong words, and what came of them',
    locale: 'zh-Hant',
    exchanges: [
      { say: `投訴呀，${SAMPLES.delivered} 箱嘢爛晒，入面啲碗碎咗三隻`, hears: ['東西弄壞了', '末四碼'] },
      { say: '1234', hears: ['希望我們怎麼處理', '1234'] },
      { press: '道歉', hears: ['已登記，編號 CMP-20261121-0001'] },
      { say: '有冇人睇緊', hears: ['CMP-20261121-0001', '前給您結果'] },
    ],
  },
  {
    name: 'praise stays praise, and what follows belongs to it',
    locale: 'zh-Hant',
    exchanges: [
      { say: '想稱讚你們一位送貨大哥，昨天幫我阿嬤把米搬上四樓', hears: ['稱讚', 'CMP-20261121-0001'] },
      { say: '還有，他姓陳，跑板橋的', hears: ['CMP-20261121-0001'], neverHears: ['很抱歉'] },
      { say: '謝謝', hears: ['不客氣'] },
    ],
  },
];
