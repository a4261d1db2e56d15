import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenAnswers, trackAnswers } from '../../bot/http/openAnswers.ts';
import { AppError } from '../../core/errors.ts';

/** More than the kernel takes off our hands for a reader that does not read. */
const HISTORY = Buffer.alloc(32 * 1024 * 1024, 'x');

let server: Server;
let answers: OpenAnswers;
let port: number;
let work: Promise<void>;
let made: number;
beforeEach(async () => {
  work = Promise.resolve();
  made = 0;
  server = createServer(async (req, res) => {
    if (!answers.add(req, res)) return;
    await work;
    if (!res.headersSent) res.end(HISTORY);
    made += 1;
  });
  // The product's times in a hundredth; all of the history gets a second.
  answers = trackAnswers(server, { stallMs: 300, sweepMs: 20, bytesPerSecond: 32 * 1024 * 1024, pace: { graceMs: 100 } });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  answers.cut();
  await closed;
});

function ask(): { socket: Socket; gone: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  return { socket, gone: new Promise((resolve) => socket.on('error', () => undefined).on('close', () => resolve())) };
}
const connections = (): Promise<number> => new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));

it('an answer that is never read is not held', async () => {
  const { socket } = ask();
  socket.pause();
  await expect.poll(connections).toBe(1);
  await expect.poll(connections, { timeout: 8000 }).toBe(0);
});

it('an answer that is read by drops is not held either', async () => {
  const { socket } = ask();
  socket.pause();
  await expect.poll(connections).toBe(1);
  // Something moves all the time; 32 MB would take it half an hour.
  const drops = setInterval(() => socket.read(16 * 1024), 50);
  await expect.poll(connections, { timeout: 8000 }).toBe(0);
  clearInterval(drops);
});

it('an answer that is read is whole, however long it took us to make it', async () => {
  let finish = (): void => undefined;
  work = new Promise((resolve) => {
    finish = resolve;
  });
  const { socket, gone } = ask();
  let read = 0;
  socket.on('data', (chunk) => (read += chunk.length));
  await expect.poll(connections).toBe(1);
  // Nothing moves on the connection meanwhile, and Node says so.
  await new Promise((resolve) => server.once('timeout', resolve));
  finish();
  await expect.poll(() => read, { timeout: 8000 }).toBeGreaterThan(HISTORY.length);
  socket.destroy();
  await gone;
});

it('who asks on and on without reading is let go, and others are not', async () => {
  const { socket: patient } = ask();
  let read = 0;
  patient.on('data', (chunk) => (read += chunk.length));
  const { socket } = ask();
  socket.pause();
  await expect.poll(connections).toBe(2);
  for (let asked = 0; asked < 20; asked += 1) socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await expect.poll(connections).toBe(1);
  await expect.poll(() => read, { timeout: 8000 }).toBeGreaterThan(HISTORY.length);
  for (const each of [patient, socket]) each.destroy();
});

it('what all hold unread has a bound: the greatest go first', async () => {
  answers.cut();
  answers = trackAnswers(server, { unreadBytes: 3 * HISTORY.length, addUpMs: 0 });
  for (let asked = 1; asked <= 8; asked += 1) {
    ask().socket.pause();
    await expect.poll(() => made).toBe(asked);
  }
  expect(await connections()).toBeLessThanOrEqual(4);
  const { socket } = ask();
  let read = 0;
  socket.on('data', (chunk) => (read += chunk.length));
  await expect.poll(() => read, { timeout: 8000 }).toBeGreaterThan(HISTORY.length);
  socket.destroy();
});

it('a body that trickles on after its answer holds no connection', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{');
  const trickle = setInterval(() => socket.write(' '), 10);
  socket.on('error', () => undefined).resume();
  await expect.poll(connections).toBe(1);
  await expect.poll(connections, { timeout: 8000 }).toBe(0);
  clearInterval(trickle);
});

it('what is not answered when all ends is refused', async () => {
  work = new Promise(() => undefined);
  const { socket } = ask();
  let read = '';
  socket.setEncoding('utf8').on('data', (text: string) => (read += text));
  await expect
    .poll(() => {
      answers.refuse(new AppError('SHUTTING_DOWN'));
      return read;
    })
    .toMatch(/^HTTP\/1\.1 503 .*\r\nretry-after: 5\r\n.*urn:problem:shutting-down/s);
});
