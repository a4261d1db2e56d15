import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark, Figure } from './benchmark.ts';
import { withDirectory } from './product.ts';

const FILES = ['package.json', 'package-lock.json', '.npmrc'];
const MB = 1e6;

/** What the lockfile brings to the disk. */
export const install: Benchmark = {
  name: 'install',
  title: 'Size of node_modules',
  option: '--install',
  async run() {
    const full = await measureInstall([]);
    const lean = await measureInstall(['--omit=dev']);
    const figure = (name: string, value: number, limit: number): Figure => ({
      name,
      value: value / MB,
      unit: 'MB',
      goal: { of: 'value', is: 'at most', limit },
    });
    return [figure('npm ci', full, 1200), { ...figure('npm ci --omit=dev', lean, 400), reference: { name: 'npm ci', value: full / MB } }];
  },
};

function measureInstall(options: readonly string[]): Promise<number> {
  return withDirectory(async (directory) => {
    for (const file of FILES) if (existsSync(file)) copyFileSync(file, join(directory, file));
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', ...options], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
    const printed = execFileSync('du', ['-s', '--block-size=1', 'node_modules'], { cwd: directory }).toString();
    return Number.parseInt(printed, 10);
  });
}
