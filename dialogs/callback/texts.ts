import type { Intent, Text } from '../../core/types.ts';

/** What this desk cannot finish by itself in chat, and how it is called in a sentence. */
export const topics: Partial<Record<Intent, Text>> = {
  change_delivery: { 'zh-Hans': '改地址或派送时间', 'zh-Hant': '更改地址或配送時間', en: 'a change to a delivery' },
  return_label: { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'a return' },
  complaint: { 'zh-Hans': '投诉', 'zh-Hant': '客訴', en: 'your complaint' },
  complaint_status: { 'zh-Hans': '投诉进度', 'zh-Hant': '客訴進度', en: 'the status of your complaint' },
  claim_compensation: { 'zh-Hans': '理赔', 'zh-Hant': '理賠', en: 'your claim' },
  survey_response: { 'zh-Hans': '服务评价', 'zh-Hant': '服務評價', en: 'your feedback' },
  price_quote: { 'zh-Hans': '运费', 'zh-Hant': '運費', en: 'a price' },
  pickup_request: { 'zh-Hans': '上门取件', 'zh-Hant': '到府收件', en: 'a pickup' },
  invoice: { 'zh-Hans': '发票', 'zh-Hant': '發票', en: 'an invoice' },
};

export const texts = {
  offerPerson: {
    'zh-Hans': '这里暂时没有在线坐席，我可以登记，请同事给您回电。要登记吗？',
    'zh-Hant': '這裡暫時沒有線上專員，我可以登記，請同事回電給您。要登記嗎？',
    en: 'There is no agent in this chat at the moment, but I can register a call-back by a colleague. Shall I?',
  },
  offerAfterMisses: {
    'zh-Hans': '抱歉，我还是没明白。要不要登记一下，请同事给您回电？',
    'zh-Hant': '抱歉，我還是沒聽懂。要不要登記一下，請同事回電給您？',
    en: "Sorry, I still don't follow. Shall I register a call-back so that a colleague can help?",
  },
  offerTopic: {
    'zh-Hans': '{topic}我在这里还办不了，可以登记请同事给您回电处理。要登记吗？',
    'zh-Hant': '{topic}我在這裡還無法辦理，可以登記請同事回電為您處理。要登記嗎？',
    en: 'I cannot handle {topic} in this chat yet, but I can register a call-back by a colleague. Shall I?',
  },
  sorryTopic: {
    'zh-Hans': '很抱歉给您添了麻烦。{topic}需要同事来处理，我先登记，请他们给您回电，好吗？',
    'zh-Hant': '很抱歉造成您的困擾。{topic}需要由同事處理，我先登記，請他們回電給您，好嗎？',
    en: 'I am sorry for the trouble. A colleague has to look into {topic}; shall I register a call-back?',
  },
  yes: { 'zh-Hans': '好，登记', 'zh-Hant': '好，登記', en: 'Yes, please' },
  no: { 'zh-Hans': '不用了', 'zh-Hant': '不用了', en: 'No, thanks' },
  declined: {
    'zh-Hans': '好的。想查快递，直接把运单号发给我就行。',
    'zh-Hant': '好的。想查包裹，直接把運單號傳給我就行。',
    en: 'All right. To check a parcel, just send me its tracking number.',
  },
  askYesNo: {
    'zh-Hans': '需要登记回电吗？回复“好”或“不用了”就行。',
    'zh-Hant': '需要登記回電嗎？回覆「好」或「不用了」即可。',
    en: 'Shall I register the call-back? "Yes" or "no" is enough.',
  },
  askPhone: {
    'zh-Hans': '请留一个能打通的电话号码。',
    'zh-Hant': '請留一個可以聯絡到您的電話號碼。',
    en: 'Which phone number should we call?',
  },
  badPhone: {
    'zh-Hans': '这个号码看起来不完整。大陆手机请发 11 位；其他地区请带区号，例如 +852 9123 4567。',
    'zh-Hant': '這個號碼看起來不完整。台灣手機請傳 09 開頭共 10 碼；其他地區請加國碼，例如 +852 9123 4567。',
    en: 'That number looks incomplete. Please add the country code, for example +852 9123 4567.',
  },
  noPhone: {
    'zh-Hans': '没有电话的话同事没法回电。可以留家人或收件人的号码；不留也行，回复“不用了”。',
    'zh-Hant': '沒有電話的話同事無法回電。可以留家人或收件人的號碼；不留也沒關係，回覆「不用了」。',
    en: 'Without a number nobody can call back. A relative\'s or the recipient\'s will do; if you would rather not, just say "no thanks".',
  },
  registered: {
    'zh-Hans': '登记好了，编号 {reference}。同事会打 {phone} 联系您，您说的情况我已一并记下。',
    'zh-Hant': '登記好了，編號 {reference}。同事會撥 {phone} 與您聯絡，您說的情況我已一併記下。',
    en: 'Done: your reference is {reference}. A colleague will call {phone}; what you told me is noted with it.',
  },
  hotline: {
    'zh-Hans': '急的话也可以直接打客服电话 {hotline}。',
    'zh-Hant': '趕時間的話也可以直接撥客服電話 {hotline}。',
    en: 'If it is urgent you can also call {hotline}.',
  },
} as const satisfies Record<string, Text>;
