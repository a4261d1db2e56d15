import type { Clock } from '../core/clock.ts';
import { createClientLimiter, createLimiter, type Rate } from './limiter.ts';

/** Whose use is counted. */
export interface Source {
  readonly conversationId: string;
  /** As core/clientAddress.ts writes it, or a user's id where a channel has no addresses; undefined for who is not counted. */
  readonly clientKey: string | undefined;
}

/** How much of something one conversation may use, one client over all its conversations, and all of them together. */
export interface QuotaRates {
  readonly perConversation: Rate;
  readonly perClient: Rate;
  readonly inAll?: Rate;
}

export interface Quota {
  /** Takes `amount` (default 1) of each, or of none. @throws AppError RATE_LIMITED with `retryAfterSeconds`. */
  take(source: Source, amount?: number): void;
}

/** In this process's memory, as its limiters are. @param limit named in refusals. */
export function createQuota({ perConversation, perClient, inAll }: QuotaRates, clock: Clock, limit: string): Quota {
  const conversations = createLimiter(perConversation, clock, `${limit} per conversation`);
  const clients = createClientLimiter(perClient, clock, `${limit} per client`);
  const all = inAll && createLimiter(inAll, clock, `${limit} in all`);
  return {
    take({ conversationId, clientKey }, amount = 1) {
      if (amount === 0) return;
      conversations.check(conversationId, amount);
      all?.check(ALL, amount);
      if (clientKey !== undefined) clients.take(clientKey, amount);
      conversations.take(conversationId, amount);
      all?.take(ALL, amount);
    },
  };
}

const ALL = 'all';
