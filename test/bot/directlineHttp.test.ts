import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Begun, type Instance, startInstance } from './directlineHarness.ts';

let instance: Instance;
let chat: Begun;
beforeEach(async () => {
  instance = await startInstance();
  chat = await instance.begin();
});
afterEach(() => instance.stop());

const activitiesOf = ({ conversationId }: Begun): string => `/conversations/${conversationId}/activities`;
const post = (body: unknown, more: { auth?: string; raw?: string } = {}) =>
  instance.call('POST', activitiesOf(chat), { auth: chat.token, body, ...more });

const MANY = { perSecond: 1000, burst: 1000 };

describe('sending', () => {
  it('says itself who speaks, whatever the client says', async () => {
    const forged = {
      from: { id: 'bot', role: 'bot', name: 'Bot' },
      recipient: { id: 'x' },
      channelId: 'teams',
      serviceUrl: 'http://evil.example',
      id: 'mine',
    };
    const { body } = await post({ type: 'message', text: 'hi', ...forged });
    expect(body.id).not.toBe('mine');
    const seen = await instance.call('GET', activitiesOf(chat), { auth: chat.token });
    expect(seen.body.activities?.[0]).toEqual({
      type: 'message',
      id: body.id,
      timestamp: '2026-11-21T02:00:00.000Z',
      channelId: 'directline',
      from: { id: 'user-1', role: 'user' },
      conversation: { id: chat.conversationId },
      text: 'hi',
      textFormat: 'plain',
    });
  });

  it('answers a message sent again with the id of the first', async () => {
    const message = { type: 'message', text: 'once', channelData: { clientActivityID: 'c-1' } };
    const first = await post(message);
    expect((await post(message)).body.id).toBe(first.body.id);
    expect(instance.store.received).toHaveLength(1);
  });

  it.each([
    ['no printable word', 'a\u0001 b'],
    ['too long', 'x'.repeat(200)],
    ['a number', 7],
  ])('makes its own id of a message whose client id is %s', async (_case, clientActivityID) => {
    await post({ type: 'message', text: 'x', channelData: { clientActivityID } });
    expect(instance.store.received[0]?.providerMessageId).toMatch(/^unnamed-\w{26}$/);
  });

  it.each(['[]', '"text"', 'null', '7', '{', '', '{"type":"message"'])('refuses %j as a body', async (raw) => {
    const answer = await post(undefined, { raw });
    expect([answer.status, answer.body.type]).toEqual([400, 'urn:problem:not-json']);
  });

  it.each([undefined, '', null, 7, {}])('refuses an activity without a type: %j', async (type) => {
    const answer = await post({ type, text: 'hi' });
    expect([answer.status, answer.body.errors]).toEqual([400, [{ path: 'type', message: 'must be a string, such as "message"' }]]);
    expect(instance.store.received).toEqual([]);
  });

  it('hands on the addresses of attachments that are web addresses, five at most, and knows of the others', async () => {
    const named = (...urls: unknown[]) =>
      post({ type: 'message', text: 'x', attachments: urls.map((contentUrl) => ({ contentType: 'image/png', contentUrl })) });
    await named('https://example.com/箱子.png?a=1', 'http://169.254.169.254/latest');
    await named('data:image/png;base64,AAAA', 'javascript:alert(1)', 'file:///etc/passwd', 'https://a b', `https://a/${'x'.repeat(2000)}`);
    await named(...Array.from({ length: 9 }, (_, at) => `https://a/${at}`));
    await named(7, '', null);
    await post({ type: 'message', text: 'x', attachments: 'https://a' });
    expect(instance.store.received.map(({ links }) => links)).toEqual([
      ['https://example.com/箱子.png?a=1', 'http://169.254.169.254/latest'],
      [],
      Array.from({ length: 5 }, (_, at) => `https://a/${at}`),
      undefined,
      undefined,
    ]);
  });

  it('refuses a body of 1 MB, text over 16 KB, and takes 5,000 characters', async () => {
    expect((await post({ type: 'message', text: 'x'.repeat(1024 * 1024) })).status).toBe(413);
    // 6,000 Chinese characters are 18,000 bytes.
    expect((await post({ type: 'message', text: '字'.repeat(6000) })).status).toBe(413);
    expect((await post({ type: 'message', text: '字'.repeat(5000) })).status).toBe(200);
    expect(instance.store.received.map(({ text }) => text.length)).toEqual([5000]);
  });

  it('cleans what the store cannot hold and leaves the rest as it came', async () => {
    const raw = String.raw`{"type":"message","text":"a\u0000b \ud83d 📦","channelData":{"k\u0000":"\udc00","n":[1,null,{"x":true}]}}`;
    await post(undefined, { raw });
    expect(instance.store.received[0]).toMatchObject({ text: 'ab \ufffd 📦', channelData: { k: '\ufffd', n: [1, null, { x: true }] } });
  });

  it('refuses channelData that is nested too deep or too large', async () => {
    const deep = `{"type":"message","text":"x","channelData":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;
    expect((await post(undefined, { raw: deep })).status).toBe(400);
    expect((await post({ type: 'message', text: 'x', channelData: { a: 'x'.repeat(40_000) } })).status).toBe(413);
  });

  it('takes the value of a card button for text', async () => {
    await post({ type: 'message', value: 'XB000000012349' });
    expect(instance.store.received[0]?.text).toBe('XB000000012349');
  });

  it('passes the client’s language on as a hint, when it is a language tag', async () => {
    await post({ type: 'message', text: 'x', locale: 'zh-TW' });
    await post({ type: 'message', text: 'x', locale: '<script>' });
    expect(instance.store.received.map(({ localeHint }) => localeHint)).toEqual(['zh-TW', undefined]);
  });
});

describe('reading', () => {
  const read = async (watermark: string) => {
    const { body } = await instance.call('GET', `${activitiesOf(chat)}?watermark=${encodeURIComponent(watermark)}`, { auth: chat.token });
    return [body.activities!.map(({ text }) => text), body.watermark];
  };

  it.each([
    ['', ['one', 'echo: one', 'two', 'echo: two'], '4'],
    ['0', ['one', 'echo: one', 'two', 'echo: two'], '4'],
    ['3', ['echo: two'], '4'],
    ['4', [], '4'],
    // From the future or no number: everything again, rather than silence until the conversation has grown past it.
    ['5', ['one', 'echo: one', 'two', 'echo: two'], '4'],
    ['999999999', ['one', 'echo: one', 'two', 'echo: two'], '4'],
    ['99999999999999999999', ['one', 'echo: one', 'two', 'echo: two'], '4'],
    ['-1', ['one', 'echo: one', 'two', 'echo: two'], '4'],
    ["1' OR 1=1", ['one', 'echo: one', 'two', 'echo: two'], '4'],
  ])('after watermark %j', async (watermark, texts, next) => {
    await instance.say(chat, 'one');
    await instance.say(chat, 'two');
    expect(await read(watermark)).toEqual([texts, next]);
  });

  it('says 0 of a conversation without messages', async () => {
    expect(await read('')).toEqual([[], '0']);
    expect(await read('7')).toEqual([[], '0']);
  });

  it('gives a long history in pages, in order', async () => {
    await instance.stop();
    instance = await startInstance({ limits: { pollMessages: 700 } });
    chat = await instance.begin();
    instance.store.append(chat.conversationId, ...Array.from({ length: 1500 }, (_, i) => `${i + 1}`));
    const seen: (string | undefined)[] = [];
    let watermark = '';
    for (const expected of [700, 700, 100, 0]) {
      const [texts, next] = await read(watermark);
      expect(texts).toHaveLength(expected);
      seen.push(...(texts as string[]));
      watermark = next as string;
    }
    expect(seen).toEqual(Array.from({ length: 1500 }, (_, i) => `${i + 1}`));
  });
});

describe('limits', () => {
  it('answers 429 with Retry-After past the rate of a conversation, and again later', async () => {
    await instance.stop();
    instance = await startInstance({ limits: { messages: { perConversation: { perSecond: 0.5, burst: 3 }, perClient: MANY } } });
    chat = await instance.begin();
    for (let i = 0; i < 3; i++) expect((await post({ type: 'message', text: `${i}` })).status).toBe(200);
    const refused = await post({ type: 'message', text: '3' });
    // One every two seconds.
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    const other = await instance.begin('user-2');
    expect(await instance.say(other, 'not concerned')).toBeTruthy();
    instance.clock.advance(2000);
    expect((await post({ type: 'message', text: '3' })).status).toBe(200);
    expect(instance.store.received.map(({ text }) => text)).toEqual(['0', '1', '2', 'not concerned', '3']);
  });

  it('counts clients behind a proxy by the address the proxy saw, not by what they claim', async () => {
    await instance.stop();
    instance = await startInstance({
      trustProxy: 1,
      limits: { messages: { perConversation: MANY, perClient: { perSecond: 1, burst: 1 } } },
    });
    chat = await instance.begin();
    const from = async (forwarded: string) =>
      (
        await instance.call('POST', activitiesOf(chat), {
          auth: chat.token,
          body: { type: 'message', text: 'x' },
          headers: { 'x-forwarded-for': forwarded },
        })
      ).status;
    expect(await from('203.0.113.1, 198.51.100.7')).toBe(200);
    expect(await from('203.0.113.2, 198.51.100.7')).toBe(429);
    expect(await from('203.0.113.1, 198.51.100.8:41234')).toBe(200);
    expect(await from('203.0.113.1, 198.51.100.8:41235')).toBe(429);
    expect(await from('[2001:db8:1:2::1]:443')).toBe(200);
    expect(await from('2001:db8:1:2:aaaa::1')).toBe(429);
    expect(instance.store.received.map(({ clientKey }) => clientKey)).toEqual(['198.51.100.7', '198.51.100.8', '2001:db8:1:2::/64']);
  });

  it('counts past several proxies of ours, and whoever came around the outer one by what the inner saw', async () => {
    await instance.stop();
    instance = await startInstance({ trustProxy: 2 });
    chat = await instance.begin();
    for (const forwarded of ['203.0.113.9, 198.51.100.7, 192.0.2.1', '198.51.100.8'])
      await instance.call('POST', activitiesOf(chat), {
        auth: chat.token,
        body: { type: 'message', text: 'x' },
        headers: { 'x-forwarded-for': forwarded },
      });
    expect(instance.store.received.map(({ clientKey }) => clientKey)).toEqual(['198.51.100.7', '198.51.100.8']);
  });
});

describe('the address a client is told', () => {
  it('is the one it called', () => {
    expect(chat.streamUrl).toMatch(
      new RegExp(`^${instance.root.replace('http', 'ws')}/conversations/${chat.conversationId}/stream\\?watermark=0&t=eyJ`),
    );
  });

  it('is PUBLIC_URL where there is one', async () => {
    await instance.stop();
    instance = await startInstance({ publicUrl: 'https://chat.example.com/' });
    expect((await instance.begin()).streamUrl).toMatch(/^wss:\/\/chat\.example\.com\/v3\/directline\/conversations\//);
  });
});

it('lets pages of other sites call, but not with cookies', async () => {
  const answer = await instance.call('OPTIONS', activitiesOf(chat), {
    headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-headers')).toContain('X-Ms-Bot-Agent');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

it('takes nothing more once it is closing', async () => {
  await instance.directLine.close();
  expect((await post({ type: 'message', text: 'late' })).status).toBe(503);
});
