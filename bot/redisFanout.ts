import { Redis, type RedisOptions } from 'ioredis';
import { createId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { StoredMessage } from '../rules/conversations/types.ts';
import { createLocalFanout, type Fanout } from './fanout.ts';

interface RedisFanoutOptions {
  readonly url: string;
  readonly log: Log;
  /** Products that share one Redis keep apart by it. Default `waybill-desk:messages`. */
  readonly channel?: string;
  /** Default: `BEATS`. */
  readonly beats?: typeof BEATS;
}

/** Milliseconds. */
const BEATS = {
  /** Between two signs of life, which go the way of messages: out by one connection, in by the other. */
  every: 1000,
  /** Without one for so long, nothing else comes through either. */
  silence: 3500,
  /** Between two looks into the store while nothing comes through. */
  lookDown: 2500,
  /** And always: an instance whose line is down cannot tell the others what it committed. */
  lookUp: 5000,
};

const CONNECTION: RedisOptions = {
  lazyConnect: true,
  connectTimeout: 3000,
  keepAlive: 10_000,
  // What waited through an outage would arrive after the store was read, and fill memory meanwhile.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  // Resubscribing is ours: what is published between connecting and subscribing would else be missed.
  autoResubscribe: false,
  retryStrategy: (times) => Math.min(times * 100, 1000),
};

/** The fan-out of several instances. */
export interface RedisFanout extends Fanout {
  /** Whether messages come through, as far as the last seconds tell. */
  isUp(): boolean;
}

/**
 * Fan-out by Redis pub/sub. Resolves when messages come through, or after three seconds without: then it keeps trying, this
 * process's listeners are served meanwhile, and all listeners are told to look into the store every few seconds. Whether messages
 * come through is known by sending ourselves one each second: it fails alike when Redis is gone, silent, full, read-only, wants a
 * password, or has lost the subscription.
 */
export async function createRedisFanout({ url, log, channel = DEFAULT_CHANNEL, beats = BEATS }: RedisFanoutOptions): Promise<RedisFanout> {
  const origin = createId();
  // Apart, so that an older release beside this one takes no notice.
  const beatChannel = `${channel}:beats`;
  const local = createLocalFanout();
  const subscriber = new Redis(url, CONNECTION);
  const publisher = new Redis(url, CONNECTION);
  let heardAtMs = Number.NEGATIVE_INFINITY;
  let reconnectedAtMs = performance.now();
  let state: 'new' | 'up' | 'down' = 'new';
  let reason: unknown;
  /** Messages that others must look for. */
  let hasLost = false;
  let onFirst = (): void => {};

  const send = (wire: Wire): void => {
    publisher.publish(channel, JSON.stringify(wire)).catch((error: unknown) => {
      hasLost = true;
      note(error);
    });
  };
  function note(error: unknown): void {
    reason = error;
  }

  function hear(text: string): void {
    const wire = parseWire(text);
    if (!wire) log.warn({ bytes: text.length }, 'A message on the Redis channel was not ours');
    else if (wire.origin === origin) return;
    else if (wire.kind === 'resume') local.resume();
    else local.publish(wire.conversationId, wire.messages);
  }

  function hearBeat(from: string): void {
    if (from !== origin) return;
    heardAtMs = performance.now();
    if (hasLost) {
      hasLost = false;
      send({ origin, kind: 'resume' });
    }
    if (state === 'up') return;
    if (state === 'down') log.info({}, 'Redis passes messages on again');
    state = 'up';
    reason = undefined;
    onFirst();
    // What was said meanwhile, here and elsewhere.
    local.resume();
  }

  function beat(): void {
    const now = performance.now();
    if (state !== 'down' && now - Math.max(heardAtMs, startedAtMs) > beats.silence) {
      state = 'down';
      log.warn({ error: reason }, 'Redis does not pass messages on: other instances’ are read from the store every few seconds');
      onFirst();
    }
    // Silent connections stay open for many minutes by themselves.
    if (state === 'down' && now - reconnectedAtMs > beats.silence) {
      reconnectedAtMs = now;
      for (const connection of [subscriber, publisher]) connection.disconnect(true);
    }
    publisher.publish(beatChannel, origin).catch(note);
  }

  for (const connection of [subscriber, publisher]) connection.on('error', note);
  subscriber.on('ready', () => {
    const subscribed = subscriber.subscribe(channel, beatChannel).then(() => {
      // Between two subscriptions something may have been missed.
      if (heardAtMs > 0) local.resume();
      beat();
    });
    subscribed.catch(note);
  });
  subscriber.on('message', (from, text) => (from === beatChannel ? hearBeat(text) : hear(text)));
  const startedAtMs = performance.now();
  const beating = setInterval(beat, beats.every);
  const looking = setInterval(() => state === 'down' && local.resume(), beats.lookDown);
  const sweeping = setInterval(() => state === 'up' && local.resume(), beats.lookUp);
  const first = new Promise<void>((resolve) => {
    onFirst = resolve;
  });
  for (const connection of [subscriber, publisher]) connection.connect().catch(note);
  await first;

  return {
    isUp: () => state === 'up',
    publish(conversationId, messages) {
      local.publish(conversationId, messages);
      if (state === 'up') send({ origin, kind: 'messages', conversationId, messages });
      else hasLost = true;
    },
    subscribe: local.subscribe,
    async close() {
      for (const timer of [beating, looking, sweeping]) clearInterval(timer);
      await local.close();
      for (const connection of [subscriber, publisher]) connection.disconnect();
    },
  };
}

const DEFAULT_CHANNEL = 'waybill-desk:messages';

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
