import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import { hashText } from '../core/ids.ts';

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the final zero included; an id and `.new` are added to the prefix.
const MAX_PREFIX_BYTES = 88;
// A process that holds the lock and does not answer, stopped by a debugger for instance, still holds it.
const ANSWER_TIMEOUT_MS = 5_000;

/** What the lock sockets of a directory begin with: beside it, or in the temporary directory when that is too long for a socket. */
export function lockPrefixOf(directory: string): string {
  const full = resolve(directory);
  const beside = `${full}.lock`;
  return Buffer.byteLength(beside) <= MAX_PREFIX_BYTES ? beside : join(tmpdir(), `waybill-desk-${hashText(full).slice(0, 16)}.lock`);
}

/**
 * Takes a directory for this process until `release`. A listening unix socket is the lock: the kernel stops it even on
 * kill -9, unlike a pid file. (Two processes in one PGlite directory would lose the second one's writes in silence.)
 *
 * Each process listens under a name of its own before it looks for others, so that of two at least one sees the other, and a
 * dead name can be removed by anyone. Of two that are both undecided the lower id waits for the higher, which gives way.
 * @throws AppError DATA_DIR_LOCKED when another process holds it.
 */
export async function lockDirectory(directory: string): Promise<{ release(): Promise<void> }> {
  const prefix = lockPrefixOf(directory);
  const own = `${prefix}.${randomBytes(4).toString('hex')}`;
  const candidate = await stand(own);
  for (const other of othersOf(prefix, own)) {
    const answer = await ask(other, own < other);
    if (answer === 'dead') rmSync(other, { force: true });
    if (answer !== 'held') continue;
    await candidate.leave();
    throw new AppError('DATA_DIR_LOCKED', { directory: resolve(directory) });
  }
  candidate.hold();
  return { release: candidate.leave };
}

interface Candidate {
  /** From now on answers that the lock is held; before, those who ask are kept waiting. */
  hold(): void;
  leave(): Promise<void>;
}

async function stand(own: string): Promise<Candidate> {
  const asking = new Set<Socket>();
  let isHeld = false;
  const server = createServer((socket) => {
    socket.on('error', () => {}); // who asked may be gone
    socket.on('close', () => asking.delete(socket));
    if (isHeld) socket.end('held');
    else asking.add(socket);
  });
  await listen(server, `${own}.new`);
  // Under its real name only once it listens: a bound socket that does not yet listen looks dead.
  renameSync(`${own}.new`, own);
  return {
    hold() {
      isHeld = true;
      for (const socket of asking) socket.end('held');
    },
    leave() {
      rmSync(own, { force: true });
      for (const socket of asking) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.unref();
    server.once('error', fail);
    server.listen(path, done);
  });
}

function othersOf(prefix: string, own: string): readonly string[] {
  const names = readdirSync(dirname(prefix)).filter((name) => name.startsWith(`${basename(prefix)}.`) && !name.endsWith('.new'));
  return names.map((name) => join(dirname(prefix), name)).filter((path) => path !== own);
}

/** `gone` when it gave way. Without `isWaiting` anyone alive counts as holding. */
function ask(path: string, isWaiting: boolean): Promise<'held' | 'gone' | 'dead'> {
  return new Promise((answer) => {
    const socket = connect(path);
    socket.setTimeout(ANSWER_TIMEOUT_MS);
    const settle = (result: 'held' | 'gone' | 'dead') => (): void => {
      answer(result);
      socket.destroy();
    };
    if (!isWaiting) socket.once('connect', settle('held'));
    socket.once('data', settle('held')).once('timeout', settle('held'));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'dead' : 'held')(),
    );
    socket.once('close', settle('gone'));
  });
}
