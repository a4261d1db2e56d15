import { createFixedClock } from '../../core/clock.ts';
import { createComplaintDesk, createComplaints } from '../../prisma/crm/complaints/index.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import type { Query, Store } from '../../prisma/store.ts';
import type { ComplaintDesk } from '../../rules/complaints/desk.ts';
import { createSlaPolicy } from '../../rules/complaints/policy.ts';
import type { Complaints, NewComplaint } from '../../rules/complaints/types.ts';
import type { NewParty } from '../../rules/shipments/types.ts';
import { customer, staff } from '../principals.ts';
import { clear } from './store.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 23 November 2026, 10:00 in Shanghai. */
export const START = '2026-11-23T02:00:00.000Z';
export const POLICY = createSlaPolicy('Asia/Shanghai');
export const AGENT = staff('wang@example.com');
export const OTHER_AGENT = staff('zhao@example.com');
export const CUSTOMER = customer('c1');
/** Lost, of CU-1, last seen at 杭州转运中心; two pieces. */
export const NUMBER = 'XB000000012349';

const party = (name: string, phone: string): NewParty => ({
  name,
  phone,
  address: { country: 'CN', province: '浙江省', city: '杭州市', street: '文一路 1 号' },
});

/** Tickets on a store, with what they are about. */
export interface Setup {
  readonly store: Store;
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly complaints: Complaints;
  readonly desk: ComplaintDesk;
  /** Statements sent to the store since the last call. */
  countTrips(): number;
  /** A shipment of a customer, with a scan at a station. */
  ship(trackingNumber: string, options?: { readonly customer?: string; readonly station?: string }): Promise<void>;
  chat(id: string, userId?: string, customer?: string): Promise<void>;
  customerId(externalId: string): Promise<string>;
}

/** Empties the store. Chats `c1` and `c2` of two strangers, and `c3` of customer CU-1. */
export async function setUp(inner: Store): Promise<Setup> {
  await clear(inner);
  const clock = createFixedClock(START);
  let trips = 0;
  const query: Query = (sql, params) => {
    trips += 1;
    return inner.query(sql, params);
  };
  const store: Store = { ...inner, query };
  const conversations = createConversations(inner, clock);
  const shipments = createShipments(inner, clock);
  const setup: Setup = {
    ...{
      store,
      clock,
      complaints: createComplaints(store, clock, { policy: POLICY }),
      desk: createComplaintDesk(store, clock, { policy: POLICY }),
    },
    countTrips() {
      const counted = trips;
      trips = 0;
      return counted;
    },
    async ship(trackingNumber, { customer, station } = {}) {
      await shipments.put({
        ...{
          trackingNumber,
          service: 'EXPRESS',
          pieceCount: 2,
          sender: party('李雷', '13800001111'),
          recipient: party('韩梅', '13900002222'),
        },
        ...(customer !== undefined && { customer: { externalId: customer } }),
        items: [{ description: '茶具', quantity: 1 }],
        declaredValue: { minor: 50_000, currency: 'CNY' },
      });
      const at = (ms: number): Date => new Date(clock.now().getTime() - ms);
      await shipments.append(trackingNumber, [
        { occurredAt: at(3 * DAY), status: 'PICKED_UP', text: '已揽收', location: { name: '始发站' } },
        ...(station !== undefined
          ? [{ occurredAt: at(2 * DAY), status: 'IN_TRANSIT', text: '到达', location: { name: station } } as const]
          : []),
        { occurredAt: at(DAY), status: 'IN_TRANSIT', text: '运输中' },
      ]);
    },
    async chat(id, userId = `user-${id}`, customer) {
      const more = customer !== undefined ? { customerExternalId: customer } : {};
      await conversations.open({ id, channel: 'webchat', userId, locale: 'zh-Hans', ...more });
    },
    async customerId(externalId) {
      const [row] = await inner.query<{ id: string }>('SELECT id FROM customers WHERE external_id = $1', [externalId]);
      return row?.id ?? '';
    },
  };
  await setup.ship(NUMBER, { customer: 'CU-1', station: '杭州转运中心' });
  await setup.chat('c1');
  await setup.chat('c2');
  await setup.chat('c3', 'user-c3', 'CU-1');
  return setup;
}

export function complaint(idempotencyKey: string, more: Partial<NewComplaint> = {}): NewComplaint {
  return {
    ...{ idempotencyKey, conversationId: 'c1', verifiedLevel: 0, type: 'complaint', category: 'loss', locale: 'zh-Hans' },
    ...{ trackingNumber: NUMBER, description: '包裹丢了', fileIds: [], mood: { anger: 0, risks: [] } },
    ...more,
  };
}
