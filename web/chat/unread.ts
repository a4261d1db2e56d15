import type { Frame } from './frame.ts';
import type { Language } from './language.ts';

export interface Unread {
  /** One more message the customer has not seen; nothing when he sees it. */
  count(): void;
}

/** Unread messages in the tab's title, and on the widget's button. */
export function createUnread(language: Language, frame: Frame): Unread {
  let unread = 0;
  const show = (): void => {
    const title = language.say('documentTitle');
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
    frame.tellUnread(unread);
  };
  frame.onSeen(() => {
    unread = 0;
    show();
  });
  language.onChange(show);
  return {
    count() {
      if (frame.isSeen()) return;
      unread += 1;
      show();
    },
  };
}
