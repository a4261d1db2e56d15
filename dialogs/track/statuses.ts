import type { ShipmentStatus } from '../../core/shipment.ts';
import type { Text, Tone } from '../../core/types.ts';

/** How a status is shown: its name, how far along it is, its mood, and what happens next. */
export interface StatusView {
  readonly title: Text;
  readonly tone: Tone;
  readonly progress: 0 | 1 | 2 | 3 | 4;
  readonly next: Text;
}

export const statuses: Readonly<Record<ShipmentStatus, StatusView>> = {
  UNKNOWN: {
    title: { 'zh-Hans': '暂无物流信息', 'zh-Hant': '暫無物流資訊', en: 'No information yet' },
    tone: 'neutral',
    progress: 0,
    next: {
      'zh-Hans': '第一次扫描后就会有更新，一般在寄出当天。',
      'zh-Hant': '第一次掃描後就會有更新，通常在寄出當天。',
      en: 'The first scan will show up here, usually on the day it is sent.',
    },
  },
  LABEL_CREATED: {
    title: { 'zh-Hans': '已下单，待揽收', 'zh-Hant': '已下單，待收件', en: 'Label created, not yet with us' },
    tone: 'neutral',
    progress: 0,
    next: {
      'zh-Hans': '包裹还没交到我们手上，要等寄件人交件。着急的话请先问问卖家是否已发货。',
      'zh-Hant': '包裹還沒交到我們手上，要等寄件人交件。趕時間的話，請先跟賣家確認是否已出貨。',
      en: 'The sender has not handed it to us yet. If you are in a hurry, ask the seller whether it has been sent.',
    },
  },
  PICKED_UP: {
    title: { 'zh-Hans': '已揽收', 'zh-Hant': '已收件', en: 'Picked up' },
    tone: 'moving',
    progress: 1,
    next: { 'zh-Hans': '下一步：发往转运中心。', 'zh-Hant': '下一步：送往轉運中心。', en: 'Next: it goes to the sorting centre.' },
  },
  IN_TRANSIT: {
    title: { 'zh-Hans': '运输中', 'zh-Hant': '運送中', en: 'In transit' },
    tone: 'moving',
    progress: 2,
    next: {
      'zh-Hans': '下一步：到达目的地网点，再安排派送。',
      'zh-Hant': '下一步：抵達目的地站點，再安排派送。',
      en: 'Next: it reaches the depot near the recipient and goes out for delivery.',
    },
  },
  CUSTOMS: {
    title: { 'zh-Hans': '清关中', 'zh-Hant': '清關中', en: 'In customs' },
    tone: 'moving',
    progress: 2,
    next: {
      'zh-Hans': '清关由海关办理，放行后继续运输。',
      'zh-Hant': '清關由海關辦理，放行後繼續運送。',
      en: 'Customs decides when it is released; after that it travels on.',
    },
  },
  ARRIVED_LOCAL: {
    title: { 'zh-Hans': '已到派件网点', 'zh-Hant': '已到達當地站點', en: 'At the local depot' },
    tone: 'moving',
    progress: 3,
    next: {
      'zh-Hans': '下一步：快递员领件派送。',
      'zh-Hant': '下一步：由配送員領件派送。',
      en: 'Next: a courier takes it out for delivery.',
    },
  },
  OUT_FOR_DELIVERY: {
    title: { 'zh-Hans': '派送中', 'zh-Hant': '派送中', en: 'Out for delivery' },
    tone: 'good',
    progress: 3,
    next: {
      'zh-Hans': '请留意快递员的电话。',
      'zh-Hant': '請留意配送員的電話。',
      en: 'Please keep your phone at hand: the courier may call.',
    },
  },
  READY_FOR_PICKUP: {
    title: { 'zh-Hans': '待取件', 'zh-Hant': '待取件', en: 'Ready for pickup' },
    tone: 'attention',
    progress: 3,
    next: {
      'zh-Hans': '请凭取件码尽快去取；没收到取件码，可以请人跟进。',
      'zh-Hant': '請憑取件碼儘快領取；沒收到取件碼的話，可以請專人跟進。',
      en: 'Please collect it soon with the pickup code. No code? I can have someone follow up.',
    },
  },
  ATTEMPT_FAILED: {
    title: { 'zh-Hans': '派送未成功', 'zh-Hant': '派送未成功', en: 'Delivery attempt failed' },
    tone: 'attention',
    progress: 3,
    next: {
      'zh-Hans': '网点会再安排派送。想换时间或地址，请点下面的按钮。',
      'zh-Hant': '站點會再安排派送。想改時間或地址，請點下方按鈕。',
      en: 'The depot schedules another attempt. To change time or place, use the button below.',
    },
  },
  ON_HOLD: {
    title: { 'zh-Hans': '异常滞留', 'zh-Hant': '異常滯留', en: 'On hold' },
    tone: 'attention',
    progress: 2,
    next: {
      'zh-Hans': '问题解决后会继续运输；需要的话，可以请人跟进。',
      'zh-Hant': '問題排除後會繼續運送；需要的話，可以請專人跟進。',
      en: 'It moves on once this is settled. If you like, I can have someone follow up.',
    },
  },
  DELIVERED: {
    title: { 'zh-Hans': '已签收', 'zh-Hant': '已簽收', en: 'Delivered' },
    tone: 'good',
    progress: 4,
    next: {
      'zh-Hans': '没收到或有破损？告诉我，我帮您登记。',
      'zh-Hant': '沒收到或有破損嗎？告訴我，我幫您登記。',
      en: 'Not received, or damaged? Tell me and I will register it.',
    },
  },
  RETURNING: {
    title: { 'zh-Hans': '退回中', 'zh-Hant': '退回中', en: 'Returning to sender' },
    tone: 'attention',
    progress: 2,
    next: { 'zh-Hans': '包裹正在退回寄件人。', 'zh-Hant': '包裹正在退回寄件人。', en: 'It is on its way back to the sender.' },
  },
  RETURNED: {
    title: { 'zh-Hans': '已退回', 'zh-Hant': '已退回', en: 'Returned to sender' },
    tone: 'neutral',
    progress: 4,
    next: {
      'zh-Hans': '寄件人已收到退件，重发或退款请联系卖家。',
      'zh-Hant': '寄件人已收到退件，重寄或退款請聯絡賣家。',
      en: 'The sender has it back. Ask the seller about a new dispatch or a refund.',
    },
  },
  LOST_OR_DESTROYED: {
    title: { 'zh-Hans': '丢失或损毁', 'zh-Hant': '遺失或損毀', en: 'Lost or destroyed' },
    tone: 'bad',
    progress: 2,
    next: {
      'zh-Hans': '非常抱歉。您可以申请理赔，我先帮您登记。',
      'zh-Hant': '非常抱歉。您可以申請理賠，我先幫您登記。',
      en: 'We are very sorry. You can claim compensation; I will register it for you.',
    },
  },
  CANCELLED: {
    title: { 'zh-Hans': '已取消', 'zh-Hant': '已取消', en: 'Cancelled' },
    tone: 'neutral',
    progress: 0,
    next: {
      'zh-Hans': '这票已取消，不会再运输。',
      'zh-Hant': '這筆已取消，不會再運送。',
      en: 'This shipment was cancelled and will not be carried.',
    },
  },
};
