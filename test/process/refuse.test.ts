import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { findFaults, openChat, type Sent, send } from './client.ts';
import { cleanUp, createDataDir, FIXED_SECRETS, poll, startInVain, startProduct } from './product.ts';

const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL;
if (!TEST_DATABASE_URL) process.stderr.write('Skipped: a database that does not exist, as TEST_DATABASE_URL is not set.\n');

/** Anything but a sentence for the operator: a stack, or an object. */
const STACK = /^\s+at |node:internal|Unhandled|\[object/m;

const mounts: string[] = [];
const unmount = (): void => {
  for (const path of mounts.splice(0)) if (spawnSync('umount', [path]).status === 0) rmSync(path, { recursive: true });
};
process.on('exit', unmount);
afterAll(async () => {
  await cleanUp();
  unmount();
});

describe('a data directory that another process has open', () => {
  it('is refused with cause and next step, and the first process lives on with its chats', async () => {
    const dataDir = createDataDir();
    const env = { DEMO: '0' };
    // At once and for the first time: neither finds a store or secrets, and both would make them.
    const started = await Promise.allSettled([1, 2].map(() => startProduct({ dataDir, env })));
    const winners = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const losers = started.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
    expect([winners.length, losers]).toEqual([1, [expect.stringContaining('DATA_DIR_LOCKED')]]);
    const chat = await openChat(winners[0]!);

    const { code, output } = await startInVain({ dataDir, env });
    expect(code).toBe(1);
    expect(output).toContain('Another process has this data directory open: stop it, or set another DATA_DIR.');
    expect(output).toContain(dataDir);
    expect(output).not.toMatch(STACK);
    expect(await chat.ask('你好')).toHaveLength(1);

    await winners[0]!.kill9();
    const restarted = await startProduct({ dataDir, env });
    expect(await chat.at(restarted).ask('你好')).toHaveLength(1);
    expect(await restarted.stop()).toBe(0);
  }, 120_000);
});

describe('a file of secrets that is damaged', () => {
  it('is refused with its name and the way out, and never replaced', async () => {
    const dataDir = createDataDir();
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, 'secrets.json');
    writeFileSync(file, '{"API_KEY": "0123');
    const { code, output } = await startInVain({ dataDir, env: { DEMO: '0' } });
    expect(code).toBe(1);
    expect(output).toMatch(/The file of generated secrets is damaged: restore it from a backup/);
    expect(output).toContain(file);
    expect(output).not.toMatch(STACK);
    expect(readFileSync(file, 'utf8')).toBe('{"API_KEY": "0123');
  }, 60_000);
});

describe.skipIf(!TEST_DATABASE_URL)('a move of a store that is in use', () => {
  it('is refused, and ends', async () => {
    const dataDir = createDataDir();
    const product = await startProduct({ dataDir, env: { DEMO: '0' } });
    const env = { ...FIXED_SECRETS, PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: TEST_DATABASE_URL };
    const outcome = await promisify(execFile)(process.execPath, ['dist/prisma/moveCommand.js'], { env }).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('DATA_DIR_LOCKED') });
    expect(await product.stop()).toBe(0);
  }, 60_000);
});

describe('a data directory that cannot be written', () => {
  it('is refused below a regular file', async () => {
    const file = join(createDataDir(), 'file');
    writeFileSync(file, '');
    const { code, output } = await startInVain({ dataDir: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toMatch(/data directory cannot be written: check its owner, its mode and the free space[\s\S]*ENOTDIR/);
    expect(output).not.toMatch(STACK);
  }, 60_000);

  it.skipIf(process.platform !== 'linux')(
    'is refused where the system takes no files',
    async () => {
      const { code, output } = await startInVain({ dataDir: '/proc/nope' });
      expect(code).toBe(1);
      expect(output).toMatch(/data directory cannot be written[\s\S]*\/proc\/nope/);
    },
    60_000,
  );

  it('is refused when the store in it is damaged', async () => {
    const dataDir = createDataDir();
    mkdirSync(join(dataDir, 'store'));
    writeFileSync(join(dataDir, 'store', 'PG_VERSION'), 'nonsense');
    const { code, output } = await startInVain({ dataDir });
    expect(code).toBe(1);
    expect(output).toContain('the store in it cannot be opened; restore a backup or name another');
  }, 60_000);
});

describe('a full disk', () => {
  const small = mountDisk(16);
  it.skipIf(!small)(
    'is refused at start with the space it takes',
    async () => {
      const { code, output } = await startInVain({ dataDir: small! });
      expect(code).toBe(1);
      expect(output).toMatch(/data directory cannot be written: .*free space[\s\S]*ENOSPC[\s\S]*neededBytes/);
    },
    60_000,
  );

  const large = mountDisk(260);
  it.skipIf(!large)(
    'that fills while customers write costs answers, but nothing that was acknowledged',
    async () => {
      const env = { DEMO: '0' };
      const product = await startProduct({ dataDir: large!, env });
      const chat = await openChat(product);
      const sent: Sent[] = [];
      const say = async (name: string): Promise<boolean> => {
        const message: Sent = { clientId: name };
        sent.push(message);
        return send(chat, message);
      };
      expect(await say('before')).toBe(true);
      // `dd` until nothing more fits; the store has room left in the file of its log, up to 16 MB.
      spawnSync('dd', ['if=/dev/zero', `of=${join(large!, 'filler')}`, 'bs=64k']);
      await poll(60_000, 'the store has no more room', async () => {
        const results = await Promise.all(Array.from({ length: 20 }, (_, n) => say(`${sent.length}-${n}`)));
        return results.includes(false) ? true : undefined;
      });
      rmSync(join(large!, 'filler'));
      await poll(10_000, 'there is room again', async () => ((await say(`again-${sent.length}`)) ? true : undefined));
      await product.kill9();
      const restarted = await startProduct({ dataDir: large!, env });
      expect(await findFaults(chat.at(restarted), sent)).toEqual([]);
      expect(await send(chat.at(restarted), { clientId: 'after' })).toBe(true);
      await restarted.stop();
    },
    120_000,
  );
});

describe('a wrong DATABASE_URL', () => {
  const password = 'hunter2hunter2';
  it('that leads nowhere is refused with where and why', async () => {
    const { code, output } = await startInVain({
      env: { ...FIXED_SECRETS, DATABASE_URL: `postgresql://bot:${password}@127.0.0.1:1/shop` },
    });
    expect(code).toBe(1);
    for (const part of ['DATABASE_URL', '127.0.0.1:1', 'shop', 'ECONNREFUSED']) expect(output).toContain(part);
    expect(output).not.toContain(password);
    expect(output).not.toMatch(STACK);
  }, 60_000);

  it.skipIf(!TEST_DATABASE_URL)(
    'that names no database is refused with its name',
    async () => {
      const url = new URL(TEST_DATABASE_URL!);
      url.pathname = '/no_such_database';
      const { code, output } = await startInVain({ env: { ...FIXED_SECRETS, DATABASE_URL: url.href } });
      expect(code).toBe(1);
      expect(output).toContain('database "no_such_database" does not exist');
      expect(output).not.toMatch(STACK);
    },
    60_000,
  );
});

describe('a configuration that is wrong', () => {
  it('is refused with every secret a database needs and lacks', async () => {
    const { code, output } = await startInVain({ env: { DATABASE_URL: 'postgresql://bot@127.0.0.1:1/shop', API_KEY: 'short' } });
    expect(code).toBe(1);
    for (const name of ['DIRECT_LINE_SECRET', 'API_KEY', 'SESSION_SECRET']) expect(output).toMatch(new RegExp(`${name}: .+`));
  }, 60_000);

  it('is refused with every problem at once, and touches nothing', async () => {
    const env = {
      PORT: '70000',
      COMPANY_TIME_ZONE: 'Mars/Olympus',
      OWN_NUMBER_PATTERN: '(',
      DEMO: 'yes',
      REDIS_URL: 'http://x',
      ADMIN_EMAIL: 'a@example.com',
      LOG_LEVEL: 'loud',
    };
    const dataDir = join(createDataDir(), 'data');
    const { code, output } = await startInVain({ dataDir, env });
    expect(code).toBe(1);
    for (const name of Object.keys(env)) expect(output).toContain(name);
    expect(output).not.toMatch(STACK);
  }, 60_000);

  it('is refused when the keys of the API are no good, without showing a secret', async () => {
    const keys = [
      { name: 'crm', secret: FIXED_SECRETS.API_KEY, role: 'agent', scopes: ['complaints:reed'] },
      { name: 'wms', secret: 'too-short', role: 'agent', scopes: ['shipments:write'] },
    ];
    const { code, output } = await startInVain({ env: { ...FIXED_SECRETS, API_KEYS: JSON.stringify(keys) } });
    expect(code).toBe(1);
    expect(output).toContain('API_KEYS: key 1 (crm): scopes: "complaints:reed" is none of shipments:read');
    expect(output).toContain('API_KEYS: key 2 (wms): secret: needs at least 32');
    expect(output).not.toMatch(STACK);
    for (const secret of [FIXED_SECRETS.API_KEY, 'too-short']) expect(output).not.toContain(secret);
  }, 60_000);

  it('is refused when another program has the port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, output } = await startInVain({ env: { PORT: String(port), DEMO: '0' } });
    other.close();
    expect(code).toBe(1);
    expect(output).toMatch(
      new RegExp(`cannot listen there: stop the program that does, or set another PORT[\\s\\S]*${port}[\\s\\S]*EADDRINUSE`),
    );
    expect(output).not.toMatch(STACK);
  }, 60_000);
});

/** A disk of `megabytes` in memory, unmounted at the end; undefined, with a printed reason, where mounting is not allowed. */
function mountDisk(megabytes: number): string | undefined {
  const path = mkdtempSync(join(tmpdir(), 'desk-disk-'));
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { encoding: 'utf8' });
  if (status === 0) {
    mounts.push(path);
    return path;
  }
  rmSync(path, { recursive: true });
  process.stderr.write(`Skipped: a full disk of ${megabytes} MB, as this user may not mount one (${(error?.message ?? stderr).trim()}).\n`);
  return undefined;
}
