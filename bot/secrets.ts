import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { createSecret } from '../core/ids.ts';

const NAMES = ['DIRECT_LINE_SECRET', 'API_KEY', 'SESSION_SECRET'] as const;
type Secrets = Readonly<Record<(typeof NAMES)[number], string>>;

/**
 * The secrets in use. What is unset is made once and kept in DATA_DIR/secrets.json, readable by its owner alone, so that open
 * chats survive a restart; with DATABASE_URL the configuration has already refused unset ones.
 * @throws AppError DATA_DIR_UNUSABLE when the file cannot be written.
 */
export function fillSecrets(config: Config): Config & Secrets {
  const missing = NAMES.filter((name) => config[name] === undefined);
  const kept = missing.length > 0 ? readOrMake(config.DATA_DIR) : {};
  const filled = Object.fromEntries(NAMES.map((name) => [name, config[name] ?? kept[name] ?? createSecret(40)]));
  return { ...config, ...(filled as Secrets) };
}

function readOrMake(dataDir: string): Partial<Secrets> {
  const file = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch {
    // Absent at the first start; a damaged one is replaced, which costs open chats their tokens and nothing else.
  }
  const made = Object.fromEntries(NAMES.map((name) => [name, createSecret(40)])) as Secrets;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  } catch (error) {
    throw new AppError('DATA_DIR_UNUSABLE', { directory: dataDir }, error);
  }
  return made;
}
