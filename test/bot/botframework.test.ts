import { describe, expect, it } from 'vitest';
import type { ShipmentCard } from '../../core/types.ts';
import { type FakeConnector, useEmulator } from './botframeworkHarness.ts';

describe('the Bot Framework channel, as the Emulator uses it', () => {
  const emulator = useEmulator();

  it('answers a message by posting to the connector, in reply to it', async () => {
    await emulator.begin();
    expect(await emulator.product.post(emulator.activity())).toMatchObject({ status: 200, body: {} });
    expect(emulator.connector.posts).toEqual([]); // nothing leaves before the outbox is worked
    await emulator.product.work();
    expect(emulator.connector.posts).toHaveLength(1);
    const { path, activity: reply, headers } = emulator.connector.posts[0]!;
    expect(decodeURIComponent(path)).toBe('/v3/conversations/conversation-1|livechat/activities/activity-1');
    expect(reply).toMatchObject({
      type: 'message',
      text: 'echo: where is my parcel',
      textFormat: 'plain',
      locale: 'en',
      replyToId: 'activity-1',
      from: { id: 'bot-1' },
      recipient: { id: 'user-1' },
      conversation: { id: 'conversation-1|livechat' },
    });
    expect(headers.authorization).toBeUndefined();
  });

  it('shows a card as an Adaptive Card and buttons as suggested actions', async () => {
    const card: ShipmentCard = {
      ...{ kind: 'shipment', trackingNumber: 'XB000000012349', status: 'In transit', tone: 'moving', progress: 2, headline: 'On its way' },
      ...{ facts: [], timeline: [], timelineTitle: 'Progress', buttons: [] },
    };
    const buttons = [
      { title: 'Another number', value: 'another' },
      { title: 'Open', value: 'https://chat.example.com/track/t' },
    ];
    await emulator.begin({ answer: () => [{ text: 'In transit', card, buttons }, { text: 'Anything else?' }] });
    await emulator.product.post(emulator.activity());
    await emulator.product.work();
    expect(emulator.connector.posts.map(({ activity: { text } }) => text)).toEqual(['In transit', 'Anything else?']);
    expect(emulator.connector.posts[0]!.activity).toMatchObject({
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', fallbackText: 'In transit' } },
      ],
      suggestedActions: {
        actions: [
          { type: 'imBack', title: 'Another number', value: 'another' },
          { type: 'openUrl', title: 'Open', value: 'https://chat.example.com/track/t' },
        ],
      },
    });
    expect(emulator.connector.posts[1]!.activity.attachments).toBeUndefined();
  });

  it('answers a repeated activity once', async () => {
    await emulator.begin();
    await Promise.all([emulator.product.post(emulator.activity()), emulator.product.post(emulator.activity())]);
    expect((await emulator.product.post(emulator.activity())).status).toBe(200);
    await emulator.product.work();
    await emulator.product.work();
    expect(emulator.connector.posts).toHaveLength(1);
    expect(await emulator.store.query('SELECT role FROM messages ORDER BY seq')).toEqual([{ role: 'customer' }, { role: 'bot' }]);
  });

  it('answers two messages of one conversation in their order, and keeps channels with equal ids apart', async () => {
    await emulator.begin();
    for (const [id, text] of [
      ['1', 'one'],
      ['2', 'two'],
      ['3', 'three'],
    ])
      await emulator.product.post(emulator.activity({ id, text }));
    await emulator.product.post(emulator.activity({ channelId: 'msteams', id: '1', text: 'other' }));
    await emulator.product.work();
    const texts = emulator.connector.posts.map(({ activity: { text } }) => text);
    expect(texts.filter((text) => text !== 'echo: other')).toEqual(['echo: one', 'echo: two', 'echo: three']);
    expect(texts).toContain('echo: other');
    expect(new Set(emulator.product.heard.map(({ conversationId }) => conversationId)).size).toBe(2);
    expect(new Set(emulator.product.heard.map(({ userId }) => userId))).toEqual(new Set(['emulator:user-1', 'msteams:user-1']));
  });

  it('knows a person where the channel vouches for them, else the conversation alone', async () => {
    await emulator.begin();
    const say = (channelId: string, conversation: object) =>
      emulator.product.post(emulator.activity({ channelId, id: '1', conversation: conversation as never }));
    for (const id of ['a', 'b']) await say('msteams', { id });
    await say('msteams', { id: 'group', isGroup: true });
    for (const id of ['a', 'b']) await say('webchat', { id });
    const rows = await emulator.store.query<{ userId: string; count: number }>(
      'SELECT user_id AS "userId", count(*)::int AS count FROM conversations GROUP BY user_id ORDER BY user_id COLLATE "C"',
    );
    // user-1 in both of their own chats; in a group, and where clients name themselves, what is said belongs to the chat.
    expect(rows).toEqual([
      { userId: 'msteams:conversation:group', count: 1 },
      { userId: 'msteams:user-1', count: 2 },
      { userId: 'webchat:conversation:a', count: 1 },
      { userId: 'webchat:conversation:b', count: 1 },
    ]);
  });

  it('greets a person who comes in, and not itself', async () => {
    await emulator.begin();
    const update = (members: string[], id: string) =>
      emulator.activity({ type: 'conversationUpdate', id, text: undefined, membersAdded: members.map((member) => ({ id: member })) });
    await emulator.product.post(update(['bot-1'], 'u1'));
    expect(emulator.product.heard).toEqual([]);
    await emulator.product.post(update(['bot-1', 'user-1'], 'u2'));
    await emulator.product.post(update(['bot-1', 'user-1'], 'u2'));
    expect(emulator.product.heard).toMatchObject([{ kind: 'event', text: 'join', userId: 'emulator:user-1', localeHint: 'en-US' }]);
    await emulator.product.work();
    expect(emulator.connector.posts.map(({ activity: { text } }) => text)).toEqual(['hello']);
  });

  it('takes a button that sends its value alone, and leaves its own name out of what it is told in a group', async () => {
    await emulator.begin();
    await emulator.product.post(emulator.activity({ id: '1', text: undefined, value: 'XB000000012349' }));
    await emulator.product.post(
      emulator.activity({
        id: '2',
        text: '<at>Bot</at> where is it',
        entities: [{ type: 'mention', mentioned: { id: 'bot-1' }, text: '<at>Bot</at>' }],
      }),
    );
    await emulator.product.post(
      emulator.activity({
        id: '3',
        text: 'hi',
        entities: [null, 'x', { type: 'mention', mentioned: null }, { mentioned: { id: 'user-2' }, text: 'hi' }],
      }),
    );
    expect(emulator.product.heard.map(({ text }) => text)).toEqual(['XB000000012349', 'where is it', 'hi']);
  });

  it.each(['typing', 'messageReaction', 'endOfConversation', 'installationUpdate'])('acknowledges %s without a turn', async (type) => {
    await emulator.begin();
    expect((await emulator.product.post(emulator.activity({ type }))).status).toBe(200);
    expect(emulator.product.heard).toEqual([]);
  });

  it('says that it has no result for an invoke', async () => {
    await emulator.begin();
    expect((await emulator.product.post(emulator.activity({ type: 'invoke', name: 'x' }))).status).toBe(501);
  });

  it('speaks the language the channel names, and Chinese where it names none', async () => {
    await emulator.begin();
    await emulator.product.post(emulator.activity({ locale: undefined }));
    await emulator.product.post(emulator.activity({ locale: 'zh-TW', conversation: { id: 'c2' } }));
    await emulator.product.post(emulator.activity({ locale: 7, conversation: { id: 'c3' } }));
    expect(await emulator.store.query('SELECT locale FROM conversations ORDER BY id')).toEqual(
      expect.arrayContaining([{ locale: 'zh-Hans' }, { locale: 'zh-Hant' }, { locale: 'zh-Hans' }]),
    );
  });

  it.each([
    ['down', (c: FakeConnector) => c.stop(), (c: FakeConnector) => c.resume()],
    ['failing', (c: FakeConnector) => answerWith(c, 502), (c: FakeConnector) => answerWith(c, 201)],
  ])('sends the reply later when the connector is %s', async (_name, breakIt, mendIt) => {
    await emulator.begin();
    await breakIt(emulator.connector);
    expect((await emulator.product.post(emulator.activity())).status).toBe(200);
    await emulator.product.work();
    const tries = emulator.connector.posts.length;
    expect(tries).toBeLessThanOrEqual(1); // the SDK's own client would have tried four times
    expect(await emulator.store.query('SELECT attempts, done_at, last_error IS NOT NULL AS failed FROM outbox')).toEqual([
      { attempts: 1, done_at: null, failed: true },
    ]);
    await mendIt(emulator.connector);
    await emulator.product.work();
    expect(emulator.connector.posts).toHaveLength(tries); // not due yet
    emulator.product.clock.advance(60_000);
    await emulator.product.work();
    expect(emulator.connector.posts).toHaveLength(tries + 1);
    expect(emulator.connector.posts.at(-1)!.activity).toMatchObject({ text: 'echo: where is my parcel', replyToId: 'activity-1' });
    expect(await emulator.store.query('SELECT attempts, done_at IS NOT NULL AS done FROM outbox')).toEqual([{ attempts: 2, done: true }]);
  });
});

async function answerWith(connector: FakeConnector, status: number): Promise<void> {
  connector.answer = { status };
}
