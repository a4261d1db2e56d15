import { readStores } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { createLog } from '../core/log.ts';
import { openStore } from './client.ts';
import { verifyAudit } from './crm/complaints/audit.ts';

const FAULTS = {
  gap: 'a line is missing, or there twice',
  chain: 'the line does not follow the one before it',
  line: 'the line was changed',
  words: 'the words of the line were changed',
  end: 'lines are missing at the end, or the end on record was changed',
} as const;

/**
 * `npm run audit:verify`: proves the audit of every ticket, in the database DATABASE_URL names or in DATA_DIR (stop the product then:
 * a data directory has one user). Exit code 1 when anything is broken.
 */
async function run(): Promise<void> {
  const config = readStores();
  const store = await openStore({ ...config, DATABASE_POOL: 2 }, { log: createLog(config.LOG_LEVEL) });
  try {
    const [table] = await store.query<{ isThere: boolean }>(`SELECT to_regclass('complaints') IS NOT NULL AS "isThere"`);
    if (!table?.isThere) throw new AppError('NOT_FOUND', { problem: 'this store has no tickets yet: start the product on it first' });
    const { tickets, lines, faults } = await verifyAudit(store);
    for (const { reference, seq, fault } of faults) console.log(`${reference}  line ${seq}: ${FAULTS[fault]}`);
    console.log(`${tickets} tickets, ${lines} lines, ${faults.length} tickets broken.`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof AppError ? `${error.message} ${JSON.stringify(error.facts)}` : error);
  process.exitCode = 1;
}
