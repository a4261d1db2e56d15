import type { Script } from '../../script.ts';

/** Praise and suggestions: two questions at most, and none where all is said. */
export const praise: readonly Script[] = [
  {
    name: 'praise in one message',
    locale: 'zh-Hans',
    exchanges: [{ say: '我要表扬快递员小王，下大雨还给我送上楼', hears: ['谢谢', '小王', 'CMP-20261121-0001'], neverHears: ['抱歉'] }],
  },
  {
    name: 'one word of praise, then whom for',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要表扬', hears: ['想表扬谁'] },
      { say: '客服小李特别耐心', hears: ['小李', 'CMP-20261121-0001'] },
    ],
  },
  {
    name: 'praise, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [{ say: '想稱讚一下你們的司機陳師傅，幫阿嬤把箱子搬上三樓', hears: ['謝謝您', '陳師傅', 'CMP-20261121-0001'] }],
  },
  {
    name: 'praise, in English',
    locale: 'en',
    exchanges: [
      { say: "I'd like to compliment your driver Tom Baker, he was so kind to my grandmother", hears: ['Tom Baker', 'CMP-20261121-0001'] },
    ],
  },
  {
    name: 'a suggestion in one message',
    locale: 'zh-Hans',
    exchanges: [
      { say: '建议你们驿站晚上延长到十点', hears: ['谢谢您的建议', 'CMP-20261121-0001'], neverHears: ['抱歉', '前给您处理结果'] },
    ],
  },
  {
    name: 'a suggestion announced, then made',
    locale: 'en',
    exchanges: [
      { say: 'I have a suggestion', hears: ['What could we do better'] },
      { say: 'let us choose the delivery hour when we order', hears: ['Thank you for the suggestion', 'CMP-20261121-0001'] },
    ],
  },
  {
    name: 'a suggestion, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我想提個建議', hears: ['哪裡可以做得更好'] },
      { say: '到貨前一小時傳個簡訊就好了', hears: ['謝謝您的建議', 'CMP-20261121-0001'] },
    ],
  },
  {
    name: 'scorn is no praise',
    locale: 'zh-Hans',
    exchanges: [{ say: '你们还好意思要表扬，我要投诉', hears: ['抱歉'], neverHears: ['表扬登记'] }],
  },
];
