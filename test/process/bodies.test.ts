import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, call, openChat } from './client.ts';
import { cleanUp, type Product, startProduct } from './product.ts';

let product: Product;
let chat: Chat;
beforeAll(async () => {
  product = await startProduct({ env: { DEMO: '0', TRUST_PROXY: '1', EMULATOR: '1', LOG_LEVEL: 'warn' } });
  chat = await openChat(product);
}, 90_000);
afterAll(cleanUp);

interface Route {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
}

/** Every address that takes JSON: those of the chat by hand, those of the API as its own document lists them. */
async function listRoutes(): Promise<readonly Route[]> {
  const { API_KEY, DIRECT_LINE_SECRET } = product.secrets;
  const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });
  const { json } = await call(`${product.url}/api/v1/openapi.json`, 'GET');
  const operations = Object.entries<Record<string, { requestBody?: unknown }>>(json.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      requestBody === undefined
        ? []
        : [
            {
              method: method.toUpperCase(),
              path: `/api/v1${path.replace(/^\/api\/v1/, '').replace(/\{\w+\}/g, 'XB000000012348')}`,
              headers: bearer(API_KEY),
            },
          ],
    ),
  );
  return [
    { method: 'POST', path: '/chat/token' },
    { method: 'POST', path: '/api/messages' },
    { method: 'POST', path: '/v3/directline/tokens/generate', headers: bearer(DIRECT_LINE_SECRET) },
    { method: 'POST', path: '/v3/directline/conversations', headers: bearer(DIRECT_LINE_SECRET) },
    { method: 'POST', path: `/v3/directline/conversations/${chat.conversationId}/activities`, headers: bearer(chat.token) },
    ...operations,
  ];
}

const DEPTH = 20_000;
const nest = (open: string, close: string): string => open.repeat(DEPTH) + close.repeat(DEPTH);
const ACTIVITY =
  '"type":"message","text":"x","id":"1","channelId":"emulator","serviceUrl":"http://127.0.0.1:1/","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"}';
const BODIES: readonly (readonly [name: string, body: string])[] = [
  ['lists 20,000 deep', `{"a":${nest('[', ']')}}`],
  ['objects 20,000 deep', `{"a":${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}}`],
  ['lists in a list 20,000 deep', nest('[', ']')],
  ['an activity with channelData 20,000 deep', `{${ACTIVITY},"channelData":{"a":${nest('[', ']')}}}`],
  ['an activity with entities 20,000 deep', `{${ACTIVITY},"entities":${nest('[', ']')}}`],
  ['a list of a million', `{"events":[${'1,'.repeat(999_999)}1]}`],
  ['100,000 keys', `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":{}`).join(',')}}`],
  ['a list of a million lists', `{"items":[${'[],'.repeat(999_999)}[]]}`],
];

describe('a body of no sense', () => {
  it.each(BODIES)('is refused at every address that takes JSON: %s', async (_name, body) => {
    const routes = await listRoutes();
    expect(routes.length).toBeGreaterThan(10);
    for (const { method, path, headers } of routes) {
      const { status, json } = await call(product.url + path, method, body, { 'content-type': 'application/json', ...headers });
      expect([path, status, json.status]).toEqual([path, expect.toSatisfy((code: number) => code === 400 || code === 413), status]);
    }
    expect((await call(`${product.url}/readyz`, 'GET')).status).toBe(200);
    expect(product.output()).not.toMatch(/"level":50/);
  });
});
