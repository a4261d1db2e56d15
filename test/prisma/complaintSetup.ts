import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createComplaintDesk, createComplaints } from '../../prisma/crm/complaints/index.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import type { Query, Store } from '../../prisma/store.ts';
import type { ComplaintDesk } from '../../rules/complaints/desk.ts';
import { createSlaPolicy } from '../../rules/complaints/policy.ts';
import type { Complaints } from '../../rules/complaints/types.ts';
import { NUMBER, parcel, START } from '../conformance/tickets.ts';
import { clear, type TestStore } from './store.ts';

export const POLICY = createSlaPolicy('Asia/Shanghai');

/** Tickets on a store, with what they are about. */
export interface Setup {
  /** The store itself, whose statements are not counted. */
  readonly inner: Store;
  readonly store: Store;
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly complaints: Complaints;
  readonly desk: ComplaintDesk;
  /** Statements sent to the store since the last call. */
  countTrips(): number;
  /** A shipment of a customer, with a scan at a station. */
  ship(trackingNumber: string, options?: { readonly customer?: string; readonly station?: string }): Promise<void>;
  chat(id: string, userId?: string, customer?: string): Promise<void>;
}

/** Opens the store for the tests of a `describe`, and begins each with a set-up of its own. */
export function withTickets(open: TestStore['open'], begin: (setup: Setup) => Promise<void> | void): void {
  let inner: Store;
  beforeAll(async () => {
    inner = await open();
  });
  afterAll(() => inner.close());
  beforeEach(async () => begin(await setUp(inner)));
}

/** Empties the store. Chats `c1` and `c2` of two strangers, and `c3` of customer CU-1. */
async function setUp(inner: Store): Promise<Setup> {
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
      inner,
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
    async ship(trackingNumber, options) {
      const [shipment, events] = parcel(trackingNumber, clock.now(), options);
      await shipments.put(shipment);
      await shipments.append(trackingNumber, events);
    },
    async chat(id, userId = `user-${id}`, customer) {
      const more = customer !== undefined ? { customerExternalId: customer } : {};
      await conversations.open({ id, channel: 'webchat', userId, locale: 'zh-Hans', ...more });
    },
  };
  await setup.ship(NUMBER, { customer: 'CU-1', station: '杭州转运中心' });
  await setup.chat('c1');
  await setup.chat('c2');
  await setup.chat('c3', 'user-c3', 'CU-1');
  return setup;
}
