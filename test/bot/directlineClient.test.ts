import './directlineXhr.ts';
import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Activity, eventually, type Instance, SECRET, startInstance } from './directlineHarness.ts';

/** The official client, as Web Chat drives it. */
function connect(instance: Instance, options: { token: string; webSocket: boolean; conversationId?: string; watermark?: string }) {
  const client = new DirectLine({
    ...options,
    domain: instance.root,
    pollingInterval: 200,
    // A lost socket is opened again after 3000 + random · 12,000 ms: at once the first time, then after 3 s.
    random: vi.fn(() => 0).mockReturnValueOnce(-0.25),
  });
  const seen: Activity[] = [];
  const subscription = client.activity$.subscribe((activity) => seen.push(activity as unknown as Activity));
  const statuses: ConnectionStatus[] = [];
  client.connectionStatus$.subscribe((status) => statuses.push(status));
  return {
    client,
    seen,
    statuses,
    texts: () => seen.map(({ text }) => text),
    post: (activity: object) =>
      new Promise<string>((resolve, reject) =>
        client.postActivity({ from: { id: 'user-1' }, ...activity } as never).subscribe(resolve, reject),
      ),
    end() {
      subscription.unsubscribe();
      client.end();
    },
  };
}

describe.each([
  { transport: 'a WebSocket', webSocket: true },
  { transport: 'polling', webSocket: false },
])('the official client over $transport', ({ webSocket }) => {
  let instance: Instance;
  let chat: ReturnType<typeof connect>;
  const token = async (): Promise<string> =>
    (await instance.call('POST', '/tokens/generate', { auth: SECRET, body: { user: { id: 'user-1' } } })).body.token!;

  beforeEach(async () => {
    instance = await startInstance();
    chat = connect(instance, { token: await token(), webSocket });
  });
  afterEach(async () => {
    chat.end();
    await instance.stop();
  });

  it('starts a conversation, sees its own message again and the reply to it', async () => {
    const channelData = { clientActivityID: 'a-1', clientTimestamp: '2026-11-21T02:00:00Z', nested: { kept: [1, '二'] } };
    const id = await chat.post({ type: 'message', text: '你好', channelData });
    await eventually(() => expect(chat.seen).toHaveLength(2));
    const [echo, reply] = chat.seen;
    expect(echo).toMatchObject({ type: 'message', id, text: '你好', from: { id: 'user-1', role: 'user' }, channelData });
    expect(echo?.channelData).toEqual(channelData);
    expect(reply).toMatchObject({ text: 'echo: 你好', replyToId: id, from: { role: 'bot' } });
    expect(chat.client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
  });

  it('knows its own messages where nobody vouches for the user', async () => {
    const { body } = await instance.call('POST', '/tokens/generate', { auth: SECRET });
    const guest = connect(instance, { token: body.token!, webSocket });
    await guest.post({ type: 'message', text: 'hi' });
    await eventually(() => expect(guest.seen).toHaveLength(2));
    expect(guest.seen[0]?.from).toEqual({ id: 'user-1', role: 'user' });
    guest.end();
  });

  it('gets every message once, in the order of their ids', async () => {
    for (let i = 0; i < 20; i++) await chat.post({ type: 'message', text: `${i}` });
    await eventually(() => expect(chat.seen).toHaveLength(40));
    // The client hands the activities of an answer out one a tick, and begins with those of the next meanwhile: it is the ids that
    // order them, by which pages sort.
    const inOrder = [...chat.seen].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
    expect(inOrder.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, i) => [`${i}`, `echo: ${i}`]).flat());
  });

  it('sends an event, which keeps its name, and typing without an answer', async () => {
    await chat.post({ type: 'event', name: 'webchat/join', value: {} });
    const id = await chat.post({ type: 'typing' });
    expect(id).toMatch(/^\w{26}$/);
    expect(instance.store.received.map(({ kind, text }) => [kind, text])).toEqual([['event', 'webchat/join']]);
    const { activities } = (
      await instance.call('GET', `/conversations/${instance.store.received[0]!.conversationId}/activities`, { auth: SECRET })
    ).body;
    expect(activities).toMatchObject([{ type: 'event', name: 'webchat/join', from: { role: 'user' } }]);
  });

  it('uploads a file under its Chinese name and gets it back', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const contentUrl = `data:image/png;base64,${png.toString('base64')}`;
    // As the client's own suite makes one up: no valid base64, and to come back as it is.
    const thumbnailUrl = 'data:image/png;base64,===thumbnail.png';
    const id = await chat.post({
      type: 'message',
      text: '坏了',
      attachments: [{ contentType: 'image/png', contentUrl, name: '破损 照片.png', thumbnailUrl }],
    });
    await eventually(() => expect(chat.seen).toHaveLength(2));
    const attachment = chat.seen[0]?.attachments?.[0];
    expect(chat.seen[0]).toMatchObject({ id, text: '坏了' });
    expect(attachment).toMatchObject({ contentType: 'image/png', name: '破损 照片.png', thumbnailUrl });
    const response = await fetch(attachment!.contentUrl);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-disposition')).toBe(
      // encodeURIComponent('破损 照片.png'), by RFC 8187.
      `inline; filename="__ __.png"; filename*=UTF-8''%E7%A0%B4%E6%8D%9F%20%E7%85%A7%E7%89%87.png`,
    );
  });

  it('resumes a conversation after its watermark', async () => {
    const begun = await instance.begin();
    await instance.say(begun, 'one');
    const later = connect(instance, { token: begun.token, conversationId: begun.conversationId, watermark: '1', webSocket });
    await eventually(() => expect(later.texts()).toEqual(['echo: one']));
    later.end();
  });

  it('tells the page of an expired token and goes on with a new one', async () => {
    await chat.post({ type: 'message', text: 'before' });
    await eventually(() => expect(chat.seen).toHaveLength(2));
    const conversationId = instance.store.received[0]!.conversationId;
    // Tokens live for 1800 seconds.
    instance.clock.advance(1801_000);
    if (webSocket) instance.cut();
    await eventually(() => expect(chat.statuses).toContain(ConnectionStatus.ExpiredToken));
    const { body } = await instance.call('GET', `/conversations/${conversationId}?watermark=2`, { auth: SECRET });
    chat.client.reconnect({ conversationId, token: body.token!, streamUrl: body.streamUrl! });
    await chat.post({ type: 'message', text: 'after' });
    // After reconnect() the client listens twice until its old loop notices; pages drop by id what they have.
    const unique = () => [...new Map(chat.seen.map((activity) => [activity.id, activity.text])).values()];
    await eventually(() => expect(unique()).toEqual(['before', 'echo: before', 'after', 'echo: after']));
  });
});

describe('the official client over a WebSocket that breaks', () => {
  it('comes back by itself and is told what it missed, once', async () => {
    const instance = await startInstance();
    const { body } = await instance.call('POST', '/tokens/generate', { auth: SECRET, body: { user: { id: 'user-1' } } });
    const chat = connect(instance, { token: body.token!, webSocket: true });
    await chat.post({ type: 'message', text: 'one' });
    await eventually(() => expect(chat.seen).toHaveLength(2));
    instance.cut();
    instance.store.append(body.conversationId!, 'missed 1', 'missed 2');
    await eventually(() => expect(chat.seen).toHaveLength(4));
    await chat.post({ type: 'message', text: 'two' });
    await eventually(() => expect(chat.texts()).toEqual(['one', 'echo: one', 'missed 1', 'missed 2', 'two', 'echo: two']));
    chat.end();
    await instance.stop();
  });
});
