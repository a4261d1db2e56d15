import type { Script } from '../script.ts';

/** Pictures instead of words, and anger. */
export const scripts: readonly Script[] = [
  {
    name: 'angry faces alone',
    locale: 'zh-Hans',
    exchanges: [
      { say: '😡😡😡', hears: ['抱歉', '出了什么事', '投诉', '找人工'], neverHears: ['服务评价'] },
      { say: '🤷', hears: ['需要什么直接告诉我'] },
    ],
  },
  {
    name: 'insults while a question is open: an apology, and not the same words for ever',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要開發票', hears: ['要登記嗎'] },
      { say: '你們是白痴嗎', hears: ['很抱歉'] },
    ],
  },
  {
    name: 'a shrug at the phone number',
    locale: 'en',
    exchanges: [
      { say: 'I need an invoice', hears: ['Shall I'] },
      { say: '👍', hears: ['phone number'] },
      { say: '🤷', hears: ['Which phone number'], neverHears: ['incomplete'] },
    ],
  },
];
