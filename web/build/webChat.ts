import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Its `exports` hide all but the built files: the entry point is asked for, and that lies in `lib`. */
const API = join(dirname(createRequire(import.meta.url).resolve('botframework-webchat-api')), '..');

/**
 * What Web Chat imports and this page never reaches, each with what its importers want of it: speech, Markdown of messages (ours are
 * plain), cards that turn pages, Direct Line's streaming extension, Redux' tools, and polyfills of what every browser has that reads
 * the page.
 */
const ABSENT: readonly (readonly [RegExp, string])[] = [
  [/^(botframework-streaming|buffer|url-search-params-polyfill|core-js\/.+)$/, ''],
  [/^cross-fetch$/, 'export default undefined;'],
  [/^\.\/directLineStreaming$/, 'export const DirectLineStreaming = undefined;'],
  [/^mdast-util-from-markdown$/, 'export const fromMarkdown = undefined;'],
  [/^react-dictate-button$/, 'export const Composer = () => null; export default {};'],
  [/^react-say$/, 'export const Composer = ({ children }) => children, SayUtterance = () => null; export default {};'],
  [/^redux-devtools-extension$/, 'export const composeWithDevTools = undefined;'],
  [/^swiper$/, 'export default undefined;'],
  [/^swiper\/modules$/, 'export let A11y, Autoplay, History, Keyboard, Navigation, Pagination, Scrollbar;'],
  // Exported as a value by its neighbour, but a type.
  [/\/activityDecoratorRequest$/, 'export default undefined;'],
  // Sentences in languages that are not ours.
  [/^\.\/(?!zh-CN|zh-TW|en-US|overrides)[a-z]{2,3}(-\w+)*\.json$/, 'export default {};'],
];
/** Where ours does what is used of it. */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/^markdown-it$/, 'markdownIt.ts'],
  [/\/external\/PrecompiledGlobalize$/, 'globalize.ts'],
];
/** Whose imports are looked at. */
const OF_WEB_CHAT =
  /[\\/]node_modules[\\/](adaptivecards[\\/]|botframework-|react-(16|dom-16|chain-of-responsibility|film|redux|scroll-to-bottom)[\\/]|use-(propagate|ref-from)[\\/])/;

const PREFIX = '\0absent:';
const NATIVE = '\0native:';
/** Web Chat's own sources of its API package, as its built file holds the sentences of 44 languages and the calendars of all. */
const SOURCES: Readonly<Record<string, string>> = {
  'botframework-webchat-api': 'src/index.ts',
  'botframework-webchat-api/internal': 'src/internal.ts',
  'botframework-webchat-api/decorator': 'src/decorator/index.ts',
};

/**
 * Builds Web Chat of its packages with what the page uses of it: 185 kB by brotli instead of the 639 kB of the file its makers built.
 * https://github.com/microsoft/BotFramework-WebChat/blob/v4.18.1/packages/bundle/src/index-minimal.ts is what they leave out last.
 */
export function leanWebChat(): Plugin {
  return {
    name: 'lean-web-chat',
    enforce: 'pre',
    async resolveId(source, importer = '', options) {
      if (!OF_WEB_CHAT.test(importer)) return undefined;
      const resolve = (name: string) => this.resolve(name, importer, { ...options, skipSelf: true });
      const part = SOURCES[source];
      if (part !== undefined) return join(API, part);
      // The one its makers build it with; other pages may have a newer one.
      if (/^react(-dom)?(\/|$)/.test(source)) return resolve(source.replace(/^react(-dom)?/, '$&-16'));
      if (source === 'mime') return resolve('mime/lite');
      if (source === 'p-defer-es5') return resolve('p-defer');
      const own = OWN.find(([pattern]) => pattern.test(source))?.[1];
      if (own !== undefined) return fileURLToPath(new URL(`../webchat/${own}`, import.meta.url));
      const polyfill = /^@babel\/runtime-corejs3\/core-js-stable\/(.+?)(\.js)?$/.exec(source)?.[1];
      if (polyfill !== undefined) return NATIVE + polyfill;
      const helper = /^@babel\/runtime-corejs3\/(.+)$/.exec(source)?.[1];
      if (helper !== undefined) return resolve(`@babel/runtime/${helper.replace(/\.js$/, '')}`);
      const absent = ABSENT.findIndex(([pattern]) => pattern.test(source));
      return absent < 0 ? undefined : PREFIX + absent;
    },
    load(id) {
      // Its sources have JSX under this name too.
      if (id.startsWith(API) && id.endsWith('.js')) return { code: readFileSync(id, 'utf8'), moduleType: 'jsx' };
      if (id.startsWith(NATIVE)) return writeNative(id.slice(NATIVE.length));
      return id.startsWith(PREFIX) ? ABSENT[Number(id.slice(PREFIX.length))]?.[1] : undefined;
    },
  };
}

/** core-js's `instance/index-of`, `object/keys`, `set-timeout` as the browser's own. */
function writeNative(polyfill: string): string {
  const [first = '', second] = polyfill.split('/').map((part) => part.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  const global = GLOBALS.find((name) => name.toLowerCase() === first.toLowerCase()) ?? first;
  if (first === 'instance') return `export default (it) => it.${second};`;
  return second === undefined ? `export default ${global};` : `export default ${global}.${second};`;
}

const GLOBALS = ['Array', 'Date', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Reflect', 'Set', 'String', 'Symbol', 'WeakMap'] as const;
