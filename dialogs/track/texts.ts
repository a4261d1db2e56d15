import type { Text } from '../../core/types.ts';
import { told } from './told.ts';

export const texts = {
  ...told,
  askNumber: {
    'zh-Hans': '请把运单号发给我，例如 {example}。单号在面单条码下方、发货短信或购物订单里。',
    'zh-Hant': '請把運單號傳給我，例如 {example}。單號在面單條碼下方、出貨簡訊或購物訂單裡。',
    en: 'Please send me the tracking number, for example {example}. It stands under the barcode on the label, in the dispatch message or in your order.',
  },
  askNumberAgain: {
    'zh-Hans': '这里面没看到运单号。我们的单号像 {example}；也可以发订单号，我来查。',
    'zh-Hant': '這裡面沒看到運單號。通常是像 {example} 這樣的號碼；也可以傳訂單編號，我來查。',
    en: 'I see no tracking number in that. It looks like {example}; an order number works too.',
  },
  whereNumberIs: {
    'zh-Hans':
      '没关系。运单号在这些地方能找到：购物订单的物流详情、发货短信、面单条码下方。也可以发订单号给我；都没有的话，点“找人工”，我请同事帮您查。',
    'zh-Hant':
      '沒關係。運單號可以在這些地方找到：購物訂單的物流資訊、出貨簡訊、面單條碼下方。也可以傳訂單編號給我；都沒有的話，點「找真人客服」，我請同事幫您查。',
    en: 'No problem. It stands in the delivery details of your order, in the dispatch message, or under the barcode on the label. An order number works too; without either, tap "Talk to a person" and a colleague will look.',
  },
  withoutNumber: {
    'zh-Hans': '没有单号我这里查不了，不过可以请同事帮您查：点“找人工”留个电话；想投诉的话，没有单号也能登记。',
    'zh-Hant': '沒有單號我這裡查不了，不過可以請同事幫您查：點「找真人客服」留個電話；想客訴的話，沒有單號也能登記。',
    en: 'Without a number I cannot look it up, but a colleague can: tap "Talk to a person" and leave your phone. A complaint I can take in without one.',
  },
  recentOrNew: {
    'zh-Hans': '查刚才那件，还是换一个？点单号，或把新的单号发给我。',
    'zh-Hant': '查剛才那件，還是換一個？點單號，或把新的單號傳給我。',
    en: 'One of these again, or another? Tap a number, or send me a new one.',
  },
  mineUnknown: {
    'zh-Hans': '我还不知道您是哪位客户，没法列出全部包裹。登录后从我们的网站进入就能看到；现在请先发一个运单号给我。',
    'zh-Hant': '我還無法確認您的身分，不能列出全部包裹。登入後從我們的網站進入就能看到；現在請先傳一個運單號給我。',
    en: "I don't know which customer you are, so I cannot list your parcels. Sign in on our site to see them all; for now, please send me one tracking number.",
  },
  mineNone: {
    'zh-Hans': '您名下近期没有包裹。要查别的，请把运单号发给我。',
    'zh-Hant': '您名下近期沒有包裹。要查別的，請把運單號傳給我。',
    en: 'There are no recent parcels under your name. To check another one, send me its tracking number.',
  },
  mineList: {
    'zh-Hans': '{name}，您近期的包裹：',
    'zh-Hant': '{name}，您近期的包裹：',
    en: 'Your recent parcels, {name}:',
  },
  several: {
    'zh-Hans': '查到以下结果，点单号看详情：',
    'zh-Hant': '查到以下結果，點單號看詳情：',
    en: 'Here they are. Tap a number for details:',
  },
  needAttention: { 'zh-Hans': '需要留意（{count}）：', 'zh-Hant': '需要留意（{count}）：', en: 'Need attention ({count}):' },
  onTheWay: { 'zh-Hans': '正常运输中（{count}）：', 'zh-Hant': '正常運送中（{count}）：', en: 'On their way ({count}):' },
  notYetOurs: { 'zh-Hans': '还没交给我们（{count}）：', 'zh-Hant': '還沒交給我們（{count}）：', en: 'Not yet with us ({count}):' },
  finished: { 'zh-Hans': '已结束（{count}）：', 'zh-Hant': '已完成（{count}）：', en: 'Finished ({count}):' },
  manyMissing: {
    'zh-Hans': '没有查到（{count}）：{numbers}。请核对有没有抄错；单独发一个给我，我说明原因。',
    'zh-Hant': '查不到（{count}）：{numbers}。請核對有沒有抄錯；單獨傳一個給我，我說明原因。',
    en: 'Not found ({count}): {numbers}. Please check them for typos; send one by itself and I say why.',
  },
  manyLeft: {
    'zh-Hans': '还有 {count} 个没查：{numbers}。把它们再发一次，我接着查。',
    'zh-Hant': '還有 {count} 個沒查：{numbers}。把它們再傳一次，我接著查。',
    en: 'Not looked up yet ({count}): {numbers}. Send these again and I go on.',
  },
  notFound: {
    'zh-Hans': '没有查到 {number}。刚寄出的件，揽收扫描后才查得到；也请核对一下有没有抄错。',
    'zh-Hant': '查不到 {number}。剛寄出的包裹要等收件掃描後才查得到；也請核對一下有沒有抄錯。',
    en: 'I find nothing for {number}. A parcel just sent shows up after its first scan; please also check the number for typos.',
  },
  mistyped: {
    'zh-Hans': '{number} 好像输错了一位。您要查的是不是：',
    'zh-Hant': '{number} 好像打錯了一碼。您要查的是不是：',
    en: '{number} looks mistyped by one character. Did you mean:',
  },
  wrongLength: {
    'zh-Hans': '{number} 的位数不对，我们的单号像这样：{example}。请再核对一下发给我。',
    'zh-Hant': '{number} 的位數不對，我們的單號像這樣：{example}。請核對後再傳給我。',
    en: '{number} does not have the right length; ours look like {example}. Please check it and send it again.',
  },
  otherCarrier: {
    'zh-Hans': '{number} 看起来是{carrier}的单号，我们这里查不到，请到{carrier}查询。如果是我们承运的，请把 {example} 这样的单号发给我。',
    'zh-Hant': '{number} 看起來是{carrier}的單號，我們這裡查不到，請到{carrier}查詢。若是由我們承運，請傳像 {example} 這樣的單號給我。',
    en: '{number} looks like a number of {carrier}, so please ask there; we cannot see it. If we carry your parcel, its number looks like {example}.',
  },
  askLastFourForOrder: {
    'zh-Hans': '为了保护隐私，按订单号查询需要核对：请发寄件人或收件人手机号的后四位。',
    'zh-Hant': '為保護隱私，用訂單編號查詢需要核對：請傳寄件人或收件人手機號碼的末四碼。',
    en: "To protect privacy, I need one check for an order number: the last four digits of the sender's or recipient's phone.",
  },
  askLastFour: {
    'zh-Hans': '想看完整轨迹，请发寄件人或收件人手机号的后四位。',
    'zh-Hant': '想看完整軌跡，請傳寄件人或收件人手機號碼的末四碼。',
    en: "For the full history, send the last four digits of the sender's or recipient's phone.",
  },
  askLastFourForSigner: {
    'zh-Hans': '想看签收人和完整轨迹，请发寄件人或收件人手机号的后四位。',
    'zh-Hant': '想看簽收人和完整軌跡，請傳寄件人或收件人手機號碼的末四碼。',
    en: "To see who signed and the full history, send the last four digits of the sender's or recipient's phone.",
  },
  refused: {
    'zh-Hans': '没有核对上。请确认单号和手机号后四位都没错，再发一次后四位。',
    'zh-Hant': '沒有核對成功。請確認單號與手機末四碼都正確，再傳一次末四碼。',
    en: 'That does not match. Please check both the number and the last four digits, then send the four digits again.',
  },
  refusedFor: {
    'zh-Hans': '没有核对上。为保护隐私，{wait}后才能再试，先看看单号对不对。着急的话点“找人工”，我登记请同事给您回电。',
    'zh-Hant': '沒有核對成功。為保護隱私，{wait}後才能再試，也請看看單號對不對。趕時間的話點「找真人客服」，我登記請專人回電。',
    en: 'That does not match. To protect privacy, the next try is possible in {wait}; please check the number meanwhile. If it is urgent, tap "Talk to a person" and I take a call-back request.',
  },
  waiting: {
    'zh-Hans': '试的次数多了，为保护隐私先停一停，这次的没有核对。{wait}后请再发一次。着急的话点“找人工”，我登记请同事给您回电。',
    'zh-Hant': '試的次數有點多，為保護隱私先暫停，這次沒有核對。請 {wait}後再傳一次。趕時間的話點「找真人客服」，我登記請專人回電。',
    en: 'There were too many tries, so to protect privacy I did not check this one. Please send it again in {wait}. If it is urgent, tap "Talk to a person" and I take a call-back request.',
  },
  verified: {
    'zh-Hans': '核对通过，这是完整轨迹：',
    'zh-Hant': '核對成功，這是完整軌跡：',
    en: 'Thank you, that matches. Here is the full history:',
  },
  verifiedPart: {
    'zh-Hans': '核对通过。可能带有对方信息的原文没有显示，其余都在这里：',
    'zh-Hant': '核對成功。可能含有對方資料的原文不顯示，其餘都在這裡：',
    en: 'Thank you, that matches. Wording that may hold the other party’s details is left out; all the rest is here:',
  },
  chaseNow: {
    'zh-Hans': '最有用的是催一催：点“请人跟进”，我登记请同事查并给您回电。',
    'zh-Hant': '最有用的是催一下：點「請專人跟進」，我登記請同事查並回電給您。',
    en: 'The best thing is to have it chased: tap "Have someone follow up" and I will register a call-back by a colleague.',
  },
  offerComplaint: {
    'zh-Hans': '让您一再来问，很抱歉。要我按投诉登记吗？会有同事去查，在说好的时间前给您答复。',
    'zh-Hant': '讓您一再來問，很抱歉。要我登記成客訴嗎？會有專人去查，在說好的時間前答覆您。',
    en: 'You should not have to keep asking; I am sorry. Shall I take it in as a complaint? Somebody then looks into it and answers you by a fixed time.',
  },
  offerComplaintAgain: {
    'zh-Hans': '我明白，很抱歉。要我现在就按投诉登记，让同事在说好的时间前答复您吗？',
    'zh-Hant': '我明白，很抱歉。要我現在就登記成客訴，請專人在說好的時間前答覆您嗎？',
    en: 'I understand, and I am sorry. Shall I take it in as a complaint now, so that somebody answers you by a fixed time?',
  },
  takeAsComplaint: { 'zh-Hans': '按投诉登记', 'zh-Hant': '登記成客訴', en: 'Yes, take it in' },
  complaintOf: {
    'zh-Hans': '投诉：{number} 超时还没到',
    'zh-Hant': '客訴：{number} 逾時還沒到',
    en: 'Complaint: {number} is late and has not arrived',
  },
  alreadyComplained: {
    'zh-Hans': '这件的投诉 {reference} 正在办，点“投诉进度”看到哪一步了。',
    'zh-Hant': '這件的客訴 {reference} 正在處理，點「客訴進度」看到哪一步了。',
    en: 'Your complaint {reference} about it is being handled; tap "Status of my complaint" to see how it stands.',
  },
  hurry: {
    'zh-Hans': '我没法直接催快递员。点“请人跟进”留个电话，我登记请同事催查并给您回电。',
    'zh-Hant': '我沒辦法直接催配送員。點「請專人跟進」留個電話，我登記請同事催查並回電給您。',
    en: 'I cannot push the courier myself. Tap "Have someone follow up" and leave a number: I register it for a colleague to chase and call you.',
  },
  pickupCode: {
    'zh-Hans': '取件码一般在驿站或快递柜发给收件人的短信里，我这里看不到。找不到的话点“请人跟进”，我登记请同事帮您查。',
    'zh-Hant': '取件碼通常在自提點或智能櫃傳給收件人的簡訊裡，我這裡看不到。找不到的話點「請專人跟進」，我登記請同事幫您查。',
    en: 'The pickup code is usually in the text message the pickup point or locker sent to the recipient; I cannot see it here. If it is not there, tap "Have someone follow up" and I will register it.',
  },
  pickupCodeIs: { 'zh-Hans': '取件码：{code}。', 'zh-Hant': '取件碼：{code}。', en: 'The pickup code is {code}.' },
  pickupCodeExists: {
    'zh-Hans': '这件有取件码，只给收件人看。您是收件人的话，请发收件人手机号的后四位。',
    'zh-Hant': '這件有取件碼，只提供給收件人。您是收件人的話，請傳收件人手機號碼的末四碼。',
    en: "There is a pickup code, and only the recipient gets it. If that is you, send the last four digits of the recipient's phone.",
  },
  pickupCodeExistsBack: {
    'zh-Hans': '这件退回了，取件码只给寄件人看。您是寄件人的话，请发寄件人手机号的后四位。',
    'zh-Hant': '這件退回了，取件碼只提供給寄件人。您是寄件人的話，請傳寄件人手機號碼的末四碼。',
    en: "It is on its way back, and only the sender gets the pickup code. If that is you, send the last four digits of the sender's phone.",
  },
  verifiedSender: {
    'zh-Hans': '核对通过，这是完整轨迹。取件码和放置的具体位置，要收件人手机号的后四位才能看：',
    'zh-Hant': '核對成功，這是完整軌跡。取件碼和放置的詳細位置，要收件人手機號碼的末四碼才看得到：',
    en: "Thank you, that matches. Here is the full history; pickup codes and where exactly it was left open with the recipient's digits only:",
  },
  noPickupYet: {
    'zh-Hans': '这件还没有放到取件点，所以还没有取件码。',
    'zh-Hant': '這件還沒放到取件點，所以還沒有取件碼。',
    en: 'It is not at a pickup point, so there is no pickup code yet.',
  },
  noReason: {
    'zh-Hans': '系统里没有登记原因，不敢乱猜。',
    'zh-Hant': '系統裡沒有登記原因，不敢亂猜。',
    en: 'No reason has been recorded, and I would rather not guess.',
  },
  noTrouble: {
    'zh-Hans': '目前没有异常记录，也没有超时。',
    'zh-Hant': '目前沒有異常紀錄，也沒有逾時。',
    en: 'Nothing is recorded as wrong with it, and it is not late.',
  },
  notSigned: {
    'zh-Hans': '这件还没有签收。',
    'zh-Hant': '這件還沒有簽收。',
    en: 'Nobody has signed for it yet.',
  },
  routeUnknown: {
    'zh-Hans': '寄出前的时效我这里算不了，不敢乱说。已经寄出的，发运单号我就能查预计送达时间；想问线路就点“找人工”。',
    'zh-Hant': '寄出前的時效我這裡算不出來，不敢亂說。已經寄出的，傳運單號就能查預計送達時間；想問路線請點「找真人客服」。',
    en: 'How long a parcel takes before it is sent I cannot work out here. Once it is on its way, send its number and I can tell when it should arrive; for a route, talk to a person.',
  },
  maybeOrder: {
    'zh-Hans': '没有查到 {number}，刚寄出的件要等揽收扫描。如果这是订单号，请发寄件人或收件人手机号的后四位，我按订单再查。',
    'zh-Hant': '查不到 {number}，剛寄出的包裹要等收件掃描。如果這是訂單編號，請傳寄件人或收件人手機號碼的末四碼，我用訂單再查。',
    en: "I find nothing for {number}; a parcel just sent shows up after its first scan. If it is an order number, send the last four digits of the sender's or recipient's phone and I look it up by order.",
  },
  orderNeedsCheck: {
    'zh-Hans': '没有后四位，按订单号就不能查，怕泄露别人的信息。发运单号给我就不用核对；都没有的话点“找人工”。',
    'zh-Hant': '沒有末四碼，就不能用訂單編號查，怕洩漏別人的資料。傳運單號給我就不用核對；都沒有的話點「找真人客服」。',
    en: "Without the four digits I cannot open an order, to keep other people's data safe. A tracking number needs no check; without either, talk to a person.",
  },
  daysUnknown: {
    'zh-Hans': '周末和节假日的派送安排，我这里查不到，不敢乱说。发运单号，我可以查这一件的预计送达时间；要问清楚就点“找人工”。',
    'zh-Hant': '週末和假日的配送安排，我這裡查不到，不敢亂說。傳運單號，我可以查這一件的預計送達時間；要問清楚就點「找真人客服」。',
    en: 'I have no timetable for weekends and holidays, so I would rather not guess. Send a tracking number and I can check when that parcel should arrive, or talk to a person to be sure.',
  },
  updatedAt: { 'zh-Hans': '更新于 {at}', 'zh-Hant': '更新於 {at}', en: 'Updated {at}' },
  timeline: { 'zh-Hans': '轨迹', 'zh-Hant': '軌跡', en: 'History' },
  fullTrace: { 'zh-Hans': '看完整轨迹', 'zh-Hant': '看完整軌跡', en: 'Full history' },
  factService: { 'zh-Hans': '产品', 'zh-Hant': '服務', en: 'Service' },
  factPieces: { 'zh-Hans': '件数', 'zh-Hant': '件數', en: 'Pieces' },
  factItem: { 'zh-Hans': '物品', 'zh-Hant': '物品', en: 'Contents' },
  factRecipient: { 'zh-Hans': '收件人', 'zh-Hant': '收件人', en: 'Recipient' },
  isReturn: { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'Return' },
} as const satisfies Record<string, Text>;

export const serviceNames: Readonly<Record<'EXPRESS' | 'STANDARD' | 'ECONOMY' | 'INTERNATIONAL', Text>> = {
  EXPRESS: { 'zh-Hans': '特快', 'zh-Hant': '特快', en: 'Express' },
  STANDARD: { 'zh-Hans': '标快', 'zh-Hant': '標準', en: 'Standard' },
  ECONOMY: { 'zh-Hans': '经济', 'zh-Hant': '經濟', en: 'Economy' },
  INTERNATIONAL: { 'zh-Hans': '国际', 'zh-Hant': '國際', en: 'International' },
};
