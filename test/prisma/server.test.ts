import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStoreAway } from '../../core/errors.ts';
import { openStore } from '../../prisma/client.ts';
import type { Store } from '../../prisma/store.ts';
import { administer, createDatabase, hasServer, silentLog } from './store.ts';

const open = (DATABASE_URL: string): Promise<Store> => openStore({ DATABASE_URL, DATABASE_POOL: 2, DATA_DIR: '' }, { log: silentLog });

describe('a DATABASE_URL that leads nowhere', () => {
  it('is refused at start with what is wrong, and without its password', async () => {
    const error = await open('postgresql://bot:hunter2@127.0.0.1:1/shop').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      facts: { server: '127.0.0.1:1', database: 'shop', variable: 'DATABASE_URL' },
    });
    expect(JSON.stringify(error)).not.toContain('hunter2');
    expect((error as { facts: { problem: string } }).facts.problem).toContain('ECONNREFUSED');
  });
});

describe.runIf(hasServer)('the store on a server', () => {
  let store: Store;
  let url: string;
  let name: string;
  beforeAll(async () => {
    ({ store, url } = await createDatabase());
    name = new URL(url).pathname.slice(1);
  });
  afterAll(() => store.close());
  const dropConnections = (): Promise<unknown> =>
    administer(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  // A query may still meet a connection whose end has not yet been heard of: each of the ten fails once at most, and says so.
  const recovers = async (): Promise<void> => {
    for (let n = 0; n < 10; n++) await store.query('SELECT 1').catch((error: unknown) => expect(error).toSatisfy(isStoreAway));
    await store.query('SELECT 1');
  };

  it('refuses a database that does not exist', async () => {
    await expect(open(url.replace(name, 'nowhere'))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      facts: { problem: expect.stringContaining('nowhere') },
    });
  });

  it('says so when the connection drops under a query, and recovers by itself', async () => {
    const running = store.query('SELECT pg_sleep(10)');
    const outcome = expect(running).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    // Until the server lists the query as running there is nothing to drop.
    for (let isRunning = false; !isRunning; ) {
      isRunning =
        (await store.query(`SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(10)' AND datname = $1`, [name])).length > 0;
    }
    await dropConnections();
    await outcome;
    await recovers();
    expect(await store.prisma.staff.count()).toBe(0);
  });

  it('survives the loss of idle connections', async () => {
    await Promise.all(Array.from({ length: 10 }, () => store.query('SELECT 1')));
    await dropConnections();
    await recovers();
  });

  it('rolls a transaction back when its work fails', async () => {
    const insert = `INSERT INTO counters (key, count, expires_at) VALUES ('t', 1, now())`;
    const failing = store.transaction(async (query) => {
      await query(insert);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await store.query(`SELECT 1 FROM counters WHERE key = 't'`)).toEqual([]);
  });

  it('keeps its connections when a constraint refuses a row', async () => {
    const pids = async (): Promise<unknown> => store.query('SELECT pid FROM pg_stat_activity WHERE datname = $1 ORDER BY pid', [name]);
    const before = await pids();
    const insert = `INSERT INTO counters (key, count, expires_at) VALUES ('twice', 1, now())`;
    await store.query(insert);
    await expect(store.query(insert)).rejects.toMatchObject({ code: '23505' });
    expect(await pids()).toEqual(before);
  });
});
