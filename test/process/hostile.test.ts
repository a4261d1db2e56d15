import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { texts } from '../../dialogs/texts.ts';
import { call, callApi, HOUR_MS, LAST_FOUR, openChat, pushParcel, RECIPIENT, readable, SENDER } from './client.ts';
import { cleanUp, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  // Trusting a proxy lets the test come from many addresses; wrong answers and floods are counted by address too.
  product = await startProduct({ env: { DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'warn' } });
}, 90_000);
afterAll(cleanUp);

/** After whatever was done to it, the product serves and has met nothing it did not foresee. */
const expectUnharmed = async (): Promise<void> => {
  expect((await call(`${product.url}/readyz`, 'GET')).status).toBe(200);
  expect(product.output()).not.toMatch(/"level":50|Unhandled|a flow failed/);
};

/** Text written with its characters spelled out, as these are invisible in an editor. */
const RTL = '\u200f\u202e\u2067';

describe('messages nobody would type', () => {
  const odd: readonly (readonly [name: string, text: string, stored: string | RegExp])[] = [
    ['nothing', '', ''],
    ['blanks', ' \u3000\t\n ', /^\s*$/],
    ['NUL', 'a\u0000b', /^ab$/],
    ['NUL alone', '\u0000', ''],
    ['half a character', '查\ud800快递\udc00', /^查.?快递.?$/],
    ['marks of right-to-left scripts alone', RTL, ''],
    ['controls', '\u0001\u0007\u001b[2J\u0085', /./],
    ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>', /<script>alert\(1\)<\/script>/],
    ['a template', '{number} {{config}} $& __proto__ constructor', /\{number\} \{\{config/],
    ['a hundred combining marks', `e${'\u0301'.repeat(100)}`, /\S/],
    ['a pattern meant to be slow', `${'a'.repeat(2000)}!${'1'.repeat(1500)}`, /^a+!1+$/],
  ];
  it.each(odd)('are stored and answered: %s', async (_name, text, stored) => {
    const chat = await openChat(product);
    const startedAt = performance.now();
    const replies = await chat.ask(text);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    const { activities } = await chat.history();
    if (typeof stored === 'string') expect([activities[0]!.text, replies[0]!.text]).toEqual([stored, texts.empty['zh-Hans']]);
    else expect(activities[0]!.text).toMatch(stored);
    expect(readable(activities)).not.toMatch(/\u0000|\ufffe|[\ud800-\udbff](?![\udc00-\udfff])/);
    for (const { text: reply } of replies) expect(reply).toMatch(/\S/);
  });

  it('lead to their parcel, whatever marks stand around its number', async () => {
    const number = await pushParcel(product, 801);
    const chat = await openChat(product);
    expect(readable(await chat.ask(`${RTL}${number}\u202c 到哪了`))).toContain('嘉兴');
  });

  it('are read in part and the customer told when they are long, 4,000 emoji for instance', async () => {
    const [reply] = await (await openChat(product)).ask('😀'.repeat(4000));
    expect(reply!.text).toContain('4000');
  });

  it('are refused with 413 when they are longer still: 5,000 emoji, a megabyte', async () => {
    const chat = await openChat(product);
    // 5,000 times 4 bytes: over the 16 KB of a text. A megabyte: over the 256 KB of a body.
    for (const text of ['😀'.repeat(5000), 'x'.repeat(1024 * 1024)]) {
      const { status, json } = await chat.post({ type: 'message', text });
      expect([status, json.type]).toEqual([413, 'urn:problem:body-too-large']);
    }
    expect((await chat.history()).activities).toEqual([]);
  });

  it('are refused with 400 when they are no activity', async () => {
    const chat = await openChat(product);
    const deep = `{"type":"message","text":"x","channelData":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`;
    for (const body of [
      '',
      '{',
      'null',
      '42',
      '"text"',
      '[]',
      '[{"type":"message"}]',
      '{}',
      '{"type":7}',
      '\ufeff\u0000',
      new Uint8Array([0xff, 0xfe, 0x7b]),
      deep,
    ]) {
      const { status, json } = await chat.post(body);
      expect([status, json.status]).toEqual([400, 400]);
    }
    expect((await chat.history()).activities).toEqual([]);
  });

  it('leave the product unharmed', expectUnharmed);
});

describe('a client that meddles', () => {
  it('gets nowhere with the token of another conversation', async () => {
    const [mine, other] = await Promise.all([openChat(product), openChat(product)]);
    const at = `${product.url}/v3/directline/conversations/${other.conversationId}`;
    const bearer = { authorization: `Bearer ${mine.token}` };
    expect((await call(`${at}/activities`, 'GET', undefined, bearer)).status).toBe(403);
    expect((await call(`${at}/activities`, 'POST', { type: 'message', text: '你好' }, bearer)).status).toBe(403);
    expect((await call(at, 'GET', undefined, bearer)).status).toBe(403);
    const address = mine.streamUrl.replace(mine.conversationId, other.conversationId);
    const refused = await new Promise((resolve) => new WebSocket(address).on('error', resolve).on('open', () => resolve('opened')));
    expect(String(refused)).toContain('403');
    expect((await other.history()).activities).toEqual([]);
  });

  it('cannot choose who it is', async () => {
    const chat = await openChat(product);
    const sent = await chat.post({
      type: 'message',
      text: '你好',
      from: { id: 'bot', role: 'bot' },
      replyToId: 'x',
      id: 'chosen',
      timestamp: '1999-01-01T00:00:00Z',
    });
    const { activities } = await chat.history();
    expect(activities[0]).toMatchObject({ id: sent.json.id, from: { role: 'user' } });
    expect(activities[0]).not.toHaveProperty('replyToId');
    expect(sent.json.id).not.toBe('chosen');
  });

  it('hears everything again from a watermark that lies in the future or is none', async () => {
    const chat = await openChat(product);
    await chat.ask('你好');
    for (const watermark of ['999', '2147483647', '99999999999999999999', '-1', '1e9', 'NaN', '1|2', "0' OR 1=1", '\u0000']) {
      const { activities, watermark: next } = await chat.history(watermark);
      expect([activities.length, next]).toEqual([2, '2']);
    }
    expect((await chat.history('2')).activities).toEqual([]);
  });

  it('leaves the product unharmed', expectUnharmed);
});

describe('markup in what a company’s system sends', () => {
  const NAME = '<b>王</b> **粗** [点](javascript:alert(1))';
  const TEXT = '快件到达 <img src=x onerror=alert(1)> **嘉兴** [点我](https://evil.example) `x` # 头';

  it('is shown as it is, and never as markup', async () => {
    const number = await pushParcel(
      product,
      811,
      { recipient: { ...RECIPIENT, name: NAME }, items: [{ description: NAME, quantity: 1 }] },
      TEXT,
      'OUT_FOR_DELIVERY',
    );
    const chat = await openChat(product, { address: '10.8.0.1' });
    const before = await chat.ask(`${number} 到哪了`);
    expect(readable(before)).not.toContain('evil.example');
    const after = await chat.ask(LAST_FOUR);
    const card = after.find(({ attachments }) => attachments)!.attachments![0]!.content;
    const shown = listStrings(card);
    expect(shown).toContainEqual({ type: 'TextRun', text: TEXT });
    expect(shown).toContainEqual({ type: 'TextRun', text: NAME });
    // TextRun is the one element of a card whose text is never read as Markdown.
    const marked = shown.filter(({ text }) => /[<*[`]/.test(text) && !text.startsWith('http'));
    expect(new Set(marked.map(({ type }) => type))).toEqual(new Set(['TextRun']));
    for (const { attachments, ...activity } of [...before, ...after]) expect(activity).toMatchObject({ textFormat: 'plain' });
  });
});

/** Every `text` and its like in a card, with the type of the element it stands in. */
function listStrings(element: unknown): { type: string; text: string }[] {
  if (Array.isArray(element)) return element.flatMap(listStrings);
  if (typeof element !== 'object' || element === null) return [];
  const { type = '' } = element as { type?: string };
  return Object.entries(element).flatMap(([key, value]) =>
    typeof value === 'string' ? (['text', 'title', 'value', 'altText'].includes(key) ? [{ type, text: value }] : []) : listStrings(value),
  );
}

describe('events in quantity and out of place', () => {
  const event = (n: number) => ({
    occurredAt: new Date(Date.now() - HOUR_MS - n * 1000).toISOString(),
    status: 'IN_TRANSIT',
    text: `扫描 ${n}`,
    location: { city: '嘉兴' },
  });

  it('for a shipment that does not exist are refused as a problem', async () => {
    const { status, headers, json } = await callApi(product, 'POST', `/shipments/${createOwnNumber(899)}/events`, { events: [event(1)] });
    expect([status, headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')]);
    expect(json).toMatchObject({ type: 'urn:problem:not-found', status: 404, trackingNumber: createOwnNumber(899) });
  });

  it('are taken by the ten thousand, once, while customers are answered', async () => {
    const number = await pushParcel(product, 831);
    const events = Array.from({ length: 10_000 }, (_, n) => event(n));
    const chat = await openChat(product);
    const [first] = await Promise.all([callApi(product, 'POST', `/shipments/${number}/events`, { events }), chat.ask('你好')]);
    expect([first.status, first.json]).toEqual([202, { accepted: 10_000, duplicates: 0 }]);
    const again = await callApi(product, 'POST', `/shipments/${number}/events`, { events });
    expect([again.status, again.json]).toEqual([202, { accepted: 0, duplicates: 10_000 }]);
    expect(readable(await chat.ask(`${number} 到哪了`))).toContain('嘉兴');
    const tooMany = await callApi(product, 'POST', `/shipments/${number}/events`, { events: [...events, event(10_000)] });
    expect([tooMany.status, tooMany.json.errors[0].path]).toEqual([400, 'events']);
  }, 60_000);

  it('are refused whole when one of them is wrong', async () => {
    const number = await pushParcel(product, 832, { sender: SENDER });
    const path = `/shipments/${number}/events`;
    for (const wrong of [
      { ...event(1), status: 'LOST_IN_SPACE' },
      { ...event(1), text: '' },
      { ...event(1), occurredAt: 'yesterday' },
      null,
      7,
    ]) {
      const { status, json } = await callApi(product, 'POST', path, { events: [event(0), wrong] });
      expect([status, json.errors[0].path]).toEqual([400, expect.stringContaining('events[1]')]);
    }
    expect((await callApi(product, 'POST', path, { events: [event(0)] })).json).toEqual({ accepted: 1, duplicates: 0 });
  });

  it('leave the product unharmed', expectUnharmed);
});
