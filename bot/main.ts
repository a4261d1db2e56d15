import { setFlagsFromString } from 'node:v8';
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { createLog } from '../core/log.ts';
import { demoCustomers, demoHighlights } from '../prisma/demo/index.ts';
import { startApp } from './app.ts';
import { listPolicyProblems } from './claimPolicy.ts';
import { listKeyProblems } from './http/apiKeys.ts';
import { defendProcess } from './uncaught.ts';

/** A stop that takes longer is cut short; load balancers and process managers commonly wait 10 to 30 seconds. */
const STOP_TIMEOUT_MS = 15_000;

// V8 would let some 200 MB of garbage gather upon the 70 MB in use before it collects; at twice the use the whole process stays
// below 300 MB on PostgreSQL, and turns per second were measured to be the same.
setFlagsFromString('--heap-growing-percent=100');

try {
  const config = readConfig(undefined, [listKeyProblems, listPolicyProblems]);
  const log = createLog(config.LOG_LEVEL);
  const defence = defendProcess(log);
  const app = await startApp(config, { clock: systemClock, log });
  defence.protect(app.stop);
  const highlights = config.isDemo ? demoHighlights : [];
  console.log(`Chat:     ${app.url}/`);
  console.log(`Systems:  ${app.url}/api/v1/openapi.json`);
  console.log(`Health:   ${app.url}/readyz`);
  if (highlights.length > 0) console.log('Demo parcels to ask about (last four digits open the full history):');
  for (const { trackingNumber, lastFour, description } of highlights)
    console.log(`  ${trackingNumber}  ${lastFour.recipient}  ${description['zh-Hans']} · ${description.en}`);

  if (config.isDemo) console.log('Demo sign-ins (a customer who is known lists all their parcels):');
  for (const { externalId, name, interest } of config.isDemo ? demoCustomers : [])
    console.log(`  ${app.url}/?customer=${externalId}  ${name} · ${interest.en}`);

  const stop = async (signal: string): Promise<void> => {
    log.warn({ signal }, 'stopping: open turns are finished first');
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

/** What an operator needs when the start fails: cause and next step; a stack only for what nobody foresaw. */
function explain(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const facts = Object.entries(error.facts).map(
    ([name, value]) => `  ${name}: ${Array.isArray(value) ? `\n    ${value.join('\n    ')}` : String(value)}`,
  );
  return [error.message, ...facts].join('\n');
}
