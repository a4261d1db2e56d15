import { type Activity, TurnContext } from 'botbuilder';
import { AppError } from '../../../core/errors.ts';
import { createId, hashText } from '../../../core/ids.ts';
import type { InboundMessage } from '../../../core/types.ts';
import { isObject } from '../../http/body.ts';

/** UTF-16 units. The bot reads 4,000 and tells the customer so; the rest of a huge text is not carried that far. */
const MAX_TEXT = 16_384;
/** Longest id kept as it is; of a longer one the hash, for the store's indexes. */
const MAX_ID = 128;

/** An activity that says where it comes from, as everything after the border may count on. */
export type AddressedActivity = Activity & { readonly from: { readonly id: string }; readonly recipient: { readonly id: string } };

/** @throws AppError INVALID_INPUT naming every field without which an activity can be neither understood nor answered. */
export function readActivity(body: Readonly<Record<string, unknown>>): AddressedActivity {
  const { type, channelId, serviceUrl, conversation, from, recipient } = body;
  const needed = {
    type,
    channelId,
    serviceUrl,
    'conversation.id': idOf(conversation),
    'from.id': idOf(from),
    'recipient.id': idOf(recipient),
  };
  const errors = Object.entries(needed)
    .filter(([, value]) => typeof value !== 'string' || value === '')
    .map(([field]) => ({ field, problem: 'must be a string of at least one character' }));
  if (errors.length > 0) throw new AppError('INVALID_INPUT', { errors });
  return body as unknown as AddressedActivity;
}

/**
 * The message in an activity: words, an event's name, or `join` when a person came in; undefined for kinds that need no turn
 * (typing, reactions, conversationUpdate for the bot alone …). `ownerId`: whose the conversation is, when it is opened by this.
 * Schema: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export function toInbound(activity: AddressedActivity): (InboundMessage & { readonly ownerId: string }) | undefined {
  const said = readSaid(activity);
  if (!said) return undefined;
  const { channelId, conversation, from, locale } = activity;
  const userId = toKey(`${channelId}:${said.userId ?? from.id}`);
  const ownerId = isShared(activity) ? toKey(`${channelId}:conversation:${conversation.id}`) : userId;
  return {
    channel: 'botframework',
    // Channels choose their ids as they like; ours is of one form, and two channels' never meet.
    conversationId: `bf-${hashText(`${channelId}\n${conversation.id}`).slice(0, 40)}`,
    userId,
    ownerId,
    clientKey: ownerId,
    providerMessageId: said.id,
    kind: said.kind,
    text: said.text,
    ...(typeof locale === 'string' && { localeHint: locale }),
    ...toAddress(activity),
  };
}

/** Where the conversation is, and apart from it which message an answer answers: the first stays the same. */
function toAddress(activity: AddressedActivity): Pick<InboundMessage, 'address' | 'answerTo'> {
  // Through JSON, as it comes back from the store.
  const { activityId, ...address } = JSON.parse(JSON.stringify(TurnContext.getConversationReference(activity)));
  return { address, ...(typeof activityId === 'string' && { answerTo: activityId }) };
}

/** Azure passes on what these channels' clients call themselves, unless their token forbids it, which an activity does not show. */
const SELF_NAMED: ReadonlySet<string> = new Set(['directline', 'webchat', 'directlinespeech', 'emulator']);

/** Cases belong to the conversation where its members are many, or not vouched for: else one could read another's by his id. */
function isShared({ channelId, conversation }: AddressedActivity): boolean {
  return conversation.isGroup === true || SELF_NAMED.has(channelId.toLowerCase());
}

interface Said extends Pick<InboundMessage, 'kind' | 'text'> {
  readonly id: string;
  readonly userId?: string;
}

function readSaid(activity: AddressedActivity): Said | undefined {
  const { type, id, name, recipient } = activity;
  const given = typeof id === 'string' && id !== '' ? toKey(id) : undefined;
  // Without the channel's id a repeat cannot be told from the same words said twice: better answered twice than not at all.
  if (type === 'message') return { kind: 'text', text: readText(activity), id: given ?? createId() };
  if (type === 'event' && typeof name === 'string' && name !== '')
    return { kind: 'event', text: name.replace(/^webchat\//, '').slice(0, MAX_ID), id: given ?? createId() };
  if (type !== 'conversationUpdate') return undefined;
  const members: readonly unknown[] = Array.isArray(activity.membersAdded) ? activity.membersAdded : [];
  const person = members.map(idOf).find((member) => member !== undefined && member !== recipient.id);
  return person === undefined ? undefined : { kind: 'event', text: 'join', id: given ?? 'join', userId: person };
}

/** A card's button may send its value alone. In groups the bot hears only what begins with its own name: that is left out. */
function readText({ text, value, entities, recipient }: AddressedActivity): string {
  let words = typeof text === 'string' && text !== '' ? text : typeof value === 'string' ? value : '';
  const mentions: readonly unknown[] = Array.isArray(entities) ? entities : [];
  for (const entity of mentions)
    if (isObject(entity) && idOf(entity.mentioned) === recipient.id && typeof entity.text === 'string')
      words = words.replace(entity.text, '').trim();
  return words.slice(0, MAX_TEXT);
}

function idOf(account: unknown): string | undefined {
  return isObject(account) && typeof account.id === 'string' ? account.id : undefined;
}

function toKey(id: string): string {
  return id.length <= MAX_ID ? id : hashText(id);
}
