import type { Plugin, Rolldown } from 'vite';
import { LOCALES } from '../../core/types.ts';
import type { PageFiles } from '../pageFiles.ts';
import { describePage, PAGES } from '../pages.ts';

/** The scripts to build, by the names of their folders. */
export function listInputs(root: string): Record<string, string> {
  const names = PAGES.flatMap(({ name, later = [] }) => [name, ...later]);
  return Object.fromEntries(names.map((name) => [name, `${root}${name}/main.ts`]));
}

/** Adds the pages `<name>.<locale>.html`, and pages.json by which the server mounts them. */
export function writePages(): Plugin {
  return {
    name: 'write-pages',
    generateBundle(_options, bundle) {
      for (const { name, later = [], render } of PAGES) {
        const script = findEntry(bundle, name);
        const files: PageFiles = {
          script: `/${script.fileName}`,
          styles: listStyles(bundle, script).map((style) => `/${style}`),
          later: Object.fromEntries(later.map((part) => [part, `/${findEntry(bundle, part).fileName}`])),
        };
        for (const locale of LOCALES) this.emitFile({ type: 'asset', fileName: `${name}.${locale}.html`, source: render(locale, files) });
      }
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(PAGES.map(describePage), null, 2) });
    },
  };
}

function findEntry(bundle: Rolldown.OutputBundle, name: string): Rolldown.OutputChunk {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === name);
  if (entry?.type !== 'chunk') throw new Error(`The build made no script of web/${name}/main.ts.`);
  return entry;
}

/** Style sheets of what a script imports first, then its own: later rules win. */
function listStyles(bundle: Rolldown.OutputBundle, chunk: Rolldown.OutputChunk): readonly string[] {
  const imported = chunk.imports.flatMap((name) => {
    const file = bundle[name];
    return file?.type === 'chunk' ? listStyles(bundle, file) : [];
  });
  return [...new Set([...imported, ...(chunk.viteMetadata?.importedCss ?? [])])];
}
