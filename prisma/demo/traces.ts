import type { Spot } from './spots.ts';

/** The words of a scan in the language of the place; the demo carrier writes like the carriers it imitates. */
type Words = Readonly<Record<Spot['language'], string>>;

const TRACES = {
  label: {
    'zh-Hans': '寄件人已下单，等待揽收',
    'zh-Hant': '寄件人已下單，等待收件',
    en: 'Shipping label created, waiting for the parcel',
  },
  pickup: {
    'zh-Hans': '【{depot}】 已揽收，揽件员：{courier}，电话 {phone}',
    'zh-Hant': '【{depot}】 已收件，收件員：{courier}，電話 {phone}',
    en: '[{depot}] Picked up by {courier}, phone {phone}',
  },
  arrive: { 'zh-Hans': '【{depot}】 快件已到达', 'zh-Hant': '【{depot}】 快件已到達', en: '[{depot}] Arrived' },
  depart: {
    'zh-Hans': '【{depot}】 已发出 下一站 【{next}】',
    'zh-Hant': '【{depot}】 已發出 下一站 【{next}】',
    en: '[{depot}] Departed, next stop [{next}]',
  },
  delay: {
    'zh-Hans': '【{depot}】 因车辆故障，快件发出时间推迟，我们会尽快安排',
    'zh-Hant': '【{depot}】 因車輛故障，快件發出時間延後，我們會儘快安排',
    en: '[{depot}] Delayed by a broken-down vehicle',
  },
  exported: {
    'zh-Hans': '【{depot}】 出口报关中',
    'zh-Hant': '【{depot}】 出口報關中',
    en: '[{depot}] Export customs declaration in progress',
  },
  flight: {
    'zh-Hans': '【{depot}】 已交承运人，前往 【{next}】',
    'zh-Hant': '【{depot}】 已交承運人，前往 【{next}】',
    en: '[{depot}] Handed to the airline, on the way to [{next}]',
  },
  imported: {
    'zh-Hans': '【{depot}】 进口清关中',
    'zh-Hant': '【{depot}】 進口清關中',
    en: '[{depot}] Import customs clearance started',
  },
  documents: {
    'zh-Hans': '【{depot}】 清关资料不全，缺少商业发票，请收件人联系客服补充',
    'zh-Hant': '【{depot}】 清關文件不齊，缺少商業發票，請收件人聯絡客服補交',
    en: '[{depot}] Held by customs: commercial invoice missing, please contact customer service',
  },
  cleared: {
    'zh-Hans': '【{depot}】 清关完成，已放行',
    'zh-Hant': '【{depot}】 清關完成，已放行',
    en: '[{depot}] Customs clearance completed, released',
  },
  local: {
    'zh-Hans': '【{depot}】 快件已到达派件网点，等待派送',
    'zh-Hant': '【{depot}】 快件已到達當地站點，等待派送',
    en: '[{depot}] Arrived at the delivery station',
  },
  out: {
    'zh-Hans': '【{depot}】 正在派送，派件员：{courier}，电话 {phone}，请保持电话畅通',
    'zh-Hant': '【{depot}】 派送中，派件員：{courier}，電話 {phone}',
    en: '[{depot}] Out for delivery with {courier}, phone {phone}',
  },
  waiting: {
    'zh-Hans': '快件已到【{point}】，请凭取件码 {code} 及时取件，如有疑问请联系 {phone}',
    'zh-Hant': '快件已到【{point}】，請憑取件碼 {code} 於七日內取件',
    en: 'Ready for collection at [{point}], code {code}',
  },
  absent: {
    'zh-Hans': '【{depot}】 派送未成功：收件人不在家，电话无人接听，将再次派送。派件员：{courier}，电话 {phone}',
    'zh-Hant': '【{depot}】 派送未成功：收件人不在，將再次派送。派件員：{courier}，電話 {phone}',
    en: '[{depot}] Delivery attempted, nobody at home; we will try again. Courier {courier}, phone {phone}',
  },
  refused: {
    'zh-Hans': '【{depot}】 收件人拒收，派件员：{courier}，电话 {phone}',
    'zh-Hant': '【{depot}】 收件人拒收，派件員：{courier}，電話 {phone}',
    en: '[{depot}] Refused by the recipient. Courier {courier}, phone {phone}',
  },
  weather: {
    'zh-Hans': '【{depot}】 受暴雨天气影响，快件滞留，天气好转后立即发出',
    'zh-Hant': '【{depot}】 受豪雨影響，快件滯留，天氣好轉後立即發出',
    en: '[{depot}] On hold because of severe weather',
  },
  address: {
    'zh-Hans': '【{depot}】 收件地址不详，无法派送，正在联系收件人核实',
    'zh-Hant': '【{depot}】 收件地址不詳，無法派送，正在聯絡收件人確認',
    en: '[{depot}] On hold: the address is incomplete, we are contacting the recipient',
  },
  returning: {
    'zh-Hans': '【{depot}】 快件退回寄件人，已发出 下一站 【{next}】',
    'zh-Hant': '【{depot}】 快件退回寄件人，已發出 下一站 【{next}】',
    en: '[{depot}] Returning to sender, next stop [{next}]',
  },
  returned: { 'zh-Hans': '退回件已由寄件人签收', 'zh-Hant': '退回件已由寄件人簽收', en: 'Returned to the sender' },
  lost: {
    'zh-Hans': '【{depot}】 多次查找未果，快件已确认遗失，请联系客服办理理赔',
    'zh-Hant': '【{depot}】 多次查找未果，快件已確認遺失，請聯絡客服辦理理賠',
    en: '[{depot}] The parcel is confirmed lost, please contact customer service for a claim',
  },
  destroyed: {
    'zh-Hans': '【{depot}】 快件在运输中严重破损，已确认无法派送，请联系客服办理理赔',
    'zh-Hant': '【{depot}】 快件在運送中嚴重破損，確認無法派送，請聯絡客服辦理理賠',
    en: '[{depot}] The parcel was damaged beyond delivery, please contact customer service for a claim',
  },
  cancelled: { 'zh-Hans': '寄件人已取消寄件', 'zh-Hant': '寄件人已取消寄件', en: 'Cancelled by the sender' },
  signed: {
    'zh-Hans': '已签收，签收人：{signer}，派件员：{courier}，电话 {phone}，感谢使用星邦速运',
    'zh-Hant': '已簽收，簽收人：{signer}，感謝使用星邦速運',
    en: 'Delivered, signed by {signer}. Thank you for shipping with XB Express',
  },
  collected: {
    'zh-Hans': '已从【{point}】取件，签收人：{signer}，感谢使用星邦速运',
    'zh-Hant': '已於【{point}】取件，簽收人：{signer}',
    en: 'Collected at [{point}] by {signer}',
  },
} as const satisfies Record<string, Words>;

/** What a scan says; also its code in the carrier's own system, in capitals. */
export type TraceKind = keyof typeof TRACES;

/** The text of a scan. Every `{place}` in it must have a value: a missing one throws. */
export function traceText(kind: TraceKind, language: Spot['language'], values: Readonly<Record<string, string>>): string {
  return TRACES[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The trace "${kind}" needs ${name}.`);
    return value;
  });
}
