import type { Locale } from '../../core/types.ts';
import { TAGS } from './tags.ts';

/** A conversation this browser holds the token of. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** The bot has been told that the customer came, and greets only once. */
  readonly hasJoined: boolean;
  /** The demo customer it is signed in as. */
  readonly customer?: string;
}

export interface OpenedSession {
  readonly session: Session;
  /** `lost`: there was a conversation, and the server did not let us back into it. */
  readonly kind: 'new' | 'resumed' | 'lost';
}

const KEY = 'waybill-desk.chat';
/** A token this near its end is replaced before use. */
const MARGIN_MS = 60_000;
let inMemory: string | undefined;

/** The stored conversation; storage may be forbidden (private mode, third-party frame), then it lives as long as the page. */
export function loadSession(): Session | undefined {
  try {
    const stored: unknown = JSON.parse(readStored() ?? 'null');
    return isSession(stored) ? stored : undefined;
  } catch {
    return undefined; // Damaged by hand or by an older release: as if there were none.
  }
}

export function saveSession(session: Session | undefined): void {
  inMemory = session && JSON.stringify(session);
  try {
    if (inMemory === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, inMemory);
  } catch {
    // Forbidden or full: the copy in memory serves this page.
  }
}

/**
 * Back into the stored conversation, or a new one. Saves what it opened.
 * @throws TypeError when the server cannot be reached, Error when it refuses.
 */
export async function openSession(locale: Locale, customer?: string): Promise<OpenedSession> {
  const stored = loadSession();
  const resumed = stored && (await refreshSession(stored));
  if (resumed) return { session: resumed, kind: 'resumed' };
  const previous = stored && { conversationId: stored.conversationId, token: stored.token };
  const answer = (await post('/chat/token', { locale, ...previous, ...(customer !== undefined && { customer }) })) as
    | TokenAnswer
    | undefined;
  if (!answer) throw new Error('The server gave no token.');
  const isSame = stored?.conversationId === answer.conversationId;
  const session: Session = {
    ...toSession(answer, stored?.userId ?? ''),
    hasJoined: isSame && stored.hasJoined,
    ...(customer !== undefined && { customer }),
  };
  saveSession(session);
  return { session, kind: isSame ? 'resumed' : stored ? 'lost' : 'new' };
}

/** The same conversation with a fresh token; undefined when the server refuses the old one. Saves it. */
async function refreshSession(stored: Session): Promise<Session | undefined> {
  if (stored.expiresAt - MARGIN_MS < Date.now()) return undefined;
  const answer = (await post('/v3/directline/tokens/refresh', {}, stored.token)) as TokenAnswer | undefined;
  if (!answer) return undefined;
  const session: Session = { ...stored, token: answer.token, expiresAt: Date.now() + answer.expires_in * 1000 };
  saveSession(session);
  return session;
}

/** Where the stream of a conversation is read, for a client that had to change its token. */
export async function findStreamUrl({ token, conversationId }: Session, watermark: string): Promise<string> {
  const response = await fetch(`/v3/directline/conversations/${conversationId}?watermark=${encodeURIComponent(watermark)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`The conversation was refused with status ${response.status}.`);
  return ((await response.json()) as { streamUrl: string }).streamUrl;
}

/**
 * Tells the bot that the customer came, so that its greeting is made while Web Chat is still on its way. False when the server took no
 * notice: it is then told again over Web Chat. Saves the session.
 */
export async function join(session: Session, locale: Locale): Promise<boolean> {
  const event = { type: 'event', name: 'join', value: locale, locale: TAGS[locale], from: { id: session.userId } };
  try {
    if (!(await post(`/v3/directline/conversations/${session.conversationId}/activities`, event, session.token))) return false;
  } catch (error) {
    console.warn('The bot could not be told at once that somebody came.', error);
    return false;
  }
  saveSession({ ...session, hasJoined: true });
  return true;
}

/** The bot's first words in a conversation; undefined while there are none, and when they cannot be read: Web Chat shows them anyway. */
export async function readGreeting({ token, conversationId }: Session): Promise<string | undefined> {
  try {
    const response = await fetch(`/v3/directline/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { activities = [] } = (await response.json()) as {
      activities?: readonly { type: string; text?: string; from: { role?: string } }[];
    };
    return activities.find(({ type, from }) => type === 'message' && from.role === 'bot')?.text;
  } catch {
    return undefined;
  }
}

interface TokenAnswer {
  readonly token: string;
  readonly conversationId: string;
  readonly expires_in: number;
  readonly userId?: string;
}

/** Undefined for a refusal (4xx); throws when the server fails or cannot be reached. */
async function post(path: string, body: object, token?: string): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (response.ok) return response.json();
  if (response.status >= 500 || response.status === 429) throw new Error(`${path} answered ${response.status}.`);
  return undefined;
}

function toSession({ token, conversationId, expires_in, userId }: TokenAnswer, fallbackUserId: string): Session {
  return { token, conversationId, userId: userId ?? fallbackUserId, expiresAt: Date.now() + expires_in * 1000, hasJoined: false };
}

function readStored(): string | null | undefined {
  try {
    return localStorage.getItem(KEY) ?? inMemory;
  } catch {
    return inMemory;
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { token, conversationId, userId, expiresAt } = value as Record<string, unknown>;
  return typeof token === 'string' && typeof conversationId === 'string' && typeof userId === 'string' && typeof expiresAt === 'number';
}
