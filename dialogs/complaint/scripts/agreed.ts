import { SAMPLES } from '../../samples.ts';
import type { Script } from '../../script.ts';

/** An open offer asked after and bargained over, and what was agreed asked after and taken back. */
export const agreed: readonly Script[] = [
  {
    name: 'asks how much it was, names another sum, accepts, and disowns it: a call is booked',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.missorted}拖了一天多还没到，要求赔偿`, hears: ['后四位'] },
      { say: '1234', hears: ['12.00 元', '接受', '不接受'] },
      { say: '刚才说赔多少？', hears: ['12.00 元', '接受'], neverHears: ['运费我在这里', '由同事重新看。'] },
      { say: '给我300块', hears: ['原话记进 CMP-20261121-0001', '接受', '不接受'], neverHears: ['您接受了'] },
      { say: '行吧，接受', hears: ['您接受了'] },
      { say: '一共赔多少来着', hears: ['12.00 元', '您已接受'] },
      { say: '等等，我没同意过', hears: ['收回接受', '仍是“已接受”', 'CBR-20261121-0001', '1234'], neverHears: ['接受过了', '办不了'] },
      { say: '我真的反悔了', hears: ['加进 CMP-20261121-0001'], neverHears: ['CBR-20261121-0002'] },
      { say: '算了，还是同意吧', hears: ['您还是接受'] },
    ],
  },
  {
    name: 'in English: another sum, a yes, a slip of the finger',
    locale: 'en',
    exchanges: [
      { say: `${SAMPLES.missorted} is more than a day late, I want compensation`, hears: ['four digits'] },
      { say: '1234', hears: ['CNY 12.00', 'Accept'] },
      { say: 'what was your offer again?', hears: ['CNY 12.00', 'Accept', 'Decline'] },
      { say: 'I need 300 dollars', hears: ['noted that in CMP-20261121-0001', 'Accept'], neverHears: ['Just to be sure'] },
      { say: 'all right, I agree', hears: ['settled that way'] },
      { say: 'oh no, that was by mistake', hears: ['take your acceptance back', 'CBR-20261121-0001'], neverHears: ['not possible'] },
      { say: 'how much would it be?', hears: ['CNY 12.00'], neverHears: ['sorry this happened'] },
    ],
  },
  {
    name: 'in traditional script: a sum without a no declines nothing; after a no there is nothing to accept',
    locale: 'zh-Hant',
    exchanges: [
      { say: `${SAMPLES.missorted} 晚了一天多還沒到，我要求賠償`, hears: ['末四碼'] },
      { say: '1234', hears: ['12.00', '接受'] },
      {
        say: '我想要800',
        hears: ['原話記進 CMP-20261121-0001', '不接受'],
        neverHears: ['作廢，由專人重新看，最晚 11月23日 20:00 前在這裡回覆您。\n'],
      },
      { say: '不接受', hears: ['作廢', '11月23日 20:00'] },
      { say: '好啦，我接受', hears: ['已經作廢', '記進 CMP-20261121-0001'], neverHears: ['辦不了'] },
    ],
  },
  {
    name: 'the value is taken back: noted and not said to be decided by; what is paid for a delay stays open',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.missorted}晚到一天多，我要索赔`, hears: ['后四位'] },
      { say: '1234', hears: ['12.00 元', '接受'] },
      { say: '价值说错了，应该是70元', hears: ['70.00 元', '退的是运费', '接受'] },
      { say: '接受', hears: ['您接受了'] },
    ],
  },
  {
    name: 'a value with its unit is one, whatever else its digits may mean; who cannot say goes on',
    locale: 'zh-Hans',
    exchanges: [
      { say: `${SAMPLES.lost}丢件了，要你们赔偿`, hears: ['后四位'] },
      { say: '1234', hears: ['值多少钱'] },
      { say: '没几个钱', hears: ['确切的数', '不清楚'], neverHears: ['运费'] },
      { say: '88欧元', hears: ['EUR 88.00', '能证明价值'], neverHears: ['再见'] },
      { say: '没有', hears: ['CMP-20261121-0001', 'EUR 88.00'] },
      { say: '价值报错了，是58欧元', hears: ['EUR 58.00', '登记的数我这里改不了'], neverHears: ['按这个数核定'] },
    ],
  },
  {
    name: 'no phone is convenient: the question is passed over, the complaint is taken',
    locale: 'zh-Hans',
    exchanges: [
      { say: '投诉，派件员态度太差，冲我吼', hears: ['运单号'] },
      { say: '没有单号', hears: ['怎么处理'] },
      { say: '道歉', hears: ['电话'] },
      { say: '现在不太方便', hears: ['CMP-20261121-0001'], neverHears: ['停'] },
    ],
  },
  {
    name: 'undecided about a phone: the same in English',
    locale: 'en',
    exchanges: [
      { say: 'I want to complain, your courier shouted at me at the door', hears: ['tracking number'] },
      { say: 'No number', hears: ['put it right'] },
      { say: 'Not sure yet', hears: ['phone'] },
      { say: 'I have not decided', hears: ['CMP-20261121-0001'], neverHears: ['stopped'] },
    ],
  },
  {
    name: 'a plain yes in traditional script is one; pressed by mistake, it is taken back',
    locale: 'zh-Hant',
    exchanges: [
      { say: `${SAMPLES.missorted} 晚了一天多還沒送到，要求賠償`, hears: ['末四碼'] },
      { say: '1234', hears: ['12.00', '接受'] },
      { say: '這個我願意接受', hears: ['您接受了'], neverHears: ['作廢'] },
      { say: '按錯了', hears: ['收回接受', 'CBR-20261121-0001'], neverHears: ['上一個問題'] },
    ],
  },
  {
    name: 'more is asked for: a condition, though it sounds like a correction',
    locale: 'en',
    exchanges: [
      { say: `${SAMPLES.missorted} is more than a day late, I want compensation`, hears: ['four digits'] },
      { say: '1234', hears: ['CNY 12.00', 'Accept'] },
      { say: 'could you make it 80?', hears: ['noted that in CMP-20261121-0001', 'Accept'], neverHears: ['correction'] },
      { say: 'Accept', hears: ['settled that way'] },
    ],
  },
];
