import { placeName } from '../../core/places.ts';
import { readPhrases } from './phrases/read.ts';
import { CARRIED } from './phrases/way.ts';
import type { ShipmentStatus, Side, TrackingEvent } from './types.ts';

/** What of an event says what it means. */
export type WordedEvent = Pick<TrackingEvent, 'status' | 'text' | 'reason' | 'city' | 'signedBy'>;

/** What of a shipment's two ends tells a delivery from a return. */
export type Ends = Readonly<Record<Side, { readonly name: string; readonly city: string }>>;

const PAPERS =
  /(?:[底回签簽收]单|[底回簽收]單|签收图|簽收圖|签收照|簽收照|照片|图片|圖片|凭证|憑證)[^，,。；;]{0,6}(?:传|傳|归档|歸檔|补录|補錄|审核|審核)|\b(?:pod|proof of delivery|signature|photo|image|picture|paperwork)(?: \w+)?(?: has been| have been| was| is| now)? (?:uploaded|filed|archived|attached|added|available)\b/i;
const OFFICE =
  /(?:^|[【[（(：:，,。；; ])(?:客服|客户服务|工单|工單|系统备注|系統備註|内部备注|內部備註|备注|備註|值班)|(?:转|轉)(?:交|由|给|給)?客服|催[促件派单單办辦查]|\b(?:customer (?:service|care|support)|help ?desk|call cent(?:er|re))\b|\b(?:internal |agent )?(?:note|remark)s?:|\b(?:chased|urged|reminded|escalated)\b|\b(?:case|ticket|enquiry|inquiry)(?: \S+)? (?:was |has been )?(?:opened|created|updated|closed|logged|raised)\b/i;
const MESSAGE =
  /(?:短信|簡訊|邮件|郵件|微信|消息|通知)[^，,。；;]{0,4}(?:发送|發送|推送|已发|已發|送达|送達)|\b(?:sms|text message|e-?mail|notification)(?: has been| was| is)? sent\b|(?:运费|運費|账单|帳單|费用|費用)[^，,。；;]{0,6}(?:结算|結算|对账|對帳|核对|核對)/i;
const HANDLING =
  /[到抵][达達]|发往|發往|已发出|已發出|[离離][开開]|[揽攬]收|收寄|[装裝卸][车車]|入[库庫柜櫃]|出[库庫]|存[入放]|正在派|派[送件]中|[签簽]收人|已[签簽]收(?![底回图圖照单單])|妥投|放行|\b(?:arriv|depart|loaded|picked up|out for delivery|delivered (?:to|at)|handed over|cleared)/i;

/** Nothing but what an office did is told by it, even where it speaks of handling (客服已催促网点尽快派送). */
const OFFICE_FIRST =
  /^\W{0,3}(?:客服|工单|工單|系统备注|系統備註|内部备注|內部備註|备注|備註|customer (?:service|care|support)|(?:internal )?note:)/i;

/** Statuses that somebody at a desk decides, and no scanner. */
const DECIDED: ReadonlySet<WordedEvent['status']> = new Set(['LOST_OR_DESTROYED', 'CANCELLED', 'RETURNING', 'RETURNED']);

/** The status an event tells: one that came without is of the way where its words are, to their end. */
export function statusOf({ status, text }: Pick<WordedEvent, 'status' | 'text'>): ShipmentStatus {
  return status === 'UNKNOWN' && isCarried(text) ? 'IN_TRANSIT' : status;
}

const carried = new Set<unknown>(CARRIED);

function isCarried(text: string): boolean {
  const parts = readPhrases(text);
  return parts.every((part) => 'phrase' in part) && parts.some((part) => 'phrase' in part && carried.has(part.phrase));
}

/**
 * Whether an event tells of no handling of the parcel: a status nobody knows, or an office's words (a receipt was uploaded, the depot
 * chased). What decides something, gives a reason or names a signer is none.
 */
export function isNote(event: WordedEvent): boolean {
  const { text, reason, signedBy } = event;
  const status = statusOf(event);
  if (status === 'UNKNOWN') return true;
  if (DECIDED.has(status) || reason || signedBy) return false;
  return OFFICE_FIRST.test(text) || ((PAPERS.test(text) || OFFICE.test(text) || MESSAGE.test(text)) && !HANDLING.test(text));
}

/** Whether an event tells of a receipt or a picture that was filed, whoever signed it. */
export const isPaperwork = ({ text }: Pick<WordedEvent, 'text'>): boolean => PAPERS.test(text) && !HANDLING.test(text);

/** Alternatives, each on its own line. */
const either = (...shapes: readonly string[]): RegExp => new RegExp(shapes.join('|'), 'i');

const SIGNING = '(?:[签簽]收|妥投)';
const RECORD = '(?:记录|紀錄|記錄|扫描|掃描|信息|資訊|状态|狀態)?';
const UNDONE = '(?:撤[销銷回]|取消|作[废廢]|[冲沖][销銷正]|回退)';
const DELIVERY_SCAN = '(?:delivery|delivered|pod|proof of delivery) (?:scan|status|record|event|confirmation)';
const DONE = either(`${SIGNING}${RECORD}(?:已经|已經|已被|已)${UNDONE}`, `(?:已经|已經|已)${UNDONE}(?:了|该|該|此|本次)?${SIGNING}`);
const TAKEN_BACK = either(
  `${SIGNING}${RECORD}(?:已经|已經|已被|已|被)?${UNDONE}`,
  `(?:^|[，,。；;：:【】 ]|已经|已經|已)${UNDONE}(?:了|该|該|此|本次|误|誤|错误|錯誤)?的?${SIGNING}`,
  `${SIGNING}${RECORD}已?更正[为為](?:未|派|待|在)`,
  `(?:[误誤]|[错錯][误誤])(?:操作|点|點)?${SIGNING}`,
  '[误誤错錯][签簽](?!收)',
  `${SIGNING}(?:有[误誤]|[错錯][误誤])`,
  '[实實][际際][并並]?未[签簽]收',
  '\\b(?:delivery|delivered)(?: has been| was| is)? (?:reversed|withdrawn|voided|revoked|undone|retracted|rescinded)\\b',
  `\\b${DELIVERY_SCAN}(?: has been| was| is)? (?:reversed|withdrawn|voided|revoked|undone|retracted|rescinded|cancell?ed|removed|made in error|an error|a mistake|incorrect)\\b`,
  '\\b(?:scanned|marked|recorded|shown|delivered)(?: as)?(?: delivered)? (?:in error|by mistake|incorrectly|mistakenly|erroneously)\\b',
  '\\b(?:incorrectly|mistakenly|erroneously|wrongly) (?:scanned|marked|recorded|shown) (?:as )?delivered\\b',
  '\\b(?:reversed|withdrew|voided|cancell?ed|revoked|removed|undid) (?:the |a |this )?(?:delivery|delivered) (?:scan|status|record|event)\\b',
  '\\b(?:erroneous|incorrect|mistaken|accidental) delivery (?:scan|status|record)\\b',
  '\\bnot actually delivered\\b',
);
const ONLY_SAID =
  /申请|申請|请求|請求|[无無]法|不能|不可|不予|[驳駁]回|未能|疑似|是否|投[诉訴]|反[馈饋]|反映|[称稱](?!重)|如需|核[实實]中|尚未|没有|沒有|\b(?:request|alleg|claim|report|whether|if|cannot|could not|pending|complain)/i;

/** Whether an event takes back a delivery that was scanned by mistake; that somebody asks for it, or doubts the delivery, does not. */
export function takesDeliveryBack({ text }: Pick<WordedEvent, 'text'>): boolean {
  return TAKEN_BACK.test(text) && (!ONLY_SAID.test(text) || DONE.test(text));
}

const NOT_RECEIVED =
  /(?:未|没有?|沒有?|並未|并未)(?:实际|實際)?收到(?:快件|包裹|货|貨|件)?|\b(?:not|never|hasn't|did not|didn't)(?: been)? receiv|\bnon-?receipt\b|\bnot delivered\b|\bdisput/i;
const CHECKED = /核[实實查]|查[证證核]|[调調]查|[处處]理中|\b(?:check|investigat|verif|under review|looking into)/i;

/** Whether an event after a delivery says that somebody doubts it; it still stands. */
export function doubtsDelivery({ text }: Pick<WordedEvent, 'text'>): boolean {
  return NOT_RECEIVED.test(text) || (TAKEN_BACK.test(text) && !DONE.test(text) && ONLY_SAID.test(text));
}

/** Whether it says that this is being checked. */
export const isBeingChecked = ({ text }: Pick<WordedEvent, 'text'>): boolean => CHECKED.test(text);

const FOUND = /已?(?:找到|找回|[寻尋][获獲回]|查到)|\b(?:found|located|recovered)\b/i;
const NOT_FOUND = /未(?:能)?(?:找|[寻尋]|查)|没有?找|沒有?找|找不|\bnot\b|\bno[nt]?\b|\bcould/i;

/** Whether an event tells that a lost parcel was found. */
export const tellsOfFinding = ({ text }: Pick<WordedEvent, 'text'>): boolean => FOUND.test(text) && !NOT_FOUND.test(text);

const CALLED_OFF =
  /(?:退回|退件|退[货貨])(?:申请|申請|流程)?(?:已被|已经|已經|已|被)?(?:取消|撤[销銷]|[终終]止|停止)|(?:取消|撤[销銷]|[终終]止|停止)(?:了)?(?:退回|退件|退[货貨])|(?:恢复|恢復|[继繼][续續]|重新|改[为為]|[转轉])(?:正常)?(?:派送|派件|投[递遞]|配送)|\breturn(?: to sender)?(?: has been| was| is)? (?:cancell?ed|stopped|withdrawn|called off)\b|\b(?:cancell?ed|stopped) (?:the )?return\b|\bre-?deliver/i;

/** Whether the sender, to whom a parcel goes back, is who signed, in so many words or by name. */
function isSignedBySender({ text, signedBy = '' }: WordedEvent, ends: Ends | undefined): boolean {
  const signer = signedBy.trim();
  if (SENDER.test(signer) || SENDER_SIGNS.test(text)) return true;
  return signer !== '' && ends !== undefined && signer === ends.sender.name && signer !== ends.recipient.name;
}

const SENDER =
  /^原?(?:[寄发發]件(?:人|方|客户|客戶)|[寄发發][货貨](?:人|方)|寄方)(?:本人)?$|^(?:the )?(?:original )?(?:sender|shipper|consignor)$/i;
const SENDER_SIGNS =
  /[签簽]收人(?:为|為|是)?[:： ]{0,2}(?:原)?[寄发發]件(?:人|方)|(?:原)?[寄发發]件(?:人|方)(?:本人)?已?[签簽]收|退(?:回)?件已?(?:被)?[签簽]收|(?:已|完成)退回(?:至|给|給|到)?(?:原)?[寄发發]件(?:人|方)|\b(?:returned|delivered(?: back)?) to (?:the )?(?:original )?(?:sender|shipper)\b|\bsigned (?:for )?by:? (?:the )?(?:sender|shipper)\b/i;

/** Whether a delivery ends a return: the sender has it. `isReturning`: it was on its way back, so only the recipient's own door or name says otherwise. */
export function isReturnToSender(event: WordedEvent, isReturning: boolean, ends: Ends | undefined): boolean {
  if (isSignedBySender(event, ends)) return true;
  return isReturning && !isAtRecipient(event, ends) && !(ends && event.signedBy && event.signedBy.trim() === ends.recipient.name);
}

/** Whether a parcel on its way back goes to its recipient after all: the return is called off, or it is out to the recipient's town. */
export function endsReturn(event: WordedEvent, ends: Ends | undefined): boolean {
  return CALLED_OFF.test(event.text) || (event.status === 'OUT_FOR_DELIVERY' && isAtRecipient(event, ends));
}

function isAtRecipient({ city }: WordedEvent, ends: Ends | undefined): boolean {
  if (!city || !ends) return false;
  const [there, from, to] = [city, ends.sender.city, ends.recipient.city].map((name) => placeName(name, 'en'));
  return there === to && there !== from;
}
