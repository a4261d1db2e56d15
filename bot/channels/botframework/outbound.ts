import type { Activity, ConversationReference } from 'botbuilder';
import type { Button, Reply } from '../../../core/types.ts';
import { isObject } from '../../http/body.ts';
import { isLink, toAdaptiveCard } from '../directline/cards.ts';

/** What was left in the outbox for this channel. */
export interface Delivery {
  readonly reference: Partial<ConversationReference> & { readonly serviceUrl: string };
  readonly replies: readonly Reply[];
}

/** @throws Error when the payload is not one of ours: the row is at fault, not the connector. */
export function readDelivery({ address, replies, answerTo }: Readonly<Record<string, unknown>>): Delivery {
  if (!isObject(address) || typeof address.serviceUrl !== 'string' || !Array.isArray(replies))
    throw new Error('the outbox entry holds no address and replies of the Bot Framework channel');
  const reference = { ...(address as Delivery['reference']), ...(typeof answerTo === 'string' && { activityId: answerTo }) };
  return { reference, replies: replies as readonly Reply[] };
}

/** A reply as an activity. Text is plain: nobody's words become markup. Channels without cards or buttons show the text. */
export function toActivity({ text, locale, card, buttons }: Reply): Partial<Activity> {
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    locale,
    ...(card && { attachments: [toAdaptiveCard(card, locale, text)] as NonNullable<Activity['attachments']> }),
    ...(buttons?.length && { suggestedActions: { to: [], actions: buttons.map(toAction) } }),
  };
}

function toAction({ title, value }: Button): NonNullable<Activity['suggestedActions']>['actions'][number] {
  return { type: isLink(value) ? 'openUrl' : 'imBack', title, value };
}
