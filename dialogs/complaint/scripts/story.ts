import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

const FRAGMENTS = [
  ...['那个快递', '上周二', '就是周二下午', '我在家', '等了一天', '没人来', '然后晚上', '看到短信', '说已签收', '我去问门卫', '门卫说没有'],
  ...['问邻居', '也没有', '打电话', '不接', '再打', '关机', '我就', '去网点', '网点的人', '态度', '特别差', '说', '不归他管', '让我等'],
  ...['等了三天', '没消息', '里面是', '我妈的药', '很急的', '你们', '怎么', '能', '这样', '做事', '每次', '都是', '太气人', '真的'],
];

/** How people tell it: in pieces, with second thoughts, with something else between. */
export const story: readonly Script[] = [
  {
    name: 'forty fragments belong to one story, and none is answered with a question',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉', hears: ['发生了什么'] },
      { say: '我跟你说', hears: ['还有要补充的吗', '提交'] },
      ...FRAGMENTS.map((say) => ({ say, hears: ['记下了', '提交'], neverHears: [/[？?]/] })),
      { press: '提交', hears: ['哪件包裹'] },
      { say: '没有单号', hears: ['怎么处理'] },
      { say: '还没想好', hears: ['电话'] },
      { say: '不用了', hears: ['CMP-20261121-0001'] },
    ],
  },
  {
    name: 'what is told after the questions began is kept too',
    locale: 'en',
    exchanges: [
      { say: 'I want to complain, my parcel was left in the rain', hears: ['Which parcel'] },
      { say: 'and the box was open when I found it', hears: ['Noted', 'Which parcel'] },
      { say: SAMPLES.delivered, hears: ['four digits'] },
      { say: 'skip', hears: ['What would put it right'] },
      { press: 'An apology', hears: ['phone number'] },
      { press: 'Skip', hears: ['CMP-20261121-0001'] },
      { say: 'also the courier did not ring the bell', hears: ['Added to CMP-20261121-0001'] },
      { say: 'ok', hears: ['any news will come here'] },
    ],
  },
  {
    name: 'says only whom it is about: what happened is asked, and kept with it',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要投诉快递员', hears: ['发生了什么'] },
      { say: '他把我的包裹从楼上扔下来', hears: ['哪件包裹'] },
    ],
  },
  {
    name: 'corrects the number, then the phone',
    locale: 'zh-Hans',
    exchanges: [
      { say: `投诉，${SAMPLES.threePieces} 箱子破了，东西都湿了`, hears: ['后四位'] },
      { say: `单号错了，是${SAMPLES.delivered}`, hears: ['后四位'] },
      { say: '1234', hears: ['尾号 1234'] },
      { say: '换个号码，打13912345678', hears: ['139****5678', '怎么处理'] },
      { say: '道歉', hears: ['CMP-20261121-0001', SAMPLES.delivered, '139****5678'], neverHears: [SAMPLES.threePieces] },
    ],
  },
  {
    name: 'a mistyped number is offered corrected',
    locale: 'zh-Hant',
    exchanges: [
      { say: `我要客訴 ${SAMPLES.mistyped} 一直沒送到，慢得誇張`, hears: ['好像打錯了一碼', SAMPLES.inTransit] },
      { press: SAMPLES.inTransit, hears: ['末四碼'] },
      { say: '1234', hears: ['希望我們怎麼處理'] },
    ],
  },
  {
    name: 'looks at another parcel in between, and goes on where it was',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要投诉', hears: ['发生了什么'] },
      { say: `等一下，先查下 ${SAMPLES.inTransit} 到哪了`, hears: ['嘉兴', '发生了什么'] },
      { say: '快递员把包裹扔在雨里，纸箱全湿了', hears: ['哪件包裹'] },
    ],
  },
  {
    name: 'changes the language, and is asked the same question in it',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉快递员态度恶劣，敲门像打仗一样', hears: ['哪件包裹'] },
      { say: 'English please', hears: ['English from here on', 'Which parcel'] },
      { press: 'No number', hears: ['What would put it right', 'An apology'] },
      { say: '說繁體中文', hears: ['接下來用繁體中文', '希望我們怎麼處理'] },
      { press: '道歉', hears: ['最後一個問題'] },
      { press: '跳過', hears: ['CMP-20261121-0001'] },
    ],
  },
  {
    name: 'stops half-way, and begins again with nothing left over',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要客訴，司機把包裹丟在馬路邊', hears: ['哪件包裹'] },
      { say: '算了', hears: ['好的，不登記了'] },
      { say: '我要客訴', hears: ['發生了什麼'] },
      { say: '電話一直沒人接，客服都不理人', hears: [/哪件包裹|希望我們怎麼處理/] },
    ],
  },
  {
    name: 'drops it in English',
    locale: 'en',
    exchanges: [
      { say: 'complaint', hears: ['what happened'] },
      { say: 'forget it', hears: ['nothing was registered'] },
    ],
  },
  {
    name: 'answers nothing at all, and is heard all the same',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要投诉', hears: ['发生了什么'] },
      { say: '不想说', hears: ['哪件包裹'] },
      { say: '跳过', hears: ['怎么处理'] },
      { say: '不想说', hears: ['电话'] },
      { say: '跳过', hears: ['CMP-20261121-0001', '发在这个对话里'] },
    ],
  },
  {
    name: 'asks for a person in the middle: offered, and the question stays',
    locale: 'en',
    exchanges: [
      { say: 'complaint about the driver, he was shouting at my kids', hears: ['Which parcel'] },
      { say: 'human agent please', hears: ['call-back'] },
      { say: 'no thanks', hears: ['Which parcel'] },
    ],
  },
];
