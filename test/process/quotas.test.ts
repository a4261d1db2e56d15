import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { texts } from '../../dialogs/texts.ts';
import { type Chat, call, openChat, readable } from './client.ts';
import { cleanUp, type Product, startProduct } from './product.ts';

// Small limits, so that a test reaches them; an address has twenty times as much as a conversation.
const LIMITS = {
  LIMIT_NUMBERS_PER_HOUR: '6',
  LIMIT_TICKETS_PER_DAY: '2',
  LIMIT_CALLBACKS_PER_DAY: '2',
  LIMIT_STORAGE_MB_PER_DAY: '1',
  LIMIT_STREAMS_PER_CLIENT: '3',
  LIMIT_CHATS_PER_HOUR: '5',
};
let product: Product;
beforeAll(async () => {
  product = await startProduct({ env: { DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'warn', ...LIMITS } });
}, 90_000);
afterAll(cleanUp);

/** The fixed part of what the bot says when a limit is reached. */
const said = (text: { readonly 'zh-Hans': string }): RegExp => new RegExp(text['zh-Hans'].split(/\{\w+\}/)[0] ?? '');
const askFor = async (chat: Chat, serials: readonly number[]): Promise<string> =>
  readable(await chat.ask(`查一下 ${serials.map((serial) => createOwnNumber(serial)).join(' ')}`));

describe('numbers', () => {
  it('are looked up as far as the hour allows, then the wait is told, and those spoken of before go on', async () => {
    const chat = await openChat(product, { address: '203.0.113.1' });
    expect(await askFor(chat, [1, 2, 3])).not.toMatch(said(texts.tooManyNumbers));
    expect(await askFor(chat, [4, 5])).not.toMatch(said(texts.tooManyNumbers));
    // One of six is left, two are asked for; at six an hour the missing one comes in ten minutes.
    expect(await askFor(chat, [6, 7])).toContain(texts.tooManyNumbers['zh-Hans'].split('{minutes}')[1]?.slice(0, 8));
    expect(await askFor(chat, [8])).not.toMatch(said(texts.tooManyNumbers));
  });

  it('are limited by address too, not by opening another chat', async () => {
    // Twenty times six is 120: thirty chats of five numbers are thirty too many.
    const answers = [];
    for (let at = 0; at < 30; at++) {
      const chat = await openChat(product, { address: '203.0.113.2' });
      answers.push(
        await askFor(
          chat,
          [1, 2, 3, 4, 5].map((serial) => at * 5 + serial),
        ),
      );
    }
    expect(answers.filter((answer) => !said(texts.tooManyNumbers).test(answer))).toHaveLength(24);
    const other = await openChat(product, { address: '203.0.113.3' });
    expect(await askFor(other, [1])).not.toMatch(said(texts.tooManyNumbers));
  });
});

describe('tickets and call-backs', () => {
  it('are opened as far as the day allows, and the customer is told that this one was not', async () => {
    const chat = await openChat(product, { address: '203.0.113.10' });
    const answers = [];
    for (const matter of ['我要投诉快递员态度差，骂人', '建议你们晚上也能送货，白天家里没人', '我想表扬快递员王师傅，下雨天还送上楼']) {
      let replies = readable(await chat.ask(matter));
      for (let at = 0; at < 6 && !/CMP-\d/.test(replies) && !said(texts.tooManyTickets).test(replies); at++)
        replies = readable(await chat.ask('跳过'));
      answers.push(said(texts.tooManyTickets).test(replies) ? 'refused' : 'opened');
    }
    expect(answers).toEqual(['opened', 'opened', 'refused']);
  });

  it('ring up no phone oftener than that, whoever asks', async () => {
    const answers = [];
    for (let at = 0; at < 3; at++) {
      const chat = await openChat(product, { address: `203.0.113.${20 + at}` });
      await chat.ask('转人工');
      await chat.ask('要');
      const replies = readable(await chat.ask('13900139000'));
      answers.push(/CBR-\d/.test(replies) ? 'taken' : said(texts.tooManyCallbacks).test(replies) ? 'refused' : replies);
    }
    expect(answers).toEqual(['taken', 'taken', 'refused']);
  });
});

describe('space', () => {
  it('is filled as far as the day allows by one conversation, and others go on', async () => {
    const chat = await openChat(product, { address: '203.0.113.30' });
    const statuses = [];
    // Each takes 12 KB of text and 30 of channel data: 42 KB and a row; 1 MB holds 23 of them.
    const activity = { type: 'message', text: '哈'.repeat(4000), channelData: { note: 'x'.repeat(30_000) } };
    for (let at = 0; at < 30; at++) statuses.push((await chat.post(activity)).status);
    expect(statuses.indexOf(429)).toBe(23);
    const other = await openChat(product, { address: '203.0.113.30' });
    expect((await other.ask('你好')).length).toBeGreaterThan(0);
  });
});

describe('streams', () => {
  const open = (url: string, address: string): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url, { headers: { 'x-forwarded-for': address } });
      socket.on('open', () => resolve(101)).on('error', ({ message }) => resolve(Number(/\d{3}$/.exec(message)?.[0])));
      sockets.push(socket);
    });
  const sockets: WebSocket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.terminate();
  });

  it('are opened by one address as far as it may, be it a thousand addresses of one /64', async () => {
    const answers = [];
    for (let at = 0; at < 5; at++) {
      const chat = await openChat(product, { address: '203.0.113.40' });
      answers.push(await open(chat.streamUrl, `2001:db8:4:2::${at + 1}`));
    }
    expect(answers).toEqual([101, 101, 101, 429, 429]);
    const chat = await openChat(product, { address: '203.0.113.41' });
    expect(await open(chat.streamUrl, '2001:db8:4:3::1')).toBe(101);
  });
});

describe('chats of the page', () => {
  it('are begun by one address as far as the hour allows', async () => {
    const mint = async (address: string) => (await call(`${product.url}/chat/token`, 'POST', {}, { 'x-forwarded-for': address })).status;
    const statuses = [];
    for (let at = 0; at < 6; at++) statuses.push(await mint('203.0.113.50'));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await mint('203.0.113.51')).toBe(200);
  });
});
