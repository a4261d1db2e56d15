import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeSettings, SETTINGS } from '../core/config.ts';
import { ERRORS } from '../core/errors.ts';
import { CARRIER_FORMATS } from '../nlp/numbers/identify.ts';
import { PERMISSIONS, ROLES, STAFF_ROLES } from '../rules/access/roles.ts';
import { LAYERS } from './layers.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const DOCS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/operations.md', 'docs/claim-policy.md'];

describe('docs', () => {
  it('.env.example is what core/config.ts says (npm run env writes it)', () => {
    expect(read('.env.example')).toBe(describeSettings());
  });

  it('README names only settings that exist', () => {
    const named = read('README.md').match(/`[A-Z][A-Z_]{3,}`/g) ?? [];
    const unknown = named.map((name) => name.slice(1, -1)).filter((name) => !(name in SETTINGS));
    expect(unknown).toEqual([]);
  });

  it('README and CHANGELOG count the formats of tracking numbers as the tables have them', () => {
    const count = (of: readonly string[]): number => new Set(of).size;
    const carriers = `${count(CARRIER_FORMATS.map(({ carrier }) => carrier))} carriers and posts`;
    const checked = CARRIER_FORMATS.filter(({ check }) => check);
    expect(read('README.md')).toContain(`${count(CARRIER_FORMATS.map(({ id }) => id))} formats of ${carriers}`);
    expect(read('README.md')).toContain(`the ${count(checked.map(({ id }) => id))} that have check digits`);
    expect(read('CHANGELOG.md')).toContain(`numbers of ${carriers}`);
  });

  it('docs/operations.md tells every limit with its default', () => {
    const text = read('docs/operations.md');
    const limits = Object.entries(SETTINGS).filter(([name]) => name.startsWith('LIMIT_'));
    const isTold = (name: string, byDefault: string): boolean => text.includes(`| \`${name}\` | ${byDefault} |`);
    expect(
      limits.filter(([name, setting]) => !('default' in setting && isTold(name, setting.default ?? ''))).map(([name]) => name),
    ).toEqual([]);
  });

  it('docs/operations.md tells what each role may do and offer as the table has it', () => {
    const lines = read('docs/operations.md').split('\n');
    const cellsOf = (line: string): string[] =>
      line
        .split('|')
        .slice(2, -1)
        .map((cell) => cell.trim());
    const told = lines
      .filter((line) => /^\| `\w+:/.test(line))
      .flatMap((line) => {
        const cells = cellsOf(line);
        return [...(line.split('|')[1] ?? '').matchAll(/`(\w+:\w+)`/g)].map(([, permission]) => [permission, ...cells]);
      });
    const table = PERMISSIONS.map((permission) => [
      permission,
      ...STAFF_ROLES.map((role) => (ROLES[role].may.includes(permission) ? 'yes' : '–')),
    ]);
    expect(told.map(String).sort()).toEqual(table.map(String).sort());
    const offers = STAFF_ROLES.map((role) => ROLES[role].offers).map((limit) => {
      if (limit === 'any') return 'any';
      return limit.CNY === undefined ? 'none' : `${(limit.CNY / 100).toLocaleString('en')} CNY`;
    });
    expect(cellsOf(lines.find((line) => line.startsWith('| **money')) ?? '')).toEqual(offers);
  });

  it.each(DOCS)('%s names only files and commands that exist', (doc) => {
    const text = read(doc);
    const files = [...text.matchAll(/`((?:core|nlp|prisma|dialogs|bot|web|bench|test|docs)\/[\w./-]+)`/g)].map(([, path]) => path ?? '');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)|src="([^"]+)"/g)]
      .map(([, a, b]) => a ?? b ?? '')
      .filter((path) => !path.startsWith('https:'));
    const missing = [...files, ...links].filter((path) => !existsSync(path));
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name ?? '');
    expect({ missing, commands: commands.filter((name) => !(name in scripts)) }).toEqual({ missing: [], commands: [] });
  });

  it('ARCHITECTURE.md states the import rules that are enforced', () => {
    const text = read('ARCHITECTURE.md');
    for (const [folder, allowed] of Object.entries(LAYERS)) expect(text).toContain(`| ${folder} | ${allowed.join(', ') || '–'} |`);
  });

  it('every error of the table is used, and says what to do next', () => {
    const sources = ['core', 'rules', 'nlp', 'prisma', 'dialogs', 'bot']
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter(
        (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated') && entry.name !== 'errors.ts',
      )
      .map((entry) => read(`${entry.parentPath}/${entry.name}`))
      .join('\n');
    const unused = Object.keys(ERRORS).filter((code) => code !== 'INTERNAL' && !sources.includes(`'${code}'`));
    const unhelpful = Object.entries(ERRORS).filter(([, { message }]) => !/[:;].+\.$/.test(message));
    expect({ unused, unhelpful }).toEqual({ unused: [], unhelpful: [] });
  });
});
