import { Redis } from 'ioredis';
import { createId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { StoredMessage } from '../core/services.ts';

/** Someone who shows messages as they are committed: the sockets of customers, the desks of agents. */
export interface FanoutListener {
  /** Messages of one conversation in order of `seq`, without gaps among themselves. Empty: look into the store, something is new. */
  onMessages(conversationId: string, messages: readonly StoredMessage[]): void;
  /** Messages of any conversation may have been missed: look into the store for each that is being shown. */
  onResume(): void;
}

/** Tells every instance what was committed on one. A hint, not a queue: it may lose messages, never the store. */
export interface Fanout {
  /** Reaches this process's listeners at once, other instances' soon, each once. Never throws; a message lost is followed by `onResume`. */
  publish(conversationId: string, messages: readonly StoredMessage[]): void;
  /** Returns the way to stop listening. */
  subscribe(listener: FanoutListener): () => void;
  close(): Promise<void>;
}

/** Fan-out within this process: what one instance needs. */
export function createLocalFanout(): Fanout {
  const listeners = new Set<FanoutListener>();
  return {
    publish(conversationId, messages) {
      for (const listener of listeners) listener.onMessages(conversationId, messages);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}

interface RedisFanoutOptions {
  readonly url: string;
  readonly log: Log;
  /** Products that share one Redis keep apart by it. Default `waybill-desk:messages`. */
  readonly channel?: string;
}

/**
 * Fan-out by Redis pub/sub. Resolves when listening, or at Redis's first refusal: then it keeps trying, this process's
 * listeners are served meanwhile, and `onResume` follows when Redis is back.
 */
export async function createRedisFanout({ url, log, channel = 'waybill-desk:messages' }: RedisFanoutOptions): Promise<Fanout> {
  const origin = createId();
  const listeners = new Set<FanoutListener>();
  // Resubscribing is ours: onResume must come after it, else what is published between the two is missed.
  const subscriber = new Redis(url, { lazyConnect: true, autoResubscribe: false, maxRetriesPerRequest: null });
  // No offline queue: what waited through an outage would arrive after the store was read, and fill memory meanwhile.
  const publisher = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  let hasLost = false;

  const resume = (): void => {
    for (const listener of listeners) listener.onResume();
  };
  const send = (wire: Wire): void => {
    publisher.publish(channel, JSON.stringify(wire)).catch((error: unknown) => {
      if (!hasLost) log.warn({ error }, 'Redis does not take messages: other instances show them when it is back');
      hasLost = true;
    });
  };
  publisher.on('ready', () => {
    if (hasLost) send({ origin, kind: 'resume' });
    hasLost = false;
  });
  subscriber.on('message', (_channel, text) => {
    const wire = parseWire(text);
    if (!wire) log.warn({ bytes: text.length }, 'A message on the Redis channel was not ours');
    else if (wire.origin === origin) return;
    else if (wire.kind === 'resume') resume();
    else for (const listener of listeners) listener.onMessages(wire.conversationId, wire.messages);
  });
  await Promise.all([startListening(subscriber, channel, resume, log), startSending(publisher)]);

  return {
    publish(conversationId, messages) {
      for (const listener of listeners) listener.onMessages(conversationId, messages);
      send({ origin, kind: 'messages', conversationId, messages });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      subscriber.disconnect();
      publisher.disconnect();
    },
  };
}

type Wire =
  | { readonly origin: string; readonly kind: 'resume' }
  | { readonly origin: string; readonly kind: 'messages'; readonly conversationId: string; readonly messages: readonly StoredMessage[] };

/** Undefined for what another program wrote on our channel. Our own messages are trusted: Redis is inside the company's network. */
function parseWire(text: string): Wire | undefined {
  try {
    const wire = JSON.parse(text) as Wire;
    if (wire.kind === 'resume') return wire;
    if (wire.kind !== 'messages' || !Array.isArray(wire.messages)) return undefined;
    return { ...wire, messages: wire.messages.map((message) => ({ ...message, createdAt: new Date(message.createdAt) })) };
  } catch {
    return undefined; // not JSON, or of another shape: the caller logs it
  }
}

function startListening(subscriber: Redis, channel: string, resume: () => void, log: Log): Promise<void> {
  let mayHaveMissed = false;
  return new Promise((resolve) => {
    subscriber.on('ready', async () => {
      try {
        await subscriber.subscribe(channel);
        if (mayHaveMissed) resume();
        mayHaveMissed = false;
        resolve();
      } catch (error) {
        log.warn({ error }, 'Redis refused the subscription: repeated at the next connection');
      }
    });
    subscriber.on('close', () => {
      mayHaveMissed = true;
    });
    subscriber.on('error', (error) => {
      if (!mayHaveMissed) log.warn({ error }, 'Redis does not answer: this instance goes on alone and keeps trying');
      mayHaveMissed = true;
      resolve();
    });
    subscriber.connect().catch(() => undefined); // told by 'error'
  });
}

function startSending(publisher: Redis): Promise<void> {
  return new Promise((resolve) => {
    publisher.once('ready', resolve);
    // Needed for good: an 'error' event without a listener ends the process. The outage itself is logged by the first lost message.
    publisher.on('error', () => resolve());
    publisher.connect().catch(() => undefined); // told by 'error'
  });
}
