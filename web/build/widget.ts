import { build, type Plugin } from 'vite';

/** Adds widget.js: a classic script without globals of its own, so it is bundled apart from the page's modules. Tells `read` of what. */
export function writeWidget(root: string, read: Set<string>): Plugin {
  return {
    name: 'write-widget',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        root,
        build: {
          write: false,
          target: 'es2020',
          lib: { entry: `${root}widget/widget.ts`, formats: ['iife'], name: 'waybillDesk', fileName: 'widget' },
        },
      });
      const [output] = Array.isArray(result) ? result : [result];
      const chunk = output && 'output' in output ? output.output[0] : undefined;
      if (!chunk) throw new Error('The build of widget.js gave nothing.');
      for (const file of chunk.moduleIds) read.add(file);
      this.emitFile({ type: 'asset', fileName: 'widget.js', source: chunk.code });
    },
  };
}
