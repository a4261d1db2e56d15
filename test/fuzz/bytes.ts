import { connect } from 'node:net';
import { type Campaign, isFault } from './campaign.ts';
import { nastyText, spoilBytes } from './nasty.ts';

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'TRACE', 'get', 'M-SEARCH', ''];
const TARGETS = [
  ...['/', '//', '/%', '/%00', '/%c0%af', '/..;/', '*', 'http://[', 'http://a b/', 'http://127.0.0.1/readyz', 'x', '?', '/?', '#'],
  ...['/readyz', '/metrics', '/chat/token', '/api/v1/shipments/%E0%A4%A', '/api/v1/openapi.json', '/api/messages', '/widget.js'],
  ...['/assets/..%2f..%2fpackage.json', '/v3/directline/conversations', '/v3/directline/conversations/%00/activities'],
];
const HOSTS = ['127.0.0.1', 'a<b', '[', '[::1]', 'a/readyz', 'user@host', 'a:99999', 'xn--', '', '\u00ff', 'a, b', 'a b', '127.0.0.1/../'];
const HEADERS = [
  ...[
    'content-length: 5',
    'content-length: -1',
    'content-length: 99999999999999999999',
    'transfer-encoding: chunked',
    'expect: 100-continue',
  ],
  ...['expect: something', 'connection: upgrade\r\nupgrade: websocket', 'upgrade: h2c', 'connection: close', 'host: other', 'te: trailers'],
  ...['authorization: Bearer', 'authorization: Bearer x', 'cookie: lang=%', 'accept-language: ;q=;,', 'if-none-match: "', 'range: bytes=-'],
  ...['content-type: multipart/form-data', 'content-type: ;', 'content-encoding: gzip', 'x-forwarded-for: ,', 'accept-encoding: br;q=a'],
  ...['sec-websocket-key: x\r\nsec-websocket-version: 13', `x: ${'y'.repeat(9000)}`, 'no colon', ': no name', 'a\u0000b: c'],
];
const BODIES = ['', '{}', '{', '5\r\n{"a":\r\n0\r\n\r\n', 'ffffffffffffffff\r\n', '0\r\n\r\nGET / HTTP/1.1\r\n\r\n', '\u0000'.repeat(100)];
const ANSWER_MS = 3000;

/** Requests by hand, whole and in pieces. */
export const bytes: Campaign = async ({ product, random, sending, report }) => {
  const { port } = new URL(product.url);
  return async () => {
    const headers = Array.from({ length: random.integer(0, 3) }, () => random.pick(HEADERS));
    const host = random.chance(0.9) ? [`host: ${random.chance(0.5) ? '127.0.0.1' : random.pick(HOSTS)}`] : [];
    const target = random.chance(0.9) ? random.pick(TARGETS) : `/${nastyText(random)}`;
    const line = `${random.pick(METHODS)} ${target} HTTP/${random.chance(0.9) ? '1.1' : random.pick(['1.0', '2', '9.9', ''])}`;
    const whole = Buffer.from([line, ...host, ...headers, '', random.pick(BODIES)].join('\r\n'), 'latin1');
    const sent = random.chance(0.3) ? spoilBytes(whole, random) : whole;
    sending(sent.toString('latin1'));
    const answer = await exchange(Number(port), sent, random.chance(0.2) ? random.integer(0, sent.length) : sent.length);
    const faults = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].filter(([, status]) => isFault(Number(status)));
    if (faults.length > 0) report(faults.map(([first]) => first).join(), sent.toString('latin1'));
  };
};

/** All that comes back until the connection ends or nothing more is to be waited for. */
function exchange(port: number, bytesToSend: Buffer, cutAt: number): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(end, ANSWER_MS);
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answer += chunk;
      // A request that was answered in full and a connection that stays open: nothing more will come.
      if (/\r\n\r\n/.test(answer)) setTimeout(end, 20);
    });
    socket.on('error', end).on('close', end);
    socket.write(bytesToSend.subarray(0, cutAt));
    if (cutAt < bytesToSend.length) setTimeout(() => socket.destroyed || socket.end(bytesToSend.subarray(cutAt)), 5);
    else if (cutAt % 2 === 0) socket.end();
  });
}
