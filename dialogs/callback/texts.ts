import type { Intent, Text } from '../../core/types.ts';

/** What this desk cannot finish by itself in chat, and how it is called in a sentence. */
export const topics: Partial<Record<Intent, Text>> = {
  change_delivery: { 'zh-Hans': '改地址或派送时间', 'zh-Hant': '更改地址或配送時間', en: 'a change to a delivery' },
  return_label: { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'a return' },
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
  offerCall: {
    'zh-Hans': '可以登记请同事打 {phone} 回电。要登记吗？',
    'zh-Hant': '可以登記請同事撥 {phone} 回電。要登記嗎？',
    en: 'Shall I register a call-back to {phone}?',
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
  offerStill: {
    'zh-Hans': '刚才说的{topic}，要登记请同事回电吗？',
    'zh-Hant': '剛才說的{topic}，要登記請同事回電嗎？',
    en: 'Back to {topic}: shall I register a call-back?',
  },
  notedAskYesNo: {
    'zh-Hans': '这个我也记下，登记的话会一起转给同事。要登记回电吗？',
    'zh-Hant': '這個我也記下，登記的話會一併轉給同事。要登記回電嗎？',
    en: 'Noted; it goes to my colleague along with the rest. Shall I register the call-back?',
  },
  notedAskPhone: {
    'zh-Hans': '记下了，会一起转给同事。请再留一个能打通的电话号码。',
    'zh-Hant': '記下了，會一併轉給同事。請再留一個可以聯絡到您的電話號碼。',
    en: 'Noted, it goes to my colleague too. Which phone number should we call?',
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
  badPhoneAgain: {
    'zh-Hans': '还是少了几位或多了几位。请再核对一遍，比如 138 0000 1234；不想留号码就回复“不用了”。',
    'zh-Hant': '位數還是不對。請再核對一次，例如 0912 345 678 或 +852 9123 4567；不想留號碼就回覆「不用了」。',
    en: 'That still does not look right. Please check it once more, for example +852 9123 4567, or say "no thanks" to leave it.',
  },
  noPhone: {
    'zh-Hans': '不留电话也行：点“投诉”，我把这件事书面记下，同事在这个对话里答复您。想接电话就发一个号码，家人的也可以。',
    'zh-Hant': '不留電話也可以：點「客訴」，我把這件事書面記下，專人在這個對話裡答覆您。想接電話就傳一個號碼，家人的也可以。',
    en: 'No phone needed: tap "Make a complaint" and I take it down in writing, to be answered right here. For a call, send any number, a relative\'s will do.',
  },
  registered: {
    'zh-Hans': '登记好了，编号 {reference}。同事会打 {phone} 联系您，您说的情况我已一并记下。',
    'zh-Hant': '登記好了，編號 {reference}。同事會撥 {phone} 與您聯絡，您說的情況我已一併記下。',
    en: 'Done: your reference is {reference}. A colleague will call {phone}; what you told me is noted with it.',
  },
  countryAssumed: {
    'zh-Hans': '国家或地区是按您的写法判断的；不对的话，带上区号（如 +852）再发一次。',
    'zh-Hant': '國家或地區是依您的寫法判斷的；不對的話，加上國碼（如 +886）再傳一次。',
    en: 'The country is taken from how you write it; if it is wrong, send the number with its country code.',
  },
  corrected: {
    'zh-Hans': '好的，回电 {reference} 的号码改成 {phone} 了。',
    'zh-Hant': '好的，回電 {reference} 的號碼已改為 {phone}。',
    en: 'Thanks, call-back {reference} now goes to {phone}.',
  },
  added: {
    'zh-Hans': '好，写进回电 {reference} 了：“{words}”。打过去前同事会看到。',
    'zh-Hant': '好，寫進回電 {reference} 了：「{words}」。專人回電前會看到。',
    en: 'Added to call-back {reference}: “{words}”. My colleague sees it before calling.',
  },
  cancelledCall: {
    'zh-Hans': '好，回电 {reference} 取消了，不会再打给您。要改主意随时说。',
    'zh-Hant': '好，回電 {reference} 已取消，不會再撥給您。改變主意隨時說。',
    en: 'Done: call-back {reference} is cancelled, nobody will ring you. If you change your mind, just say so.',
  },
  stillOpen: {
    'zh-Hans': '您 {day}登记的回电（{reference}）还没办完，同事会联系您。',
    'zh-Hant': '您 {day}登記的回電（{reference}）還沒處理完，同事會與您聯絡。',
    en: 'Your call-back request of {day} ({reference}) is still open; a colleague will call you.',
  },
  whenCalled: {
    'zh-Hans': '回电 {reference} {day}登记，还在排队；具体几点我说不准。打 {phone}，记的是：“{note}”。要改号码、时间或取消，直接说。',
    'zh-Hant': '回電 {reference} {day}登記，還在排隊；確切幾點我無法保證。撥 {phone}，記的是：「{note}」。要改號碼、時間或取消，直接說。',
    en: 'Your call-back {reference} of {day} is in the queue; I cannot name the hour. It goes to {phone}, with your words: “{note}”. To change the number or the time, or to cancel, just say so.',
  },
  noteOf: {
    'zh-Hans': '• 回电 {reference}：打 {phone}，“{note}”',
    'zh-Hant': '• 回電 {reference}：撥 {phone}，「{note}」',
    en: '• Call-back {reference} to {phone}: “{note}”',
  },
  notePending: {
    'zh-Hans': '• 还没登记的回电：打 {phone}，“{note}”',
    'zh-Hant': '• 還沒登記的回電：撥 {phone}，「{note}」',
    en: '• A call-back not registered yet, to {phone}: “{note}”',
  },
  notePendingWithout: {
    'zh-Hans': '• 还没登记的回电：“{note}”',
    'zh-Hant': '• 還沒登記的回電：「{note}」',
    en: '• A call-back not registered yet: “{note}”',
  },
  hotline: {
    'zh-Hans': '急的话也可以直接打客服电话 {hotline}。',
    'zh-Hant': '趕時間的話也可以直接撥客服電話 {hotline}。',
    en: 'If it is urgent you can also call {hotline}.',
  },
} as const satisfies Record<string, Text>;
