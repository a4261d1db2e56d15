import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressAll } from './build/compress.ts';
import { writePages } from './build/pages.ts';
import { writeWidget } from './build/widget.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `vite build --config web/vite.config.ts` writes dist/web: three pages, hashed assets, widget.js, and .br and .gz of each. */
export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      input: { chat: `${root}chat/main.ts` },
      output: { entryFileNames: 'assets/[name]-[hash].js', assetFileNames: 'assets/[name]-[hash][extname]' },
    },
  },
  plugins: [writePages(), writeWidget(root), compressAll()],
});
