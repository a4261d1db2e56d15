import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { purgeCounters } from '../../prisma/crm/counters.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import { createVerification } from '../../prisma/crm/verification.ts';
import type { Store } from '../../prisma/store.ts';
import { parcel } from '../conformance/tickets.ts';
import { clear, stores } from './store.ts';

const NOW = '2026-11-21T02:00:00.000Z';
const DAY_MS = 86_400_000;

describe.each(stores)('what verification leaves on the $name store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(() => clear(store));

  it('is nothing readable of numbers and clients, and gone when the window has passed', async () => {
    const clock = createFixedClock(NOW);
    await createVerification(store, clock).checkLastFour('XB1', '0000', { person: 'a', clientKey: '2001:db8:1:2::/64' });
    const rows = await store.query<{ key: string }>('SELECT key FROM counters');
    // The parcel; network, client and person, each for the parcel and over all.
    expect(rows).toHaveLength(1 + 3 + 3);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
    clock.advance(DAY_MS - 1);
    expect(await purgeCounters(store, clock.now())).toBe(0);
    clock.advance(1);
    expect(await purgeCounters(store, clock.now())).toBe(7);
  });

  it('of right answers is gone at once: the rows were there to be locked', async () => {
    const clock = createFixedClock(NOW);
    await createShipments(store, clock).put(parcel('XB1', clock.now())[0]);
    const verification = createVerification(store, clock);
    for (let n = 0; n < 10; n++) await verification.checkLastFour('XB1', '1111', { person: 'a', clientKey: '203.0.113.7' });
    expect(await purgeCounters(store, clock.now())).toBe(1 + 2 + 2);
  });
});
