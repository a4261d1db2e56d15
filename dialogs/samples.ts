import type { Money } from '../core/money.ts';
import { deriveShipment } from '../rules/shipments/derive.ts';
import type { Shipment, ShipmentStatus, StatusReason, TrackingEvent } from '../rules/shipments/types.ts';

/** The instant the example conversations take place: Saturday 21 November 2026, 20:00 in Shanghai. */
export const SAMPLE_NOW = '2026-11-21T12:00:00Z';

/** Numbers of the example shipments; each ends in its check digit (GS1 mod 10). */
export const SAMPLES = {
  /** On its way in Jiaxing, in time; the phones end in 8888 (sender) and 1234 (recipient). */
  inTransit: 'XB000000001014',
  /** Late, last scan three days ago. */
  late: 'XB000000001021',
  delivered: 'XB000000001038',
  readyForPickup: 'XB000000001045',
  /** Waiting at a pickup point, with its code in the trace; the phones are those of `inTransit`. */
  withCode: 'XB000000001113',
  /** Waiting at a pickup point, with the day until which it is kept; the phones are those of `inTransit`. */
  keptUntil: 'XB000000001267',
  /** Three pieces, two delivered. */
  threePieces: 'XB000000001052',
  /** From Shanghai to Tokyo, held by customs for papers. */
  customs: 'XB000000001069',
  attemptFailed: 'XB000000001076',
  /** Mis-sorted by us and late, sent for 12 yuan; the phones are those of `inTransit`. */
  missorted: 'XB000000001090',
  /** Lost by us, sent for 8 yuan. */
  lost: 'XB000000001106',
  /** Lost by us, sent for 8 yuan and declared at 1,000; the phones are those of `inTransit`. */
  declared: 'XB000000001120',
  /** One digit of `inTransit` changed: its check digit fails. */
  mistyped: 'XB000000001614',
  /** A right number nobody has sent. */
  unknown: 'XB000000001083',
  /** Late; an earlier scan says that a vehicle broke down, and nothing is recorded. */
  brokenDown: 'XB000000001502',
  /** On hold; its scan says that it is confirmed lost. */
  givenUp: 'XB000000001519',
  /** To London, held by customs; its scan says what the recipient has to send. */
  papers: 'XB000000001526',
  /** Delivered; a note came a day later, from elsewhere. */
  notedAfter: 'XB000000001205',
  /** Delivered by mistake, taken back, out for delivery again. */
  takenBack: 'XB000000001212',
  /** Last scan twelve days ago, a note today. */
  silent: 'XB000000001229',
  /** Refused, and signed for by its sender. */
  cameBack: 'XB000000001236',
  /** Delivered in Berlin. */
  berlin: 'XB000000001243',
  /** In Los Angeles, promised in New York. */
  newYork: 'XB000000001250',
  /** The order of `inTransit`. */
  order: 'SO-20261119001',
} as const;

/** The sample customer: both `inTransit` and `late` are hers. */
export const SAMPLE_CUSTOMER = { id: 'customer-li', name: '李女士' } as const;

const HOUR_MS = 3_600_000;
const NOW_MS = new Date(SAMPLE_NOW).getTime();
const hoursAgo = (hours: number): Date => new Date(NOW_MS - hours * HOUR_MS);

/** A scan `hours` before SAMPLE_NOW. */
function scan(hours: number, status: ShipmentStatus, city: string, text: string, extra: Partial<TrackingEvent> = {}): TrackingEvent {
  return { occurredAt: hoursAgo(hours), status, city, country: 'CN', text, ...extra };
}

/** A scan abroad, by the clock of its place: `2026-11-20T23:30:00+01:00`. */
function abroad(
  at: string,
  status: ShipmentStatus,
  city: string,
  country: string,
  text: string,
  extra: Partial<TrackingEvent> = {},
): TrackingEvent {
  return { occurredAt: new Date(at), utcOffsetMinutes: Number.parseInt(at.slice(-6), 10) * 60, status, city, country, text, ...extra };
}

const LI_ABROAD = { name: 'Li Xiaohong', phone: '+4930900001234', province: '' } as const;

/** A shipment with what its sending cost and what it was declared at, which a store keeps beside it. */
export type SampleShipment = Shipment & { readonly freight?: Money; readonly declared?: Money };

interface Sample {
  readonly number: string;
  readonly events: readonly TrackingEvent[];
  readonly promisedInHours?: number;
  readonly reason?: StatusReason;
  readonly rest?: Partial<SampleShipment>;
}

function build({ number, events, promisedInHours, reason, rest = {} }: Sample): SampleShipment {
  return {
    id: `shipment-${number}`,
    trackingNumber: number,
    service: 'STANDARD',
    direction: 'forward',
    createdAt: hoursAgo(96),
    pieceCount: 1,
    sender: { name: '王明', phone: '13800008888', country: 'CN', province: '广东省', city: '广州市' },
    recipient: { name: '李晓红', phone: '13900001234', country: 'CN', province: '浙江省', city: '杭州市' },
    itemSummary: '蓝牙耳机 ×1',
    events,
    ...deriveShipment(events),
    ...(promisedInHours === undefined ? {} : { promisedAt: hoursAgo(-promisedInHours) }),
    ...(reason ? { reason } : {}),
    ...rest,
  };
}

/** The shipments the example conversations speak of. */
export function createSampleShipments(): readonly SampleShipment[] {
  const pickedUp = scan(40, 'PICKED_UP', '广州市', '【广州天河网点】已揽收，快递员：陈大文，电话 13800001111');
  return [
    build({
      number: SAMPLES.inTransit,
      promisedInHours: 20,
      events: [scan(5, 'IN_TRANSIT', '嘉兴市', '快件已到达【嘉兴转运中心】'), pickedUp],
      rest: { orderNumber: SAMPLES.order, customerId: SAMPLE_CUSTOMER.id },
    }),
    build({
      number: SAMPLES.late,
      promisedInHours: -30,
      reason: 'weather_delay',
      events: [
        scan(80, 'IN_TRANSIT', '郑州市', '【郑州转运中心】已发出，下一站【杭州转运中心】'),
        scan(90, 'PICKED_UP', '西安市', '【西安雁塔网点】已揽收'),
      ],
      rest: { customerId: SAMPLE_CUSTOMER.id, createdAt: hoursAgo(120) },
    }),
    build({
      number: SAMPLES.delivered,
      promisedInHours: 4,
      events: [
        scan(6, 'DELIVERED', '杭州市', '已签收，签收人：李晓红', { signedBy: '李晓红' }),
        scan(10, 'OUT_FOR_DELIVERY', '杭州市', '正在派送，派件员：张三丰，电话 13800002222'),
        pickedUp,
      ],
    }),
    build({
      number: SAMPLES.readyForPickup,
      events: [scan(20, 'READY_FOR_PICKUP', '杭州市', '快件已存入【西溪小区驿站】，请及时领取'), pickedUp],
    }),
    build({
      number: SAMPLES.withCode,
      events: [
        scan(4, 'READY_FOR_PICKUP', '杭州市', '快件已存放在【翠苑三区 12 幢驿站】，请凭取件码 6-3-2047 领取，站长 钱多多 13700005678'),
        pickedUp,
      ],
    }),
    build({
      number: SAMPLES.keptUntil,
      promisedInHours: -10,
      events: [scan(30, 'READY_FOR_PICKUP', '杭州市', '已到【文新路菜鸟驿站】，请于11月24日18:00前取件'), pickedUp],
    }),
    build({
      number: SAMPLES.threePieces,
      promisedInHours: 20,
      events: [scan(3, 'OUT_FOR_DELIVERY', '杭州市', '正在派送'), pickedUp],
      rest: {
        pieceCount: 3,
        pieces: [1, 2, 3].map((n) => ({
          number: `${SAMPLES.threePieces}-${n}`,
          status: n < 3 ? ('DELIVERED' as const) : ('OUT_FOR_DELIVERY' as const),
        })),
      },
    }),
    build({
      number: SAMPLES.customs,
      reason: 'customs_documentation',
      events: [scan(30, 'CUSTOMS', '东京', 'Held by customs: commercial invoice required', { country: 'JP' }), pickedUp],
      rest: {
        service: 'INTERNATIONAL',
        recipient: { name: 'Sato Hanako', phone: '+81312345678', country: 'JP', province: '東京都', city: '东京' },
      },
    }),
    build({
      number: SAMPLES.attemptFailed,
      promisedInHours: 2,
      reason: 'consignee_not_home',
      events: [scan(4, 'ATTEMPT_FAILED', '杭州市', '派送未成功：收件人不在'), pickedUp],
    }),
    build({
      number: SAMPLES.missorted,
      promisedInHours: -30,
      reason: 'carrier_sorting_error',
      events: [scan(20, 'IN_TRANSIT', '南昌市', '快件已到达【南昌转运中心】'), pickedUp],
      rest: { freight: { minor: 1200, currency: 'CNY' } },
    }),
    build({
      number: SAMPLES.brokenDown,
      promisedInHours: -20,
      events: [
        scan(5, 'IN_TRANSIT', '杭州市', '【杭州转运中心】已发出，下一站【杭州西湖网点】'),
        scan(30, 'IN_TRANSIT', '郑州市', '【郑州转运中心】因车辆故障，发出时间推迟，我们会尽快安排'),
        pickedUp,
      ],
    }),
    build({
      number: SAMPLES.givenUp,
      promisedInHours: -90,
      reason: 'carrier_parcel_lost',
      events: [scan(8, 'ON_HOLD', '杭州市', '【杭州转运中心】多次查找未果，快件已确认遗失，请联系客服办理理赔'), pickedUp],
    }),
    build({
      number: SAMPLES.papers,
      reason: 'customs_documentation',
      events: [scan(9, 'CUSTOMS', '伦敦', '清关资料不全，缺少商业发票和身份证，请收件人联系客服补充', { country: 'GB' }), pickedUp],
      rest: {
        service: 'INTERNATIONAL',
        recipient: { name: 'Anna Lee', phone: '+447700900456', country: 'GB', province: 'London', city: 'London' },
      },
    }),
    build({
      number: SAMPLES.notedAfter,
      promisedInHours: -20,
      events: [
        scan(3, 'UNKNOWN', '上海市', '签收底单已上传'),
        scan(28, 'DELIVERED', '杭州市', '已签收，签收人：李晓红', { signedBy: '李晓红' }),
        pickedUp,
      ],
    }),
    build({
      number: SAMPLES.takenBack,
      promisedInHours: 4,
      events: [
        scan(4, 'OUT_FOR_DELIVERY', '杭州市', '正在派送'),
        scan(20, 'UNKNOWN', '杭州市', '误操作签收，签收已撤销'),
        scan(27, 'DELIVERED', '杭州市', '已签收，签收人：本人', { signedBy: '本人' }),
        pickedUp,
      ],
    }),
    build({
      number: SAMPLES.silent,
      promisedInHours: 24,
      events: [scan(2, 'UNKNOWN', '杭州市', '客服已催促网点'), scan(12 * 24, 'IN_TRANSIT', '长沙市', '快件已到达【长沙转运中心】')],
    }),
    build({
      number: SAMPLES.cameBack,
      events: [
        scan(2, 'UNKNOWN', '杭州市', '签收单已回传'),
        scan(10, 'DELIVERED', '广州市', '已签收', { signedBy: '寄件人' }),
        scan(60, 'RETURNING', '杭州市', '收件人拒收，退回寄件人'),
        pickedUp,
      ],
    }),
    build({
      number: SAMPLES.berlin,
      events: [
        abroad('2026-11-20T23:30:00+01:00', 'DELIVERED', 'Berlin', 'DE', 'Delivered, signed by: Schmidt', { signedBy: 'Schmidt' }),
        pickedUp,
      ],
      rest: { service: 'INTERNATIONAL', recipient: { ...LI_ABROAD, country: 'DE', city: 'Berlin' } },
    }),
    build({
      number: SAMPLES.newYork,
      events: [abroad('2026-11-18T20:15:00-08:00', 'IN_TRANSIT', 'Los Angeles', 'US', 'Arrived at facility')],
      rest: {
        ...{ service: 'INTERNATIONAL', promisedAt: new Date('2026-11-23T17:00:00-05:00'), promisedOffsetMinutes: -300 },
        recipient: { ...LI_ABROAD, country: 'US', province: 'NY', city: 'New York' },
      },
    }),
    build({
      number: SAMPLES.lost,
      promisedInHours: -60,
      reason: 'carrier_parcel_lost',
      events: [scan(30, 'LOST_OR_DESTROYED', '杭州市', '快件遗失'), pickedUp],
      rest: { freight: { minor: 800, currency: 'CNY' } },
    }),
    build({
      number: SAMPLES.declared,
      promisedInHours: -60,
      reason: 'carrier_parcel_lost',
      events: [scan(90, 'LOST_OR_DESTROYED', '杭州市', '快件遗失'), pickedUp],
      rest: { freight: { minor: 800, currency: 'CNY' }, declared: { minor: 100_000, currency: 'CNY' } },
    }),
  ];
}
