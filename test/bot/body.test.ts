import { type AddressInfo, connect, type Socket } from 'node:net';
import restify from 'restify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseObject, readObject } from '../../bot/http/body.ts';
import { createRoute } from '../../bot/http/route.ts';
import { AppError } from '../../core/errors.ts';
import { createLog } from '../../core/log.ts';

let server: restify.Server;
let written: string[];
let sockets: Socket[];
let entered: number;
beforeEach(async () => {
  written = [];
  sockets = [];
  entered = 0;
  const log = createLog('debug', { write: (line: string) => void written.push(line) });
  const route = createRoute({ name: 'The test', trustProxy: 0, log, isClosing: () => false });
  server = restify.createServer();
  // The pace of the product, with a hundredth of its grace.
  const pace = { graceMs: 100, bytesPerSecond: 16_384 };
  server.post(
    '/',
    route(async ({ req }) => {
      entered += 1;
      return { status: 200, body: await readObject(req, 100_000, false, pace) };
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(resolve));
});

function begin(length: number, body: string): { socket: Socket; answered: Promise<string> } {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('latin1');
  sockets.push(socket);
  socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\n${body}`);
  let read = '';
  socket.on('data', (text: string) => (read += text)).on('error', () => undefined);
  return { socket, answered: new Promise((resolve) => socket.on('close', () => resolve(read))) };
}

describe('a body', () => {
  it('that trickles is refused with 408, and its connection ends', async () => {
    const { socket, answered } = begin(50_000, '{');
    const trickle = setInterval(() => socket.write(' '), 5);
    const answer = await answered;
    clearInterval(trickle);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    expect(answer).toContain('urn:problem:request-timeout');
  });

  it('that stops half way is too', async () => {
    expect(await begin(10, '{"a":').answered).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that breaks off is nobody’s fault: the log has it for who looks closely, without a stack', async () => {
    const { socket } = begin(10, '{"a":');
    await expect.poll(() => entered).toBe(1);
    socket.resetAndDestroy();
    await expect.poll(() => written.join('')).toContain('a client left');
    expect(written.map((line) => JSON.parse(line))).toMatchObject([{ level: 20, area: 'The test' }]);
    expect(written.join('')).not.toMatch(/stack|ECONNRESET|aborted/);
  });
});

describe('JSON', () => {
  const nested = (depth: number, open: string, close: string): Buffer =>
    Buffer.from(`{"a":${open.repeat(depth - 1)}1${close.repeat(depth - 1)}}`);
  const codeOf = (bytes: Buffer): string | undefined => {
    try {
      parseObject(bytes);
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  };

  it.each([
    ['{"a":', '}'],
    ['[', ']'],
    ['[{"\\"]":', '}]'],
  ])('is read to a depth of 64 and no deeper: %s', (open, close) => {
    const levels = open.replace(/"[^:]*"/, '').replace(/[^[{]/g, '').length;
    expect(codeOf(nested(1 + Math.floor(63 / levels), open, close))).toBeUndefined();
    expect(codeOf(nested(1 + 64, open, close))).toBe('INVALID_INPUT');
    expect(codeOf(nested(20_000, open, close))).toBe('INVALID_INPUT');
  });

  it('may hold brackets and commas in its words', () => {
    const words = `${'[{,'.repeat(300_000)}\\`;
    expect(parseObject(Buffer.from(JSON.stringify({ words })))).toEqual({ words });
  });

  it('of a million values is not weighed, whatever holds them', () => {
    const list = `[${'1,'.repeat(999_999)}1]`;
    const keys = `{${Array.from({ length: 300_000 }, (_, at) => `"k${at}":0`).join(',')}}`;
    for (const value of [list, keys, `[${list}]`]) expect(codeOf(Buffer.from(`{"a":${value}}`))).toBe('INVALID_INPUT');
  });

  it.each(['', '[', '{', '{]', '"', '{"a":"', '{"a":"\\', '{"a":1}}', '[]', '1', 'null', '{"a":01}', '{"a":"\x01"}', '\ufeff'])(
    'that is none is none: %j',
    (text) => expect(codeOf(Buffer.from(text))).toBe('NOT_JSON'),
  );
});
