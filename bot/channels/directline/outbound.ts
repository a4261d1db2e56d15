import type { Button, FileRef } from '../../../core/types.ts';
import { isLink } from '../../../rules/channels/degrade.ts';
import type { StoredMessage } from '../../../rules/conversations/types.ts';
import { toAdaptiveCard } from '../cards.ts';
import { toShownId } from './userIds.ts';

interface Presentation {
  readonly botName?: string | undefined;
  /** An absolute address the client can fetch without a header. */
  fileUrl(file: FileRef): string;
}

/** A stored message as a Bot Framework activity. Text is always plain: nobody's words become markup. */
export function toActivity(message: StoredMessage, presentation: Presentation): Record<string, unknown> {
  const { reply, role } = message;
  const attachments = [
    ...(message.files ?? []).map((file) => toFileAttachment(file, presentation.fileUrl(file))),
    ...(reply?.card ? [toAdaptiveCard(reply.card, reply.locale, reply.text)] : []),
  ];
  return {
    type: message.kind === 'event' ? 'event' : 'message',
    id: message.id,
    timestamp: message.createdAt.toISOString(),
    channelId: 'directline',
    from: role === 'customer' ? { id: toShownId(message.authorId), role: 'user' } : toSpeaker(message, presentation.botName),
    conversation: { id: message.conversationId },
    ...(message.kind === 'event' ? { name: message.text } : { text: reply?.text ?? message.text, textFormat: 'plain' }),
    ...(reply && { locale: reply.locale }),
    ...(message.replyToId !== undefined && { replyToId: message.replyToId }),
    ...(attachments.length > 0 && { attachments }),
    ...(reply?.buttons?.length && { suggestedActions: { to: [], actions: reply.buttons.map(toAction) } }),
    ...toChannelData(message),
  };
}

/** Clients know two roles; which of our people speaks is said in channelData for pages that show it. */
function toSpeaker({ authorId }: StoredMessage, name: string | undefined): object {
  return { id: authorId, role: 'bot', ...(name !== undefined && { name }) };
}

/** The customer's comes back as it was sent: the client finds its own message by it. */
function toChannelData({ role, channelData }: StoredMessage): object {
  if (role === 'customer') return channelData === undefined ? {} : { channelData };
  return role === 'bot' ? {} : { channelData: { sender: role } };
}

function toAction({ title, value }: Button): object {
  return { type: isLink(value) ? 'openUrl' : 'imBack', title, value };
}

function toFileAttachment({ contentType, name, thumbnailUrl }: FileRef, contentUrl: string): object {
  const shown = thumbnailUrl ?? (contentType.startsWith('image/') ? contentUrl : undefined);
  return { contentType, contentUrl, name, ...(shown !== undefined && { thumbnailUrl: shown }) };
}
