import type { Clock } from '../core/clock.ts';
import { createId } from '../core/ids.ts';
import type { Reply } from '../core/types.ts';
import type { Conversations, NewMessage, StoredMessage, TurnCommit, TurnStart } from '../rules/conversations/types.ts';
import type { Fact } from '../rules/facts.ts';
import type { OutboxEntry } from '../rules/outbox.ts';
import type { Fanout } from './fanout.ts';
import type { Lanes } from './lanes.ts';

/** The bot's id as the author of its messages. */
export const BOT_ID = 'bot';
/** Another instance committing on the same conversation makes a turn run again; more than this many in a row is a fault. */
export const MAX_RUNS = 10;

/** What is said without being asked, and what the conversation remembers afterwards. */
export interface Unasked {
  readonly reply: Reply;
  /** Default: as it was. */
  readonly state?: TurnCommit['state'];
  readonly fact?: Omit<Fact, 'occurredAt' | 'locale'>;
}

export interface Speaker {
  /**
   * Says something in a conversation through its lane and one commit, like any turn. `key` makes it once: said before, it is
   * `repeated`. `compose` may be called again on fresh state; undefined from it means that there is nothing to say any more.
   */
  tell(conversationId: string, key: string, compose: (start: TurnStart) => Unasked | undefined): Promise<Told>;
}

/** `gone`: there is no such conversation. `dropped`: there was nothing to say. */
export type Told = { readonly kind: 'told'; readonly version: number } | { readonly kind: 'repeated' | 'gone' | 'dropped' };

interface SpeakerDeps {
  readonly conversations: Conversations;
  readonly lanes: Lanes;
  readonly fanout: Fanout;
  readonly clock: Clock;
  wakeJobs(): void;
}

/** @throws what the store throws, and after ten lost races in a row. */
export function createSpeaker({ conversations, lanes, fanout, clock, wakeJobs }: SpeakerDeps): Speaker {
  return {
    tell: (conversationId, key, compose) =>
      lanes.run(conversationId, async () => {
        for (let run = 1; run <= MAX_RUNS; run++) {
          const start = await conversations.read(conversationId, key);
          if (!start) return { kind: 'gone' };
          if (start.repeatedMessageId) return { kind: 'repeated' };
          const unasked = compose(start);
          if (!unasked) return { kind: 'dropped' };
          const turn = toTurn(start, key, unasked, clock.now());
          const result = await conversations.commit(turn);
          if (result.kind === 'repeated') return { kind: 'repeated' };
          if (result.kind === 'conflict') continue;
          fanout.publish(conversationId, toStored(turn, result.lastSeq));
          if (turn.outbox.length > 0) wakeJobs();
          return { kind: 'told', version: start.version + 1 };
        }
        throw new Error('a conversation was changed by others ten times in a row');
      }),
  };
}

function toTurn(start: TurnStart, key: string, { reply, state = start.state, fact }: Unasked, createdAt: Date): TurnCommit {
  const { conversationId, locale, mode, version } = start;
  const address = isRecord(start.state.address) ? start.state.address : undefined;
  const id = createId(createdAt.getTime());
  const message: NewMessage = {
    ...{ id, role: 'bot', kind: 'text', authorId: BOT_ID, text: reply.text, reply, createdAt },
    providerMessageId: key,
  };
  return {
    ...{ conversationId, expectedVersion: version, locale, mode, messages: [message] },
    state: { ...state, ...(address && { address }) },
    facts: fact ? [{ ...fact, occurredAt: createdAt, locale }] : [],
    outbox: address ? [delivery(start.channel, address, id, [reply], createdAt)] : [],
  };
}

/** The messages of a committed turn, as they are shown to who listens. */
export function toStored(turn: TurnCommit, lastSeq: number): StoredMessage[] {
  const firstSeq = lastSeq - turn.messages.length + 1;
  return turn.messages.map(({ providerMessageId: _, ...message }, index) => ({
    ...message,
    conversationId: turn.conversationId,
    seq: firstSeq + index,
  }));
}

/** Replies for a channel that must be called: sent by the outbox's worker, again and again until the channel takes them. */
export function delivery(
  channel: string,
  address: Readonly<Record<string, unknown>>,
  messageId: string,
  replies: readonly Reply[],
  dueAt: Date,
): OutboxEntry {
  return { kind: `deliver.${channel}`, key: `deliver:${messageId}`, payload: { address, replies, replyToId: messageId }, dueAt };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
