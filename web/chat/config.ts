import type { Locale } from '../../core/types.ts';

/** What the server tells the page; written by bot/http/pages.ts into the script element `config`. */
export interface PageConfig {
  readonly company: Readonly<Record<Locale, string>>;
  /** A tracking number as an example of the form. */
  readonly example: string;
  readonly hotline?: string;
  /** Present in demo mode only. */
  readonly demo?: {
    readonly customers: readonly { readonly externalId: string; readonly name: string }[];
    readonly trackingNumbers: readonly string[];
  };
}

export function readPageConfig(): PageConfig {
  return JSON.parse(find('config').textContent ?? '') as PageConfig;
}

/** An element the page's HTML is known to hold. */
export function find<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}.`);
  return element as T;
}

/** Makes an element; `text` is never markup. */
export function create<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}
