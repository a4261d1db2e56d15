import { t } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';

/** Answers to one question about a parcel, in a sentence or two; buttons by their own titles. */
export const topicTexts = {
  promiseNone: t('这件没有登记承诺的送达日期。', '這件沒有登記承諾的送達日期。', 'No delivery date was promised for it.'),
  promiseOpen: t(
    '承诺的是 {promised} 前送达，现在还没到。',
    '承諾的是 {promised} 前送達，現在還沒到期。',
    'It was promised by {promised}, which is still ahead.',
  ),
  promiseKept: t(
    '承诺的是 {promised} 前，按时送到了。',
    '承諾的是 {promised} 前，已準時送達。',
    'It was promised by {promised} and came in time.',
  ),
  promiseMissed: t(
    '承诺的是 {promised} 前，晚到了 {late}，对不起。',
    '承諾的是 {promised} 前，晚到了 {late}，很抱歉。',
    'It was promised by {promised} and came {late} late; I am sorry.',
  ),
  failedThen: t(
    '{at} 派送没有成功，记录的原因：{cause}。',
    '{at} 配送未成功，紀錄的原因：{cause}。',
    'The attempt at {at} failed; the record says: {cause}.',
  ),
  failedUnexplained: t(
    '{at} 派送没有成功，记录里没写原因。',
    '{at} 配送未成功，紀錄沒有寫原因。',
    'The attempt at {at} failed; no reason is recorded.',
  ),
  failedDisputed: t(
    '跟实际对不上的话，点“投诉”，我登记请同事核查。',
    '若與實際不符，請點「客訴」，我登記請專人查證。',
    'If that is not what happened, tap "Make a complaint" and I register it to be checked.',
  ),
  failedNever: t('没有派送失败的记录。', '沒有配送失敗的紀錄。', 'No failed attempt is recorded.'),
  attemptUnknown: t('下次什么时候派，轨迹里还没写。', '下次何時配送，軌跡裡還沒寫。', 'When it goes out again is not in the scans yet.'),
  attempts: t('到现在派送过 {count} 次。', '到目前配送過 {count} 次。', 'So far there were {count} attempts.'),
  changeIt: t(
    '想换时间或地点，点“改地址或派送时间”，我登记请同事安排。',
    '想換時間或地點，請點「改地址或配送時間」，我登記請同事安排。',
    'For another time or place, tap "Change a delivery" and I register it for a colleague to arrange.',
  ),
  notGoingBack: t('没有退回的记录。', '沒有退回的紀錄。', 'Nothing says that it goes back.'),
  goesBackAfter: t(
    '过了保管期没人取，一般会退回寄件人。',
    '超過保管期沒人領，一般會退回寄件人。',
    'What nobody collects in time usually goes back to the sender.',
  ),
  leftUnknown: t(
    '具体放在哪里，轨迹里没写。点“请人跟进”，我登记请派送的网点答复您。',
    '確切放在哪裡，軌跡裡沒寫。請點「請專人跟進」，我登記請配送站所回覆您。',
    'Where exactly it was put is not in the scans. Tap "Have someone follow up" and I register it for the depot to answer.',
  ),
  leftKept: t(
    '具体放在哪里只告诉收件人：您是的话，请发收件人手机号的后四位。',
    '確切位置只提供給收件人：您是的話，請傳收件人手機號碼的末四碼。',
    "Where exactly is told to the recipient only: if that is you, send the last four digits of the recipient's phone.",
  ),
  proof: t(
    '签收照片和底单我这里看不到。点“请人跟进”，我登记请同事调出来给您。',
    '簽收照片和簽收單我這裡看不到。請點「請專人跟進」，我登記請同事調出來給您。',
    'I cannot see delivery photos or signatures. Tap "Have someone follow up" and I register it for a colleague to get them for you.',
  ),
  hoursAre: t('轨迹里写的营业时间：{hours}。', '軌跡裡寫的營業時間：{hours}。', 'Opening hours as the scan gives them: {hours}.'),
  hoursUnknown: t(
    '营业时间轨迹里没写，取件短信上一般有电话，去之前问一声最稳。',
    '營業時間軌跡裡沒寫，取貨簡訊上通常有電話，去之前先問一聲最保險。',
    'Its opening hours are not in the scans; the pickup message usually has a phone number, so ring before you go.',
  ),
  whoMay: t(
    '别人可以代取，一般报取件码就行；有的取件点会看证件，让代取的人带上自己的，最好也有收件人的证件照片。',
    '可以請別人代領，通常報取件碼即可；有的取貨點會看證件，請代領的人帶自己的，最好也有收件人的證件照片。',
    'Somebody else may collect it, usually with the pickup code; some places look at ID, so they should bring theirs and, to be safe, a photo of the recipient’s.',
  ),
  feeUnknown: t(
    '轨迹里没写取件要收费。想确认就点“请人跟进”，我登记请同事答复。',
    '軌跡裡沒寫領取要收費。想確認請點「請專人跟進」，我登記請同事回覆。',
    'The scans name no fee for collecting it. To be sure, tap "Have someone follow up" and a colleague will answer.',
  ),
  collectAsk: t(
    '可以申请改成自提：点“改地址或派送时间”，我登记请同事跟网点确认。没确认之前请先别跑一趟。',
    '可以申請改為自取：請點「改地址或配送時間」，我登記請同事跟站所確認。確認之前請先不要跑一趟。',
    'You can ask to collect it: tap "Change a delivery" and I register it for a colleague to settle with the depot. Please do not go before that is confirmed.',
  ),
  redirectAsk: t(
    '可以申请：点“改地址或派送时间”，说新的地址、时间或要放的地方，我登记请同事跟网点确认，能不能改以确认为准。',
    '可以申請：請點「改地址或配送時間」，說新的地址、時間或要放的地方，我登記請同事跟站所確認，能不能改以確認為準。',
    'You can ask for it: tap "Change a delivery" and say the new address, time or place; I register it and a colleague confirms whether the depot can do it.',
  ),
  tooLate: t('这一步已经改不了了。', '這個階段已經不能改了。', 'At this point it can no longer be changed.'),
  noPapers: t('没有要补资料的记录。', '沒有要補件的紀錄。', 'Nothing says that papers are missing.'),
  noDuty: t(
    '没有要缴税的记录。税费由谁付看下单时的约定，真要缴会在轨迹里写明。',
    '沒有要繳稅的紀錄。稅費由誰付看下單時的約定，真要繳會寫在軌跡裡。',
    'No duty is recorded as due. Who pays it was agreed with the order; if any falls due, the scans will say so.',
  ),
  noCustoms: t(
    '这是国内件，不过海关，也没有关税。',
    '這是境內件，不經海關，也沒有關稅。',
    'It travels within one country: no customs, no duty.',
  ),
  inCustomsSince: t(
    '{at} 起在海关，到现在 {age}。海关要多久说不准，放行后轨迹会更新。',
    '{at} 起在海關，到現在 {age}。海關要處理多久說不準，放行後軌跡會更新。',
    'It has been with customs since {at}, {age} now. How long they take nobody can say; the history shows when it is released.',
  ),
  customsPassed: t('海关这一关已经过了。', '海關這一關已經過了。', 'It is through customs.'),
  customsAhead: t('还没到海关。', '還沒到海關。', 'It has not reached customs yet.'),
  onePiece: t('这票只有 1 件。', '這票只有 1 件。', 'It is a single piece.'),
  pieceOf: t('{number}：{status}', '{number}：{status}', '{number}: {status}'),
  goodsAre: t('寄件时登记的是：{goods}。', '寄件時登記的是：{goods}。', 'Declared contents: {goods}.'),
  goodsUnknown: t('寄件时没登记内件是什么。', '寄件時沒登記內容物。', 'No contents were declared.'),
  partiesAre: t(
    '寄件人 {sender}（{from}），收件人 {recipient}（{to}）。',
    '寄件人 {sender}（{from}），收件人 {recipient}（{to}）。',
    'Sender: {sender} ({from}). Recipient: {recipient} ({to}).',
  ),
  routeIs: t('从 {from} 寄往 {to}。', '從 {from} 寄往 {to}。', 'It goes from {from} to {to}.'),
  partiesKept: t(
    '双方姓名要核对后才能看：请发寄件人或收件人手机号的后四位。',
    '雙方姓名要核對後才能看：請傳寄件人或收件人手機號碼的末四碼。',
    "The names open with the last four digits of the sender's or recipient's phone.",
  ),
  detailKept: t(
    '这个要核对后才能看：请发寄件人或收件人手机号的后四位。',
    '這個要核對後才能看：請傳寄件人或收件人手機號碼的末四碼。',
    "That opens with the last four digits of the sender's or recipient's phone.",
  ),
  courier: t(
    '快递员的姓名和电话我这里不能给。点“请人跟进”留个号码，我登记请派送的网点联系您。',
    '配送員的姓名和電話我這裡不能提供。請點「請專人跟進」留個號碼，我登記請配送站所聯絡您。',
    'I cannot give out a courier’s name or phone. Tap "Have someone follow up" and leave your number: I register it for the depot to contact you.',
  ),
  freight: t(
    '运费是寄件时结的，金额我这里看不到；退回的运费谁付，看退回原因和下单约定。要问准，点“请人跟进”，我登记请同事答复。',
    '運費在寄件時結算，金額我這裡看不到；退回的運費由誰付，看退回原因和下單約定。要問清楚，請點「請專人跟進」，我登記請同事回覆。',
    'Postage was settled when it was sent, and I cannot see the amount; who pays for a return depends on its reason and the order. To be sure, tap "Have someone follow up" and a colleague will answer.',
  ),
  serviceIs: t('寄的是{service}。', '寄的是{service}。', 'It was sent as {service}.'),
  weightIs: t('登记重量 {weight} 公斤。', '登記重量 {weight} 公斤。', 'Recorded weight: {weight} kg.'),
} as const satisfies Record<string, Text>;
