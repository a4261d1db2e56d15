import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { createSecret } from '../core/ids.ts';

const NAMES = ['DIRECT_LINE_SECRET', 'API_KEY', 'SESSION_SECRET'] as const;
type Secrets = Readonly<Record<(typeof NAMES)[number], string>>;
/** Of what is set in the environment too. */
const MIN_LENGTH = 32;

/**
 * The secrets in use. What is unset is made once and kept in DATA_DIR/secrets.json, readable by its owner alone, so that open
 * chats survive a restart and who was erased stays known; with DATABASE_URL the configuration has already refused unset ones.
 * @throws AppError SECRETS_UNREADABLE {file, problem} when the file is damaged, DATA_DIR_UNUSABLE when it cannot be written
 */
export function fillSecrets(config: Config): Config & Secrets {
  const missing = NAMES.filter((name) => config[name] === undefined);
  if (missing.length === 0) return config as Config & Secrets;
  const kept = readKept(join(config.DATA_DIR, 'secrets.json'));
  const made = Object.fromEntries(NAMES.filter((name) => kept[name] === undefined).map((name) => [name, createSecret(40)]));
  const all = { ...kept, ...made };
  if (Object.keys(made).length > 0) save(config.DATA_DIR, all);
  const filled = Object.fromEntries(NAMES.map((name) => [name, config[name] ?? all[name]]));
  return { ...config, ...(filled as Secrets) };
}

/**
 * What the file holds, entries of other releases included; nothing where there is no file. A damaged one is never replaced: the
 * secret that keys the hashes of those who were erased would go with it.
 */
function readKept(file: string): Readonly<Record<string, string>> {
  const text = readIfThere(file);
  if (text === undefined) return {};
  const kept = parse(text);
  if (!kept)
    throw new AppError('SECRETS_UNREADABLE', { file, problem: text.trim() === '' ? 'it is empty' : 'it is no JSON object of secrets' });
  const weak = Object.keys(kept).find((name) => String(kept[name]).length < MIN_LENGTH);
  if (weak !== undefined)
    throw new AppError('SECRETS_UNREADABLE', { file, problem: `${weak} is no text of at least ${MIN_LENGTH} characters` });
  return kept;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new AppError('SECRETS_UNREADABLE', { file, problem: `it cannot be read: ${code}` }, error);
  }
}

/** Undefined for what is no object of texts. The parser's own words are left out: they quote the file. */
function parse(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject && Object.values(read).every((value) => typeof value === 'string') ? (read as Record<string, string>) : undefined;
  } catch {
    return undefined; // the caller refuses to start
  }
}

/** Whole or not at all, also when the power fails: written beside the file, then put in its place. */
function save(dataDir: string, secrets: Readonly<Record<string, string>>): void {
  const file = join(dataDir, 'secrets.json');
  const draft = `${file}.new`;
  try {
    mkdirSync(dataDir, { recursive: true });
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(descriptor, JSON.stringify(secrets, null, 2));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    throw new AppError('DATA_DIR_UNUSABLE', { directory: dataDir }, error);
  }
}
