import { AppError } from '../../../core/errors.ts';
import { INTENTS, type InboundMessage } from '../../../core/types.ts';
import { isObject } from '../../http/body.ts';
import type { Caller } from './access.ts';
import { createMessageId } from './unsure.ts';

import { isUserId, toChosenId } from './userIds.ts';

/** UTF-8. The bot reads 4,000 characters; this much is taken so that a pasted mail is not refused. */
const MAX_TEXT_BYTES = 16 * 1024;
const MAX_CHANNEL_DATA_BYTES = 32 * 1024;
/** Characters of an address, and addresses in a message, that are kept. */
const MAX_LINK = 2000;
const MAX_LINKS = 5;
/** Deeper data would overflow the stack of whoever writes it out again. */
const MAX_DEPTH = 32;
const LANGUAGE_TAG = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}$/;
const PROVIDER_ID = /^[\x21-\x7e]{1,128}$/;

type Envelope = Pick<InboundMessage, 'conversationId' | 'clientKey'> & { readonly caller: Caller };

/**
 * The message in a client's activity; undefined for kinds that need no turn (typing, conversationUpdate …). Of the client's
 * words only type, text, value, name, locale, channelData and the addresses of attachments count: from, role, recipient and the like are ours to say.
 * @throws AppError INVALID_INPUT without a type; BODY_TOO_LARGE for text over 16 KB or channelData over 32 KB.
 */
export function toInbound(activity: Readonly<Record<string, unknown>>, envelope: Envelope): InboundMessage | undefined {
  const { type, locale } = activity;
  if (typeof type !== 'string' || type === '')
    throw new AppError('INVALID_INPUT', { errors: [{ path: 'type', message: 'must be a string, such as "message"' }] });
  if (type !== 'message' && type !== 'event') return undefined;
  const { caller, conversationId, clientKey } = envelope;
  const channelData = readChannelData(activity.channelData);
  return {
    channel: 'directline',
    conversationId,
    clientKey,
    userId: readAuthor(activity, caller),
    providerMessageId: readProviderId(channelData),
    kind: type === 'event' ? 'event' : 'text',
    text: type === 'event' ? readEventName(activity) : readText(activity),
    ...(type === 'message' && { ...readLinks(activity), ...readWish(channelData) }),
    ...(typeof locale === 'string' && LANGUAGE_TAG.test(locale) && { localeHint: locale }),
    ...(channelData !== undefined && { channelData }),
  };
}

/** A card's button may send its value alone: Web Chat posts a string value without text for some of them. */
function readText({ text, value }: Readonly<Record<string, unknown>>): string {
  const words = typeof text === 'string' && text !== '' ? text : typeof value === 'string' ? value : '';
  if (Buffer.byteLength(words) > MAX_TEXT_BYTES) throw new AppError('BODY_TOO_LARGE', { maxTextBytes: MAX_TEXT_BYTES });
  return toStorable(words);
}

/**
 * Attachments by address, as Microsoft's service takes them: the server of the address would be called by us, wherever it leads,
 * so the file stays where it is and the words are kept.
 */
function readLinks({ attachments }: Readonly<Record<string, unknown>>): Pick<InboundMessage, 'links'> {
  const named = (Array.isArray(attachments) ? attachments : []).flatMap((one: unknown) =>
    isObject(one) && typeof one.contentUrl === 'string' && one.contentUrl !== '' ? [one.contentUrl] : [],
  );
  const links = named.filter((url) => url.length <= MAX_LINK && /^https?:\/\/[^\s\p{C}]+$/iu.test(url)).slice(0, MAX_LINKS);
  return named.length > 0 ? { links } : {};
}

/** `channelData.wish`, an intent by its name: the page has a field of its own for tracking. */
function readWish(channelData: unknown): Pick<InboundMessage, 'wish'> {
  const wish = isObject(channelData) ? INTENTS.find((intent) => intent === channelData.wish) : undefined;
  return wish ? { wish } : {};
}

/** As the client gave it, since it is echoed: the bot knows `webchat/join` of Web Chat's samples for `join`. */
function readEventName({ name }: Readonly<Record<string, unknown>>): string {
  if (typeof name !== 'string' || name === '' || name.length > 100)
    throw new AppError('INVALID_INPUT', { errors: [{ path: 'name', message: 'must be 1 to 100 characters' }] });
  return toStorable(name);
}

/** What is shown as the author to the client, which finds its own messages by it. Whose the conversation is was fixed when it began. */
function readAuthor({ from }: Readonly<Record<string, unknown>>, caller: Caller): string {
  const named = isObject(from) && isUserId(from.id) ? from.id : undefined;
  if (caller.kind === 'secret') return named ?? 'user';
  if (caller.session.isUserForced || named === undefined) return caller.session.userId;
  return toChosenId(named);
}

/** The client's own id of the message, the same when it sends again after a time-out. Web Chat and the official client spell it differently. */
function readProviderId(channelData: unknown): string {
  const id = isObject(channelData) ? (channelData.clientActivityID ?? channelData.clientActivityId) : undefined;
  return typeof id === 'string' && PROVIDER_ID.test(id) ? id : createMessageId();
}

function readChannelData(data: unknown): unknown {
  if (!isObject(data)) return undefined;
  const storable = toStorableValue(data, 0);
  if (Buffer.byteLength(JSON.stringify(storable)) > MAX_CHANNEL_DATA_BYTES)
    throw new AppError('BODY_TOO_LARGE', { maxChannelDataBytes: MAX_CHANNEL_DATA_BYTES });
  return storable;
}

function toStorableValue(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH)
    throw new AppError('INVALID_INPUT', { errors: [{ path: 'channelData', message: `is nested deeper than ${MAX_DEPTH}` }] });
  if (typeof value === 'string') return toStorable(value);
  if (Array.isArray(value)) return value.map((item) => toStorableValue(item, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [toStorable(key), toStorableValue(item, depth + 1)]));
}

/** PostgreSQL takes neither U+0000 in text nor half a surrogate pair in jsonb; anything else is left as it came. */
export function toStorable(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
