import { randomBytes } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import { hashText } from '../core/ids.ts';

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the final zero included.
const MAX_SOCKET_PATH_BYTES = 100;

/** Where the lock of a directory lies: beside it, or in the system's temporary directory when that path is too long for a socket. */
export function lockPathOf(directory: string): string {
  const full = resolve(directory);
  const beside = `${full}.lock`;
  return Buffer.byteLength(beside) <= MAX_SOCKET_PATH_BYTES ? beside : join(tmpdir(), `waybill-desk-${hashText(full).slice(0, 16)}.lock`);
}

/**
 * Takes a directory for this process until `release`. A listening unix socket is the lock: the kernel drops it even on
 * kill -9, unlike a pid file. Two processes in one PGlite directory would lose the second one's writes in silence.
 * @throws AppError DATA_DIR_LOCKED when another process holds it.
 */
export async function lockDirectory(directory: string): Promise<{ release(): Promise<void> }> {
  const path = lockPathOf(directory);
  const server = (await listen(path)) ?? (await takeOver(path));
  if (!server) throw new AppError('DATA_DIR_LOCKED', { directory: resolve(directory) });
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** Undefined when something is at `path` already. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(undefined) : fail(error)));
    server.listen(path, () => done(server));
  });
}

/** Replaces the socket of a process that died. Of several that try at once, one gets it. */
async function takeOver(path: string): Promise<Server | undefined> {
  if (await isAlive(path)) return undefined;
  // Moved aside before it is removed: unlinking by name could hit the fresh socket of another that was quicker.
  const aside = `${path}.${randomBytes(3).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return listen(path); // moved by another meanwhile: who listens first has it
  }
  const wasFresh = await isAlive(aside);
  if (wasFresh) linkSync(aside, path);
  rmSync(aside, { force: true });
  return wasFresh ? undefined : listen(path);
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}
