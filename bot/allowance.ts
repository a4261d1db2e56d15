import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { createLimiter } from './limiter.ts';
import type { Limits } from './limits.ts';
import { createQuota, type Source } from './quota.ts';

/** How much of the business one conversation, and one address, may take up. Nothing here refuses a message: the bot says so in words. */
export interface Allowance {
  /** Undefined when `count` more numbers may be asked for; else the seconds until they may. */
  lookUp(source: Source, count: number): number | undefined;
  /** Takes one of the tickets of the day; false when they are used up. A customer who is known has five times as many. */
  openTicket(source: Source, isKnown: boolean): boolean;
  /** Takes one of the call-backs of the day, of the conversation and of the phone: false keeps strangers from having somebody rung up. */
  requestCallback(source: Source, phone: string): boolean;
}

/** Without limits, for tests and measurements. */
export const UNLIMITED: Allowance = { lookUp: () => undefined, openTicket: () => true, requestCallback: () => true };

const KNOWN_CUSTOMERS_SHARE = 1 / 5;

export function createAllowance(limits: Pick<Limits, 'lookups' | 'tickets' | 'callbacks'>, clock: Clock): Allowance {
  const lookups = createQuota(limits.lookups, clock, 'numbers');
  const tickets = createQuota(limits.tickets, clock, 'tickets');
  const callbacks = createQuota(limits.callbacks, clock, 'call-backs');
  const phones = createLimiter(limits.callbacks.perConversation, clock, 'call-backs per phone');
  return {
    lookUp: (source, count) => secondsToWait(() => lookups.take(source, count)),
    openTicket: (source, isKnown) => secondsToWait(() => tickets.take(source, isKnown ? KNOWN_CUSTOMERS_SHARE : 1)) === undefined,
    requestCallback: (source, phone) =>
      secondsToWait(() => {
        phones.check(phone);
        callbacks.take(source);
        phones.take(phone);
      }) === undefined,
  };
}

function secondsToWait(take: () => void): number | undefined {
  try {
    take();
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === 'RATE_LIMITED') return Number(error.facts.retryAfterSeconds);
    throw error;
  }
}
