import type { Text } from '../../core/types.ts';

/** What is told of a parcel, sentence by sentence. */
export const told = {
  headline: { 'zh-Hans': '{number}：{status}。', 'zh-Hant': '{number}：{status}。', en: '{number}: {status}.' },
  lastScan: { 'zh-Hans': '最近一次扫描：{at}{place}。', 'zh-Hant': '最近一次掃描：{at}{place}。', en: 'Last scan: {at}{place}.' },
  inPlace: { 'zh-Hans': '，{city}', 'zh-Hant': '，{city}', en: ', {city}' },
  deliveredAt: { 'zh-Hans': '签收时间：{at}{place}。', 'zh-Hant': '簽收時間：{at}{place}。', en: 'Delivered: {at}{place}.' },
  signedBy: { 'zh-Hans': '签收人：{name}。', 'zh-Hant': '簽收人：{name}。', en: 'Signed by: {name}.' },
  signerUnknown: { 'zh-Hans': '签收人没有登记。', 'zh-Hant': '簽收人沒有登記。', en: 'Who signed is not recorded.' },
  signerKept: { 'zh-Hans': '签收人只告诉收件人。', 'zh-Hant': '簽收人只告訴收件人。', en: 'Who signed is told to the recipient only.' },
  leftAt: {
    'zh-Hans': '放在了{point}，没有人签收。',
    'zh-Hant': '放在{point}，沒有人簽收。',
    en: 'It was left at {point}; nobody signed.',
  },
  leftUnsigned: { 'zh-Hans': '没有人签收。', 'zh-Hant': '沒有人簽收。', en: 'Nobody signed.' },
  withdrawn: {
    'zh-Hans': '{at}{place} 的签收记录是误登，已撤销，包裹还没有签收。',
    'zh-Hant': '{at}{place} 的簽收紀錄為誤登，已撤銷，包裹尚未簽收。',
    en: 'The delivery recorded for {at}{place} was a mistake and has been withdrawn; nobody has signed for the parcel.',
  },
  deliveryWithdrawn: { 'zh-Hans': '签收已撤销', 'zh-Hant': '簽收已撤銷', en: 'Delivery withdrawn' },
  deliveryMistaken: { 'zh-Hans': '签收（误登，已撤销）', 'zh-Hant': '簽收（誤登，已撤銷）', en: 'Delivered (a mistake, withdrawn)' },
  note: { 'zh-Hans': '备注', 'zh-Hant': '備註', en: 'Note' },
  etaScan: {
    'zh-Hans': '预计 {to} 前送达，根据最近一次扫描推算，可能变动。',
    'zh-Hant': '預計 {to} 前送達，依最近一次掃描推算，可能變動。',
    en: 'Expected by {to}, going by the last scan; may change.',
  },
  etaRange: {
    'zh-Hans': '预计 {from}至 {to} 之间送达，根据最近一次扫描推算，可能变动。',
    'zh-Hant': '預計 {from}至 {to} 之間送達，依最近一次掃描推算，可能變動。',
    en: 'Expected between {from} and {to}, going by the last scan; may change.',
  },
  etaPromise: {
    'zh-Hans': '预计 {to} 前送达，这是承诺时效，可能变动。',
    'zh-Hant': '預計 {to} 前送達，這是承諾時效，可能變動。',
    en: 'Expected by {to}, as promised for this service; may change.',
  },
  etaDoubtful: {
    'zh-Hans': '承诺 {to} 前送达，但这么久没有新的扫描，可能会晚。',
    'zh-Hant': '承諾 {to} 前送達，但這麼久沒有新的掃描，可能會延遲。',
    en: 'It was promised by {to}, but after so long without a scan it may be late.',
  },
  etaUnknown: {
    'zh-Hans': '暂时给不出可靠的送达时间。',
    'zh-Hant': '暫時無法給出可靠的送達時間。',
    en: 'There is no reliable delivery time at the moment.',
  },
  etaAfterPickup: {
    'zh-Hans': '还没揽收，揽收后才能估算送达时间。',
    'zh-Hant': '尚未收件，收件後才能估算送達時間。',
    en: 'It has not been picked up yet; I can estimate a time once it is.',
  },
  late: {
    'zh-Hans': '抱歉，承诺 {promised} 前送达，已经晚了 {late}。',
    'zh-Hant': '很抱歉，承諾 {promised} 前送達，已經晚了 {late}。',
    en: 'We are sorry: it is {late} past the promised time, {promised}.',
  },
  stale: {
    'zh-Hans': '已经 {age}没有新的扫描，比正常情况久。',
    'zh-Hant': '已經 {age}沒有新的掃描，比正常情況久。',
    en: 'There has been no scan for {age}, longer than usual.',
  },
  staleAdvice: {
    'zh-Hans': '点“请人跟进”，我登记给同事催查。',
    'zh-Hant': '點「請專人跟進」，我登記給同事催查。',
    en: 'Tap "Have someone follow up" and I will register it for a colleague to chase.',
  },
  because: { 'zh-Hans': '原因：{cause}。', 'zh-Hant': '原因：{cause}。', en: 'Reason: {cause}.' },
  becauseThen: {
    'zh-Hans': '原因（{at} 的记录）：{cause}。',
    'zh-Hant': '原因（{at} 的紀錄）：{cause}。',
    en: 'Reason, as recorded on {at}: {cause}.',
  },
  keptUntil: { 'zh-Hans': '保管到 {when}。', 'zh-Hant': '保管到 {when}。', en: 'It is kept until {when}.' },
  keptDays: {
    'zh-Hans': '从 {since} 起保管 {days} 天。',
    'zh-Hant': '從 {since} 起保管 {days} 天。',
    en: 'It is kept for {days} days from {since}.',
  },
  keptFree: {
    'zh-Hans': '从 {since} 起免费保管 {span}。',
    'zh-Hant': '從 {since} 起免費保管 {span}。',
    en: 'It is kept free of charge for {span} from {since}.',
  },
  keptFreeOver: {
    'zh-Hans': '免费保管的 {span}（从 {since} 起）已经过了，请尽快去取。',
    'zh-Hant': '免費保管的 {span}（從 {since} 起）已經過了，請儘快領取。',
    en: 'The {span} of free storage from {since} are over; please collect it soon.',
  },
  keptOver: {
    'zh-Hans': '保管到 {when}，已经过期。还想取的话，请尽快点“请人跟进”，我登记请同事核实还能不能取。',
    'zh-Hant': '保管到 {when}，已經過期。還想領的話，請儘快點「請專人跟進」，我登記請同事查證還能不能領。',
    en: 'It was kept until {when}, which has passed. If you still want it, tap "Have someone follow up" soon: I register it for a colleague to find out whether it is still there.',
  },
  keptUnknown: {
    'zh-Hans': '轨迹没写保管到什么时候，请尽快去取；想问清楚就点“请人跟进”。',
    'zh-Hant': '軌跡沒寫保管到什麼時候，請儘快領取；想問清楚請點「請專人跟進」。',
    en: 'The scans do not say until when it is kept, so please collect it soon; to be sure, tap "Have someone follow up".',
  },
  notAtPoint: {
    'zh-Hans': '这件还没有放到取件点。',
    'zh-Hant': '這件還沒放到取件點。',
    en: 'It is not waiting at a pickup point.',
  },
  pointIs: { 'zh-Hans': '取件地点：{point}。', 'zh-Hant': '取件地點：{point}。', en: 'Collect it at {point}.' },
  pointKept: {
    'zh-Hans': '具体地点只给收件人看，请发收件人手机号的后四位。',
    'zh-Hant': '詳細地點只提供給收件人，請傳收件人手機號碼的末四碼。',
    en: "Where exactly is for the recipient only: please send the last four digits of the recipient's phone.",
  },
  pointUnknown: {
    'zh-Hans': '轨迹没写具体地点；点“请人跟进”，我登记请同事查。',
    'zh-Hant': '軌跡沒寫詳細地點；請點「請專人跟進」，我登記請同事查。',
    en: 'The scans do not say where exactly; tap "Have someone follow up" and I will register it.',
  },
  carrierWords: {
    'zh-Hans': '承运商的原话：“{words}”。',
    'zh-Hant': '承運商的原話：「{words}」。',
    en: 'In the carrier’s own words: “{words}”.',
  },
  carrierWordsKept: {
    'zh-Hans': '承运商写了说明，只给收件人看：请发收件人手机号的后四位。',
    'zh-Hant': '承運商寫了說明，只提供給收件人：請傳收件人手機號碼的末四碼。',
    en: "The carrier has written why, for the recipient only: please send the last four digits of the recipient's phone.",
  },
  etaSaid: {
    'zh-Hans': '承运商的记录：{when} 派送，可能变动。',
    'zh-Hant': '承運商的紀錄：{when} 派送，可能變動。',
    en: 'The carrier’s record says delivery on {when}; may change.',
  },
  etaSaidBy: {
    'zh-Hans': '承运商的记录：预计 {when} 前送达，可能变动。',
    'zh-Hant': '承運商的紀錄：預計 {when} 前送達，可能變動。',
    en: 'The carrier’s record says delivery by {when}; may change.',
  },
  etaAfterAddress: {
    'zh-Hans': '地址确认好以后才能估算送达时间。',
    'zh-Hant': '地址確認好以後才能估算送達時間。',
    en: 'I can estimate a time once the address is settled.',
  },
  piece: { 'zh-Hans': '{number} {status}', 'zh-Hant': '{number} {status}', en: '{number}: {status}' },
  morePieces: { 'zh-Hans': '另有 {count} 件', 'zh-Hant': '另有 {count} 件', en: '{count} more' },
  piecesTroubled: { 'zh-Hans': '其中：{pieces}。', 'zh-Hant': '其中：{pieces}。', en: 'Of these {pieces}.' },
  doubted: {
    'zh-Hans': '签收后有记录（{at}）：有人反映这次签收有问题。',
    'zh-Hant': '簽收後有紀錄（{at}）：有人反映這次簽收有問題。',
    en: 'A later record ({at}) says that this delivery is disputed.',
  },
  doubtedChecking: {
    'zh-Hans': '签收后有记录（{at}）：这次签收有疑问，正在核实。',
    'zh-Hant': '簽收後有紀錄（{at}）：這次簽收有疑問，正在查證。',
    en: 'A later record ({at}) says that this delivery is disputed and being checked.',
  },
  original: { 'zh-Hans': '看承运商原文', 'zh-Hant': '看承運商原文', en: 'Original wording' },
  originalKept: {
    'zh-Hans': '轨迹原文里可能有别人的信息，不便给您看；想细问，点“请人跟进”，我登记请同事答复。',
    'zh-Hant': '軌跡原文可能含有他人的資料，不便提供；想問細節，請點「請專人跟進」，我登記請同事回覆。',
    en: 'The carrier\'s own words may hold somebody else\'s details, so I cannot show them; tap "Have someone follow up" and a colleague will answer you.',
  },
  originalIs: { 'zh-Hans': '轨迹原文：', 'zh-Hant': '軌跡原文：', en: "The history in the carrier's own words:" },
  pieces: {
    'zh-Hans': '{total} 件中 {done} 件已签收。',
    'zh-Hant': '{total} 件中 {done} 件已簽收。',
    en: '{done} of {total} pieces delivered.',
  },
} as const satisfies Record<string, Text>;
