import type { Text, Tone } from '../../core/types.ts';
import { currentAccountOf, pickupCodeOf } from '../../rules/shipments/phrases/account.ts';
import type { Shipment, ShipmentStatus } from '../../rules/shipments/types.ts';
import { isRefused, needsAddress } from './policy.ts';

/** How a status is shown: its name, how far along it is, its mood, what happens next, and what the customer may do now. */
export interface StatusView {
  readonly title: Text;
  readonly tone: Tone;
  readonly progress: 0 | 1 | 2 | 3 | 4;
  readonly next: Text;
  /** Said when asked "so what can I do?"; names only what a button of the card or a plain step outside does. */
  readonly doNow: Text;
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
    doNow: {
      'zh-Hans': '先跟寄件人核对单号、问问交件了没有。交了还一直查不到，点“请人跟进”，我登记请同事查。',
      'zh-Hant': '先跟寄件人核對單號、確認是否已交件。交了還是查不到，請點「請專人跟進」，我登記請同事查。',
      en: 'Check the number with the sender first, and whether it has been handed over. If it has, tap "Have someone follow up" and I will register it.',
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
    doNow: {
      'zh-Hans': '先问卖家有没有发货，包裹还没交给我们。卖家说已经交了，就点“请人跟进”，我登记请同事查。',
      'zh-Hant': '先問賣家出貨了沒有，包裹還沒交給我們。賣家說已經交了，就點「請專人跟進」，我登記請同事查。',
      en: 'Ask the seller whether it was sent: we do not have it yet. If they say it was, tap "Have someone follow up".',
    },
  },
  PICKED_UP: {
    title: { 'zh-Hans': '已揽收', 'zh-Hant': '已收件', en: 'Picked up' },
    tone: 'moving',
    progress: 1,
    next: { 'zh-Hans': '下一步：发往转运中心。', 'zh-Hant': '下一步：送往轉運中心。', en: 'Next: it goes to the sorting centre.' },
    doNow: {
      'zh-Hans': '现在不用做什么，包裹刚收上来，正往下走。',
      'zh-Hant': '現在不用做什麼，包裹剛收件，正往下一站走。',
      en: 'Nothing for now: it was just picked up and is on its way.',
    },
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
    doNow: {
      'zh-Hans': '现在不用做什么，包裹在路上。收件不方便的话，直接说“改地址”或“改时间”。',
      'zh-Hant': '現在不用做什麼，包裹在路上。收件不方便的話，直接說「改地址」或「改時間」。',
      en: 'Nothing for now: it is on the road. If the delivery does not suit you, just say "change the delivery".',
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
    doNow: {
      'zh-Hans': '清关只能等海关放行。问问寄件人资料齐不齐；要弄清卡在哪儿，点“请人跟进”。',
      'zh-Hant': '清關只能等海關放行。可以問寄件人資料齊不齊；想弄清楚卡在哪裡，請點「請專人跟進」。',
      en: 'Only customs can release it. Ask the sender whether the papers are complete, or tap "Have someone follow up" to find out what is missing.',
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
    doNow: {
      'zh-Hans': '快到了，留意电话就行。到时候不方便收，直接说“改地址”或“改时间”。',
      'zh-Hant': '快到了，留意電話就好。到時不方便收，直接說「改地址」或「改時間」。',
      en: 'It is close: just keep your phone at hand. If the time does not suit you, say "change the delivery".',
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
    doNow: {
      'zh-Hans': '留意快递员电话就行。不方便收，点“改地址或派送时间”。',
      'zh-Hant': '留意配送員的電話就好。不方便收的話，點「改地址或配送時間」。',
      en: 'Keep your phone at hand. If you cannot be there, tap "Change a delivery".',
    },
  },
  READY_FOR_PICKUP: {
    title: { 'zh-Hans': '待取件', 'zh-Hant': '待取件', en: 'Ready for pickup' },
    tone: 'attention',
    progress: 3,
    next: {
      'zh-Hans': '请尽快去取；取不到的话，可以请人跟进。',
      'zh-Hant': '請儘快領取；領不到的話，可以請專人跟進。',
      en: 'Please collect it soon. If you cannot get it there, I can have someone follow up.',
    },
    doNow: {
      'zh-Hans': '去取件点取就行。到了找不到，或者取不出来，点“请人跟进”。',
      'zh-Hant': '到取件點領就好。到了找不到，或領不出來，請點「請專人跟進」。',
      en: 'Collect it at the pickup point. Not there, or not handed out? Tap "Have someone follow up".',
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
    doNow: {
      'zh-Hans': '可以点“改地址或派送时间”约个方便的时候；不改的话，网点会再送一次。',
      'zh-Hant': '可以點「改地址或配送時間」約方便的時段；不改的話，站點會再送一次。',
      en: 'Tap "Change a delivery" to choose a better time or place; otherwise the depot tries again.',
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
    doNow: {
      'zh-Hans': '要等问题解决才能走。想弄清原因、催一催，点“请人跟进”。',
      'zh-Hant': '要等問題排除才能走。想弄清楚原因、催一下，請點「請專人跟進」。',
      en: 'It has to be settled first. To learn more and have it chased, tap "Have someone follow up".',
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
    doNow: {
      'zh-Hans': '没找到包裹的话，先看看门口、前台、快递柜，问问家人邻居。还是没有，或者东西坏了、少了，点“投诉”；想退，点“退货”。',
      'zh-Hant': '找不到包裹的話，先看看門口、管理室、智能櫃，問問家人鄰居。還是沒有，或東西壞了、少了，點「客訴」；想退就點「退貨」。',
      en: 'If you cannot find it, look at the door, reception and lockers, and ask at home. Still missing, damaged or incomplete? Tap "Make a complaint"; to send it back, "Return something".',
    },
  },
  RETURNING: {
    title: { 'zh-Hans': '退回中', 'zh-Hant': '退回中', en: 'Returning to sender' },
    tone: 'attention',
    progress: 2,
    next: { 'zh-Hans': '包裹正在退回寄件人。', 'zh-Hant': '包裹正在退回寄件人。', en: 'It is on its way back to the sender.' },
    doNow: {
      'zh-Hans': '还想要的话，请卖家收到后重发。不明白为什么退，点“请人跟进”。',
      'zh-Hant': '還想要的話，請賣家收到後重寄。不清楚為什麼退，請點「請專人跟進」。',
      en: 'If you still want it, ask the seller to send it again. To learn why it goes back, tap "Have someone follow up".',
    },
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
    doNow: {
      'zh-Hans': '找卖家重发或退款就行。对退回有疑问，点“请人跟进”。',
      'zh-Hant': '請找賣家重寄或退款。對退回有疑問，請點「請專人跟進」。',
      en: 'Ask the seller for a new dispatch or a refund. Questions about the return? Tap "Have someone follow up".',
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
    doNow: {
      'zh-Hans': '可以申请理赔，点“理赔”，我先帮您登记。',
      'zh-Hant': '可以申請理賠，請點「理賠」，我先幫您登記。',
      en: 'You can claim compensation: tap "Claim compensation" and I will register it.',
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
    doNow: {
      'zh-Hans': '还需要的话，请寄件人重新下单。不是您那边取消的，点“请人跟进”。',
      'zh-Hant': '還需要的話，請寄件人重新下單。不是您那邊取消的，請點「請專人跟進」。',
      en: 'If it is still wanted, the sender has to book again. If nobody on your side cancelled it, tap "Have someone follow up".',
    },
  },
};

/** How a shipment is shown: as its status is, and otherwise where its scans say what changes that. */
export function lookOf(shipment: Shipment): StatusView {
  const look = statuses[shipment.status];
  switch (shipment.status) {
    case 'READY_FOR_PICKUP':
      return pickupCodeOf(shipment) === undefined ? look : { ...look, ...withCode };
    case 'IN_TRANSIT':
    case 'ARRIVED_LOCAL':
    case 'ATTEMPT_FAILED':
    case 'ON_HOLD':
      if (isRefused(shipment)) return { ...look, ...refused };
      return needsAddress(shipment) ? { ...look, ...wrongAddress } : look;
    case 'LOST_OR_DESTROYED':
      return currentAccountOf(shipment)?.isWanted ? disposed : look;
    default:
      return look;
  }
}

const withCode: Pick<StatusView, 'next' | 'doNow'> = {
  next: {
    'zh-Hans': '请凭取件码尽快去取；取不到的话，可以请人跟进。',
    'zh-Hant': '請憑取件碼儘快領取；領不到的話，可以請專人跟進。',
    en: 'Please collect it soon with the pickup code. If you cannot get it there, I can have someone follow up.',
  },
  doNow: {
    'zh-Hans': '带上取件码去取就行。到了找不到，或者取不出来，点“请人跟进”。',
    'zh-Hant': '帶取件碼去領就好。到了找不到，或領不出來，請點「請專人跟進」。',
    en: 'Collect it with the pickup code. Not there, or not handed out? Tap "Have someone follow up".',
  },
};

const refused: Pick<StatusView, 'next' | 'doNow'> = {
  next: {
    'zh-Hans': '拒收的件不会自动再派送。其实还想要的话，请尽快点“请人跟进”，我登记给同事。',
    'zh-Hant': '拒收的包裹不會自動再派送。其實還想要的話，請儘快點「請專人跟進」，我登記給同事。',
    en: 'A refused parcel does not go out again by itself. If it is wanted after all, tap "Have someone follow up" soon and I will register it.',
  },
  doNow: {
    'zh-Hans': '还想要就点“请人跟进”，我登记给同事；不要的话，不用做什么，退款请找卖家。',
    'zh-Hant': '還想要就點「請專人跟進」，我登記給同事；不要的話，不用做什麼，退款請找賣家。',
    en: 'If it is wanted after all, tap "Have someone follow up" and I will register it. If not, there is nothing to do; for a refund ask the seller.',
  },
};

const wrongAddress: Pick<StatusView, 'next' | 'doNow'> = {
  next: {
    'zh-Hans': '地址确认好以后才能再派送。',
    'zh-Hant': '地址確認好以後才能再派送。',
    en: 'It can go out again once the address is settled.',
  },
  doNow: {
    'zh-Hans': '请提供正确、完整的地址，或点“请人跟进”，我登记给同事。',
    'zh-Hant': '請提供正確、完整的地址，或點「請專人跟進」，我登記給同事。',
    en: 'Tell us the right, complete address, or tap "Have someone follow up" and I will register it.',
  },
};

const disposed: StatusView = {
  title: { 'zh-Hans': '已按要求销毁', 'zh-Hant': '已依要求銷毀', en: 'Disposed of on request' },
  tone: 'neutral',
  progress: 4,
  next: {
    'zh-Hans': '这件不会再派送。不是您那边要求的话，点“请人跟进”，我登记请同事查。',
    'zh-Hant': '這件不會再派送。不是您那邊要求的話，請點「請專人跟進」，我登記請同事查。',
    en: 'It will not be delivered. If nobody on your side asked for this, tap "Have someone follow up" and I will register it.',
  },
  doNow: {
    'zh-Hans': '不是您那边要求的话，点“请人跟进”，我登记请同事查。',
    'zh-Hant': '不是您那邊要求的話，請點「請專人跟進」，我登記請同事查。',
    en: 'If nobody on your side asked for this, tap "Have someone follow up" and I will register it.',
  },
};
