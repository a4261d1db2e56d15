import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;

/** Adds assets/licences.txt: the notices of every package that has code in the build, as their licences ask. */
export function writeLicences(): Plugin {
  return {
    name: 'write-licences',
    generateBundle(_options, bundle) {
      const folders = new Map<string, string>();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const module of Object.keys(file.modules)) {
          const [, folder, name] = PACKAGE.exec(module) ?? [];
          if (folder !== undefined && name !== undefined) folders.set(name, folder);
        }
      }
      const notices = [...folders].sort().map(([name, folder]) => describe(name, folder));
      this.emitFile({ type: 'asset', fileName: 'assets/licences.txt', source: notices.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

function describe(name: string, folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: string; license?: string; author?: unknown };
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry)) : undefined;
  const author = typeof about.author === 'string' ? about.author : (about.author as { name?: string } | undefined)?.name;
  const notice =
    file === undefined
      ? `${about.license ?? 'No licence is named.'}${author ? `, ${author}` : ''}\n`
      : readFileSync(join(folder, file), 'utf8');
  return `${name} ${about.version ?? ''}\n\n${notice}`;
}
