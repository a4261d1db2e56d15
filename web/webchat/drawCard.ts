import { AdaptiveCard, GlobalSettings, HostConfig, OpenUrlAction, SerializationContext, SubmitAction } from 'adaptivecards';
import type { CardContent } from './cardContent.ts';
import { hostConfig } from './cardLook.ts';

interface Press {
  readonly type: 'imBack' | 'openUrl';
  readonly title: string | undefined;
  readonly value: string;
}

GlobalSettings.setTabIndexAtCardRoot = false;

/** An element showing the card. A pressed button says so to screen readers: it was the customer's decision. */
export function drawCard(content: CardContent, onPress: (press: Press) => void): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.parse(content, new SerializationContext());
  card.onExecuteAction = (action) => {
    action.renderedElement?.setAttribute('aria-pressed', 'true');
    if (action instanceof OpenUrlAction && action.url) onPress({ type: 'openUrl', title: action.title, value: action.url });
    if (action instanceof SubmitAction && typeof action.data === 'string')
      onPress({ type: 'imBack', title: action.title, value: action.data });
  };
  const element = card.render();
  if (!element) throw new Error('The card drew nothing.');
  // The library makes them items of a menu; they are buttons. A label needs a role to belong to.
  for (const button of element.querySelectorAll('.ac-pushButton')) {
    for (const name of ['aria-posinset', 'aria-setsize', 'role']) button.removeAttribute(name);
    button.setAttribute('aria-pressed', 'false');
  }
  element.setAttribute('role', element.querySelector('button') && element.hasAttribute('aria-label') ? 'form' : 'figure');
  return element;
}
