import { find } from './config.ts';
import type { Language } from './language.ts';
import type { TextKey } from './texts.ts';

export interface Notice {
  /** Stays until another takes its place, or for `seconds`. */
  show(key: TextKey, more?: { values?: Readonly<Record<string, string>>; isGood?: boolean; seconds?: number }): void;
  /** Takes away this sentence, or whatever is shown. */
  hide(key?: TextKey): void;
}

/** The line under the header, in the page's language; read out politely by screen readers. */
export function createNotice(language: Language): Notice {
  const element = find('notice');
  let shown: { key: TextKey; values: Readonly<Record<string, string>> } | undefined;
  let timer = 0;

  const write = (): void => {
    if (shown) element.textContent = language.say(shown.key, shown.values);
  };
  language.onChange(write);

  const notice: Notice = {
    show(key, { values = {}, isGood = false, seconds } = {}) {
      clearTimeout(timer);
      shown = { key, values };
      element.hidden = false;
      element.classList.toggle('is-good', isGood);
      write();
      if (seconds !== undefined) timer = window.setTimeout(() => notice.hide(key), seconds * 1000);
    },
    hide(key) {
      if (key !== undefined && shown?.key !== key) return;
      shown = undefined;
      element.hidden = true;
    },
  };
  return notice;
}
