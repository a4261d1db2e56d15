import { createFixedClock } from '../../core/clock.ts';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import { createMemoryCallbacks } from '../memoryCallbacks.ts';
import { clear, stores } from '../prisma/store.ts';
import { describeCallbacks, START, TIME_ZONE } from './callbacks.ts';

describeCallbacks('in memory', async () => ({
  async begin() {
    const clock = createFixedClock(START);
    const callbacks = createMemoryCallbacks(clock, TIME_ZONE);
    return {
      ...{ clock, callbacks },
      addCustomer: async (externalId) => externalId,
      listFacts: async () => callbacks.facts,
      listWebhooks: async () => callbacks.webhooks,
    };
  },
  close: async () => {},
}));

for (const { name, open } of stores)
  describeCallbacks(`on the ${name} store`, async () => {
    const store = await open();
    return {
      async begin() {
        await clear(store);
        const clock = createFixedClock(START);
        return {
          clock,
          callbacks: createCallbacks(store, clock, TIME_ZONE),
          async addCustomer(externalId) {
            const sql = 'INSERT INTO customers (id, external_id, created_at, updated_at) VALUES ($1, $1, now(), now())';
            await store.query(sql, [externalId]);
            return externalId;
          },
          async listFacts() {
            const rows = await store.query<{ name: string; seconds: number | null }>('SELECT name, seconds FROM service_facts ORDER BY id');
            return rows.map(({ seconds, ...row }) => ({ ...row, ...(seconds !== null && { seconds }) }));
          },
          async listWebhooks() {
            const sql = `SELECT payload FROM outbox WHERE kind = 'crm.webhook' ORDER BY id`;
            return (await store.query<{ payload: object }>(sql)).map(({ payload }) => payload);
          },
        };
      },
      close: () => store.close(),
    };
  });
