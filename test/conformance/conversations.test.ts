import { createId } from '../../core/ids.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createMemoryConversations } from '../memoryConversations.ts';
import { clear, stores } from '../prisma/store.ts';
import { clock, describeConversations } from './conversations.ts';

describeConversations('in memory', async () => {
  const customers = new Map<string, string>();
  let own = createMemoryConversations(customers);
  // One object for the whole file, whose contents begin anew.
  const conversations = new Proxy(own, { get: (_target, name) => Reflect.get(own, name) });
  return {
    conversations,
    other: conversations,
    async addCustomer(externalId, name) {
      customers.set(externalId, name);
    },
    async clear() {
      own = createMemoryConversations(customers);
    },
    close: async () => {},
  };
});

for (const { name, open } of stores)
  describeConversations(`on the ${name} store`, async () => {
    const store = await open();
    return {
      conversations: createConversations(store, clock),
      other: createConversations(store, clock),
      async addCustomer(externalId, customerName) {
        const sql = 'INSERT INTO customers (id, external_id, name, created_at, updated_at) VALUES ($1, $2, $3, now(), now())';
        await store.query(sql, [createId(), externalId, customerName]);
      },
      clear: () => clear(store),
      close: () => store.close(),
    };
  });
