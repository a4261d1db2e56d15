import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { LOCALES } from '../../core/types.ts';
import { renderPage } from '../chat/html.ts';

/**
 * Adds the pages `chat.<locale>.html`, and Web Chat as its makers built it: one file of the package, unchanged, which is why
 * package.json replaces the package's own dependencies by an empty one. With Adaptive Cards it is 3.9 MB, 690 KB by brotli;
 * webchat-minimal.js (1.9 MB, 400 KB) cannot draw cards.
 */
export function writePages(): Plugin {
  return {
    name: 'write-pages',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const script = files.find((file) => file.type === 'chunk' && file.isEntry)?.fileName;
      const style = files.find((file) => file.fileName.endsWith('.css'))?.fileName;
      if (!script || !style) throw new Error('The chat page needs one script and one style sheet: the build made something else.');
      const source = readFileSync(locate('webchat.js'));
      const client = `assets/webchat-${createHash('sha256').update(source).digest('hex').slice(0, 10)}.js`;
      this.emitFile({ type: 'asset', fileName: client, source });
      this.emitFile({ type: 'asset', fileName: 'assets/webchat.LICENSE.txt', source: readFileSync(locate('webchat.js.LICENSE.txt')) });
      for (const locale of LOCALES) {
        const source = renderPage(locale, { script: `/${script}`, style: `/${style}`, client: `/${client}` });
        this.emitFile({ type: 'asset', fileName: `chat.${locale}.html`, source });
      }
    },
  };
}

/** The package's `exports` hide its dist folder: its entry point is asked for, and that lies in a neighbour of it. */
function locate(name: string): string {
  const entry = createRequire(import.meta.url).resolve('botframework-webchat');
  return entry.replace(/lib[\\/]index\.js$/, `dist/${name}`);
}
