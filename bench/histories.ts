import { createRandom, type Random } from '../prisma/demo/random.ts';
import type { DerivedEvent } from '../rules/shipments/derive.ts';
import type { ShipmentStatus } from '../rules/shipments/types.ts';

/** What happened to a parcel, by construction. */
export interface Truth {
  readonly status: ShipmentStatus;
  /** The scan it rests on. */
  readonly scan?: DerivedEvent;
  readonly isWithdrawn: boolean;
}

/** A made-up history: what was scanned, what offices noted about it, and what is true. */
export interface History {
  readonly scans: readonly DerivedEvent[];
  readonly notes: readonly DerivedEvent[];
  readonly pieces: readonly string[];
  /** Of each piece, or of the one parcel. */
  readonly truths: readonly Truth[];
}

/** Parcels of every ending, a fifth of them in pieces, with notes before, between and after. The same seed gives the same histories. */
export function generateHistories(count: number, seed: number): readonly History[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const pieces = random.chance(0.2) ? ['P-1', 'P-2', 'P-3'].slice(0, random.integer(2, 3)) : [];
    const stories = (pieces.length > 0 ? pieces : [undefined]).map((piece) => tell(random, piece));
    const scans = stories.flatMap(({ scans: told }) => told);
    const notes = Array.from({ length: random.integer(0, 4) }, () => note(random));
    return { scans, notes, pieces, truths: stories.map(({ truth }) => truth) };
  });
}

/** The ends of every history: returns are told from deliveries by them. */
export const ENDS = { sender: { name: '王明', city: '广州市' }, recipient: { name: '李晓红', city: '杭州市' } } as const;

const CITIES = ['广州', '长沙', '南昌', '嘉兴', '杭州市'];
const SIGNERS = ['本人', '门卫', '家人', 'Front desk', '李晓红', '菜鸟驿站'];
const SENDERS = ['寄件人', '發件人', 'sender', 'Shipper', '王明'];
const TAKEN_BACK = [
  ...['误操作签收，签收已撤销', '簽收紀錄已取消，請以實際為準', '签收已作废', '错误签收，包裹仍在网点'],
  ...['Delivery scan was made in error', 'Marked as delivered by mistake', 'The delivery has been reversed'],
];
const NOTES = [
  ...[
    '签收底单已上传',
    '客服已催促网点',
    '客服已聯絡收件人',
    '工单已创建',
    '签收单照片已回传',
    '取件短信已发送',
    '运费已结算',
    '备注：客户来电',
  ],
  ...['POD image uploaded', 'Customer service has chased the depot', 'Internal note: caller informed', 'SMS sent', 'Ticket 4711 created'],
];
const DAY_ONE_MS = Date.UTC(2026, 10, 1);
const MINUTE_MS = 60_000;

function note(random: Random): DerivedEvent {
  const occurredAt = new Date(DAY_ONE_MS + random.integer(0, 40 * 24 * 60) * MINUTE_MS);
  // Some systems have a status for notes, some send the last one, or any.
  const status = random.pick(['UNKNOWN', 'UNKNOWN', 'IN_TRANSIT', 'DELIVERED', 'OUT_FOR_DELIVERY'] as const);
  return { occurredAt, status, text: random.pick(NOTES), city: random.pick(CITIES) };
}

interface Story {
  readonly scans: readonly DerivedEvent[];
  readonly truth: Truth;
}

function tell(random: Random, piece: string | undefined): Story {
  const scans: DerivedEvent[] = [];
  let minute = random.integer(0, 24 * 60);
  const scan = (status: ShipmentStatus, more: Partial<DerivedEvent> = {}): DerivedEvent => {
    minute += random.integer(1, 30 * 60);
    const occurredAt = new Date(DAY_ONE_MS + minute * MINUTE_MS);
    const event = {
      occurredAt,
      status,
      text: '快件',
      city: random.pick(CITIES.slice(0, 4)),
      ...(piece !== undefined && { piece }),
      ...more,
    };
    scans.push(event);
    return event;
  };
  const way = ['PICKED_UP', 'IN_TRANSIT', 'IN_TRANSIT', 'ARRIVED_LOCAL', 'OUT_FOR_DELIVERY'] as const;
  let last = scan('LABEL_CREATED');
  for (const status of way.slice(0, random.integer(1, way.length))) last = scan(status);
  return { scans, truth: random.weigh(ENDINGS)({ random, scan, last }) };
}

interface Teller {
  readonly random: Random;
  readonly last: DerivedEvent;
  scan(status: ShipmentStatus, more?: Partial<DerivedEvent>): DerivedEvent;
}

const restingOn = (scan: DerivedEvent, status = scan.status, isWithdrawn = false): Truth => ({ status, scan, isWithdrawn });
const deliver = ({ random, scan }: Teller): DerivedEvent => scan('DELIVERED', { signedBy: random.pick(SIGNERS), city: '杭州' });
const takeBack = ({ random, scan }: Teller, status: ShipmentStatus = 'UNKNOWN'): DerivedEvent =>
  scan(status, { text: random.pick(TAKEN_BACK) });

const ENDINGS: readonly (readonly [(teller: Teller) => Truth, number])[] = [
  [({ last }) => restingOn(last), 20],
  [({ scan }) => restingOn(scan('ON_HOLD', { reason: 'weather_delay' })), 5],
  [(teller) => restingOn(deliver(teller)), 25],
  [deliveredThenScanned, 8],
  [deliveredTwice, 8],
  [takenBack, 18],
  [takenBackThenDelivered, 6],
  [returned, 6],
  [onItsWayBack, 4],
  [({ scan }) => restingOn(scan('LOST_OR_DESTROYED')), 2],
];

/** A depot scans what is long delivered. */
function deliveredThenScanned(teller: Teller): Truth {
  const delivery = deliver(teller);
  teller.scan('IN_TRANSIT');
  return restingOn(delivery);
}

/** Told once more in the same words it is the same delivery. */
function deliveredTwice(teller: Teller): Truth {
  const [first, second] = [deliver(teller), deliver(teller)];
  return restingOn(first.signedBy === second.signedBy ? first : second);
}

/** By a note or by a scan; then, or not, it goes on. */
function takenBack(teller: Teller): Truth {
  const { random, scan, last } = teller;
  deliver(teller);
  if (random.chance(0.3)) return restingOn(takeBack(teller, 'ON_HOLD'), 'ON_HOLD', true);
  takeBack(teller);
  return restingOn(random.chance(0.5) ? scan('OUT_FOR_DELIVERY') : last, undefined, true);
}

function takenBackThenDelivered(teller: Teller): Truth {
  deliver(teller);
  takeBack(teller);
  return restingOn(deliver(teller));
}

function returned({ random, scan }: Teller): Truth {
  scan('RETURNING');
  return restingOn(scan('DELIVERED', { signedBy: random.pick(SENDERS), city: '广州' }), 'RETURNED');
}

function onItsWayBack({ scan }: Teller): Truth {
  scan('RETURNING');
  return restingOn(scan('IN_TRANSIT'), 'RETURNING');
}
