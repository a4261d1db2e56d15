import { describe, expect, it } from 'vitest';
import { asBot } from '../../bot/writer.ts';
import { createFixedClock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import type { InboundMessage } from '../../core/types.ts';
import { defineFlow, type Move } from '../../dialogs/flow.ts';
import { SAMPLE_NOW } from '../../dialogs/samples.ts';
import { texts } from '../../dialogs/texts.ts';
import type { Conversations } from '../../rules/conversations/types.ts';
import { createMemoryServices } from '../memory.ts';
import { createMemoryConversations } from '../memoryConversations.ts';

import { asking, broken, setUp } from './turnsHarness.ts';

describe('turns', () => {
  it('answers a repeated message once and acknowledges it again with the same id', async () => {
    const { open, say, heard } = setUp([asking(['a'])]);
    await open();
    const first = await say('m1', 'invoice');
    expect(await say('m1', 'invoice')).toEqual({ id: first.id, isRepeat: true });
    expect(await heard()).toEqual(['question a']);
  });

  it('numbers messages without gaps and ties each reply to its question, 20 at once', async () => {
    const { open, say, all } = setUp([asking(['a'])]);
    await open();
    const receipts = await Promise.all(Array.from({ length: 20 }, (_, n) => say(`m${n}`, 'invoice')));
    const stored = await all();
    expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(stored.filter(({ role }) => role === 'bot').map(({ replyToId }) => replyToId)).toEqual(receipts.map(({ id }) => id));
  });

  it('runs a turn again on fresh state when another instance was first', async () => {
    const conversations = createMemoryConversations();
    const one = setUp([asking(['a', 'b'])], conversations);
    const two = setUp([asking(['a', 'b'])], conversations);
    await one.open();
    await one.say('m0', 'invoice');
    await Promise.all([one.say('m1', 'answer'), two.say('m2', 'answer')]);
    // Both answers count, one after the other: question b, then the end of the flow; neither is lost to the race.
    expect((await one.all()).filter(({ role }) => role === 'customer')).toHaveLength(3);
    expect((await one.heard()).slice(0, 2)).toEqual(['question a', 'question b']);
  });

  it('starts over, and says so, when a release changed the steps of an open flow', async () => {
    const conversations = createMemoryConversations();
    const before = setUp([asking(['a', 'b'])], conversations);
    await before.open();
    await before.say('m1', 'invoice');
    const after = setUp([asking(['a', 'new', 'b'])], conversations);
    await after.say('m2', 'invoice');
    expect(await after.heard()).toEqual(['question a', texts.restarted.en, 'question a']);
  });

  it('stores the message and apologises when a flow fails, without its details, and keeps the state', async () => {
    const { open, say, heard } = setUp([asking(['a', 'b']), broken]);
    await open();
    await say('m1', 'invoice');
    await say('m2', 'price_quote');
    await say('m3', 'answer');
    expect(await heard()).toEqual(['question a', texts.apology.en, 'question b']);
  });

  it('stores nothing and says so when the store went away under a flow', async () => {
    const away = defineFlow<object>({
      id: 'away',
      intents: ['pickup_request'],
      begin: () => ({}),
      steps: [{ id: 'one', enter: () => Promise.reject(new AppError('STORE_UNAVAILABLE')) }],
    });
    const { open, say, all } = setUp([away]);
    await open();
    await expect(say('m1', 'pickup_request')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await all()).toEqual([]);
  });

  it('opens one ticket when the store went away between it and the turn, and the message comes again', async () => {
    const services = createMemoryServices(createFixedClock(SAMPLE_NOW), []);
    const complaining = defineFlow<object>({
      id: 'complaining',
      intents: ['complaint'],
      begin: () => ({}),
      steps: [
        {
          id: 'open',
          async enter(turn): Promise<Move> {
            const { complaint } = await services.complaints.open({
              ...{ idempotencyKey: turn.idempotencyKey, conversationId: 'c', verifiedLevel: 0, type: 'complaint', category: 'delay' },
              // Said in other words each time: only the key tells that it is the same.
              ...{ locale: 'en', description: `late ${tries}`, fileIds: [], mood: { anger: 0, risks: [] } },
            });
            await turn.reply(complaint.reference);
            return 'end';
          },
        },
      ],
    });
    let tries = 0;
    const inner = createMemoryConversations();
    const conversations: Conversations = {
      ...inner,
      commit: (turn) => (tries++ === 0 ? Promise.reject(new AppError('STORE_UNAVAILABLE')) : inner.commit(turn)),
    };
    const { open, say, heard } = setUp([complaining], conversations);
    await open();
    await expect(say('m1', 'complaint')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await say('m1', 'complaint');
    expect(await heard()).toEqual(['CMP-20261121-0001']);
    expect(services.complaints.facts.filter(({ name }) => name === 'complaint.opened')).toHaveLength(1);
  });

  it('tells what happened unasked, once by its key, in the order of the conversation', async () => {
    const { open, say, turns, all } = setUp([asking(['a'])]);
    await open();
    await say('m1', 'invoice');
    const compose = () => ({ messages: [asBot({ text: 'news', locale: 'en' })] });
    const written = await turns.write('c', 'news:1', compose);
    expect(written).toMatchObject({ kind: 'written', version: 2 });
    expect(await turns.write('c', 'news:1', compose)).toMatchObject({ kind: 'repeated', id: 'id' in written && written.id });
    expect(await turns.write('nobody', 'news:1', compose)).toEqual({ kind: 'gone' });
    expect(await turns.write('c', 'news:2', () => undefined)).toEqual({ kind: 'dropped' });
    await say('m2', 'answer');
    expect((await all()).map(({ seq, text }) => `${seq} ${text}`).slice(0, 4)).toEqual(['1 invoice', '2 question a', '3 news', '4 answer']);
  });

  it('takes messages of every role, and hands the conversation over', async () => {
    const { open, say, turns, all, heard } = setUp([asking(['a'])]);
    await open();
    await turns.write('c', 'desk:1', () => ({
      messages: [
        { role: 'system', kind: 'event', authorId: 'system', text: 'joined' },
        { role: 'agent', kind: 'text', authorId: 'staff-7', text: 'Hello, Ann here.', reply: { text: 'Hello, Ann here.', locale: 'en' } },
      ],
      mode: 'agent',
      assigneeId: 'staff-7',
      facts: [{ name: 'turn.answered', occurredAt: new Date(0) }],
    }));
    await say('m1', 'invoice');
    expect((await all()).map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'system: joined',
      'agent: Hello, Ann here.',
      'customer: invoice',
    ]);
    let seen: unknown;
    await turns.write('c', 'desk:2', ({ mode, assigneeId }) => {
      seen = { mode, assigneeId };
      return { messages: [], mode: 'bot', assigneeId: null };
    });
    expect(seen).toEqual({ mode: 'agent', assigneeId: 'staff-7' });
    await say('m2', 'invoice');
    expect(await heard()).toEqual(['question a']);
    await turns.write('c', 'desk:3', (start) => {
      seen = 'assigneeId' in start;
      return undefined;
    });
    expect(seen).toBe(false);
  });

  it('reminds a customer who falls silent once, then sets the question aside', async () => {
    const { open, say, heard, pass } = setUp([asking(['a', 'b'])]);
    await open();
    await say('m1', 'invoice');
    await pass(10);
    expect(await heard()).toEqual(['question a', texts.stillThere.en]);
    await pass(60);
    expect(await heard()).toEqual(['question a', texts.stillThere.en, texts.setAside.en]);
    await say('m2', 'answer');
    expect((await heard()).at(-1)).not.toBe('question b');
  });

  it('does not remind one who has answered meanwhile', async () => {
    const { open, say, heard, pass } = setUp([asking(['a'])]);
    await open();
    await say('m1', 'invoice');
    await pass(9);
    await say('m2', 'answer');
    await pass(60);
    expect(await heard()).toEqual(['question a']);
  });

  it('refuses a conversation that was never opened', async () => {
    await expect(setUp([]).say('m1', 'hello')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a file behind a link', () => {
  const linked = (text: string, links: readonly string[]): InboundMessage => ({
    ...{ channel: 'test', conversationId: 'c', userId: 'u', providerMessageId: 'm1', clientKey: 'k', kind: 'text' },
    ...{ text, links },
  });

  it('is not opened; the customer is told, and what they said is answered and kept with the link', async () => {
    const { turns, open, heard, all } = setUp([asking(['a'])]);
    await open();
    await turns.receive(linked('invoice', ['https://example.com/box.png']));
    expect(await heard()).toEqual([texts.linkNotOpened.en, 'question a']);
    expect((await all())[0]).toMatchObject({ role: 'customer', text: 'invoice\nhttps://example.com/box.png' });
  });

  it('alone is told of, and of nothing else', async () => {
    const { turns, open, heard, all } = setUp([asking(['a'])]);
    await open();
    await turns.receive(linked('', []));
    expect(await heard()).toEqual([texts.linkNotOpened.en]);
    expect((await all())[0]?.text).toBe('');
  });
});
