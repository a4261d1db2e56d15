import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openEmbedded } from '../../prisma/embedded.ts';
import { applyMigrations, findMigrations } from '../../prisma/migrate.ts';
import { silentLog } from './store.ts';

/**
 * A process for embedded.test.ts: takes every descriptor there is, writes until the store fails, gives them back, and writes until it
 * works again. Prints how many writes failed, which were acknowledged, and which are there.
 */
export async function writeWithoutDescriptors(dataDir: string): Promise<void> {
  const store = await openEmbedded(dataDir, silentLog);
  await applyMigrations(store, findMigrations());
  const acknowledged: string[] = [];
  const failures = new Set<unknown>();
  const write = async (key: string): Promise<boolean> => {
    try {
      // Long enough that a table needs its map of free space, a file that is made then, after some pages.
      await store.query(`INSERT INTO counters (key, count, expires_at) VALUES ($1, 1, now())`, [`${key}-${'x'.repeat(2000)}`]);
      acknowledged.push(key);
      return true;
    } catch (error) {
      failures.add((error as { code?: unknown }).code);
      return false;
    }
  };
  await write('first');
  const handles: number[] = [];
  try {
    for (;;) handles.push(openSync('/dev/null', 'r'));
  } catch {
    // none is left
  }
  for (let at = 0; at < 1000 && (await write(`without-${at}`)); at++);
  for (const handle of handles) closeSync(handle);
  for (let at = 0; at < 300 && !(await write(`again-${at}`)); at++) await wait(100);
  const rows = await store.query<{ key: string }>(`SELECT split_part(key, '-x', 1) AS key FROM counters ORDER BY 1`);
  console.log(JSON.stringify({ failures: [...failures], acknowledged: acknowledged.sort(), stored: rows.map(({ key }) => key) }));
  await store.close();
}
