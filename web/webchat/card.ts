import { hooks } from 'botframework-webchat-component';
import { createElement, type Element, useEffect, useRef } from 'react-16';
import type { CardContent } from './cardContent.ts';

interface Attachment {
  readonly contentType: string;
  readonly content?: CardContent;
}

type Draw<T> = (args: { readonly attachment: Attachment }) => T;

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
/** Fetched beside Web Chat: an answer to the first message may already be a card. */
const drawing = import('./drawCard.ts');

/** Draws Adaptive Cards in the transcript; Web Chat draws everything else by itself. */
export const attachmentMiddleware = () => (next: Draw<Element>) => (args: Parameters<Draw<Element>>[0]) =>
  args.attachment.contentType === ADAPTIVE_CARD ? createElement(Card, { content: args.attachment.content }) : next(args);

/** What a screen reader is told of a card when it comes: its words and the names of its buttons. */
export const attachmentForScreenReaderMiddleware = () => (next: Draw<(() => Element) | false>) => (args: Parameters<Draw<Element>>[0]) =>
  args.attachment.contentType === ADAPTIVE_CARD ? () => createElement(CardInWords, { content: args.attachment.content }) : next(args);

function Card({ content }: { readonly content: CardContent }): Element {
  const place = useRef<HTMLDivElement>(null);
  const perform = hooks.usePerformCardAction();
  const scrollToEnd = hooks.useScrollToEnd();
  // What is drawn once answers with what is current when it is pressed.
  const press = useRef<typeof perform>(null);
  press.current = (action) => {
    perform(action);
    if (action.type === 'imBack') scrollToEnd();
  };
  useEffect(() => {
    let isWanted = true;
    drawing.then(
      ({ drawCard }) => isWanted && place.current?.replaceChildren(drawCard(content, (action) => press.current?.(action))),
      (error: unknown) => console.warn('A card could not be drawn: its words are shown.', error),
    );
    return () => {
      isWanted = false;
    };
  }, [content]);
  return createElement('div', { className: 'webchat__adaptive-card-renderer', ref: place });
}

function CardInWords({ content: { speak = '', actions = [] } }: { readonly content: CardContent }): Element {
  const localize = hooks.useLocalizer();
  const buttons = actions.map(({ title }) => createElement('button', { key: title, tabIndex: -1, type: 'button' }, title));
  return createElement('article', null, createElement('div', null, localize('ATTACHMENT_CARD', speak, '', '')), ...buttons);
}
