import type { Config } from '../core/config.ts';
import type { InstalledLimits } from './channels/directline/settings.ts';
import type { Rate } from './limiter.ts';
import type { QuotaRates } from './quota.ts';

/** What the installation lets strangers use. */
export interface Limits {
  readonly directLine: InstalledLimits;
  /** Tracking and order numbers asked for that were not spoken of before. */
  readonly lookups: QuotaRates;
  readonly tickets: QuotaRates;
  readonly callbacks: QuotaRates;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const MEGABYTE = 1024 * 1024;

/** The limits of the settings: a conversation's as they stand, an address's that many times as much. */
export function readLimits(config: Config): Limits {
  const factor = config.LIMIT_CLIENT_FACTOR;
  const quota = (amount: number, seconds: number): Pick<QuotaRates, 'perConversation' | 'perClient'> => ({
    perConversation: within(amount, seconds),
    perClient: within(amount * factor, seconds),
  });
  /** Of what a person does once a day, if at all, an address's share grows with the people behind it: five times the others'. */
  const ofMany = (amount: number): ReturnType<typeof quota> => ({ ...quota(amount, DAY), perClient: within(amount * factor * 5, DAY) });
  const storage = quota(config.LIMIT_STORAGE_MB_PER_DAY * MEGABYTE, DAY);
  return {
    directLine: {
      messages: quota(config.LIMIT_MESSAGES_PER_MINUTE, MINUTE),
      uploads: quota(config.LIMIT_UPLOADS_PER_HOUR, HOUR),
      storage: { ...storage, inAll: within(config.LIMIT_ALL_STORAGE_MB_PER_DAY * MEGABYTE, DAY) },
      chatsPerClient: within(config.LIMIT_CHATS_PER_HOUR, HOUR),
      socketsPerClient: config.LIMIT_STREAMS_PER_CLIENT,
      sockets: config.LIMIT_STREAMS,
      pixels: config.LIMIT_MEGAPIXELS * 1_000_000,
    },
    lookups: quota(config.LIMIT_NUMBERS_PER_HOUR, HOUR),
    tickets: ofMany(config.LIMIT_TICKETS_PER_DAY),
    callbacks: ofMany(config.LIMIT_CALLBACKS_PER_DAY),
  };
}

/** All of it at once, and again as the time passes. */
function within(amount: number, seconds: number): Rate {
  return { burst: amount, perSecond: amount / seconds };
}
