import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../prisma/client.ts';
import { lockDirectory, lockPrefixOf } from '../../prisma/lock.ts';
import { applyMigrations, findMigrations } from '../../prisma/migrate.ts';
import type { Store } from '../../prisma/store.ts';
import { createDirectory, silentLog } from './store.ts';

const open = (DATA_DIR: string): Promise<Store> => openStore({ DATA_DIR, DATABASE_POOL: 1, DATABASE_URL: undefined }, { log: silentLog });

describe('the embedded store', () => {
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
  const directory = (): string => {
    const made = createDirectory();
    cleanups.push(made.remove);
    return made.path;
  };

  it('forces every commit to the disk, and keeps it over a restart', { timeout: 60_000 }, async () => {
    const path = directory();
    const store = await open(path);
    await applyMigrations(store, findMigrations());
    const fsync = vi.spyOn(fs, 'fsyncSync');
    syncBuiltinESMExports();
    cleanups.push(() => {
      fsync.mockRestore();
      syncBuiltinESMExports();
    });
    for (let n = 0; n < 20; n++) await store.query(`INSERT INTO counters (key, count, expires_at) VALUES ($1, 1, now())`, [`k${n}`]);
    expect(fsync.mock.calls.length).toBeGreaterThanOrEqual(20);
    await store.close();

    const again = await open(path);
    expect(await applyMigrations(again, findMigrations())).toEqual([]);
    expect(await again.query('SELECT count(*)::int AS count FROM counters')).toEqual([{ count: 20 }]);
    await again.close();
  });

  it('refuses a second opener and says which directory', async () => {
    const path = directory();
    const store = await open(path);
    cleanups.push(() => store.close());
    await expect(open(path)).rejects.toMatchObject({ code: 'DATA_DIR_LOCKED', facts: { directory: join(path, 'store') } });
    await store.query('SELECT 1');
  });

  it.each([
    ['under a file', fileURLToPath(import.meta.url), 'ENOTDIR'],
    // Root may write anywhere, so the kernel's own file system stands for one that is read-only.
    ['on a file system that takes no files', '/proc', 'ENOENT'],
  ])('refuses a directory %s and says why', async (_, parent, problem) => {
    await expect(open(join(parent, 'data'))).rejects.toMatchObject({
      code: 'DATA_DIR_UNUSABLE',
      facts: { directory: join(parent, 'data'), problem },
    });
  });

  it('keeps all that was committed when the process is killed, and is free again', async () => {
    const path = directory();
    const script = `import { runnerImport } from 'vite';
      const { module } = await runnerImport(${JSON.stringify(fileURLToPath(new URL('./commitLoop.ts', import.meta.url)))});
      await module.commitUntilKilled(${JSON.stringify(path)});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    cleanups.push(() => child.kill('SIGKILL'));
    let last = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      last = Number(line);
      if (last === 30) child.kill('SIGKILL');
    }
    expect(last).toBeGreaterThanOrEqual(30);

    const store = await open(path);
    cleanups.push(() => store.close());
    const [row] = await store.query<{ count: number }>('SELECT count(*)::int AS count FROM counters');
    // One more may have been committed whose number was not yet printed.
    expect(row!.count - last).toBeOneOf([0, 1]);
  }, 60_000);
});

describe('the embedded store without descriptors', () => {
  it('fails, says that nothing was written, and works again once there are some, with all that was acknowledged', async () => {
    const { path, remove } = createDirectory();
    const script = `import { runnerImport } from 'vite';
      const { module } = await runnerImport(${JSON.stringify(fileURLToPath(new URL('./hogLoop.ts', import.meta.url)))});
      await module.writeWithoutDescriptors(${JSON.stringify(path)});`;
    const command = `ulimit -n 512; exec "$0" --input-type=module -e "$1"`;
    const { stdout } = await promisify(execFile)('bash', ['-c', command, process.execPath, script]);
    const { failures, acknowledged, stored } = JSON.parse(stdout) as Record<string, string[]>;
    expect(failures).toEqual(['STORE_UNAVAILABLE']);
    expect(acknowledged!.at(-1)).toMatch(/^without/);
    expect(acknowledged!.some((key) => key.startsWith('again'))).toBe(true);
    expect(stored).toEqual(acknowledged);
    remove();
  }, 60_000);
});

describe('the lock of a directory', () => {
  it('is taken over from a process that died, by one of several that try', async () => {
    const { path, remove } = createDirectory();
    const target = join(path, 'store');
    // What kill -9 leaves: a socket's file that nobody listens on.
    const dead = createServer();
    await new Promise<void>((done) => dead.listen(join(path, 'live'), done));
    fs.renameSync(join(path, 'live'), `${lockPrefixOf(target)}.00000000`);
    await new Promise((done) => dead.close(done));

    for (let round = 0; round < 20; round++) {
      const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(target)));
      const held = results.filter((result) => result.status === 'fulfilled');
      expect(held).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'DATA_DIR_LOCKED' });
      await held[0]!.value.release();
    }
    expect(fs.readdirSync(path)).toEqual([]);
    remove();
  });

  it('moves to the temporary directory when its path is too long for a socket', async () => {
    const long = `/data/${'深'.repeat(40)}`;
    // An id of eight characters and `.new` follow, with their dots.
    expect(Buffer.byteLength(`${lockPrefixOf(long)}.12345678.new`)).toBeLessThan(104);
    expect(lockPrefixOf('/data/store')).toBe('/data/store.lock');
  });
});
