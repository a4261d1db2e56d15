import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call, openChat } from './client.ts';
import { cleanUp, type Product, startProduct } from './product.ts';
import { sendRaw } from './raw.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ env: { DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'debug' } });
}, 90_000);
afterAll(cleanUp);

/** After whatever was done to it, the same process serves and has met nothing it did not foresee. */
afterEach(async () => {
  expect((await call(`${product.url}/readyz`, 'GET')).status).toBe(200);
  expect(product.output()).not.toMatch(/"level":(40|50)/);
});

const HOST = 'Host: chat.example.com\r\n';
const get = (target: string, headers = HOST): string => `GET ${target} HTTP/1.1\r\n${headers}\r\n`;
const post = (headers: string, body = '{}'): string => `POST /chat/token HTTP/1.1\r\n${HOST}${headers}\r\n${body}`;

const expectRefused = async (bytes: string, status = 400): Promise<void> => {
  const [answer] = await sendRaw(product.url, bytes);
  expect([answer?.status, answer?.type]).toEqual([status, 'application/problem+json']);
  expect(JSON.parse(answer!.body)).toMatchObject({ status, type: expect.stringContaining('urn:problem:') });
};

describe('a Host that is none', () => {
  const hosts = [
    'a<b',
    'a b',
    'x/metrics?a=',
    'x#',
    'x\\y',
    'user:secret@x',
    'x:99999',
    'x:',
    ':80',
    '[::g]',
    '[:::]',
    '[',
    '999.999.1.1',
    'xn--a',
    '%',
    '"',
    '\xff',
  ];
  it.each(hosts)('is refused: %j', (host) => expectRefused(get('/', `Host: ${host}\r\n`)));

  it('is refused twice, also when both are good, and when there is none', async () => {
    await expectRefused(get('/readyz', `${HOST}${HOST}`));
    await expectRefused(get('/readyz', `${HOST}HOST: evil.example\r\n`));
    for (const headers of ['', 'Host:\r\n']) await expectRefused(get('/readyz', headers));
    // HTTP/1.0 had no Host; probes still speak it.
    expect(await sendRaw(product.url, 'GET /readyz HTTP/1.0\r\n\r\n')).toMatchObject([{ status: 200 }]);
  });

  it('leads to no other address: what is routed is the path alone', async () => {
    // A proxy that keeps /metrics from strangers looks at the target.
    for (const host of ['x/metrics?', 'x/metrics#', '127.0.0.1/metrics?']) await expectRefused(get('/healthz', `Host: ${host}\r\n`));
  });

  it.each(['localhost', 'CHAT.example.com:8443', '[::1]:3978', '127.0.0.1', 'chat_1.example.'])('is not every other: %s', async (host) =>
    expect(await sendRaw(product.url, get('/readyz', `Host: ${host}\r\n`))).toMatchObject([{ status: 200 }]),
  );
});

describe('a target that is no path', () => {
  const targets = [
    ...[
      'http://[',
      'http://localhost/readyz',
      'https://a:b@c/',
      '//',
      '//evil.example/readyz',
      '*',
      'readyz',
      '?a',
      'localhost:80',
      'javascript:alert(1)',
    ],
    ...['/%', '/%z', '/%c0%af', '/%ff', '/a%00b', '/assets/%0d%0aX:y', '/\xe4\xb8\xad', '/\x01', '/readyz#/x', '/x\\..\\readyz'],
    ...['/..', '/x/../readyz', '/x/%2e%2e/readyz', '/x/.%2E/readyz', '/./readyz', '/x/..%2freadyz', '/x/..%5creadyz'],
  ];
  it.each(targets)('is refused: %j', (target) => expectRefused(get(target)));

  it('is refused with other methods too', async () => {
    for (const method of ['OPTIONS', 'HEAD', 'POST', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])
      for (const target of ['*', 'http://[']) {
        const [answer] = await sendRaw(product.url, `${method} ${target} HTTP/1.1\r\n${HOST}\r\n`);
        expect(answer?.status ?? (method === 'HEAD' ? 400 : 0)).toBe(400);
      }
    for (const target of ['chat.example.com:443', '/', '*']) await expectRefused(`CONNECT ${target} HTTP/1.1\r\n${HOST}\r\n`);
  });

  it('is not every other', async () => {
    const found = async (target: string) => (await sendRaw(product.url, get(target)))[0]?.status;
    expect(await found('/?embed=1&a=%zz&b=//..')).toBe(200);
    for (const target of ['/;a=b', '/a..b/...c', '/%E4%B8%AD', '/a%2fb', `/${'a'.repeat(12_000)}`, '/\'"<>|{}^`'])
      expect(await found(target)).toBe(404);
  });
});

describe('bytes that are no request, or two at once', () => {
  it.each([
    ['both lengths', post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n')],
    ['two lengths', post('Content-Length: 2\r\nContent-Length: 3\r\n')],
    ['a negative length', post('Content-Length: -2\r\n')],
    ['a space before the colon', post('Content-Length : 2\r\n')],
    ['an unknown coding', post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n')],
    ['two codings', post('Transfer-Encoding: gzip, chunked\r\n', '0\r\n\r\n')],
    ['a chunk of no size', post('Transfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n')],
    ['a folded header', get('/', `${HOST}X: a\r\n b\r\n`)],
    ['NUL in a header', get('/', `${HOST}X: a\0b\r\n`)],
    ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/2 by name', `GET /readyz HTTP/2.0\r\n${HOST}\r\n`],
    ['HTTP/0.9 by name', `GET /readyz HTTP/0.9\r\n${HOST}\r\n`],
    ['an expectation', post('Expect: 200-ok\r\nContent-Length: 2\r\n')],
    ['an expectation and a bad host', `POST /chat/token HTTP/1.1\r\nHost: a<b\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}`],
  ])('are refused: %s', (_name, bytes) => expectRefused(bytes));

  it('are refused with 431 when the headers are over 16 KB', () => expectRefused(get('/', `${HOST}X: ${'a'.repeat(20_000)}\r\n`), 431));

  it('do not take the answer of the request before them', async () => {
    const answers = await sendRaw(product.url, get('/healthz') + get('http://['), 2);
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    const alone = await sendRaw(product.url, `${get('/readyz')}\x00\x01\r\n\r\n`, 2);
    expect(alone.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('are not what asks before it sends', async () => {
    const answers = await sendRaw(product.url, post('Expect: 100-continue\r\nContent-Length: 2\r\n'));
    expect(answers).toMatchObject([{ status: 200, type: 'application/json' }]);
  });
});

describe('an upgrade', () => {
  const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n';
  const upgrade = (target: string, { host = HOST, key = KEY, more = '', method = 'GET' } = {}): string =>
    `${method} ${target} HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n${key}${more}\r\n`;

  it.each(['//', 'http://[', '*', '/%', '/%c0%af', '/x/../y', '//evil.example/v3'])('to %s is refused', (target) =>
    expectRefused(upgrade(target)),
  );

  it('with a Host that is none, or a body, is refused', async () => {
    for (const host of ['', 'Host: a<b\r\n', `${HOST}${HOST}`]) await expectRefused(upgrade('/', { host }));
    await expectRefused(`${upgrade('/', { more: 'Content-Length: 5\r\n' })}hello`);
    await expectRefused(`${upgrade('/', { more: 'Transfer-Encoding: chunked\r\n' })}0\r\n\r\n`);
  });

  it('to anything but a stream is at no address, also twice, by another method or to another protocol', async () => {
    for (const bytes of [
      upgrade('/'),
      upgrade('/') + upgrade('/'),
      upgrade('/api/v1', { method: 'POST' }),
      upgrade('/').replace('websocket', 'h2c'),
    ])
      await expectRefused(bytes, 404);
  });

  it('to a stream is refused without a handshake that holds', async () => {
    const { streamUrl } = await openChat(product);
    const target = streamUrl.replace(/^ws:\/\/[^/]+/, '');
    for (const key of [
      '',
      KEY.replace('dGhl', ''),
      KEY.replace('13', '12'),
      KEY.replace('13', 'x'),
      KEY.replace(/Sec-WebSocket-Version.*\r\n/, ''),
    ])
      await expectRefused(upgrade(target, { key }));
    await expectRefused(upgrade(target, { method: 'POST' }));
    await expectRefused(upgrade(target).replace('Upgrade: websocket', 'Upgrade: websocket\r\nUpgrade: websocket'));
    await expectRefused(upgrade(target.replace(/t=.*/, 't=x')), 403);
  });
});
