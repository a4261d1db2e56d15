import { LOCALES, type Locale } from '../../core/types.ts';
import { find } from './config.ts';
import type { Language } from './language.ts';

/** The site this page is shown in by the widget; nothing of it applies to the page by itself. */
export interface Frame {
  /** True while the customer can see the conversation: the tab is in front and the widget open. */
  isSeen(): boolean;
  onSeen(listener: () => void): void;
  tellUnread(count: number): void;
}

/**
 * Talks with widget.js. Both sides check: messages are sent to one origin only, and taken from the parent window of that
 * origin only. A wrong `origin` in the address makes the browser drop every message; who may embed at all is the CSP's.
 */
export function createFrame(language: Language): Frame {
  const isFramed = document.documentElement.dataset.mode === 'embed' && window.parent !== window;
  const origin = isFramed ? new URLSearchParams(location.search).get('origin') : null;
  const listeners: (() => void)[] = [];
  let isOpen = true;

  const tell = (message: object): void => {
    if (origin) window.parent.postMessage({ source: 'waybill-desk', ...message }, origin);
  };
  const check = (): void => {
    if (isOpen && !document.hidden) for (const listener of listeners) listener();
  };
  document.addEventListener('visibilitychange', check);

  if (origin) {
    const close = find('close');
    close.hidden = false;
    close.addEventListener('click', () => tell({ kind: 'close' }));
    document.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape' && !defaultPrevented && !find<HTMLDialogElement>('ask').open) tell({ kind: 'close' });
    });
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.source !== window.parent || event.origin !== origin || !isMessage(event.data)) return;
      const { kind, value } = event.data;
      if (kind === 'shown') {
        isOpen = value === true;
        check();
      }
      const locale = LOCALES.find((known) => kind === 'locale' && known === value);
      if (locale) language.set(locale);
    });
    language.onChange((locale: Locale) => tell({ kind: 'locale', value: locale }));
    tell({ kind: 'ready' });
  }

  return {
    isSeen: () => isOpen && !document.hidden,
    onSeen: (listener) => void listeners.push(listener),
    tellUnread: (count) => tell({ kind: 'unread', value: count }),
  };
}

function isMessage(data: unknown): data is { readonly kind: string; readonly value?: unknown } {
  return typeof data === 'object' && data !== null && 'source' in data && data.source === 'waybill-desk' && 'kind' in data;
}
