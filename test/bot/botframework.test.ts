import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotFrameworkConfig } from '../../bot/channels/botframework/access.ts';
import type { ShipmentCard } from '../../core/types.ts';
import type { Store } from '../../prisma/store.ts';
import { clear, stores } from '../prisma/store.ts';
import { type FakeConnector, type Product, startConnector, startProduct } from './botframeworkHarness.ts';

const APP_ID = '00000000-0000-4000-8000-000000000001';
const embedded = stores[0]!;

describe('the Bot Framework channel, as the Emulator uses it', () => {
  let store: Store;
  let connector: FakeConnector;
  let product: Product;
  const begin = async (more: Partial<Parameters<typeof startProduct>[0]> = {}): Promise<Product> => {
    product = await startProduct({ store, config: { EMULATOR: true }, ...more });
    return product;
  };
  beforeAll(async () => {
    store = await embedded.open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    connector = await startConnector();
  });
  afterEach(async () => {
    await connector.stop();
    await product.stop();
  });

  const activity = (more: object = {}) => ({
    type: 'message',
    id: 'activity-1',
    timestamp: '2026-11-21T02:00:00.000Z',
    channelId: 'emulator',
    serviceUrl: connector.serviceUrl,
    from: { id: 'user-1', name: 'User', role: 'user' },
    recipient: { id: 'bot-1', name: 'Bot', role: 'bot' },
    conversation: { id: 'conversation-1|livechat' },
    locale: 'en-US',
    text: 'where is my parcel',
    ...more,
  });

  it('answers a message by posting to the connector, in reply to it', async () => {
    await begin();
    expect(await product.post(activity())).toMatchObject({ status: 200, body: {} });
    expect(connector.posts).toEqual([]); // nothing leaves before the outbox is worked
    await product.work();
    expect(connector.posts).toHaveLength(1);
    const { path, activity: reply, headers } = connector.posts[0]!;
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
    await begin({ answer: () => [{ text: 'In transit', card, buttons }, { text: 'Anything else?' }] });
    await product.post(activity());
    await product.work();
    expect(connector.posts.map(({ activity: { text } }) => text)).toEqual(['In transit', 'Anything else?']);
    expect(connector.posts[0]!.activity).toMatchObject({
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
    expect(connector.posts[1]!.activity.attachments).toBeUndefined();
  });

  it('answers a repeated activity once', async () => {
    await begin();
    await Promise.all([product.post(activity()), product.post(activity())]);
    expect((await product.post(activity())).status).toBe(200);
    await product.work();
    await product.work();
    expect(connector.posts).toHaveLength(1);
    expect(await store.query('SELECT role FROM messages ORDER BY seq')).toEqual([{ role: 'customer' }, { role: 'bot' }]);
  });

  it('answers two messages of one conversation in their order, and keeps channels with equal ids apart', async () => {
    await begin();
    for (const [id, text] of [
      ['1', 'one'],
      ['2', 'two'],
      ['3', 'three'],
    ])
      await product.post(activity({ id, text }));
    await product.post(activity({ channelId: 'msteams', id: '1', text: 'other' }));
    await product.work();
    const texts = connector.posts.map(({ activity: { text } }) => text);
    expect(texts.filter((text) => text !== 'echo: other')).toEqual(['echo: one', 'echo: two', 'echo: three']);
    expect(texts).toContain('echo: other');
    expect(new Set(product.heard.map(({ conversationId }) => conversationId)).size).toBe(2);
    expect(new Set(product.heard.map(({ userId }) => userId))).toEqual(new Set(['emulator:user-1', 'msteams:user-1']));
  });

  it('knows a person where the channel vouches for them, else the conversation alone', async () => {
    await begin();
    const say = (channelId: string, conversation: object) =>
      product.post(activity({ channelId, id: '1', conversation: conversation as never }));
    for (const id of ['a', 'b']) await say('msteams', { id });
    await say('msteams', { id: 'group', isGroup: true });
    for (const id of ['a', 'b']) await say('webchat', { id });
    const rows = await store.query<{ userId: string; count: number }>(
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
    await begin();
    const update = (members: string[], id: string) =>
      activity({ type: 'conversationUpdate', id, text: undefined, membersAdded: members.map((member) => ({ id: member })) });
    await product.post(update(['bot-1'], 'u1'));
    expect(product.heard).toEqual([]);
    await product.post(update(['bot-1', 'user-1'], 'u2'));
    await product.post(update(['bot-1', 'user-1'], 'u2'));
    expect(product.heard).toMatchObject([{ kind: 'event', text: 'join', userId: 'emulator:user-1', localeHint: 'en-US' }]);
    await product.work();
    expect(connector.posts.map(({ activity: { text } }) => text)).toEqual(['hello']);
  });

  it('takes a button that sends its value alone, and leaves its own name out of what it is told in a group', async () => {
    await begin();
    await product.post(activity({ id: '1', text: undefined, value: 'XB000000012349' }));
    await product.post(
      activity({
        id: '2',
        text: '<at>Bot</at> where is it',
        entities: [{ type: 'mention', mentioned: { id: 'bot-1' }, text: '<at>Bot</at>' }],
      }),
    );
    await product.post(
      activity({
        id: '3',
        text: 'hi',
        entities: [null, 'x', { type: 'mention', mentioned: null }, { mentioned: { id: 'user-2' }, text: 'hi' }],
      }),
    );
    expect(product.heard.map(({ text }) => text)).toEqual(['XB000000012349', 'where is it', 'hi']);
  });

  it.each(['typing', 'messageReaction', 'endOfConversation', 'installationUpdate'])('acknowledges %s without a turn', async (type) => {
    await begin();
    expect((await product.post(activity({ type }))).status).toBe(200);
    expect(product.heard).toEqual([]);
  });

  it('says that it has no result for an invoke', async () => {
    await begin();
    expect((await product.post(activity({ type: 'invoke', name: 'x' }))).status).toBe(501);
  });

  it('speaks the language the channel names, and Chinese where it names none', async () => {
    await begin();
    await product.post(activity({ locale: undefined }));
    await product.post(activity({ locale: 'zh-TW', conversation: { id: 'c2' } }));
    await product.post(activity({ locale: 7, conversation: { id: 'c3' } }));
    expect(await store.query('SELECT locale FROM conversations ORDER BY id')).toEqual(
      expect.arrayContaining([{ locale: 'zh-Hans' }, { locale: 'zh-Hant' }, { locale: 'zh-Hans' }]),
    );
  });

  it.each([
    ['down', (c: FakeConnector) => c.stop(), (c: FakeConnector) => c.resume()],
    ['failing', (c: FakeConnector) => answerWith(c, 502), (c: FakeConnector) => answerWith(c, 201)],
  ])('sends the reply later when the connector is %s', async (_name, breakIt, mendIt) => {
    await begin();
    await breakIt(connector);
    expect((await product.post(activity())).status).toBe(200);
    await product.work();
    const tries = connector.posts.length;
    expect(tries).toBeLessThanOrEqual(1); // the SDK's own client would have tried four times
    expect(await store.query('SELECT attempts, done_at, last_error IS NOT NULL AS failed FROM outbox')).toEqual([
      { attempts: 1, done_at: null, failed: true },
    ]);
    await mendIt(connector);
    await product.work();
    expect(connector.posts).toHaveLength(tries); // not due yet
    product.clock.advance(60_000);
    await product.work();
    expect(connector.posts).toHaveLength(tries + 1);
    expect(connector.posts.at(-1)!.activity).toMatchObject({ text: 'echo: where is my parcel', replyToId: 'activity-1' });
    expect(await store.query('SELECT attempts, done_at IS NOT NULL AS done FROM outbox')).toEqual([{ attempts: 2, done: true }]);
  });

  it('does not follow a connector that points elsewhere', async () => {
    await begin();
    const elsewhere = await startConnector();
    connector.answer = { status: 307, headers: { location: elsewhere.serviceUrl } };
    await product.post(activity());
    await product.work();
    expect(elsewhere.posts).toEqual([]);
    await elsewhere.stop();
  });

  it('refuses a service address that is not on this machine', async () => {
    await begin();
    const urls = [
      'http://169.254.169.254/latest',
      'https://smba.example.test/emea/',
      'http://localhost.example.test',
      'http://127.0.0.1@example.test/',
      'http://0.0.0.0:80',
      'http://[::ffff:10.0.0.1]/',
      'file:///etc/passwd',
      'urn:botframework:websocket:x',
      'nonsense',
    ];
    for (const serviceUrl of urls) expect((await product.post(activity({ serviceUrl }))).status, serviceUrl).toBe(403);
    expect(product.heard).toEqual([]);
    expect(await store.query('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('refuses what a web page in the local browser could send', async () => {
    await begin();
    const refused = await product.post(activity(), { 'content-type': 'text/plain' });
    expect(refused).toMatchObject({ status: 400, body: { type: 'urn:problem:not-json' } });
    expect(product.heard).toEqual([]);
  });

  it('refuses activities it could not answer, naming the fields', async () => {
    await begin();
    const refused = await product.post({ type: 'message', conversation: 'x', from: { id: 5 } });
    expect(refused.status).toBe(400);
    expect((refused.body.errors as { field: string }[]).map(({ field }) => field)).toEqual([
      'channelId',
      'serviceUrl',
      'conversation.id',
      'from.id',
      'recipient.id',
    ]);
    expect((await product.post('[]')).status).toBe(400);
    expect((await product.post('{')).status).toBe(400);
    expect((await product.post('null')).status).toBe(400);
  });

  it('refuses a body over 256 KB and carries long words no further than it must', async () => {
    await begin();
    expect((await product.post(activity({ text: 'x'.repeat(262_144) }))).status).toBe(413);
    expect((await product.post(activity({ text: 'x'.repeat(200_000), id: 'i'.repeat(5000) }))).status).toBe(200);
    expect(product.heard.map(({ text }) => text.length)).toEqual([16_384]);
  });

  it('says nothing of what went wrong inside', async () => {
    const secret = 'password=hunter2';
    await begin({
      answer: () => {
        throw new Error(secret);
      },
    });
    const answered = await product.post(activity());
    expect(answered.status).toBe(200); // the customer is sent an apology instead
    await product.work();
    expect(connector.posts).toHaveLength(1);
    expect(answered.text + JSON.stringify(connector.posts)).not.toContain(secret);
  });

  it('takes nothing more once it is closing', async () => {
    await begin();
    await product.close();
    expect(await product.post(activity())).toMatchObject({ status: 503, body: { type: 'urn:problem:shutting-down' } });
  });

  it.each<[string, BotFrameworkConfig]>([
    ['nothing', {}],
    ['EMULATOR=0', { EMULATOR: false }],
    ['a password alone', { MICROSOFT_APP_PASSWORD: 'secret' }],
  ])('is closed with %s configured', async (_name, config) => {
    await begin({ config });
    expect(await product.post(activity())).toMatchObject({ status: 404, body: { type: 'urn:problem:not-found' } });
    expect(product.heard).toEqual([]);
  });

  it('asks for a token with an app id, also of the Emulator', async () => {
    await begin({ config: { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'secret', EMULATOR: true } });
    expect(await product.post(activity())).toMatchObject({ status: 401, body: { type: 'urn:problem:unauthenticated' } });
    expect(product.heard).toEqual([]);
  });

  it('does not start with an app id and no password', async () => {
    await begin();
    await expect(startProduct({ store, config: { MICROSOFT_APP_ID: APP_ID } })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

async function answerWith(connector: FakeConnector, status: number): Promise<void> {
  connector.answer = { status };
}
