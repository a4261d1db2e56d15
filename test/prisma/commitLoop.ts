import { openEmbedded } from '../../prisma/embedded.ts';
import { applyMigrations, findMigrations } from '../../prisma/migrate.ts';
import { silentLog } from './store.ts';

/** A process for embedded.test.ts to kill: commits one row after another and prints the number of each once it is committed. */
export async function commitUntilKilled(dataDir: string): Promise<void> {
  const store = await openEmbedded(dataDir, silentLog);
  await applyMigrations(store, findMigrations());
  for (let number = 1; ; number++) {
    await store.query(`INSERT INTO counters (key, count, expires_at) VALUES ($1, 1, now())`, [`row-${number}`]);
    process.stdout.write(`${number}\n`);
  }
}
