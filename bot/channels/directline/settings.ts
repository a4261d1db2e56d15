import type { Clock } from '../../../core/clock.ts';
import type { Log } from '../../../core/log.ts';
import type { Conversations, Uploads } from '../../../rules/conversations/types.ts';
import type { Fanout } from '../../fanout.ts';
import type { Rate } from '../../limiter.ts';
import type { QuotaRates } from '../../quota.ts';
import type { Inbox } from '../channel.ts';

/** What Direct Line is built from. `conversations` is only read: `inbox` writes. */
export interface DirectLineDeps {
  readonly inbox: Inbox;
  readonly conversations: Pick<Conversations, 'listLastSeqs' | 'listMessages' | 'read'>;
  readonly uploads: Uploads;
  readonly fanout: Fanout;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: DirectLineSettings;
}

export interface DirectLineSettings {
  /** The company's backend shows it to make tokens; opens every conversation. */
  readonly secret: string;
  /** Signs tokens, stream addresses and file links. */
  readonly sessionSecret: string;
  /** `https://chat.example.com`, for stream addresses and file links. Default: what the request was sent to. */
  readonly publicUrl?: string | undefined;
  /** How many proxies of ours stand in front; address, host and protocol of the client then come from X-Forwarded-*. */
  readonly trustProxy: number;
  /** Default 1800; the client refreshes after half of its own 30 minutes. */
  readonly tokenTtlSeconds?: number;
  /** Shown by clients as the bot's name. Default: none, the page has its own. */
  readonly botName?: string;
  readonly limits: InstalledLimits & Partial<OwnLimits>;
}

/** What the installation sets, see `bot/limits.ts`. */
export interface InstalledLimits {
  readonly messages: QuotaRates;
  readonly uploads: QuotaRates;
  /** Bytes of messages and files. */
  readonly storage: QuotaRates;
  /** Visitors who begin or come back; a client is an address, and an office or a mobile carrier may stand behind one. */
  readonly chatsPerClient: Rate;
  readonly socketsPerClient: number;
  readonly sockets: number;
  /** Width times height of a picture. */
  readonly pixels: number;
}

/** What the protocol bears; no installation needs others. */
interface OwnLimits {
  /** Polls, resumptions and streams, together. The real client polls once a second. */
  readonly reads: QuotaRates;
  /** Tabs of one chat; the oldest is closed for one more. */
  readonly socketsPerConversation: number;
  readonly uploadFileBytes: number;
  readonly uploadFiles: number;
  /** Memory all uploads under way may take together. */
  readonly uploadBytesAtOnce: number;
  /** Messages in one answer to a poll. High, because plain HTTP clients read a whole history with one call. */
  readonly pollMessages: number;
  /** Between two signs of life asked of a socket; the second without an answer ends it. */
  readonly pingSeconds: number;
  /** What close() gives clients to say goodbye. */
  readonly closeMs: number;
}

export type DirectLineLimits = InstalledLimits & OwnLimits;

/** Where the settings give no others. Rates are requests: `perSecond` on the long run, `burst` at once; 10 MiB a file, 256 MiB in all. */
export const DEFAULT_LIMITS: OwnLimits = {
  reads: { perConversation: { perSecond: 50, burst: 200 }, perClient: { perSecond: 1000, burst: 4000 } },
  socketsPerConversation: 10,
  uploadFileBytes: 10 * 1024 * 1024,
  uploadFiles: 5,
  uploadBytesAtOnce: 256 * 1024 * 1024,
  pollMessages: 5000,
  pingSeconds: 30,
  closeMs: 2000,
};
