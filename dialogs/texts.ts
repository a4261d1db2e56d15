import type { Intent, Text } from '../core/types.ts';

/** What the conversation itself says, outside any flow. */
export const texts = {
  /** A button under many answers. */
  followUp: { 'zh-Hans': '请人跟进', 'zh-Hant': '請專人跟進', en: 'Have someone follow up' },
  fallback: {
    'zh-Hans': '抱歉，这句我没看懂。您可以直接发运单号查快递，或点下面的按钮：',
    'zh-Hant': '抱歉，這句我沒看懂。您可以直接傳運單號查包裹，或點下方按鈕：',
    en: "Sorry, I didn't get that. Send a tracking number to check a parcel, or pick one below:",
  },
  clarify: {
    'zh-Hans': '我想确认一下，您是想：',
    'zh-Hant': '想跟您確認一下，您是要：',
    en: 'Just to be sure, would you like to:',
  },
  somethingElse: { 'zh-Hans': '都不是', 'zh-Hant': '都不是', en: 'Something else' },
  tellMore: {
    'zh-Hans': '好的，请换个说法告诉我，比如“快递三天没动了”或“想改送货地址”。',
    'zh-Hant': '好的，請換個說法告訴我，例如「包裹三天沒動了」或「想改送貨地址」。',
    en: 'No problem. Tell me in other words, for example "my parcel hasn\'t moved for three days" or "change the delivery address".',
  },
  pickOrTell: {
    'zh-Hans': '没关系。点下面一个，或换个说法告诉我就行：',
    'zh-Hant': '沒關係。點下方其中一個，或換個說法告訴我就行：',
    en: 'That is fine. Tap one of these, or tell me in other words:',
  },
  nothingAsked: {
    'zh-Hans': '好的。需要什么直接告诉我，查快递就发运单号。',
    'zh-Hant': '好的。需要什麼直接告訴我，查包裹就傳運單號。',
    en: 'All right. Tell me what you need; for a parcel, its tracking number is enough.',
  },
  anythingElse: {
    'zh-Hans': '好的。还有什么需要，直接告诉我。',
    'zh-Hant': '好的。還有什麼需要，直接告訴我。',
    en: 'All right. I am here if you need anything else.',
  },
  whichCountry: {
    'zh-Hans': '这是哪里的号码？点一个，或带上区号再发一次。',
    'zh-Hant': '這是哪裡的號碼？點一個，或加上國碼再傳一次。',
    en: 'Is that Hong Kong or Singapore? Tap the right one, or send it with its country code.',
  },
  extension: { 'zh-Hans': '转', 'zh-Hant': '分機', en: 'ext.' },
  whatIsWrong: {
    'zh-Hans': '让您不痛快了，抱歉。出了什么事？查件发运单号，别的点下面：',
    'zh-Hant': '讓您不愉快了，很抱歉。發生什麼事了？查件請傳運單號，其他的點下方：',
    en: 'Sorry you are upset. What happened? For a parcel send its number, or pick one:',
  },
  sorryForAnger: {
    'zh-Hans': '让您这么生气，真的抱歉。',
    'zh-Hant': '讓您這麼生氣，真的很抱歉。',
    en: 'I am really sorry this has made you so angry.',
  },
  stillThere: {
    'zh-Hans': '还在吗？刚才那一步等您回复；不需要了也没关系。',
    'zh-Hant': '還在嗎？剛才那一步等您回覆；不需要了也沒關係。',
    en: 'Still there? The last step waits for your answer; if you no longer need it, that is fine.',
  },
  setAside: {
    'zh-Hans': '刚才那一步我先收起来了。需要时随时发消息给我。',
    'zh-Hant': '剛才那一步我先收起來了。需要時隨時傳訊息給我。',
    en: 'I have set that last step aside. Write to me whenever you need it.',
  },
  alsoAsked: {
    'zh-Hans': '您刚才还提到“{what}”，接着办：',
    'zh-Hant': '您剛才還提到「{what}」，接著辦：',
    en: 'You also mentioned "{what}", so next:',
  },
  cancelled: {
    'zh-Hans': '好的，已停下。还需要什么，随时告诉我。',
    'zh-Hant': '好的，已經停下。還需要什麼，隨時告訴我。',
    en: "OK, I've stopped. Tell me whenever you need something else.",
  },
  goingOn: {
    'zh-Hans': '好，接着刚才的来，您说过的都在。',
    'zh-Hant': '好，接著剛才的來，您說過的都在。',
    en: 'Good: on we go. All you said is still there.',
  },
  skipped: {
    'zh-Hans': '好的，这个不填也行。还需要什么，直接告诉我。',
    'zh-Hant': '好的，這個不填也可以。還需要什麼，直接告訴我。',
    en: 'No problem, that one is optional. Tell me if you need anything else.',
  },
  cannotSkip: {
    'zh-Hans': '理解。不过缺了这一项，这件事我没法往下办。想好了直接回复就行；不办了说“取消”，或者点“找人工”。',
    'zh-Hant': '我明白。不過少了這一項，這件事我沒辦法往下辦。想好了直接回覆就行；不辦了請說「取消」，或點「找真人客服」。',
    en: 'I understand. But without this I cannot take it any further. Answer whenever you like, say "cancel" to drop it, or talk to a person.',
  },
  wentBack: { 'zh-Hans': '好的，回到上一个问题。', 'zh-Hant': '好的，回到上一個問題。', en: 'Sure, back to the last question.' },
  nothingBefore: {
    'zh-Hans': '没关系，要改什么直接告诉我就行。',
    'zh-Hant': '沒關係，要改什麼直接告訴我就行。',
    en: 'No problem, just tell me what it should be.',
  },
  startOver: {
    'zh-Hans': '好的，我们重新来。您想办哪件事？',
    'zh-Hant': '好的，我們重新來。您想辦哪件事？',
    en: "OK, let's start again. What would you like to do?",
  },
  takeYourTime: {
    'zh-Hans': '好的，不急，好了发给我就行。',
    'zh-Hant': '好的，不急，好了再傳給我就行。',
    en: 'Sure, take your time.',
  },
  languageSet: {
    'zh-Hans': '好的，接下来用简体中文。',
    'zh-Hant': '好的，接下來用繁體中文。',
    en: 'Sure, English from here on.',
  },
  restarted: {
    'zh-Hans': '抱歉，我们刚更新了服务，刚才那一步需要从头来。',
    'zh-Hant': '抱歉，我們剛更新了服務，剛才那一步需要重新開始。',
    en: 'Sorry, we have just updated this service, so that last step has to start over.',
  },
  tooLong: {
    'zh-Hans': '这条消息很长，我只收下了前 {limit} 个字。如果重点在后面，请单独再发一次。',
    'zh-Hant': '這則訊息很長，我只收下了前 {limit} 個字。如果重點在後面，請單獨再傳一次。',
    en: 'That message is long: I kept the first {limit} characters. If the point comes later, please send it on its own.',
  },
  empty: {
    'zh-Hans': '我收到了一条空消息。请发文字或运单号给我。',
    'zh-Hant': '我收到了一則空白訊息。請傳文字或運單號給我。',
    en: 'That message arrived empty. Please send words or a tracking number.',
  },
  tooManyNumbers: {
    'zh-Hans': '这一小时查的单号太多了，{minutes} 分钟后可以接着查。着急的话，点下面请同事打给您：',
    'zh-Hant': '這一小時查的單號太多了，{minutes} 分鐘後可以接著查。趕時間的話，點下方請同事打給您：',
    en: 'Those are a lot of numbers for one hour. You can go on in {minutes} min. If it is urgent, ask a colleague to call you:',
  },
  tooManyTickets: {
    'zh-Hans': '今天在这里登记的已经到上限，这件没登记。前面的照常处理，把编号发给我就能查进度、补充内容。急事点下面，请同事打给您：',
    'zh-Hant': '今天在這裡登記的已達上限，這件沒有登記。前面的照常處理，把編號傳給我就能查進度、補充內容。急事請點下方，請同事打給您：',
    en: 'You have opened as many tickets here as one day takes, so this one was not registered. The earlier ones go on: send me a reference to see how it stands or to add to it. If it is urgent, ask a colleague to call you:',
  },
  tooManyCallbacks: {
    'zh-Hans': '今天的回电登记已经到上限，这次没有再登记。前面登记的，同事照常会打；明天可以再登记。',
    'zh-Hant': '今天的回電登記已達上限，這次沒有再登記。前面登記的，同事會照常回撥；明天可以再登記。',
    en: 'You have asked for as many call-backs as one day takes, so this one was not added. The earlier ones will still be made; you can ask for another tomorrow.',
  },
  linkNotOpened: {
    'zh-Hans': '链接里的文件我打不开。请把照片或 PDF 直接发到这个对话里。',
    'zh-Hant': '連結裡的檔案我打不開。請把照片或 PDF 直接傳到這個對話裡。',
    en: "I can't open files behind a link. Please send the photo or PDF itself, right here in the chat.",
  },
  fileReceived: {
    'zh-Hans': '文件收到了，已存进这次会话。我看不了图片内容，请用文字告诉我需要办什么；如果是面单，请把上面的运单号发给我。',
    'zh-Hant': '檔案收到了，已存入這次對話。我看不了圖片內容，請用文字告訴我要辦什麼；如果是面單，請把上面的運單號傳給我。',
    en: 'Got the file; it is kept with this chat. I cannot read pictures, so please tell me in words what you need. If it is a label, send me the tracking number on it.',
  },
  apology: {
    'zh-Hans': '抱歉，系统刚才没能处理这条消息，请过一会儿再发一次。',
    'zh-Hant': '抱歉，系統剛才沒能處理這則訊息，請稍後再傳一次。',
    en: 'Sorry, we could not handle that message just now. Please send it again in a moment.',
  },
} as const satisfies Record<string, Text>;

/** How an intent is called on a button; pressing it sends these very words. */
export const intentTitles: Readonly<Record<Intent, Text>> = {
  track_shipment: { 'zh-Hans': '查快递', 'zh-Hant': '查包裹', en: 'Track a parcel' },
  delivery_time_estimate: { 'zh-Hans': '什么时候送到', 'zh-Hant': '什麼時候送到', en: 'When will it arrive' },
  change_delivery: { 'zh-Hans': '改地址或派送时间', 'zh-Hant': '改地址或配送時間', en: 'Change a delivery' },
  return_label: { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'Return something' },
  complaint: { 'zh-Hans': '投诉', 'zh-Hant': '客訴', en: 'Make a complaint' },
  complaint_status: { 'zh-Hans': '投诉进度', 'zh-Hant': '客訴進度', en: 'Status of my complaint' },
  claim_compensation: { 'zh-Hans': '理赔', 'zh-Hant': '理賠', en: 'Claim compensation' },
  survey_response: { 'zh-Hans': '评价服务', 'zh-Hant': '評價服務', en: 'Rate the service' },
  human_agent: { 'zh-Hans': '找人工', 'zh-Hant': '找真人客服', en: 'Talk to a person' },
  price_quote: { 'zh-Hans': '查运费', 'zh-Hant': '查運費', en: 'Shipping price' },
  pickup_request: { 'zh-Hans': '寄快递', 'zh-Hant': '寄包裹', en: 'Send a parcel' },
  invoice: { 'zh-Hans': '开发票', 'zh-Hant': '開發票', en: 'Get an invoice' },
  cancel: { 'zh-Hans': '不用了', 'zh-Hant': '不用了', en: 'Never mind' },
  greet: { 'zh-Hans': '你好', 'zh-Hant': '你好', en: 'Hello' },
  thank: { 'zh-Hans': '谢谢', 'zh-Hant': '謝謝', en: 'Thanks' },
  goodbye: { 'zh-Hans': '再见', 'zh-Hant': '再見', en: 'Goodbye' },
  help: { 'zh-Hans': '你能做什么', 'zh-Hant': '你能做什麼', en: 'What can you do' },
  out_of_scope: { 'zh-Hans': '其他问题', 'zh-Hant': '其他問題', en: 'Something else' },
};

/** What the menu offers, most wanted first. */
export const MENU: readonly Intent[] = ['track_shipment', 'return_label', 'complaint', 'human_agent'];

const titleIntents = new Map<string, Intent>(
  (Object.keys(intentTitles) as Intent[]).flatMap((intent) => Object.values(intentTitles[intent]).map((title) => [title, intent] as const)),
);

/** Every button title of an intent, in every language. */
export const allTitles: ReadonlySet<string> = new Set(titleIntents.keys());

/** The intent whose button says exactly this, in any language. */
export function intentOfTitle(title: string): Intent | undefined {
  return titleIntents.get(title.trim());
}
