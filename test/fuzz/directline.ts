import { openChat } from '../process/client.ts';
import { type Campaign, isFault, MOST_BYTES, request } from './campaign.ts';
import { nastyText, spoil, toAddressPart } from './nasty.ts';

const ACTIVITY = {
  type: 'message',
  text: '查快递',
  locale: 'zh-CN',
  from: { id: 'someone', name: 'me', role: 'user' },
  value: 'x',
  channelData: { clientActivityID: 'c1', clientTimestamp: '2026-11-28T00:00:00Z', nested: { list: [1, 2] } },
  entities: [{ type: 'ClientCapabilities', supportsListening: true }],
  attachments: [{ contentType: 'image/png', contentUrl: 'https://example.com/a.png', name: 'a.png' }],
};
const EVENT = { type: 'event', name: 'webchat/join', locale: 'en', value: { language: 'zh-TW' }, from: { id: 'someone' } };
const START = { user: { id: 'u-1', name: 'n' }, locale: 'en', customer: { externalId: 'c' }, trustedOrigins: [] };
/** How many activities a conversation gets before the next is begun. */
const PER_CHAT = 12;

/** Activities, and the calls around them, of a client that is nobody's. */
export const directline: Campaign = async ({ product, random, sending, report }) => {
  const root = `${product.url}/v3/directline`;
  const secret = { authorization: `Bearer ${product.secrets.DIRECT_LINE_SECRET}` };
  let chat = await openChat(product);
  let left = PER_CHAT;

  const send = async (method: string, url: string, body: unknown, headers: Record<string, string>): Promise<void> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    if ((text?.length ?? 0) > MOST_BYTES) return;
    sending([method, url, text]);
    const answer = await request(url, method, text, headers);
    if (isFault(answer.status)) report(`${method} ${url} → ${answer.status} ${answer.text}`, text ?? '');
  };

  return async () => {
    if (left-- === 0) {
      chat = await openChat(product);
      left = PER_CHAT;
    }
    const bearer = { authorization: `Bearer ${chat.token}` };
    const here = `${root}/conversations/${random.chance(0.9) ? chat.conversationId : toAddressPart(nastyText(random).slice(0, 90))}`;
    const kind = random.integer(0, 9);
    if (kind < 6) return send('POST', `${here}/activities`, spoil(random.chance(0.8) ? ACTIVITY : EVENT, random), bearer);
    if (kind === 6) return send('GET', `${here}/activities?watermark=${toAddressPart(nastyText(random))}`, undefined, bearer);
    if (kind === 7) return send('POST', `${root}/conversations`, spoil(START, random), random.chance(0.5) ? bearer : secret);
    if (kind === 8) return send('POST', `${root}/tokens/generate`, spoil(START, random), secret);
    return send('POST', `${product.url}/chat/token`, spoil({ token: chat.token, customer: 'x' }, random), {});
  };
};
