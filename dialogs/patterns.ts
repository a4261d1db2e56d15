import { SAMPLE_CUSTOMER, SAMPLES } from './samples.ts';
import type { Script } from './script.ts';

/** How people bend a conversation, whatever the flow: each in three languages. */
export const scripts: readonly Script[] = [
  {
    name: 'two wishes in one message: the second is taken up after the first',
    locale: 'zh-Hans',
    exchanges: [
      { say: `帮我查一下${SAMPLES.inTransit}到哪了。另外我要开发票`, hears: ['嘉兴', '您刚才还提到“开发票”', '要登记吗'] },
      { say: '好', hears: ['电话号码'] },
    ],
  },
  {
    name: 'two wishes, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要退貨。還有，我的包裹到哪了？', hears: ['退貨我在這裡還無法辦理'], neverHears: ['您剛才還提到'] },
      { say: '不用了', hears: ['好的', '您剛才還提到「查包裹」', '請把運單號傳給我'] },
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
    ],
  },
  {
    name: 'the second wish comes as soon as the first is answered',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我想問下件貨幾時到，仲有可唔可以開張發票', hears: ['請把運單號傳給我'] },
      { say: SAMPLES.inTransit, hears: ['嘉興', '您剛才還提到「開發票」'] },
    ],
  },
  {
    name: 'two wishes, in English',
    locale: 'en',
    exchanges: [
      {
        say: `Where is ${SAMPLES.late}? Also I need an invoice for my last shipment.`,
        hears: ['Zhengzhou', 'You also mentioned "Get an invoice"', 'call-back'],
      },
      { say: 'cancel', hears: ["I've stopped"] },
    ],
  },
  {
    name: 'what? repeats the open question',
    locale: 'zh-Hans',
    exchanges: [
      { say: '查快递', hears: ['请把运单号发给我'] },
      { say: '什么？', hears: ['请把运单号发给我'], neverHears: ['没看到运单号'] },
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
    ],
  },
  {
    name: 'say again, when nothing is open',
    locale: 'en',
    exchanges: [
      { say: 'thanks', hears: ["You're welcome"] },
      { say: 'sorry, what did you say', hears: [/./] },
      { say: 'say that again', hears: [/./] },
    ],
  },
  {
    name: 'does not understand, in Cantonese',
    locale: 'zh-Hant',
    exchanges: [
      { say: '轉真人', hears: ['要登記嗎'] },
      { say: '咩話？', hears: ['要登記嗎'] },
    ],
  },
  {
    name: 'does not know the number: told where it stands, and another way',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我想查快递', hears: ['请把运单号发给我'] },
      { say: '我不知道', hears: ['购物订单', '找人工'] },
      { say: `订单号${SAMPLES.order}`, hears: ['后四位'] },
    ],
  },
  {
    name: 'does not know the number, in English and Traditional Chinese',
    locale: 'en',
    exchanges: [
      { say: 'track a parcel please', hears: ['tracking number'] },
      { say: "I don't have it", hears: ['dispatch message'] },
      { say: '說繁體中文', hears: ['接下來用繁體中文'] },
      { say: '唔知', hears: ['購物訂單'] },
    ],
  },
  {
    name: 'has lost the number, with nothing open',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
      { say: '找不到单号', hears: ['购物订单'], neverHears: ['很抱歉'] },
      { say: SAMPLES.late, hears: ['郑州'] },
    ],
  },
  {
    name: 'corrects the number just given',
    locale: 'zh-Hans',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉兴'] },
      { say: `单号错了，是${SAMPLES.late}`, hears: ['郑州'], neverHears: ['嘉兴'] },
    ],
  },
  {
    name: 'a returning customer is greeted with what is open',
    locale: 'zh-Hans',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: '你好', hears: ['李女士，您好'], neverHears: ['CBR-'] },
      { say: '转人工，打13800001234', hears: ['要登记吗'] },
      { say: '好的', hears: ['CBR-20261121-0001'] },
      { say: '你好', hears: ['您 11月21日(周六)登记的回电（CBR-20261121-0001）还没办完', '李女士，您好'] },
    ],
  },
  {
    name: 'answers two questions at once',
    locale: 'zh-Hans',
    exchanges: [
      { say: '转人工', hears: ['要登记吗'] },
      { say: '好的，打13800001234', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'changes their mind at the phone number',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要客訴，東西壞了', hears: ['請他們回電給您'] },
      { say: '好', hears: ['電話號碼'] },
      { say: '還是不用了', hears: [/已經停下|好的/] },
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
    ],
  },
  {
    name: 'starts over with something else while a question is open',
    locale: 'en',
    exchanges: [
      { say: 'talk to a person', hears: ['Shall I'] },
      { say: 'actually just tell me where XB000000001014 is', hears: ['Jiaxing', /Shall I|yes/] },
      { say: 'no', hears: [/tracking number|stopped/] },
    ],
  },
  {
    name: 'corrects the number, in English',
    locale: 'en',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['Jiaxing'] },
      { say: `sorry wrong number, it's ${SAMPLES.late}`, hears: ['Zhengzhou'], neverHears: ['Jiaxing'] },
    ],
  },
  {
    name: 'corrects the number, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: SAMPLES.inTransit, hears: ['嘉興'] },
      { say: `打錯了，應該是 ${SAMPLES.late}`, hears: ['鄭州'], neverHears: ['嘉興'] },
    ],
  },
  {
    name: 'answers two questions at once, in English',
    locale: 'en',
    exchanges: [
      { say: 'can I speak to someone', hears: ['Shall I'] },
      { say: 'yes, call +852 9123 4567', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'answers two questions at once, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要退貨', hears: ['要登記嗎'] },
      { say: '好，打 0912-345-678 給我', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'changes their mind, in Simplified Chinese',
    locale: 'zh-Hans',
    exchanges: [
      { say: '我要退货', hears: ['要登记吗'] },
      { say: '好', hears: ['电话号码'] },
      { say: '算了 还是不退了', hears: [/已停下|好的/] },
    ],
  },
  {
    name: 'changes their mind, in English',
    locale: 'en',
    exchanges: [
      { say: 'I need to send something back', hears: ['Shall I'] },
      { say: 'yes', hears: ['phone number'] },
      { say: 'never mind', hears: [/stopped|All right/] },
    ],
  },
  {
    name: 'a returning customer, in English and in Traditional Chinese',
    locale: 'en',
    customerId: SAMPLE_CUSTOMER.id,
    exchanges: [
      { say: 'human please, 13800001234', hears: ['Shall I'] },
      { say: 'ok', hears: ['CBR-20261121-0001'] },
      { say: 'hello', hears: ['Your call-back request of Sat 21 Nov (CBR-20261121-0001) is still open'] },
      { say: '說繁體中文', hears: ['接下來用繁體中文'] },
      { say: '哈囉', hears: ['您 11月21日(週六)登記的回電（CBR-20261121-0001）還沒處理完'] },
    ],
  },
  {
    name: 'asks where a parcel is while a question is open, and goes on, in Traditional Chinese',
    locale: 'zh-Hant',
    exchanges: [
      { say: '我要客訴，司機態度很差', hears: ['請他們回電給您'] },
      { say: '好', hears: ['電話號碼'] },
      { say: `等等，先幫我看 ${SAMPLES.late} 到哪了`, hears: ['鄭州', '電話號碼'] },
      { say: '0912345678', hears: ['CBR-20261121-0001'] },
    ],
  },
  {
    name: 'what? in the middle, in English',
    locale: 'en',
    exchanges: [
      { say: 'track my package', hears: ['Please send me the tracking number'] },
      { say: 'what?', hears: ['Please send me the tracking number'] },
      { say: "I don't understand", hears: ['Please send me the tracking number'] },
    ],
  },
];
