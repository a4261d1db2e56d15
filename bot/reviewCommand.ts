import { parseArgs } from 'node:util';
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { createLog } from '../core/log.ts';
import { LOCALES, type Locale } from '../core/types.ts';
import { openStore } from '../prisma/client.ts';
import { createCandidates } from '../prisma/crm/candidates.ts';
import { applyMigrations, findMigrations } from '../prisma/migrate.ts';
import { formatReview, groupCandidates } from './review.ts';

const USAGE = `npm run --silent nlu:review -- [--since 2026-11-01] [--locale zh-Hans|zh-Hant|en] [--limit 50] [--done]
  Prints what customers said that was not understood for sure, alike messages together, most frequent first, to label and paste
  into dialogs/<flow>/examples/<locale>.txt. --limit: groups printed. --done: what is printed is not listed again.`;

/** Rows read at most, newest first: more would not be looked through in one sitting. */
const MAX_ROWS = 10_000;

interface Options {
  readonly since?: Date;
  readonly locale?: Locale;
  readonly limit: number;
  readonly isDone: boolean;
}

/** @throws Error with the usage when an option is not known or has no sensible value. */
function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { since: text, locale: text, limit: text, done: { type: 'boolean' } } });
  const since = values.since === undefined ? undefined : new Date(values.since);
  const locale = LOCALES.find((each) => each === values.locale);
  const limit = Number(values.limit ?? 50);
  if (since && Number.isNaN(since.getTime())) throw new Error(`--since ${values.since} is not a date such as 2026-11-01`);
  if (values.locale !== undefined && !locale) throw new Error(`--locale ${values.locale} is none of ${LOCALES.join(', ')}`);
  if (!Number.isInteger(limit) || limit < 1) throw new Error(`--limit ${values.limit} is not a whole number from 1 on`);
  return { ...(since && { since }), ...(locale && { locale }), limit, isDone: values.done ?? false };
}

async function run({ since, locale, limit, isDone }: Options): Promise<void> {
  const config = readConfig();
  const store = await openStore(config, { log: createLog(config.LOG_LEVEL) });
  try {
    await applyMigrations(store, findMigrations());
    const candidates = createCandidates(store, systemClock);
    const found = await candidates.list({ ...(since && { since }), ...(locale && { locale }), limit: MAX_ROWS });
    const groups = groupCandidates(found).slice(0, limit);
    console.log(groups.length === 0 ? '// Nothing to review.' : formatReview(groups));
    if (isDone) await candidates.markExported(groups.flatMap(({ members }) => members.map(({ id }) => id)));
  } finally {
    await store.close();
  }
}

/** What went wrong and what to do, for whoever typed the command. */
function explain(error: unknown): string {
  if (!(error instanceof AppError)) return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  if (error.code === 'DATA_DIR_LOCKED')
    return 'The product is running and has the embedded store to itself: stop it, run this again, and start it. With DATABASE_URL both can run at once.';
  return `${error.message} ${JSON.stringify(error.facts)}`;
}

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
