import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { CLAIMS } from '../../prisma/crm/claims/definition.ts';
import { COMPLAINT_EVENTS, COMPLAINTS } from '../../prisma/crm/complaints/definition.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { FACTS } from '../../prisma/crm/facts.ts';
import { OUTBOX } from '../../prisma/crm/jobRows.ts';
import type { Store } from '../../prisma/store.ts';
import type { Fact } from '../../rules/facts.ts';
import { clear, stores } from './store.ts';

const TABLES = [COMPLAINTS, COMPLAINT_EVENTS, CLAIMS, FACTS, OUTBOX] as const;
/** As the catalogue calls them. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ int: 'integer', float8: 'double precision', timestamptz: 'timestamp with time zone' },
};

describe.each(stores)('tables on the $name store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it.each(TABLES)('describes $name by all the columns it has, with their types', async ({ name, keys, types, column }) => {
    const columns = await store.query<{ column: string; type: string }>(
      'SELECT column_name AS column, data_type AS type FROM information_schema.columns WHERE table_name = $1 ORDER BY 1',
      [name],
    );
    const typesOf: Readonly<Record<string, string>> = types;
    const described = (keys as readonly string[]).map((key) => {
      const type = typesOf[key] ?? '';
      return { column: (column as (key: string) => string)(key), type: NAMES[type] ?? type };
    });
    expect(described.sort((a, b) => (a.column < b.column ? -1 : 1))).toEqual(columns);
  });

  it('keeps all that a fact says, and adds what the conversation is', async () => {
    await clear(store);
    const clock = createFixedClock('2026-11-28T02:00:10.000Z');
    const conversations = createConversations(store, clock);
    await conversations.open({ id: 'c1', channel: 'webchat', userId: 'u1', locale: 'en' });
    const facts: readonly Fact[] = [
      {
        ...{
          name: 'claim.paid',
          occurredAt: clock.now(),
          startedAt: new Date('2026-11-28T02:00:00.000Z'),
          seconds: 10,
          businessSeconds: 4,
        },
        ...{ actor: { type: 'agent', id: 'wang@example.com' }, group: 'claims', label: 'lost', station: '杭州', category: 'loss' },
        ...{ severity: 'P1', amount: { minor: 9_007_199_254_740_991, currency: 'CNY' } },
      },
    ];
    await conversations.commit({
      conversationId: 'c1',
      expectedVersion: 0,
      state: {},
      messages: [],
      facts: facts.map((fact) => ({ locale: 'en', ...fact })),
      jobs: [],
    });
    const [row] = await store.prisma.serviceFact.findMany();
    expect(row).toEqual({
      ...{ id: expect.any(String), name: 'claim.paid', occurredAt: clock.now(), conversationId: 'c1', channel: 'webchat', locale: 'en' },
      ...{
        startedAt: new Date('2026-11-28T02:00:00.000Z'),
        seconds: 10,
        businessSeconds: 4,
        actorType: 'agent',
        actorId: 'wang@example.com',
      },
      ...{ groupName: 'claims', label: 'lost', station: '杭州', category: 'loss', severity: 'P1', currency: 'CNY' },
      ...{ amountMinor: 9_007_199_254_740_991n, shipmentId: null, customerId: null, intent: null, subjectId: null },
    });
  });
});
