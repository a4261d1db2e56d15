import type { ShipmentStatus, StatusReason } from '../../rules/shipments/types.ts';
import { communityName } from './parties.ts';
import type { Random } from './random.ts';
import { type Spot, spotOf } from './spots.ts';
import { type TraceKind, traceText } from './traces.ts';

/** One scan to come: day and hour in Beijing, counted from midnight of the day the label was made. */
export interface Step {
  readonly day: number;
  readonly hour: number;
  readonly kind: TraceKind;
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  readonly text: string;
  readonly place?: { readonly name: string; readonly city: string; readonly country: string };
  readonly signedBy?: string;
  /** Position of the piece the scan is of, from 1; absent: all pieces. */
  readonly piece?: number;
}

/** A parcel's way through the network, with the people and places its scans name. */
export interface Route {
  readonly from: Spot;
  readonly to: Spot;
  /** Days from label to delivery when nothing goes wrong. */
  readonly days: number;
  readonly fromDepot: string;
  readonly toDepot: string;
  readonly point: string;
  readonly code: string;
  readonly pickupCourier: Courier;
  readonly courier: Courier;
}

interface Courier {
  readonly name: string;
  readonly phone: string;
}

const COURIERS = ['张师傅', '李师傅', '王师傅', '陈师傅', '刘师傅', '赵师傅', '孙师傅', '周师傅', '吴师傅', '郑师傅', '钱师傅', '冯师傅'];

export function planRoute(from: Spot, to: Spot, fromDistrict: string, toDistrict: string, isExpress: boolean, random: Random): Route {
  return {
    from,
    to,
    days: daysBetween(from, to, isExpress),
    fromDepot: depotOf(from, fromDistrict),
    toDepot: depotOf(to, toDistrict),
    point: pointIn(to, random),
    code: `${random.integer(1, 9)}-${random.integer(1, 6)}-${random.integer(1000, 9999)}`,
    pickupCourier: courierIn(from, random),
    courier: courierIn(to, random),
  };
}

/** The scans from label to the courier's round, the usual way; `delayDays` are lost before the last sorting centre. */
export function travel(route: Route, delayDays: number, random: Random): Step[] {
  const { from, to, days, fromDepot, toDepot, pickupCourier } = route;
  const last = days + delayDays;
  const isLocal = from.city === to.city;
  const scan = (day: number, hour: number, status: ShipmentStatus, kind: TraceKind, depot: string, more: StepDetails = {}): Step =>
    createStep({ day, hour: hour + random.next() / 4, status, kind, depot, at: from, ...more }, route);
  const there: StepDetails = { at: to };
  return [
    scan(0, 10, 'LABEL_CREATED', 'label', fromDepot),
    scan(0, 17, 'PICKED_UP', 'pickup', fromDepot, { courier: pickupCourier }),
    scan(0, 20, 'IN_TRANSIT', 'arrive', hubOf(from)),
    ...(delayDays > 0 ? [scan(0, 21, 'IN_TRANSIT', 'delay', hubOf(from), { reason: 'carrier_vehicle_issue' })] : []),
    ...(isLocal ? [] : from.country === to.country ? overLand() : throughCustoms()),
    scan(last, 6.5, 'ARRIVED_LOCAL', 'local', toDepot, there),
    scan(last, 8.2, 'OUT_FOR_DELIVERY', 'out', toDepot, { ...there, courier: route.courier }),
  ];

  function overLand(): Step[] {
    return [
      scan(delayDays, 22, 'IN_TRANSIT', 'depart', hubOf(from), { next: hubOf(to) }),
      scan(last - 1, 23, 'IN_TRANSIT', 'arrive', hubOf(to), there),
      scan(last, 1.5, 'IN_TRANSIT', 'depart', hubOf(to), { ...there, next: toDepot }),
    ];
  }

  function throughCustoms(): Step[] {
    const isOutbound = from.country === 'CN';
    const gateway = spotOf(isOutbound ? to.gateway : from.gateway);
    const port = `${gateway.city}国际转运中心`;
    const airport: StepDetails = { at: gateway };
    return [
      scan(0, 22, 'IN_TRANSIT', 'depart', hubOf(from), { next: isOutbound ? port : hubOf(to) }),
      scan(2, 7, 'CUSTOMS', 'exported', isOutbound ? port : hubOf(from), isOutbound ? airport : {}),
      scan(2 + delayDays, 23, 'IN_TRANSIT', 'flight', isOutbound ? port : hubOf(from), { ...(isOutbound && airport), next: hubOf(to) }),
      scan(last - 3, 6, 'IN_TRANSIT', 'arrive', hubOf(to), there),
      scan(last - 3, 9, 'CUSTOMS', 'imported', hubOf(to), there),
      scan(last - 2, 15, 'IN_TRANSIT', 'cleared', hubOf(to), there),
      scan(last - 1, 20, 'IN_TRANSIT', 'depart', hubOf(to), { ...there, next: toDepot }),
    ];
  }
}

interface StepDetails {
  readonly at?: Spot;
  readonly courier?: Courier;
  readonly next?: string;
  readonly signer?: string;
  readonly reason?: StatusReason;
  readonly piece?: number;
}

/** A scan at a depot, or at the pickup point, with its words filled in. Abroad the hour is the one of the place. */
export function createStep(
  step: {
    readonly day: number;
    readonly hour: number;
    readonly status: ShipmentStatus;
    readonly kind: TraceKind;
    readonly depot: string;
  } & StepDetails,
  route: Route,
): Step {
  const { day, hour, status, kind, depot, at = route.to, reason, signer, piece, next = '', courier = route.courier } = step;
  const { point, code } = route;
  const values = { depot, next, point, code, courier: courier.name, phone: courier.phone, signer: signer ?? '' };
  return {
    day,
    hour: hour + at.hoursBehind,
    status,
    kind,
    text: traceText(kind, at.language, values),
    place: { name: depot, city: at.city, country: at.country },
    ...(reason && { reason }),
    ...(signer !== undefined && { signedBy: signer }),
    ...(piece !== undefined && { piece }),
  };
}

/** The sorting centre of a city. */
export function hubOf(spot: Spot): string {
  if (spot.language === 'zh-Hans') return `${spot.city}转运中心`;
  return spot.language === 'zh-Hant' ? `${spot.city}集散中心` : `${spot.city} Gateway`;
}

function depotOf(spot: Spot, district: string): string {
  if (spot.language === 'zh-Hans') return `${spot.city}${district.replace(/[区镇]$|街道$/, '')}网点`;
  return spot.language === 'zh-Hant' ? `${spot.city}${district}站` : `${district} Delivery Station`;
}

function pointIn(spot: Spot, random: Random): string {
  if (spot.language === 'zh-Hant') return `${random.pick(spot.districts)}自提點`;
  if (spot.language === 'en') return `${random.pick(spot.districts)} Parcel Shop`;
  const community = communityName(random);
  return random.chance(0.6) ? `${community}驿站` : `${community}快递柜`;
}

function courierIn(spot: Spot, random: Random): Courier {
  const serial = random.integer(0, 99);
  if (spot.country === 'CN') return { name: random.pick(COURIERS), phone: `138000011${String(serial).padStart(2, '0')}` };
  if (spot.country === 'HK') return { name: '陳先生', phone: `912311${String(serial).padStart(2, '0')}` };
  return spot.country === 'TW'
    ? { name: '林先生', phone: `09123451${String(serial).padStart(2, '0')}` }
    : { name: 'Sam', phone: '13800001199' };
}

function daysBetween(from: Spot, to: Spot, isExpress: boolean): number {
  if (from.country !== to.country) return Math.max(from.abroadDays, to.abroadDays);
  if (from.city === to.city) return 1;
  const usual = (from.province === to.province ? 2 : 3) + Math.max(from.remoteDays, to.remoteDays);
  return isExpress ? usual - 1 : usual;
}
