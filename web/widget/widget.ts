import { chooseLocale, toLocale } from '../../core/i18n.ts';
import type { Locale } from '../../core/types.ts';
import { drawings, style } from './style.ts';
import { texts } from './texts.ts';

/** What a site may do with the chat; the one global the widget makes. */
interface WaybillDesk {
  open(): void;
  close(): void;
  /** `zh-Hans`, `zh-Hant` or `en`; anything else is ignored. */
  setLocale(locale: string): void;
}

declare global {
  interface Window {
    WaybillDesk?: WaybillDesk;
  }
}

const KEY = 'waybill-desk.open';
const script = document.currentScript as HTMLScriptElement | null;

// A tag that was put in twice makes one widget.
if (script && !window.WaybillDesk) start(new URL(script.src).origin, chooseLocale([script.dataset.locale, document.documentElement.lang]));

function start(origin: string, firstLocale: Locale): void {
  let locale = firstLocale;
  let unread = 0;
  let frame: HTMLIFrameElement | undefined;
  let isOpen = false;

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  const drawing = document.createElement('span');
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.setAttribute('aria-hidden', 'true');
  button.append(drawing, badge);
  root.append(sheet, button);

  const tell = (kind: string, value: unknown): void => frame?.contentWindow?.postMessage({ source: 'waybill-desk', kind, value }, origin);

  function show(): void {
    const text = isOpen ? texts.close : unread > 0 ? texts.openUnread : texts.open;
    button.setAttribute('aria-label', text[locale].replace('{count}', String(unread)));
    button.setAttribute('aria-expanded', String(isOpen));
    drawing.innerHTML = isOpen ? drawings.close : drawings.open;
    badge.hidden = isOpen || unread === 0;
    badge.textContent = unread > 99 ? '99+' : String(unread);
    if (frame) {
      frame.hidden = !isOpen;
      frame.title = texts.frame[locale];
    }
  }

  /** The chat is fetched at its first opening, not with the host's page. */
  function createFrame(): HTMLIFrameElement {
    const made = document.createElement('iframe');
    made.className = 'frame';
    made.src = `${origin}/?embed=1&lang=${locale}&origin=${encodeURIComponent(location.origin)}`;
    made.setAttribute('allow', 'clipboard-write');
    root.insertBefore(made, button);
    return made;
  }

  function set(open: boolean, moveFocus: boolean): void {
    isOpen = open;
    if (open) frame ??= createFrame();
    remember(open);
    show();
    tell('shown', open);
    if (!moveFocus) return;
    if (open) frame?.focus();
    else button.focus();
  }

  const api: WaybillDesk = {
    open: () => set(true, true),
    close: () => set(false, true),
    setLocale(next) {
      locale = toLocale(next) ?? locale;
      show();
      tell('locale', locale);
    },
  };

  button.addEventListener('click', () => set(!isOpen, true));
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && isOpen && !defaultPrevented) api.close();
  });
  window.addEventListener(
    'message',
    ({ data, origin: from, source }: MessageEvent<{ source?: string; kind?: string; value?: unknown } | null>) => {
      if (from !== origin || !frame || source !== frame.contentWindow || data?.source !== 'waybill-desk') return;
      if (data.kind === 'ready') tell('shown', isOpen);
      if (data.kind === 'close') api.close();
      if (data.kind === 'locale') locale = toLocale(String(data.value)) ?? locale;
      if (data.kind === 'unread' && typeof data.value === 'number') unread = data.value;
      show();
    },
  );

  show();
  const attach = (): void => {
    document.body.append(host);
    // The conversation itself is kept by the chat's own page.
    if (wasOpen()) set(true, false);
  };
  if (document.body) attach();
  else document.addEventListener('DOMContentLoaded', attach);
  window.WaybillDesk = api;
}

function remember(isOpen: boolean): void {
  try {
    sessionStorage.setItem(KEY, isOpen ? '1' : '0');
  } catch {
    // Storage is forbidden here: the chat stays closed after a reload.
  }
}

function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}
