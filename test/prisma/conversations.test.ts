import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import type { Store } from '../../prisma/store.ts';
import type { Conversations, NewMessage, TurnCommit, TurnStart } from '../../rules/conversations/types.ts';
import { clear, stores } from './store.ts';

const clock = createFixedClock('2026-11-21T02:00:00.000Z');

const customerSays = (text: string, providerMessageId: string): NewMessage => ({
  id: `in-${providerMessageId}`,
  role: 'customer',
  kind: 'text',
  authorId: 'user-1',
  text,
  providerMessageId,
  createdAt: clock.now(),
});
const botSays = (text: string, id = 'out-1'): NewMessage => ({
  id,
  role: 'bot',
  kind: 'text',
  authorId: 'bot',
  text,
  createdAt: clock.now(),
});

function turnOn(start: TurnStart, messages: readonly NewMessage[], more: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversationId: start.conversationId,
    expectedVersion: start.version,
    state: start.state,
    locale: start.locale,
    mode: start.mode,
    messages,
    facts: [],
    outbox: [],
    ...more,
  };
}

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

  it('opens once and starts empty', async () => {
    expect(await conversations.open({ id: 'c1', channel: 'webchat', userId: 'user-1', locale: 'en' })).toBe(false);
    expect(await conversations.open({ id: 'c2', channel: 'webchat', userId: 'user-1', locale: 'en' })).toBe(true);
    expect(await read()).toEqual({
      ...{ conversationId: 'c1', channel: 'webchat', userId: 'user-1', locale: 'zh-Hans', mode: 'bot' },
      ...{ version: 0, lastSeq: 0, state: {} },
    });
    expect(await conversations.read('nobody', 'unseen')).toBeUndefined();
  });

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
          locale: 'zh-Hant',
          mode: 'waiting',
          facts: [{ name: 'turn.answered', occurredAt: clock.now(), intent: 'track_shipment', seconds: 0.5 }],
          outbox: [{ kind: 'send', key: 'c1:2', payload: { seq: 2 }, dueAt: clock.now() }],
        },
      ),
    );
    expect(result).toEqual({ kind: 'committed', lastSeq: 2 });
    expect(await read()).toMatchObject({ version: 1, lastSeq: 2, state: { flow: 'track', step: 2 }, locale: 'zh-Hant', mode: 'waiting' });
    expect(await conversations.listMessages('c1', 0, 10)).toEqual([
      { conversationId: 'c1', seq: 1, ...withoutProviderId(customerSays('到哪了', 'p1')), channelData: { clientActivityID: '7' } },
      { conversationId: 'c1', seq: 2, ...botSays('在路上'), replyToId: 'in-p1', reply },
    ]);
    const [fact] = await store.query(`SELECT name, conversation_id, channel, locale, intent, seconds, occurred_at FROM service_facts`);
    expect(fact).toEqual({
      ...{ name: 'turn.answered', conversation_id: 'c1', channel: 'webchat', locale: 'zh-Hant', intent: 'track_shipment' },
      ...{ seconds: 0.5, occurred_at: clock.now() },
    });
    expect(await store.query('SELECT kind, key, payload FROM outbox')).toEqual([{ kind: 'send', key: 'c1:2', payload: { seq: 2 } }]);
  });

  it('drops a repeated message and names the stored one', async () => {
    const start = await read();
    await conversations.commit(turnOn(start, [customerSays('hi', 'p1'), botSays('hello')]));
    const again = await read('p1');
    expect(again.repeatedMessageId).toBe('in-p1');
    expect(await conversations.commit(turnOn(again, [customerSays('hi', 'p1'), botSays('hello')]))).toEqual({ kind: 'repeated' });
    expect(await read()).toMatchObject({ version: 1, lastSeq: 2 });
  });

  it('refuses a turn on an older version and writes nothing of it', async () => {
    const start = await read();
    await conversations.commit(turnOn(start, [customerSays('one', 'p1')]));
    const facts = [{ name: 'turn.answered', occurredAt: clock.now() }] as const;
    const outbox = [{ kind: 'send', key: 'late', payload: {}, dueAt: clock.now() }];
    const late = turnOn(start, [customerSays('two', 'p2')], { facts, outbox, mode: 'closed', state: { lost: true } });
    expect(await conversations.commit(late)).toEqual({ kind: 'conflict' });
    expect([await countOf('messages'), await countOf('service_facts'), await countOf('outbox')]).toEqual([1, 0, 0]);
    expect(await read()).toMatchObject({ mode: 'bot', state: {} });
  });

  it('keeps 20 racing turns exactly once and numbers them without gaps', async () => {
    const answer = async (n: number): Promise<void> => {
      for (;;) {
        const start = await read(`p${n}`);
        const count = ((start.state.count as number | undefined) ?? 0) + 1;
        const result = await conversations.commit(turnOn(start, [customerSays(`m${n}`, `p${n}`), botSays(`r${n}`)], { state: { count } }));
        if (result.kind === 'committed') return;
        expect(result.kind).toBe('conflict');
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => answer(n)));
    expect(await read()).toMatchObject({ version: 20, lastSeq: 40, state: { count: 20 } });
    const messages = await conversations.listMessages('c1', 0, 100);
    expect(messages.map((message) => message.seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(new Set(messages.map((message) => message.text)).size).toBe(40);
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
    await conversations.commit(turnOn(await read(), [customerSays('a', 'p1')], { outbox }));
    await conversations.commit(turnOn(await read(), [customerSays('b', 'p2')], { outbox }));
    expect(await countOf('outbox')).toBe(1);
  });

  it('stores text with U+0000 and lone surrogates, wherever they stand', async () => {
    const nasty = 'a\u0000b\ud83dc \\u0000 😀';
    const clean = 'ab\ufffdc \\u0000 😀';
    const message = { ...customerSays(nasty, 'p\u00001'), channelData: { [nasty]: [nasty] } };
    const result = await conversations.commit(turnOn(await read(), [message], { state: { said: nasty } }));
    expect(result.kind).toBe('committed');
    expect((await read('p\u00001')).repeatedMessageId).toBe(message.id.replace('\u0000', ''));
    expect((await read()).state).toEqual({ said: clean });
    expect(await conversations.listMessages('c1', 0, 10)).toMatchObject([{ text: clean, channelData: { [clean]: [clean] } }]);
    expect(
      await conversations.open({ id: 'n\u0000', channel: 'webchat', userId: 'u\u0000', locale: 'en', customerExternalId: '\u0000' }),
    ).toBe(true);
  });

  it('takes a turn without messages, for a change of hands', async () => {
    expect(await conversations.commit(turnOn(await read(), [], { mode: 'agent' }))).toEqual({ kind: 'committed', lastSeq: 0 });
    expect((await read()).mode).toBe('agent');
  });

  it('replays what came after a number, in pages', async () => {
    for (let n = 1; n <= 5; n++) await conversations.commit(turnOn(await read(), [customerSays(`m${n}`, `p${n}`)]));
    expect((await conversations.listMessages('c1', 2, 2)).map((message) => message.text)).toEqual(['m3', 'm4']);
    expect(await conversations.listMessages('c1', 5, 2)).toEqual([]);
  });
});

function withoutProviderId({ providerMessageId: _, ...message }: NewMessage): Omit<NewMessage, 'providerMessageId'> {
  return message;
}
