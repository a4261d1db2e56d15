import type { Script } from '../script.ts';

export const scripts: readonly Script[] = [
  {
    name: 'hello, help, thanks, goodbye',
    locale: 'zh-Hans',
    exchanges: [
      { say: '你好', hears: ['星邦速运', '查快递'] },
      { say: '你能做什么', hears: ['XB000000012348'] },
      { say: '谢谢啦', hears: ['不客气'] },
      { say: '拜拜', hears: ['再见'] },
    ],
  },
  {
    name: 'the same in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: '哈囉', hears: ['星邦速運', '查包裹'] },
      { say: '謝謝你', hears: ['不客氣'] },
    ],
  },
  {
    name: 'the same in English',
    locale: 'en',
    exchanges: [
      { say: 'hello there', hears: ['XB Express', 'Track a parcel'] },
      { say: 'what can you do?', hears: ['order number'] },
      { say: 'thanks!', hears: ["You're welcome"] },
    ],
  },
  {
    name: 'what is none of our business is said so, kindly',
    locale: 'zh-Hans',
    exchanges: [{ say: '今天上海天气怎么样', hears: ['查件'] }],
  },
  {
    name: 'says what it is',
    locale: 'zh-Hans',
    exchanges: [
      { say: '你是机器人吧', hears: ['客服机器人', '找人工'] },
      { say: '你叫什么名字', hears: ['星邦速运'] },
      { press: '找人工', hears: ['要登记吗'] },
    ],
  },
  {
    name: 'says what it is, in Hong Kong',
    locale: 'zh-Hant',
    exchanges: [{ say: '你係咪機械人', hears: ['機器人助理'] }],
  },
  {
    name: 'says what it is, in English',
    locale: 'en',
    exchanges: [{ say: 'r u a bot', hears: ['a bot'] }],
  },
  {
    name: 'speaks another language when asked to, and stays with it for a bare number',
    locale: 'zh-Hans',
    exchanges: [
      { say: '能说英文吗', hears: ['English from here on'] },
      { say: 'XB000000001014', hears: ['In transit'] },
      { say: '說繁體中文', hears: ['接下來用繁體中文'] },
      { say: 'XB000000001014', hears: ['運送中'] },
    ],
  },
  {
    name: 'empty, endless and hostile messages get a sentence, not silence',
    locale: 'zh-Hans',
    exchanges: [
      { say: '   ', hears: ['空消息'] },
      { say: `${'在吗'.repeat(2100)}`, hears: ['很长'] },
      { say: '<script>alert(1)</script>', hears: [/./] },
      { say: '😀'.repeat(500), hears: [/./] },
    ],
  },
];
