import type { Activity, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { Button, Reply } from '../../../core/types.ts';
import { type Capabilities, FULL } from '../../../rules/channels/capabilities.ts';
import { degrade, isLink } from '../../../rules/channels/degrade.ts';
import { toAdaptiveCard } from '../cards.ts';

/** Azure passes cards and buttons on to what its channels can draw; each unasked message may have a price there. */
export const CAPABILITIES: Capabilities = { ...FULL, proactive: 'dear' };

/** What was left in the outbox for this channel. */
export interface Delivery {
  readonly reference: Partial<ConversationReference> & { readonly serviceUrl: string };
  readonly replies: readonly Reply[];
}

/** What of a delivery's payload is relied on. */
export const DELIVERY = z
  .looseObject({ address: z.looseObject({ serviceUrl: z.string() }), replies: z.array(z.looseObject({})), answerTo: z.string().optional() })
  .transform(({ address, replies, answerTo }): Delivery => {
    const reference = { ...(address as Delivery['reference']), ...(answerTo !== undefined && { activityId: answerTo }) };
    return { reference, replies: replies as unknown as readonly Reply[] };
  });

/** A reply as the activities of this channel. */
export const toActivities = (reply: Reply): Partial<Activity>[] => degrade(reply, CAPABILITIES).map(toActivity);

/** A reply as an activity. Text is plain: nobody's words become markup. Channels without cards or buttons show the text. */
function toActivity({ text, locale, card, buttons }: Reply): Partial<Activity> {
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
