import { HOUR_MS } from '../../core/days.ts';
import { createOwnNumber } from '../../core/ownNumber.ts';
import type { Text } from '../../core/types.ts';
import type { Service } from '../../rules/shipments/types.ts';
import type { Ending } from './endings.ts';
import { goodOf } from './goods.ts';
import { type Person, partyOf } from './people.ts';
import type { Plan } from './shipment.ts';
import { spotOf } from './spots.ts';

interface Story {
  readonly key: string;
  readonly from: Person;
  readonly to: Person;
  readonly service: Service;
  /** As in the table of goods. */
  readonly goods: string;
  readonly ending: Ending;
  readonly hoursAgo: number;
  readonly promise: Plan['promise'];
  readonly delayDays?: number;
  readonly pieceCount?: number;
  readonly direction?: 'return';
  readonly about: Text;
}

/** In the order of their serials: add at the end only, the README names the numbers. */
const STORIES: readonly Story[] = [
  {
    key: 'onTime',
    from: 'phoneShop',
    to: 'lin',
    service: 'EXPRESS',
    goods: '蓝牙耳机',
    ending: 'moving',
    hoursAgo: 3,
    promise: 'ahead',
    about: { 'zh-Hans': '运输中，时效正常', 'zh-Hant': '運送中，時效正常', en: 'In transit, on time' },
  },
  {
    key: 'late',
    from: 'silkShop',
    to: 'chen',
    service: 'STANDARD',
    goods: '真丝围巾',
    ending: 'moving',
    hoursAgo: 6,
    promise: 'passed',
    delayDays: 3,
    about: { 'zh-Hans': '运输中，已超过承诺时效', 'zh-Hant': '運送中，已超過承諾時效', en: 'In transit, past its promise' },
  },
  {
    key: 'stale',
    from: 'phoneShop',
    to: 'wang',
    service: 'STANDARD',
    goods: '机械键盘',
    ending: 'moving',
    hoursAgo: 80,
    promise: 'ahead',
    about: { 'zh-Hans': '物流信息三天多未更新', 'zh-Hant': '物流資訊三天多未更新', en: 'No scan for more than three days' },
  },
  {
    key: 'out',
    from: 'silkShop',
    to: 'lin',
    service: 'STANDARD',
    goods: '男士衬衫',
    ending: 'out',
    hoursAgo: 2,
    promise: 'ahead',
    about: { 'zh-Hans': '派送中', 'zh-Hant': '派送中', en: 'Out for delivery' },
  },
  {
    key: 'pickup',
    from: 'teaShop',
    to: 'lin',
    service: 'ECONOMY',
    goods: '景德镇茶具套装',
    ending: 'waiting',
    hoursAgo: 5,
    promise: 'ahead',
    about: { 'zh-Hans': '在驿站或快递柜待取', 'zh-Hant': '在自提點待取', en: 'Waiting at a pickup point' },
  },
  {
    key: 'customs',
    from: 'teaShop',
    to: 'wong',
    service: 'INTERNATIONAL',
    goods: '青花瓷花瓶',
    ending: 'documents',
    hoursAgo: 20,
    promise: 'ahead',
    about: { 'zh-Hans': '海关扣留，缺少商业发票', 'zh-Hant': '海關留置，缺少商業發票', en: 'Held by customs, commercial invoice missing' },
  },
  {
    key: 'delivered',
    from: 'phoneShop',
    to: 'lin',
    service: 'EXPRESS',
    goods: '充电器',
    ending: 'delivered',
    hoursAgo: 20,
    promise: 'usual',
    about: { 'zh-Hans': '已签收，可查签收人', 'zh-Hant': '已簽收，可查簽收人', en: 'Delivered, with who signed' },
  },
  {
    key: 'attempt',
    from: 'silkShop',
    to: 'zhao',
    service: 'STANDARD',
    goods: '女士羊毛衫',
    ending: 'absent',
    hoursAgo: 4,
    promise: 'ahead',
    about: { 'zh-Hans': '派送未成功，收件人不在家', 'zh-Hant': '派送未成功，收件人不在', en: 'Delivery attempt failed, nobody at home' },
  },
  {
    key: 'returning',
    from: 'silkShop',
    to: 'sun',
    service: 'STANDARD',
    goods: '儿童连衣裙',
    ending: 'refused',
    hoursAgo: 10,
    promise: 'ahead',
    about: { 'zh-Hans': '收件人拒收，退回中', 'zh-Hant': '收件人拒收，退回中', en: 'Refused, returning to the sender' },
  },
  {
    key: 'pieces',
    from: 'teaShop',
    to: 'zhou',
    service: 'STANDARD',
    goods: '景德镇茶具套装',
    ending: 'partly',
    hoursAgo: 1,
    promise: 'ahead',
    pieceCount: 3,
    about: { 'zh-Hans': '一票三件，已签收两件', 'zh-Hant': '一票三件，已簽收兩件', en: 'Three pieces, two of them delivered' },
  },
  {
    key: 'lost',
    from: 'phoneShop',
    to: 'wu',
    service: 'EXPRESS',
    goods: '蓝牙耳机',
    ending: 'lost',
    hoursAgo: 30,
    promise: 'passed',
    about: { 'zh-Hans': '已确认遗失，可理赔', 'zh-Hant': '已確認遺失，可理賠', en: 'Confirmed lost, a claim is due' },
  },
  {
    key: 'return',
    from: 'lin',
    to: 'silkShop',
    service: 'STANDARD',
    goods: '真丝围巾',
    ending: 'moving',
    hoursAgo: 8,
    promise: 'ahead',
    direction: 'return',
    about: { 'zh-Hans': '买家退货，运输中', 'zh-Hant': '買家退貨，運送中', en: "A shopper's return, in transit" },
  },
  {
    key: 'clearing',
    from: 'teaShop',
    to: 'emma',
    service: 'INTERNATIONAL',
    goods: '景德镇茶具套装',
    ending: 'clearing',
    hoursAgo: 10,
    promise: 'ahead',
    about: { 'zh-Hans': '正在德国清关', 'zh-Hant': '正在德國清關', en: 'In German customs, all in order' },
  },
];

const FIRST_SERIAL = 88_000_000_000;

/** A number worth asking about. It and the digits are the same whenever the data were made. */
export interface DemoHighlight {
  readonly key: string;
  readonly trackingNumber: string;
  /** Of the sender's and the recipient's phone: either opens the details. */
  readonly lastFour: { readonly sender: string; readonly recipient: string };
  readonly description: Text;
}

export const demoHighlights: readonly DemoHighlight[] = STORIES.map(({ key, from, to, about }, at) => ({
  key,
  trackingNumber: createOwnNumber(serialOf(at)),
  lastFour: { sender: partyOf(from).phone.slice(-4), recipient: partyOf(to).phone.slice(-4) },
  description: about,
}));

/** The plans behind the highlights; `customerIdOf` tells which person of them is a customer. */
export function planHighlights(nowMs: number, customerIdOf: (person: Person) => string | undefined): Plan[] {
  return STORIES.map(
    ({ from, to, hoursAgo, delayDays = 0, pieceCount = 1, direction, goods, ...story }, at): Plan => ({
      ...story,
      serial: serialOf(at),
      customerId: customerIdOf(direction === 'return' ? from : to) ?? null,
      from: spotOf(partyOf(from).city),
      to: spotOf(partyOf(to).city),
      sender: partyOf(from),
      recipient: partyOf(to),
      direction: direction ?? 'forward',
      delayDays,
      pieceCount,
      goods: [{ good: goodOf(goods), quantity: 1 }],
      when: { lastScanAtMs: nowMs - hoursAgo * HOUR_MS },
    }),
  );
}

function serialOf(at: number): number {
  return FIRST_SERIAL + at + 1;
}
