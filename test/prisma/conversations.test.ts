import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import type { Store } from '../../prisma/store.ts';
import type { Conversations, NewMessage, TurnStart } from '../../rules/conversations/types.ts';
import { botSays, clock, customerSays, turnOn } from '../conformance/conversations.ts';
import { clear, stores } from './store.ts';

describe.each(stores)('conversations on the $name store', ({ open }) => {
  let store: Store;
  let conversations: Conversations;
  beforeAll(async () => {
    store = await open();
    conversations = createConversations(store, clock);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    await conversations.open({ id: 'c1', channel: 'webchat', userId: 'user-1', locale: 'zh-Hans' });
  });
  const read = async (providerMessageId = 'unseen'): Promise<TurnStart> => (await conversations.read('c1', providerMessageId))!;
  const countOf = async (table: string): Promise<number> =>
    (await store.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

  it('binds the identity to a customer that exists, and to no other afterwards', async () => {
    for (const id of ['a', 'b'])
      await store.query(`INSERT INTO customers (id, external_id, name, created_at, updated_at) VALUES ($1, $2, $3, now(), now())`, [
        id,
        `ext-${id}`,
        `Name ${id}`,
      ]);
    const openAs = (id: string, customerExternalId: string): Promise<boolean> =>
      conversations.open({ id, channel: 'webchat', userId: 'user-1', locale: 'en', customerExternalId });
    await openAs('c2', 'ext-unknown');
    expect(await conversations.read('c2', 'x')).not.toHaveProperty('customerId');
    await openAs('c3', 'ext-a');
    await openAs('c4', 'ext-b');
    for (const id of ['c2', 'c3', 'c4'])
      expect(await conversations.read(id, 'x')).toMatchObject({ customerId: 'a', customerName: 'Name a' });
  });

  it('commits messages, state, facts and outbox together', async () => {
    const reply = { text: '在路上', locale: 'zh-Hans', buttons: [{ title: '催件', value: '催件' }] } as const;
    const result = await conversations.commit(
      turnOn(
        await read(),
        [
          { ...customerSays('到哪了', 'p1'), channelData: { clientActivityID: '7' } },
          { ...botSays('在路上'), replyToId: 'in-p1', reply },
        ],
        {
          state: { flow: 'track', step: 2 },
          head: { locale: 'zh-Hant', mode: 'waiting', address: { url: 'https://channel.example/', to: { id: 7 } }, assigneeId: 'staff-7' },
          facts: [{ name: 'turn.answered', occurredAt: clock.now(), locale: 'zh-Hant', intent: 'track_shipment' }],
          jobs: [{ kind: 'send', key: 'c1:2', payload: { seq: 2 }, dueAt: clock.now() }],
        },
      ),
    );
    expect(result).toEqual({ kind: 'committed', lastSeq: 2 });
    expect(await read()).toMatchObject({ version: 1, lastSeq: 2, state: { flow: 'track', step: 2 }, locale: 'zh-Hant', mode: 'waiting' });
    expect(await read()).toMatchObject({ address: { url: 'https://channel.example/', to: { id: 7 } }, assigneeId: 'staff-7' });
    expect(await conversations.listMessages('c1', 0, 10)).toEqual([
      { conversationId: 'c1', seq: 1, ...withoutProviderId(customerSays('到哪了', 'p1')), channelData: { clientActivityID: '7' } },
      { conversationId: 'c1', seq: 2, ...botSays('在路上'), replyToId: 'in-p1', reply },
    ]);
    const [fact] = await store.query(`SELECT name, conversation_id, channel, locale, intent, occurred_at FROM service_facts`);
    expect(fact).toEqual({
      ...{ name: 'turn.answered', conversation_id: 'c1', channel: 'webchat', locale: 'zh-Hant', intent: 'track_shipment' },
      occurred_at: clock.now(),
    });
    expect(await store.query('SELECT kind, key, payload FROM outbox')).toEqual([{ kind: 'send', key: 'c1:2', payload: { seq: 2 } }]);
  });

  it('refuses a turn on an older version and writes nothing of it', async () => {
    const start = await read();
    await conversations.commit(turnOn(start, [customerSays('one', 'p1')]));
    const facts = [{ name: 'turn.answered', occurredAt: clock.now() }] as const;
    const outbox = [{ kind: 'send', key: 'late', payload: {}, dueAt: clock.now() }];
    const late = turnOn(start, [customerSays('two', 'p2')], {
      facts,
      jobs: outbox,
      head: { locale: 'en', mode: 'closed' },
      state: { lost: true },
    });
    expect(await conversations.commit(late)).toEqual({ kind: 'conflict' });
    expect([await countOf('messages'), await countOf('service_facts'), await countOf('outbox')]).toEqual([1, 0, 0]);
    expect(await read()).toMatchObject({ mode: 'bot', state: {} });
  });

  it('answers one of two instances that commit the same message at once', async () => {
    const start = await read('p1');
    const other = createConversations(store, clock);
    const results = await Promise.all(
      [conversations, other].map((each) => each.commit(turnOn(start, [customerSays('hi', 'p1'), botSays('hello')]))),
    );
    expect(results.map((result) => result.kind).sort()).toEqual(['committed', 'conflict']);
    expect(await countOf('messages')).toBe(2);
  });

  it('enqueues an outbox key once', async () => {
    const outbox = [{ kind: 'send', key: 'same', payload: { n: 1 }, dueAt: clock.now() }];
    await conversations.commit(turnOn(await read(), [customerSays('a', 'p1')], { jobs: outbox }));
    await conversations.commit(turnOn(await read(), [customerSays('b', 'p2')], { jobs: outbox }));
    expect(await countOf('outbox')).toBe(1);
  });

  it('stores text with U+0000 and lone surrogates, wherever they stand', async () => {
    const nasty = 'a\u0000b\ud83dc \\u0000 😀';
    const clean = 'ab\ufffdc \\u0000 😀';
    const message = { ...customerSays(nasty, 'p\u00001'), channelData: { [nasty]: [nasty] } };
    const result = await conversations.commit(turnOn(await read(), [message], { state: { said: nasty } }));
    expect(result.kind).toBe('committed');
    expect((await read('p\u00001')).repeatedMessageId).toBe(message.id.replace('\u0000', ''));
    expect((await read('p\ud800')).repeatedMessageId).toBeUndefined();
    expect((await read()).state).toEqual({ said: clean });
    expect(await conversations.listMessages('c1', 0, 10)).toMatchObject([{ text: clean, channelData: { [clean]: [clean] } }]);
    expect(
      await conversations.open({ id: 'n\u0000', channel: 'webchat', userId: 'u\u0000', locale: 'en', customerExternalId: '\u0000' }),
    ).toBe(true);
  });

  it('commits many conversations together, and a lost race or a refused row concerns its own alone', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `g${n}`);
    for (const id of ids) await conversations.open({ id, channel: 'webchat', userId: id, locale: 'en' });
    let statements = 0;
    const counting: Store = {
      ...store,
      query(sql, params) {
        if (typeof sql !== 'string' && sql.name.startsWith('turn-commit')) statements += 1;
        return store.query(sql, params);
      },
    };
    const writer = createConversations(counting, clock);
    const starts = await Promise.all(ids.map(async (id) => (await writer.read(id, 'x'))!));
    const commitAll = (round: number, of: readonly TurnStart[]) =>
      Promise.all(
        of.map((start, n) =>
          writer.commit(
            turnOn(start, [customerSays(`said ${n}`, `p${round}-${n}`), botSays(`to ${n}`, `out-${round}-${n}`)], {
              ...(n % 3 === 0 && { facts: [{ name: 'turn.answered', occurredAt: clock.now(), locale: 'en' }] }),
              ...(n % 4 === 0 && { jobs: [{ kind: 'send', key: `k${round}-${n}`, payload: { n }, dueAt: clock.now() }] }),
              ...(n % 5 === 0 && { head: { locale: 'en', mode: 'waiting' } }),
            }),
          ),
        ),
      );
    expect((await commitAll(1, starts)).every(({ kind }) => kind === 'committed')).toBe(true);
    expect(statements).toBeLessThan(10);
    expect([await countOf('messages'), await countOf('service_facts'), await countOf('outbox')]).toEqual([120, 20, 15]);
    for (const [n, id] of ids.entries()) {
      expect((await writer.listMessages(id, 0, 9)).map(({ text }) => text)).toEqual([`said ${n}`, `to ${n}`]);
      expect((await writer.read(id, 'x'))?.mode).toBe(n % 5 === 0 ? 'waiting' : 'bot');
    }
    // Every second is on an old version now, and the last one says what was said before.
    const fresh = await Promise.all(
      starts.map(async (start, n) => (n % 2 === 0 ? (await writer.read(start.conversationId, 'x'))! : start)),
    );
    const twice = turnOn((await writer.read('g59', 'x'))!, [customerSays('said 59', 'p1-59')]);
    const [results, repeated] = await Promise.all([commitAll(2, fresh.slice(0, 59)), writer.commit(twice)]);
    expect(results.map(({ kind }) => kind)).toEqual(fresh.slice(0, 59).map((_, n) => (n % 2 === 0 ? 'committed' : 'conflict')));
    expect(repeated).toEqual({ kind: 'repeated' });
    expect(await countOf('messages')).toBe(180);
  });
});

function withoutProviderId({ providerMessageId: _, ...message }: NewMessage): Omit<NewMessage, 'providerMessageId'> {
  return message;
}
