import { create, find } from './config.ts';
import type { Language } from './language.ts';

/** What stands in the card until Web Chat is there: greeting, quick answers and a field that already work. */
export interface Opening {
  /** Puts the bot's own words in the place of the page's, so that nothing changes when Web Chat shows them. */
  greet(words: string): void;
  /** True when the words were kept for later: the client is not ready yet. They appear as the customer's own line. */
  keep(words: string, wish?: Wish): boolean;
  /** Hands over what was kept, in order; later words are no longer kept. */
  takeKept(): readonly Kept[];
  /** What stands in the field, not yet sent, and whether the customer is at it. */
  takeDraft(): { readonly text: string; readonly isFocused: boolean };
  /** Puts the cursor into its field; false when the client has taken its place. */
  focus(): boolean;
  leave(): void;
  /** Back to the beginning, for a new conversation. */
  enter(): void;
}

/** What a form of the page is for, by the bot's name: its words are no answer to a question that is open in the chat. */
export type Wish = 'track_shipment';

export interface Kept {
  readonly words: string;
  readonly wish?: Wish;
}

const LEAVE_MS = 180;

export function createOpening(language: Language, say: (words: string) => void): Opening {
  const element = find('opening');
  const log = find('opening-log');
  const form = find<HTMLFormElement>('composer');
  const field = form.elements.namedItem('message') as HTMLInputElement;
  const greeting = log.querySelector<HTMLElement>('[data-text="greeting"]');
  let kept: Kept[] = [];
  let isKeeping = true;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = field.value.trim();
    field.value = '';
    if (words) say(words);
  });

  return {
    greet(words) {
      if (!greeting) return;
      greeting.textContent = words;
      greeting.dataset.from = 'bot';
    },
    keep(words, wish) {
      if (!isKeeping) return false;
      kept.push({ words, ...(wish && { wish }) });
      const line = create('div', '', 'line is-own');
      line.append(create('p', words, 'bubble'));
      log.append(line);
      log.scrollTop = log.scrollHeight;
      return true;
    },
    takeKept() {
      isKeeping = false;
      const taken = kept;
      kept = [];
      return taken;
    },
    takeDraft() {
      const draft = { text: field.value, isFocused: document.activeElement === field };
      field.value = '';
      return draft;
    },
    focus() {
      if (element.inert) return false;
      field.focus();
      return true;
    },
    leave() {
      element.classList.add('is-leaving');
      element.inert = true;
      setTimeout(() => {
        element.hidden = element.classList.contains('is-leaving');
      }, LEAVE_MS);
    },
    enter() {
      isKeeping = true;
      kept = [];
      if (greeting) {
        language.bind(greeting, 'greeting');
        delete greeting.dataset.from;
      }
      for (const line of log.querySelectorAll('.is-own')) line.remove();
      element.classList.remove('is-leaving');
      element.inert = false;
      element.hidden = false;
    },
  };
}
