import { currentAccountOf, pickupCodeOf } from '../../rules/shipments/phrases/account.ts';
import type { Shipment } from '../../rules/shipments/types.ts';
import { isRefused, needsAddress } from './policy.ts';
import { type StatusView, statuses } from './statuses.ts';

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
