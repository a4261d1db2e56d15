import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../prisma/store.ts';
import { clear, stores } from '../prisma/store.ts';
import { type Product, startProduct } from './botframeworkHarness.ts';

const APP_ID = '00000000-0000-4000-8000-000000000001';
const SERVICE_URL = 'https://smba.example.test/emea/';
const embedded = stores[0]!;
/** Tokens are checked against the real time: these ends are far on either side of it. */
const YEAR_2100 = 4_102_444_800;
const YEAR_2020 = 1_577_836_800;

const activity = (more: object = {}) => ({
  type: 'message',
  id: 'activity-1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: 'user-1' },
  recipient: { id: 'bot-1' },
  conversation: { id: 'conversation-1' },
  text: 'where is my parcel',
  ...more,
});

/** Tokens as the Bot Connector signs them: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
describe('the Bot Framework channel with an app id', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  let keys: Server;
  let store: Store;
  let product: Product;
  beforeAll(async () => {
    // The SDK prints refused signatures itself.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    keys = createServer((req, res) => {
      const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
      res.end(JSON.stringify(req.url === '/keys' ? { keys: [key] } : { jwks_uri: `http://${req.headers.host}/keys` }));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    store = await embedded.open();
    product = await startProduct({
      store,
      config: { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'secret' },
      // The public cloud's addresses, but for the keys: those are published here.
      cloud: {
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/openid`,
        ToBotFromEmulatorOpenIdMetadataUrl: 'http://127.0.0.1:1/unused',
        OAuthUrl: 'https://api.botframework.com',
      },
    });
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await product.stop();
    await store.close();
    keys.closeAllConnections();
    await new Promise((resolve) => keys.close(resolve));
  });
  beforeEach(async () => {
    await clear(store);
    product.heard.length = 0;
  });

  const claims = { iss: 'https://api.botframework.com', aud: APP_ID, serviceurl: SERVICE_URL, exp: YEAR_2100 };
  const send = (token: string, more: object = {}) => product.post(activity(more), { authorization: `Bearer ${token}` });

  it('takes a message whose token the channel signed, and keeps the reply for the connector', async () => {
    expect((await send(sign(claims, privateKey))).status).toBe(200);
    expect(product.heard).toMatchObject([{ text: 'where is my parcel', userId: 'msteams:user-1' }]);
    const [row] = await store.query(`SELECT kind, payload FROM outbox`);
    expect(row).toMatchObject({
      kind: 'deliver.botframework',
      payload: { address: { serviceUrl: SERVICE_URL }, answerTo: 'activity-1', replies: [{}] },
    });
  });

  it.each([
    ['is signed by a stranger', () => sign(claims, stranger)],
    ['is for another bot', () => sign({ ...claims, aud: '00000000-0000-4000-8000-000000000002' }, privateKey)],
    ['was issued by another', () => sign({ ...claims, iss: 'https://issuer.example.test' }, privateKey)],
    ['was made for another service address', () => sign({ ...claims, serviceurl: 'https://other.example.test/' }, privateKey)],
    ['has expired', () => sign({ ...claims, exp: YEAR_2020 }, privateKey)],
    ['names an unknown key', () => sign(claims, privateKey, { kid: 'key-2' })],
    ['is not signed at all', () => `${encode({ alg: 'none', kid: 'key-1' })}.${encode(claims)}.`],
    ['is no token', () => 'nonsense'],
  ])('refuses a token that %s', async (_name, token) => {
    const answered = await send(token());
    expect(answered).toMatchObject({ status: 401, body: { type: 'urn:problem:unauthenticated' } });
    expect(Object.keys(answered.body).sort()).toEqual(['status', 'title', 'type']);
    expect(product.heard).toEqual([]);
  });

  it('refuses a token of one channel in the name of another', async () => {
    expect((await send(sign(claims, privateKey), { channelId: 'telegram' })).status).toBe(401);
  });

  it('refuses to answer in the clear, even where a token says so', async () => {
    const serviceUrl = 'http://smba.example.test/emea/';
    expect((await send(sign({ ...claims, serviceurl: serviceUrl }, privateKey), { serviceUrl })).status).toBe(403);
  });
});

function sign(claims: object, key: KeyObject, header: object = {}): string {
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header })}.${encode(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
