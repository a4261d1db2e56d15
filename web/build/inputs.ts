import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Adds inputs.json: the files of this repository the pages were made of, those of the build itself included, for build.mjs to watch.
 * @param further what builds of their own have read.
 */
export function listInputFiles(further: ReadonlySet<string>): Plugin {
  let ofTheBuild: readonly string[] = [];
  return {
    name: 'list-input-files',
    configResolved({ configFileDependencies }) {
      ofTheBuild = configFileDependencies;
    },
    generateBundle() {
      const files = [...ofTheBuild, ...this.getModuleIds(), ...further].map((file) => relative('.', resolve(file.split('?')[0] ?? '')));
      const own = files.filter((file) => !/^\.\.|\0|(^|[\\/])node_modules[\\/]/.test(file));
      this.emitFile({ type: 'asset', fileName: 'inputs.json', source: JSON.stringify([...new Set(own)].sort(), null, 2) });
    },
  };
}
