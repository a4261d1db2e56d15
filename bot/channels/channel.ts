import type { Log } from '../../core/log.ts';
import type { InboundMessage } from '../../core/types.ts';
import type { Capabilities } from '../../rules/channels/capabilities.ts';
import type { NewConversation } from '../../rules/conversations/types.ts';

/** What became of an inbound message. `id` is the stored message's, also for a repeat. */
export interface Receipt {
  readonly id: string;
  readonly isRepeat: boolean;
}

/** The product, as a channel sees it. */
export interface Inbox {
  /**
   * Runs one turn: returns once inbound message and replies are committed; throws AppError when nothing was stored
   * (NOT_FOUND for a conversation that was never opened or has ended). What was committed is published on the Fanout, once,
   * where channels that hold connections listen on every instance. A repeat publishes nothing. A `providerMessageId` repeats
   * only within its conversation: clients choose it.
   */
  receive(message: InboundMessage): Promise<Receipt>;
  /** Idempotent: true when the conversation is new. It is greeted when nobody has said anything in it two seconds later. */
  open(conversation: NewConversation): Promise<boolean>;
}

/**
 * A way customers reach us. A channel only transports: it verifies and parses what comes in, and shows what goes out, richly
 * where it can and as numbered lines where it cannot.
 */
export interface Channel {
  readonly id: string;
  readonly capabilities: Capabilities;
  /** Stops taking new work and closes connections with a code a client understands. */
  close(): Promise<void>;
}

/** What every channel is built from. */
export interface ChannelContext {
  readonly inbox: Inbox;
  readonly log: Log;
}
