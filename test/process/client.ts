import { createOwnNumber } from '../../core/ownNumber.ts';
import type { Locale } from '../../core/types.ts';
import { type Product, poll } from './product.ts';

/** An answer of the product's HTTP. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body's JSON; `{}` when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly json: any;
}

/** What a chat's client reads of an activity. */
export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData?: { readonly clientActivityID?: string };
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown; readonly contentUrl?: string }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
}

/** A request; `body` is sent as JSON unless it is a string or bytes. @throws TypeError when the product cannot be reached. */
export async function call(url: string, method: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
    signal: AbortSignal.timeout(150_000),
  });
  const text = await response.text();
  let json: unknown = {};
  try {
    json = JSON.parse(text);
  } catch {
    // not JSON: the test looks at the text
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** The company's own system, by its key. */
export const callApi = ({ url, secrets }: Product, method: string, path: string, body?: unknown): Promise<Answered> =>
  call(`${url}/api/v1${path}`, method, body, { authorization: `Bearer ${secrets.API_KEY}` });

export const HOUR_MS = 3_600_000;

/** Invented, as are the phones. */
export const SENDER = {
  name: '王明达',
  phone: '17000008888',
  address: { country: 'CN', province: '广东省', city: '广州市', street: '测试路 1 号' },
};
export const RECIPIENT = {
  name: '李晓红',
  phone: '17000004321',
  address: { country: 'CN', province: '浙江省', city: '杭州市', street: '虚构街 22 号' },
};

/** The recipient's last four, and the words nobody may read before giving them. */
export const LAST_FOUR = '4321';
export const PERSONAL = [
  SENDER.name,
  SENDER.phone,
  SENDER.address.street,
  RECIPIENT.name,
  RECIPIENT.phone,
  RECIPIENT.address.street,
  '蓝牙耳机',
];

/** Pushes a shipment that was last scanned in 嘉兴 five hours ago; its number. @throws Error when the API refuses it. */
export async function pushParcel(
  product: Product,
  serial: number,
  more: Readonly<Record<string, unknown>> = {},
  text = '快件已到达【嘉兴转运中心】',
  status = 'IN_TRANSIT',
): Promise<string> {
  const number = createOwnNumber(serial);
  const shipment = { sender: SENDER, recipient: RECIPIENT, items: [{ description: '蓝牙耳机', quantity: 1 }], ...more };
  const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
  const events = [
    { occurredAt: hoursAgo(20), status: 'PICKED_UP', text: '【广州天河网点】已揽收', location: { city: '广州' } },
    { occurredAt: hoursAgo(5), status, text, location: { city: '嘉兴' } },
  ];
  const put = await callApi(product, 'PUT', `/shipments/${number}`, shipment);
  const posted = await callApi(product, 'POST', `/shipments/${number}/events`, { events });
  if (put.status !== 201 || posted.status !== 202)
    throw new Error(`The API refused a shipment: ${put.status} ${put.text} ${posted.status} ${posted.text}`);
  return number;
}

/** A conversation over Direct Line, as a client that polls has it. */
export interface Chat {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  /** Goes on at another instance, or at the same after a restart. */
  at(product: Product): Chat;
  /** Posts an activity, or whatever else is given as the body. */
  post(activity: unknown): Promise<Answered>;
  /** Says something and waits for what the bot replies to it. */
  ask(text: string, activity?: object): Promise<Activity[]>;
  history(watermark?: string): Promise<{ activities: Activity[]; watermark: string }>;
}

export interface ChatOptions {
  readonly locale?: Locale;
  /** The client's address, where the product trusts its proxy. */
  readonly address?: string;
  /** A token that exists already; default: one from the company's backend, for an anonymous visitor. */
  readonly token?: string;
  /** What the client calls its user, by the API's words or others. */
  readonly named?: object;
}

/** Begins a conversation, or resumes the token's. */
export async function openChat(product: Product, { locale = 'zh-Hans', address, token, named = {} }: ChatOptions = {}): Promise<Chat> {
  const forwarded: Record<string, string> = address ? { 'x-forwarded-for': address } : {};
  const root = `${product.url}/v3/directline`;
  const bearer = (credential: string) => ({ ...forwarded, authorization: `Bearer ${credential}` });
  const generated = token ?? (await call(`${root}/tokens/generate`, 'POST', {}, bearer(product.secrets.DIRECT_LINE_SECRET))).json.token;
  const begun = await call(`${root}/conversations`, 'POST', { locale, ...named }, bearer(generated));
  if (begun.status !== 201 && begun.status !== 200) throw new Error(`No conversation: ${begun.status} ${begun.text}`);
  return createChat(product, begun.json, { locale, headers: bearer(begun.json.token) });
}

interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

function createChat(product: Product, begun: Begun, how: { locale: Locale; headers: Record<string, string> }): Chat {
  const { conversationId } = begun;
  const url = `${product.url}/v3/directline/conversations/${conversationId}/activities`;
  const chat: Chat = {
    ...begun,
    at: (other) =>
      createChat(other, { ...begun, streamUrl: begun.streamUrl.replace(/^ws:\/\/[^/]+/, other.url.replace('http', 'ws')) }, how),
    post: (activity) => call(url, 'POST', activity, how.headers),
    async ask(text, activity = {}) {
      const sent = await chat.post({ type: 'message', text, locale: how.locale, ...activity });
      if (sent.status !== 200) throw new Error(`Refused: ${sent.status} ${sent.text}`);
      return poll(15_000, `“${text.slice(0, 40)}” is answered`, async () => {
        const replies = repliesTo(sent.json.id, (await chat.history()).activities);
        return replies.length > 0 ? replies : undefined;
      });
    },
    async history(watermark) {
      const query = watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
      const { status, json, text } = await call(url + query, 'GET', undefined, how.headers);
      if (status !== 200) throw new Error(`No history: ${status} ${text}`);
      return json;
    },
  };
  return chat;
}

export const repliesTo = (id: string, activities: readonly Activity[]): Activity[] =>
  activities.filter(({ replyToId }) => replyToId === id);

/** All that a person could read in these activities: texts, cards, buttons. */
export const readable = (activities: readonly Activity[]): string =>
  activities
    .map(({ text, attachments, suggestedActions }) =>
      [text, JSON.stringify(attachments ?? ''), JSON.stringify(suggestedActions ?? '')].join(' '),
    )
    .join('\n');

/** A message a client keeps until it is acknowledged, and sends again under the same id when it was not. */
export interface Sent {
  /** The client's own id of it. */
  readonly clientId: string;
  /** The id the product acknowledged it with. */
  id?: string;
}

/** Sends a greeting, which is answered by one message; false when it was not acknowledged, whether refused or lost. */
export async function send(chat: Chat, message: Sent): Promise<boolean> {
  const activity = { type: 'message', text: '你好', locale: 'zh-Hans', channelData: { clientActivityID: message.clientId } };
  const answer = await chat.post(activity).catch(() => undefined);
  if (answer?.status !== 200) return false;
  message.id = answer.json.id;
  return true;
}

/**
 * What is wrong with a conversation that was sent these messages; empty when nothing is: each acknowledged one is there once
 * under the id it was acknowledged with, each that is there is answered once, the numbers have no gap.
 */
export async function findFaults(chat: Chat, sent: readonly Sent[]): Promise<string[]> {
  const { activities, watermark } = await chat.history();
  const faults: string[] = [];
  // The watermark is the number of the last message, counted from 1: it equals their count only without gaps and repeats.
  if (Number(watermark) !== activities.length) faults.push(`${activities.length} messages, but the last has number ${watermark}`);
  if (new Set(activities.map(({ id }) => id)).size !== activities.length) faults.push('two messages have the same id');
  for (const { clientId, id } of sent) {
    const stored = activities.filter(({ from, channelData }) => from.role === 'user' && channelData?.clientActivityID === clientId);
    if (stored.length > 1 || (id !== undefined && stored.length === 0)) faults.push(`${clientId} is there ${stored.length} times`);
    if (id !== undefined && stored.some((message) => message.id !== id)) faults.push(`${clientId} has another id than was acknowledged`);
    for (const message of stored) {
      const replies = repliesTo(message.id, activities).length;
      if (replies !== 1) faults.push(`${clientId} was answered ${replies} times`);
    }
  }
  return faults;
}
