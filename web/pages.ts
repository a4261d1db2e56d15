import type { Locale } from '../core/types.ts';
import { renderChat } from './chat/html.ts';
import type { PageFiles } from './pageFiles.ts';

export interface Page {
  /** Its folder below web/, whose main.ts is its script; in the build `<name>.<locale>.html`. */
  readonly name: string;
  /** Where it is served, in restify's notation: `/desk`, `/desk/*`, `/track/:token`. */
  readonly paths: readonly string[];
  /** The HTML in one language, the same for everybody: what only the running server knows stays a `{{place}}`. */
  render(locale: Locale, files: PageFiles): string;
  /** Folders below web/ whose main.ts is built for itself and fetched when the page has painted. */
  readonly later?: readonly string[];
  /** The Content-Security-Policy but for `frame-ancestors`, which is the server's to fill. */
  readonly policy: Readonly<Record<string, string>>;
  /** `staff`: without a sign-in the server gives the page to nobody. */
  readonly audience: 'everyone' | 'staff';
  readonly cache: 'no-cache' | 'no-store';
  /** Whether `?embed=1` makes it the widget's frame; else no other page may frame it. */
  readonly isEmbeddable: boolean;
}

/** Nothing but what this origin serves; no inline script, no form that leaves the page. */
const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;
/** Measured against Web Chat 4.18: style attributes are written by it and by Adaptive Cards, `blob:` holds uploads before they are sent. */
const CHAT = { ...STRICT, 'style-src': "'self' 'unsafe-inline'", 'connect-src': "'self' data: blob:", 'worker-src': 'blob:' } as const;

/**
 * Every page there is. Vite's inputs, the server's routes and their headers derive from this table: the build leaves it beside the
 * pages as pages.json, which bot/http/pages.ts mounts.
 */
export const PAGES: readonly Page[] = [
  // biome-ignore format: a page a line.
  { name: 'chat', paths: ['/'], render: renderChat, later: ['webchat'], policy: CHAT, audience: 'everyone', cache: 'no-cache', isEmbeddable: true },
];

/** A page as the server is told of it: what it needs to route it and to send it. */
export function describePage({ name, paths, policy, audience, cache, isEmbeddable }: Page): object {
  const directives = Object.entries(policy).map(([directive, sources]) => `${directive} ${sources}`);
  return { name, paths, policy: directives.join('; '), audience, cache, isEmbeddable };
}
