import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillSecrets } from '../../bot/secrets.ts';
import { readConfig } from '../../core/config.ts';
import { AppError } from '../../core/errors.ts';

const KEPT = {
  DIRECT_LINE_SECRET: 'direct-line-0123456789abcdef0123456789abcdef',
  API_KEY: 'api-key-0123456789abcdef0123456789abcdef',
  SESSION_SECRET: 'session-0123456789abcdef0123456789abcdef',
};

let dataDir: string;
let file: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'desk-secrets-'));
  file = join(dataDir, 'secrets.json');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const start = (env: Readonly<Record<string, string>> = {}) => {
  const { DIRECT_LINE_SECRET, API_KEY, SESSION_SECRET } = fillSecrets(readConfig({ DATA_DIR: dataDir, ...env }));
  return { DIRECT_LINE_SECRET, API_KEY, SESSION_SECRET };
};
const stored = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('secrets that are not set', () => {
  it('are made at the first start, for their owner’s eyes, and found at the next', () => {
    const first = start();
    for (const secret of Object.values(first)) expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(new Set(Object.values(first)).size).toBe(3);
    expect(stored()).toEqual(first);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(existsSync(`${file}.new`)).toBe(false);
    expect(start()).toEqual(first);
  });

  it('are saved when they are missing from a file that is there; the others stay as they were', () => {
    const { SESSION_SECRET: _, ...older } = KEPT;
    writeFileSync(file, JSON.stringify({ ...older, OF_ANOTHER_RELEASE: KEPT.SESSION_SECRET }));
    const first = start();
    expect(first).toMatchObject(older);
    expect(stored()).toEqual({ ...first, OF_ANOTHER_RELEASE: KEPT.SESSION_SECRET });
    expect(start()).toEqual(first);
  });

  it('give way to the environment, which is not written down', () => {
    writeFileSync(file, JSON.stringify(KEPT));
    const API_KEY = 'from-the-environment-0123456789abcdef';
    expect(start({ API_KEY })).toEqual({ ...KEPT, API_KEY });
    expect(stored()).toEqual(KEPT);
  });
});

describe('a file of secrets that is damaged', () => {
  const refusal = (env = {}): unknown => {
    try {
      start(env);
    } catch (error) {
      return error instanceof AppError && { code: error.code, ...error.facts };
    }
    return 'started';
  };

  it.each([
    ['empty', '', 'it is empty'],
    ['cut off', JSON.stringify(KEPT).slice(0, 60), 'it is no JSON object of secrets'],
    ['full of zeros', '\u0000'.repeat(200), 'it is no JSON object of secrets'],
    ['a list', JSON.stringify(Object.values(KEPT)), 'it is no JSON object of secrets'],
    ['of numbers', JSON.stringify({ ...KEPT, API_KEY: 7 }), 'it is no JSON object of secrets'],
    [
      'with a secret cut short',
      JSON.stringify({ ...KEPT, SESSION_SECRET: 'short' }),
      'SESSION_SECRET is no text of at least 32 characters',
    ],
  ])('(%s) refuses the start and is left as it is', (_, text, problem) => {
    writeFileSync(file, text);
    expect(refusal()).toEqual({ code: 'SECRETS_UNREADABLE', file, problem });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(JSON.stringify(refusal())).not.toContain('0123456789abcdef');
  });

  it('is not looked at when the environment has all of them', () => {
    writeFileSync(file, '{');
    expect(refusal(KEPT)).toBe('started');
  });

  it.skipIf(process.getuid?.() === 0)('refuses the start when it may not be read', () => {
    writeFileSync(file, JSON.stringify(KEPT));
    chmodSync(file, 0);
    expect(refusal()).toEqual({ code: 'SECRETS_UNREADABLE', file, problem: 'it cannot be read: EACCES' });
  });
});
