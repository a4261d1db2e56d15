import type { Config } from '../core/config.ts';
import type { Log } from '../core/log.ts';
import { openEmbedded } from './embedded.ts';
import { openServer } from './server.ts';
import type { Store } from './store.ts';

/**
 * Opens the store the configuration names: PostgreSQL with DATABASE_URL, else the embedded one in DATA_DIR. Does not migrate:
 * call `applyMigrations` next. Close it when done, or the process stays.
 * @throws AppError STORE_UNAVAILABLE, DATA_DIR_LOCKED, DATA_DIR_UNUSABLE, each with `facts.problem` or the directory.
 */
export function openStore(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL' | 'DATA_DIR'>,
  deps: { readonly log: Log },
): Promise<Store> {
  return config.DATABASE_URL === undefined
    ? openEmbedded(config.DATA_DIR, deps.log)
    : openServer(config.DATABASE_URL, config.DATABASE_POOL, deps.log);
}
