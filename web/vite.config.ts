import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressAll } from './build/compress.ts';
import { listInputFiles } from './build/inputs.ts';
import { writeLicences } from './build/licences.ts';
import { listInputs, writePages } from './build/pages.ts';
import { leanWebChat } from './build/webChat.ts';
import { writeWidget } from './build/widget.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What is read by builds within this one. */
const read = new Set<string>();

/** `vite build --config web/vite.config.ts` writes dist/web: pages in three languages, hashed assets, widget.js, and .br and .gz of each. */
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
    // Web Chat is one chunk of 620 KB before compression; test/web/size.test.ts holds what is sent.
    chunkSizeWarningLimit: 800,
    target: 'es2022',
    rolldownOptions: {
      input: listInputs(root),
      // What is fetched later is used by what it exports.
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  plugins: [leanWebChat(), writePages(), writeLicences(), writeWidget(root, read), listInputFiles(read), compressAll()],
});
