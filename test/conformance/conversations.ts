import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import type { Conversations, NewMessage, TurnCommit, TurnStart } from '../../rules/conversations/types.ts';

export const clock = createFixedClock('2026-11-21T02:00:00.000Z');

export const customerSays = (text: string, providerMessageId: string): NewMessage => ({
  id: `in-${providerMessageId}`,
  role: 'customer',
  kind: 'text',
  authorId: 'user-1',
  text,
  providerMessageId,
  createdAt: clock.now(),
});
export const botSays = (text: string, id = 'out-1'): NewMessage => ({
  id,
  role: 'bot',
  kind: 'text',
  authorId: 'bot',
  text,
  createdAt: clock.now(),
});

export function turnOn(start: TurnStart, messages: readonly NewMessage[], more: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversationId: start.conversationId,
    expectedVersion: start.version,
    state: start.state,
    messages,
    facts: [],
    jobs: [],
    ...more,
  };
}

/** One implementation, empty before each test. */
export interface ConversationsUnderTest {
  readonly conversations: Conversations;
  /** Another instance of the product on the same store. */
  readonly other: Conversations;
  /** A customer of the company, by the id in its systems. */
  addCustomer(externalId: string, name: string): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** What every implementation of the port does. */
export function describeConversations(name: string, open: () => Promise<ConversationsUnderTest>): void {
  describe(`conversations ${name}`, () => {
    let tested: ConversationsUnderTest;
    let conversations: Conversations;
    beforeAll(async () => {
      tested = await open();
      ({ conversations } = tested);
    });
    afterAll(() => tested.close());
    beforeEach(async () => {
      await tested.clear();
      await conversations.open({ id: 'c1', channel: 'webchat', userId: 'user-1', locale: 'zh-Hans' });
    });
    const read = async (providerMessageId = 'unseen'): Promise<TurnStart> => (await conversations.read('c1', providerMessageId))!;

    it('opens once and starts empty', async () => {
      expect(await conversations.open({ id: 'c1', channel: 'webchat', userId: 'user-1', locale: 'en' })).toBe(false);
      expect(await conversations.open({ id: 'c2', channel: 'webchat', userId: 'user-1', locale: 'en' })).toBe(true);
      expect(await read()).toEqual({
        ...{ conversationId: 'c1', channel: 'webchat', userId: 'user-1', locale: 'zh-Hans', mode: 'bot' },
        ...{ version: 0, lastSeq: 0, state: {} },
      });
      expect(await conversations.read('nobody', 'unseen')).toBeUndefined();
    });

    it('drops a repeated message and names the stored one', async () => {
      const start = await read();
      await conversations.commit(turnOn(start, [customerSays('hi', 'p1'), botSays('hello')]));
      const again = await read('p1');
      expect(again.repeatedMessageId).toBe('in-p1');
      expect(await conversations.commit(turnOn(again, [customerSays('hi', 'p1'), botSays('hello')]))).toEqual({ kind: 'repeated' });
      expect(await read()).toMatchObject({ version: 1, lastSeq: 2 });
    });

    it('keeps 20 racing turns exactly once and numbers them without gaps', async () => {
      const answer = async (n: number): Promise<void> => {
        for (;;) {
          const start = await read(`p${n}`);
          const count = ((start.state.count as number | undefined) ?? 0) + 1;
          const result = await conversations.commit(
            turnOn(start, [customerSays(`m${n}`, `p${n}`), botSays(`r${n}`)], { state: { count } }),
          );
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

    it('replays what came after a number, in pages', async () => {
      for (let n = 1; n <= 5; n++) await conversations.commit(turnOn(await read(), [customerSays(`m${n}`, `p${n}`)]));
      expect((await conversations.listMessages('c1', 2, 2)).map((message) => message.text)).toEqual(['m3', 'm4']);
      expect(await conversations.listMessages('c1', 5, 2)).toEqual([]);
    });

    it('takes a turn without messages, for a change of hands', async () => {
      expect(await conversations.commit(turnOn(await read(), [], { head: { locale: 'zh-Hans', mode: 'agent' } }))).toEqual({
        kind: 'committed',
        lastSeq: 0,
      });
      expect((await read()).mode).toBe('agent');
    });

    it('binds a conversation to a customer that exists, and to none that does not', async () => {
      await tested.addCustomer('ext-a', 'Name a');
      const openAs = (id: string, customerExternalId: string): Promise<boolean> =>
        conversations.open({ id, channel: 'webchat', userId: id, locale: 'en', customerExternalId });
      await openAs('c2', 'ext-unknown');
      await openAs('c3', 'ext-a');
      expect(await conversations.read('c2', 'x')).not.toHaveProperty('customerId');
      expect(await conversations.read('c3', 'x')).toMatchObject({ customerId: expect.any(String), customerName: 'Name a' });
    });

    it('keeps messages as they were given, and the head until it is changed again', async () => {
      const reply = { text: '在路上', locale: 'zh-Hans', buttons: [{ title: '催件', value: '催件' }] } as const;
      const said = { ...customerSays('到哪了', 'p1'), channelData: { clientActivityID: '7' }, files: [FILE] };
      const head = {
        locale: 'zh-Hant',
        mode: 'waiting',
        address: { url: 'https://channel.example/', to: { id: 7 } },
        assigneeId: 'staff-7',
      } as const;
      await conversations.commit(
        turnOn(await read(), [said, { ...botSays('在路上'), replyToId: 'in-p1', reply }], { head, state: { step: 2 } }),
      );
      const { providerMessageId: _, ...stored } = said;
      expect(await conversations.listMessages('c1', 0, 10)).toEqual([
        { conversationId: 'c1', seq: 1, ...stored },
        { conversationId: 'c1', seq: 2, ...botSays('在路上'), replyToId: 'in-p1', reply },
      ]);
      expect(await read()).toMatchObject({ ...head, version: 1, lastSeq: 2, state: { step: 2 } });
      await conversations.commit(turnOn(await read(), [customerSays('?', 'p2')]));
      expect(await read()).toMatchObject({ ...head, state: { step: 2 } });
      await conversations.commit(turnOn(await read(), [], { head: { locale: 'en', mode: 'bot' } }));
      expect(await read()).not.toHaveProperty('assigneeId');
      expect(await read()).not.toHaveProperty('address');
    });

    it('answers one of two instances that commit on the same version', async () => {
      const start = await read('p1');
      const results = await Promise.all(
        [conversations, tested.other].map((each, at) =>
          each.commit(turnOn(start, [customerSays('hi', `p${at}`), botSays('hello', `out-${at}`)])),
        ),
      );
      expect(results.map((result) => result.kind).sort()).toEqual(['committed', 'conflict']);
      expect(await conversations.listMessages('c1', 0, 9)).toHaveLength(2);
    });

    it('tells the last numbers of many at once', async () => {
      await conversations.open({ id: 'c2', channel: 'webchat', userId: 'user-2', locale: 'en' });
      await conversations.commit(turnOn(await read(), [customerSays('hi', 'p1'), botSays('hello')]));
      expect(await conversations.listLastSeqs(['c1', 'c2', 'nowhere'])).toEqual(
        new Map([
          ['c1', 2],
          ['c2', 0],
        ]),
      );
    });
  });
}

const FILE = { id: 'file-1', name: 'box.png', contentType: 'image/png', sizeBytes: 7 };
