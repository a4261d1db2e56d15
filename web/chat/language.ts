import { LOCALES, type Locale } from '../../core/types.ts';
import type { PageConfig } from './config.ts';
import { type TextKey, texts } from './texts.ts';

export interface Language {
  readonly locale: Locale;
  say(key: TextKey, values?: Readonly<Record<string, string>>): string;
  /** Changes every sentence on the page and remembers the choice for the next visit; does nothing when it is the present one. */
  set(locale: Locale): void;
  onChange(listener: (locale: Locale) => void): void;
  /** Gives an element a sentence that follows the language. */
  bind(element: HTMLElement, key: TextKey): void;
}

const YEAR_SECONDS = 31_536_000;

/** The page's language: at first that of the HTML, as the server chose it. */
export function createLanguage(config: PageConfig): Language {
  const root = document.documentElement;
  const listeners: ((locale: Locale) => void)[] = [];
  let locale = LOCALES.find((known) => known === root.dataset.locale) ?? 'zh-Hans';

  const say: Language['say'] = (key, values = {}) => {
    const known: Readonly<Record<string, string>> = { company: config.company[locale], example: config.example, ...values };
    return texts[key][locale].replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
  };

  function apply(): void {
    root.lang = locale;
    root.dataset.locale = locale;
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = say(element.dataset.text as TextKey);
    for (const element of document.querySelectorAll<HTMLElement>('[data-company]')) element.textContent = config.company[locale];
    for (const element of document.querySelectorAll<HTMLInputElement>('[data-placeholder]'))
      element.placeholder = say(element.dataset.placeholder as TextKey);
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
      const label = say(element.dataset.label as TextKey);
      element.setAttribute('aria-label', label);
      if (element.title) element.title = label;
    }
    for (const button of document.querySelectorAll('button[data-locale]'))
      button.setAttribute('aria-pressed', String(button.getAttribute('data-locale') === locale));
  }

  const language: Language = {
    get locale() {
      return locale;
    },
    say,
    set(next) {
      if (next === locale) return;
      locale = next;
      // Inside another site the cookie may be refused; the widget then passes ?lang= itself.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox and Safari before 18.4.
      document.cookie = `lang=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
      apply();
      for (const listener of listeners) listener(next);
    },
    onChange: (listener) => void listeners.push(listener),
    bind(element, key) {
      element.dataset.text = key;
      element.textContent = say(key);
    },
  };
  for (const button of document.querySelectorAll<HTMLElement>('button[data-locale]'))
    button.addEventListener('click', () => language.set(button.dataset.locale as Locale));
  return language;
}
