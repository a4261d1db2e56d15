import { readStores } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { createLog } from '../core/log.ts';
import { openEmbedded } from './embedded.ts';
import { findMigrations } from './migrate.ts';
import { moveStore } from './move.ts';
import { openServer } from './server.ts';

/** `npm run store:move`: from the embedded store in DATA_DIR to the empty database DATABASE_URL names. Stop the product first. */
async function run(): Promise<void> {
  const config = readStores();
  if (config.DATABASE_URL === undefined)
    throw new AppError('CONFIG_INVALID', { problems: ['DATABASE_URL: must name the database to move to'] });
  // What is opened last is closed first, and what fails to open leaves nothing open that would keep this process alive.
  const log = createLog(config.LOG_LEVEL);
  const source = await openEmbedded(config.DATA_DIR, log);
  try {
    const target = await openServer(config.DATABASE_URL, 2, log);
    try {
      const report = await moveStore(source, target, findMigrations());
      for (const [table, rows] of Object.entries(report)) console.log(`${table.padEnd(20)}${rows}`);
      console.log(
        'Moved; counts and checksums agree. Start the product with DATABASE_URL and the secrets of secrets.json set; the data directory is unchanged.',
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof AppError ? `${error.message} ${JSON.stringify(error.facts)}` : error);
  process.exitCode = 1;
}
