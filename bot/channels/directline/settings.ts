import type { Clock } from '../../../core/clock.ts';
import type { Log } from '../../../core/log.ts';
import type { Conversations, Uploads } from '../../../rules/conversations/types.ts';
import type { Fanout } from '../../fanout.ts';
import type { Rate } from '../../limiter.ts';
import type { QuotaRates } from '../../quota.ts';
import type { Inbox } from '../channel.ts';

/** What Direct Line is built from. `conversations` is only read: writing is the desk's. */
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
  readonly limits?: Partial<DirectLineLimits>;
}

export interface DirectLineLimits {
  readonly messages: QuotaRates;
  /** Polls, resumptions and streams, together. The real client polls once a second. */
  readonly reads: QuotaRates;
  readonly uploads: QuotaRates;
  /** Bytes of messages and files. */
  readonly storage: QuotaRates;
  /** Visitors who begin or come back; a client is an address, and an office or a mobile carrier may stand behind one. */
  readonly chatsPerClient: Rate;
  /** Tabs of one chat; the oldest is closed for one more. */
  readonly socketsPerConversation: number;
  readonly socketsPerClient: number;
  readonly sockets: number;
  readonly uploadFileBytes: number;
  readonly uploadFiles: number;
  /** Width times height of a picture. */
  readonly pixels: number;
  /** Memory all uploads under way may take together. */
  readonly uploadBytesAtOnce: number;
  /** Messages in one answer to a poll. High, because plain HTTP clients read a whole history with one call. */
  readonly pollMessages: number;
  /** Between two signs of life asked of a socket; the second without an answer ends it. */
  readonly pingSeconds: number;
  /** What close() gives clients to say goodbye. */
  readonly closeMs: number;
}

export const DEFAULT_LIMITS: DirectLineLimits = {
  messages: { perConversation: { perSecond: 10, burst: 600 }, perClient: { perSecond: 200, burst: 12_000 } },
  reads: { perConversation: { perSecond: 50, burst: 200 }, perClient: { perSecond: 1000, burst: 4000 } },
  uploads: { perConversation: { perSecond: 1 / 60, burst: 60 }, perClient: { perSecond: 1 / 3, burst: 1200 } },
  storage: { perConversation: { perSecond: 600, burst: 50 * 2 ** 20 }, perClient: { perSecond: 12_000, burst: 1000 * 2 ** 20 } },
  chatsPerClient: { perSecond: 2, burst: 6000 },
  socketsPerConversation: 10,
  socketsPerClient: 500,
  sockets: 20_000,
  uploadFileBytes: 10 * 1024 * 1024,
  uploadFiles: 5,
  pixels: 64_000_000,
  uploadBytesAtOnce: 256 * 1024 * 1024,
  pollMessages: 5000,
  pingSeconds: 30,
  closeMs: 2000,
};
