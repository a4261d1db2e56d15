import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

export const scripts: readonly Script[] = [
  {
    name: 'two misses, then a person is offered and a call-back taken',
    locale: 'zh-Hans',
    exchanges: [
      { say: '咕噜咕噜啦啦啦', hears: ['查快递'] },
      { say: '嘎嘎嘎嘎嘎', hears: ['登记', '回电'] },
      { say: '好的', hears: ['电话号码'] },
      { say: '13800001234', hears: [/CBR-20261121-0001/, '138****1234'], neverHears: ['13800001234'] },
    ],
  },
  {
    name: 'asks for a person, gives a bad number, then a good one',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要找真人客服', hears: ['回電'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '12345', hears: ['不完整'] },
      { say: '0912345678', hears: [/CBR-20261121-0001/] },
    ],
  },
  {
    name: 'a Hong Kong number as people there write it',
    locale: 'zh-Hant',
    exchanges: [
      { say: '轉真人', hears: ['要登記嗎'] },
      { say: '好 打 9123 4567', hears: [/CBR-20261121-0001/] },
    ],
  },
  {
    name: 'the hour of a call belongs to the call, whatever else it resembles',
    locale: 'en',
    exchanges: [
      { say: 'can somebody phone me', hears: ['Shall I'] },
      { say: 'yes', hears: ['phone number'] },
      { say: '+44 7700 900123', hears: ['CBR-20261121-0001'] },
      { say: 'ring me after half past five, I work till then', hears: ['Added to call-back CBR-20261121-0001'], neverHears: ['Shall I'] },
      { say: 'make the call tomorrow morning instead', hears: ['Added to call-back CBR-20261121-0001'], neverHears: ['delivery'] },
      { say: 'what did you note?', hears: ['half past five', 'tomorrow morning'] },
    ],
  },
  {
    name: 'declines, in English',
    locale: 'en',
    exchanges: [
      { say: 'I want to talk to a real person please', hears: ['call-back'] },
      { say: 'no thanks', hears: ['tracking number'] },
    ],
  },
  {
    name: 'asks for the parcel in the middle, and goes on',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要退货', hears: ['退货', '登记'] },
      { say: '好', hears: ['电话号码'] },
      { say: `等一下，先查下 ${SAMPLES.inTransit} 到哪了`, hears: ['嘉兴', '电话号码'] },
      { say: '13800001234', hears: [/CBR-20261121-0001/] },
    ],
  },
  {
    name: 'changes the language in mid-flow',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要退货', hears: ['登记'] },
      { say: 'English please', hears: ['English from here on', 'call-back'] },
      { say: 'yes', hears: ['phone number'] },
      { say: '+852 9123 4567', hears: [/CBR-20261121-0001/] },
    ],
  },
  {
    name: 'cancels half-way',
    locale: 'zh-Hant',
    exchanges: [
      { say: '轉真人', hears: ['回電'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '算了取消', hears: ['已經停下'] },
    ],
  },
  {
    name: 'a call with its number and hour, and a question beside: both are done, and the hour is moved',
    locale: 'zh-Hans',
    exchanges: [
      { say: '明天上午10点给我回个电话 13800138000，XB000000001021 怎么一直不动', hears: ['CBR-20261121-0001', 'XB000000001021'] },
      { say: '改成下午3点', hears: ['CBR-20261121-0001', '改成下午3点'], neverHears: ['要登记吗'] },
      { say: '取消回电吧', hears: ['CBR-20261121-0001 取消了'] },
    ],
  },
  {
    name: 'who tells of a stranger’s call has nobody ring that number',
    locale: 'zh-Hans',
    exchanges: [
      { say: '有人用13800138000打给我说包裹丢了要退三倍，是骗子吗', hears: [], neverHears: ['登记好了'] },
      { say: '刚才司机13800138000打给我了，没接到', hears: [], neverHears: ['登记好了'] },
    ],
  },
];
