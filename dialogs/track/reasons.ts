import { say, t } from '../../core/i18n.ts';
import type { Locale, Text } from '../../core/types.ts';
import { type Account, type Demand, type Said, wordsLeftOf } from '../../rules/shipments/phrases/account.ts';
import { tellPapers, tellPart } from '../../rules/shipments/phrases/tell.ts';
import type { Shipment, StatusReason, TrackingEvent } from '../../rules/shipments/types.ts';

/** Why a parcel stands still or went wrong, as said to a customer: a plain cause, no blame, no promise. */
const reasons: Readonly<Record<StatusReason, Text>> = {
  carrier_damaged_parcel: t('包裹受损', '包裹受損', 'the parcel was damaged'),
  carrier_sorting_error: t('分拣有误，走错了线路', '分揀有誤，走錯了路線', 'it was sorted to a wrong route'),
  carrier_address_not_found: t('按面单地址没有找到收件处', '依面單地址找不到收件處', 'the address on the label could not be found'),
  carrier_parcel_lost: t('包裹下落不明', '包裹下落不明', 'the parcel is missing'),
  carrier_not_enough_time: t('当天没来得及送到', '當日未能送達', 'the courier ran out of time that day'),
  carrier_vehicle_issue: t('运输车辆故障', '運送車輛故障', 'a vehicle broke down'),
  carrier_capacity_exceeded: t('件量大，网点处理不过来', '件量大，站點處理不及', 'there are more parcels than can be moved'),
  carrier_mechanical_delay: t('设备故障导致延误', '設備故障導致延誤', 'equipment failed and caused a delay'),
  retailer_cancelled: t('寄件人取消了寄件', '寄件人取消了寄件', 'the sender cancelled it'),
  retailer_incorrect_data: t('寄件信息有误', '寄件資訊有誤', 'the shipping data is wrong'),
  retailer_not_ready: t('寄件人还没备好货', '寄件人尚未備好貨', 'the sender did not have it ready'),
  retailer_incorrect_parcel: t('寄件人交错了包裹', '寄件人交錯了包裹', 'the sender handed over the wrong parcel'),
  retailer_incorrect_dimensions: t('尺寸或重量与下单不符', '尺寸或重量與下單不符', 'size or weight differ from the order'),
  retailer_packaging_issue: t('包装不合格', '包裝不合格', 'the packaging is not fit'),
  consignee_refused: t('收件人拒收', '收件人拒收', 'the recipient refused it'),
  consignee_business_closed: t('派送时收件单位已下班', '派送時收件單位已休息', 'the business was closed at the time'),
  consignee_not_available: t('派送时没有人能签收', '派送時無人可簽收', 'nobody could receive it at the time'),
  consignee_not_home: t('派送时收件人不在', '派送時收件人不在', 'nobody was in at the time'),
  consignee_cancelled: t('收件人取消了订单', '收件人取消了訂單', 'the recipient cancelled the order'),
  consignee_verification_failed: t('签收时身份核对没有通过', '簽收時身分核對未通過', 'the identity check at the door failed'),
  consignee_incorrect_address: t('收件地址有误或不完整', '收件地址有誤或不完整', 'the delivery address is wrong or incomplete'),
  consignee_access_restricted: t(
    '派送地点进不去（如小区、园区限制进入）',
    '派送地點無法進入（如社區、園區管制）',
    'the courier was not let in',
  ),
  consignee_safe_place_unavailable: t('没有可以安全放置的地方', '沒有可以安全放置的地方', 'there was no safe place to leave it'),
  customs_delay: t('海关处理时间较长', '海關處理時間較長', 'customs is taking longer than usual'),
  customs_documentation: t('海关要求补充资料', '海關要求補件', 'customs asks for further documents'),
  customs_duties_unpaid: t('有税款待缴', '有稅款待繳', 'duties have to be paid'),
  customs_prohibited: t('内件属于禁止或限制进出境物品', '內件屬於禁止或限制進出境物品', 'the contents may not be brought in or out'),
  customs_inspection: t('海关正在查验', '海關正在查驗', 'customs is inspecting it'),
  weather_delay: t('受天气影响', '受天氣影響', 'bad weather'),
  natural_disaster: t('受自然灾害影响', '受天災影響', 'a natural disaster'),
  force_majeure: t('受不可抗力影响', '受不可抗力影響', 'an event beyond our control'),
  parcel_being_researched: t('正在内部查找这件包裹', '正在內部協尋這件包裹', 'the parcel is being traced'),
  security_issue: t('正在安全检查', '正在安全檢查', 'a security check is going on'),
  regulatory_hold: t('被主管部门暂扣', '被主管機關暫扣', 'the authorities are holding it'),
  station_timeout: t('在驿站或快递柜超时未取', '在自提點或智能櫃逾時未取', 'it was not collected from the pickup point in time'),
  out_of_area: t('收件地址超出派送范围', '收件地址超出配送範圍', 'the address is outside the delivery area'),
  cannot_contact: t('联系不上收件人', '聯絡不上收件人', 'the recipient could not be reached'),
  left_without_consent: t('未经同意放在了代收点', '未經同意放置於代收點', 'it was left at a pickup point without consent'),
  unknown: t('原因还在核实', '原因仍在查證', 'the cause is still being looked into'),
};

/** What the customer can do about a reason; for the others, waiting or a colleague is all that helps. */
const remedies: Partial<Readonly<Record<StatusReason, Text>>> = {
  retailer_incorrect_data: t(
    '可以请卖家联系我们更正寄件信息。',
    '可以請賣家與我們聯絡，更正寄件資訊。',
    'Please ask the seller to correct the shipping data with us.',
  ),
  consignee_not_home: t(
    '下次派送前请留意电话，也可以改时间或地点。',
    '下次派送前請留意電話，也可以改時間或地點。',
    'Please watch your phone before the next attempt, or choose another time or place.',
  ),
  consignee_not_available: t(
    '可以请家人代收，或改时间、地点。',
    '可以請家人代收，或改時間、地點。',
    'Someone else may receive it, or choose another time or place.',
  ),
  consignee_business_closed: t(
    '可以改到营业时间派送。',
    '可以改到營業時間派送。',
    'It can be delivered during your opening hours instead.',
  ),
  consignee_incorrect_address: t(
    '请提供正确的地址，我登记给同事更正。',
    '請提供正確的地址，我登記給同事更正。',
    'Tell us the right address and I will register it for correction.',
  ),
  carrier_address_not_found: t(
    '请补充详细地址（楼号、门牌），我登记给同事。',
    '請補充詳細地址（樓號、門牌），我登記給同事。',
    'Please give more detail (building, unit) and I will register it.',
  ),
  consignee_access_restricted: t(
    '可以约在门口交接，或放到代收点。',
    '可以約在門口交接，或改放自提點。',
    'Meet the courier at the gate, or choose a pickup point.',
  ),
  cannot_contact: t(
    '请留一个能打通的电话，我登记给网点。',
    '請留一個可以聯絡到您的電話，我登記給站點。',
    'Leave a number that works and I will register it for the depot.',
  ),
  customs_duties_unpaid: t(
    '缴清税款后才会放行；缴款方式可以请人跟进告知。',
    '繳清稅款後才會放行；繳款方式可以請專人跟進告知。',
    'It is released once the duties are paid; have someone follow up to learn how.',
  ),
  station_timeout: t(
    '想再取件请尽快联系，否则会退回寄件人。',
    '若仍要領取請儘快聯絡，否則會退回寄件人。',
    'If you still want it, tell us soon: otherwise it goes back to the sender.',
  ),
  out_of_area: t(
    '可以改成自提，或换一个派送范围内的地址。',
    '可以改為自取，或換一個配送範圍內的地址。',
    'You can collect it yourself or give an address inside the area.',
  ),
  left_without_consent: t(
    '不同意放代收点的话，可以登记投诉或要求重新派送。',
    '若不同意放自提點，可以提出客訴或要求重新派送。',
    'If you did not agree to this, you can complain or ask for a new delivery.',
  ),
  carrier_parcel_lost: t(
    '如果确认丢失，可以申请理赔。',
    '若確認遺失，可以申請理賠。',
    'If it is confirmed lost, you can claim compensation.',
  ),
};

/** The same two once nobody searches or checks any more. */
const FINAL: Partial<Readonly<Record<StatusReason, Text>>> = {
  carrier_parcel_lost: t('包裹已确认遗失，不会再送达', '包裹已確認遺失，不會再送達', 'the parcel is confirmed lost and will not arrive'),
  carrier_damaged_parcel: t(
    '包裹已确认损毁，无法送达',
    '包裹已確認損毀，無法送達',
    'the parcel is confirmed destroyed and cannot be delivered',
  ),
};
const CLAIM: Text = t(
  '现在可以申请理赔：回复“理赔”，我帮您算并登记。',
  '現在可以申請理賠：回覆「理賠」，我幫您算並登記。',
  'You can claim compensation now: reply "Claim compensation" and I will work it out and take it in.',
);

type From = 'recipient' | 'sender' | 'either';
const PAPERS: Readonly<Record<From, Text>> = {
  recipient: t(
    '要由收件人提供{papers}。您是收件人的话，备好后点“请人跟进”，我登记请同事联系您收取。',
    '要由收件人提供{papers}。您是收件人的話，備妥後點「請專人跟進」，我登記請同事與您聯絡收取。',
    'The recipient has to send {papers}. If that is you, have it ready and tap "Have someone follow up": I register it, and a colleague takes it from you.',
  ),
  sender: t(
    '要由寄件人提供{papers}，请联系寄件人尽快提供；也可以点“请人跟进”，我登记请同事催。',
    '要由寄件人提供{papers}，請聯絡寄件人儘快提供；也可以點「請專人跟進」，我登記請同事催。',
    'The sender has to send {papers}: please ask them to do so soon, or tap "Have someone follow up" and I register it to be chased.',
  ),
  either: t(
    '手上有{papers}的话，点“请人跟进”，我登记请同事联系您收取；没有就请寄件人提供。',
    '手上有{papers}的話，點「請專人跟進」，我登記請同事與您聯絡收取；沒有就請寄件人提供。',
    'If you have {papers}, tap "Have someone follow up": I register it, and a colleague takes it from you. Otherwise ask the sender for it.',
  ),
};

/** The same where nothing says which papers. */
const UNNAMED: Readonly<Record<From, Text>> = {
  recipient: t(
    '要由收件人提供，轨迹没写是哪一份；点“请人跟进”，我登记请同事查清。',
    '要由收件人提供，軌跡沒寫是哪一份；請點「請專人跟進」，我登記請同事查清楚。',
    'The recipient has to send them; the scans do not say which. Tap "Have someone follow up" and I register it to be found out.',
  ),
  sender: t(
    '要由寄件人提供，轨迹没写是哪一份；可以请寄件人向我们问清，或点“请人跟进”，我登记请同事查。',
    '要由寄件人提供，軌跡沒寫是哪一份；可以請寄件人向我們問清楚，或點「請專人跟進」，我登記請同事查。',
    'The sender has to send them; the scans do not say which. Ask the sender to find out from us, or tap "Have someone follow up" and I will register it.',
  ),
  either: t(
    '轨迹没写缺哪一份；可以请寄件人向我们问清，或点“请人跟进”，我登记请同事查。',
    '軌跡沒寫缺哪一份；可以請寄件人向我們問清楚，或點「請專人跟進」，我登記請同事查。',
    'The scans do not say which one; ask the sender to find out from us, or tap "Have someone follow up" and I will register it.',
  ),
};

/** Where the scan's own words say it, which are not understood. */
const IN_ITS_WORDS: Text = t(
  '具体要补什么，以承运商的原文为准；点“请人跟进”，我登记请同事帮您弄清怎么交。',
  '實際要補什麼，以承運商的原文為準；點「請專人跟進」，我登記請同事協助確認怎麼補。',
  'What exactly is needed is in the carrier’s own words; tap "Have someone follow up" and I register it, so that a colleague tells you how to send it.',
);

/** Missing papers by name, as a cause. */
const MISSING: Text = t('还缺{papers}', '還缺{papers}', 'still needed: {papers}');

/** Why, and what the customer can do about it: from the scans' own words where they say more than the recorded reason. */
export interface Cause {
  readonly cause: string;
  readonly remedy: string;
  /** The scan it rests on. */
  readonly event?: TrackingEvent;
}

/**
 * Undefined when neither a scan nor the record says why. Nothing is told beyond what either says.
 * @param account what the scans say
 * @param isVerified sums are told
 */
export function causeOf(shipment: Shipment, account: Account | undefined, locale: Locale, isVerified: boolean): Cause | undefined {
  const { reason, status, lastScan } = shipment;
  const why = account && (saysMore(account, reason) || account.event === lastScan) ? account : undefined;
  const told = why?.reason ?? reason;
  if (told === undefined) return undefined;
  const event = why?.event ?? lastScan;
  const said = why?.said.map((part) => tellPart(isVerified ? part : withoutSum(part), locale)) ?? [];
  const isOver = (status === 'LOST_OR_DESTROYED' || why?.isFinal) && !why?.isWanted;
  if (isOver) return { cause: (FINAL[told] ?? reasons[told])[locale], remedy: CLAIM[locale], ...(event && { event }) };
  const asked = paperTexts(why?.demands ?? [], locale);
  const causes = [...new Set([...said, ...asked.missing])];
  const needsPapers = told === 'customs_documentation' || (why !== undefined && why.demands.length > 0);
  const remedy = needsPapers ? papersRemedy(why, event, asked.remedies, locale) : (remedies[told]?.[locale] ?? '');
  return {
    cause: causes.length > 0 ? causes.join(locale === 'en' ? '; ' : '；') : reasons[told][locale],
    // Nobody can collect what is on its way back.
    remedy: why?.isWanted || (told === 'station_timeout' && status === 'RETURNING') ? '' : remedy,
    ...(event && { event }),
  };
}

const isNamed = ({ papers }: Demand): boolean => papers.some((paper) => paper !== 'other_papers');

function paperTexts(
  demands: readonly Demand[],
  locale: Locale,
): { readonly missing: readonly string[]; readonly remedies: readonly string[] } {
  const named = demands.filter(isNamed);
  if (demands.length === 0) return { missing: [], remedies: [] };
  if (named.length === 0) return { missing: [say(MISSING, locale, { papers: tellPapers(['other_papers'], locale) })], remedies: [] };
  const papers = tellPapers([...new Set(named.flatMap((demand) => demand.papers))], locale);
  return {
    missing: [say(MISSING, locale, { papers })],
    remedies: named.map((demand) => say(PAPERS[demand.from ?? 'either'], locale, { papers: tellPapers(demand.papers, locale) })),
  };
}

function papersRemedy(why: Account | undefined, event: TrackingEvent | undefined, named: readonly string[], locale: Locale): string {
  if (named.length > 0) return named.join(locale === 'en' ? ' ' : '');
  if (event && wordsLeftOf(event.text).length > 0) return IN_ITS_WORDS[locale];
  return UNNAMED[why?.demands.find(({ from }) => from)?.from ?? 'either'][locale];
}

const withoutSum = ({ phrase, slots: { amount: _, ...slots } }: Said): Said => ({ phrase, slots });

/** A scan says more than the record when that has nothing, or the same thing in fewer words. */
const saysMore = (account: Account, reason: StatusReason | undefined): boolean =>
  reason === undefined || reason === 'unknown' || reason === account.reason || account.said.some(({ phrase }) => phrase.reason === reason);
