import { say } from '../../core/i18n.ts';
import type { Button, Reply, Text } from '../../core/types.ts';
import type { Capabilities } from './capabilities.ts';

const texts = {
  choose: {
    'zh-Hans': '回复数字就行，比如 {first}。',
    'zh-Hant': '回覆數字即可，例如 {first}。',
    en: 'Reply with the number, e.g. {first}.',
  },
} satisfies Readonly<Record<string, Text>>;

/** What a message offers to be pressed, as the channel shows it: choosing one says its value. */
export interface Shown {
  readonly choices: readonly Button[];
  /** Whether the customer saw numbers before them. */
  readonly isNumbered: boolean;
}

/** A button whose value is an address opens it: pages behind links are reached so, as plain text has no links. */
export function isLink(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value);
}

/** What `reply` offers on a channel: the buttons of its card first, then its own; links are no choices. */
export function shownOf(reply: Reply, { buttons }: Pick<Capabilities, 'buttons'>): Shown | undefined {
  const choices = listButtons(reply).filter(({ value }) => !isLink(value));
  return choices.length === 0 ? undefined : { choices, isNumbered: choices.length > buttons };
}

const listButtons = ({ card, buttons = [] }: Reply): readonly Button[] => [...(card?.buttons ?? []), ...buttons];

/**
 * A reply as the messages of a channel: a card it cannot draw is left to the text, buttons it cannot show become numbered lines, links
 * lines of their own, and a text that is too long several messages. The last message has the buttons.
 */
export function degrade(reply: Reply, capabilities: Capabilities): readonly Reply[] {
  const { card, buttons, ...rest } = reply;
  const all = listButtons(reply);
  const hasButtons = all.length <= capabilities.buttons;
  const text = hasButtons ? reply.text : [reply.text, ...toLines(all, reply)].join('\n');
  const parts = split(text, capabilities.longestText);
  const last: Reply = {
    ...rest,
    text: parts.at(-1) ?? '',
    ...(card && capabilities.cards && { card: hasButtons ? card : { ...card, buttons: [] } }),
    // Without its card, the card's buttons are the message's.
    ...(hasButtons && all.length > 0 && { buttons: capabilities.cards ? (buttons ?? []) : all }),
  };
  return [...parts.slice(0, -1).map((part): Reply => ({ ...rest, text: part })), last];
}

function toLines(buttons: readonly Button[], { locale }: Reply): readonly string[] {
  const choices = buttons.filter(({ value }) => !isLink(value));
  const links = buttons.filter(({ value }) => isLink(value)).map(({ title, value }) => `${title}: ${value}`);
  if (choices.length === 0) return links;
  return [...links, ...choices.map(({ title }, at) => `${at + 1}. ${title}`), say(texts.choose, locale, { first: 1 })];
}

/** At the end of a paragraph, a sentence, or a word, whichever leaves more than half; never inside a character. */
function split(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const head = rest.slice(0, longest);
    const ends = ['\n', '。', '. ', '，', ' ']
      .map((mark) => head.lastIndexOf(mark) + mark.trimEnd().length)
      .filter((end) => end > longest / 2);
    const end = ends[0] ?? (/[\ud800-\udbff]$/.test(head) ? longest - 1 : longest);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}
