import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../core/clock.ts';
import { AppError, isStoreAway } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import { type Capabilities, FULL } from '../rules/channels/capabilities.ts';
import { type Shown, shownOf } from '../rules/channels/degrade.ts';
import type { ConversationHead, Conversations, NewMessage, StoredMessage, TurnCommit, TurnStart } from '../rules/conversations/types.ts';
import type { Fact } from '../rules/facts.ts';
import type { NewJob } from '../rules/jobs.ts';
import type { Fanout } from './fanout.ts';
import type { Lanes } from './lanes.ts';
import type { TurnBudget } from './turnBudget.ts';

/** The bot's id as the author of its messages. */
export const BOT_ID = 'bot';

/** A message somebody says; whose id, time and key are the writer's to give. */
export type Draft = Omit<NewMessage, 'id' | 'createdAt' | 'providerMessageId'>;

/** What comes into a conversation at once. What is left out stays as it was; null takes it away. */
export interface Writing {
  /** In their order, of any role. Without any there is nothing that the key is kept with: a repeat of it is not known again. */
  readonly messages: readonly Draft[];
  readonly state?: TurnCommit['state'];
  readonly locale?: ConversationHead['locale'];
  readonly mode?: ConversationHead['mode'];
  readonly address?: ConversationHead['address'];
  readonly assigneeId?: string | null;
  /** In the conversation's language, unless they name another. */
  readonly facts?: readonly Fact[];
  readonly candidates?: TurnCommit['candidates'];
  /** What must happen later, besides the delivery of the messages. */
  readonly later?: readonly NewJob[];
  /** The channel's name of the message that these answer, where it wants to hear it. */
  readonly answerTo?: string;
}

/**
 * `id`: the first message's; `version`: the conversation's afterwards, absent where the answer to the commit was lost and only that it
 * was carried out is known. `gone`: there is no such conversation. `dropped`: there was nothing to write.
 */
export type Written =
  | { readonly kind: 'written'; readonly id: string; readonly version?: number }
  | { readonly kind: 'repeated'; readonly id: string }
  | { readonly kind: 'gone' | 'dropped' };

export interface Writer {
  /**
   * Writes into a conversation, after what was given before for the same one: read, compose, commit, show. `key` makes it once, as
   * the first message's; written before, it is `repeated`. `compose` is run again on fresh state when another instance was first;
   * undefined from it means that there is nothing to write. `id` is that of the first message, the same in each run.
   * @param budget of somebody who waits; default: nobody does
   * @throws AppError BUSY after ten lost races or when the budget is over, OUTCOME_UNKNOWN; and what `compose` and the store throw
   */
  write(
    conversationId: string,
    key: string,
    compose: (start: TurnStart, id: string) => Writing | undefined | Promise<Writing | undefined>,
    budget?: TurnBudget,
  ): Promise<Written>;
}

export interface WriterDeps {
  readonly conversations: Conversations;
  readonly lanes: Lanes;
  readonly fanout: Fanout;
  readonly clock: Clock;
  /** Of a channel by its id; default: it shows everything. */
  capabilitiesOf?(channel: string): Capabilities;
  /** Called after a commit that left something to be done, so that it is done at once. */
  wakeJobs(): void;
  countRerun?(reason: 'conflict' | 'repeated'): void;
}

/** Another instance committing on the same conversation makes a turn run again; more than this many in a row is a fault. */
const MAX_RUNS = 10;
const ASK_EVERY_MS = 250;
/** Two seconds: a connection is replaced by then, and who waits in the same lane is not kept longer. */
const MAX_ASKS = 8;

/** The one writer into conversations: whoever says something in one, or changes whose it is, does it here. */
export function createWriter({
  conversations,
  lanes,
  fanout,
  clock,
  capabilitiesOf = () => FULL,
  wakeJobs,
  countRerun,
}: WriterDeps): Writer {
  return {
    write: (conversationId, key, compose, budget) => lanes.run(conversationId, () => write(conversationId, key, compose, budget)),
  };

  async function write(...[conversationId, key, compose, budget]: Parameters<Writer['write']>): Promise<Written> {
    if (budget?.isOver) throw new AppError('BUSY');
    if (budget) budget.hasBegun = true;
    const id = createId(clock.now().getTime());
    for (let run = 1; run <= MAX_RUNS; run++) {
      const start = await conversations.read(conversationId, key);
      if (!start) return { kind: 'gone' };
      if (start.repeatedMessageId) return { kind: 'repeated', id: start.repeatedMessageId };
      const writing = await compose(start, id);
      if (!writing) return { kind: 'dropped' };
      if (budget?.isOver) throw new AppError('OUTCOME_UNKNOWN');
      const turn = toCommit(start, key, id, writing, { now: clock.now(), capabilities: capabilitiesOf(start.channel) });
      const result = await conversations.commit(turn).catch((error: unknown) => findOutcome(conversationId, key, error));
      if (result.kind === 'found') {
        // By which number is not known: everyone looks into the store.
        fanout.publish(conversationId, []);
        wakeJobs();
        return { kind: 'written', id: result.id };
      }
      if (result.kind === 'committed') {
        fanout.publish(conversationId, toStored(turn, result.lastSeq));
        if (turn.jobs.some(({ dueAt }) => dueAt <= clock.now())) wakeJobs();
        return { kind: 'written', id, version: start.version + 1 };
      }
      countRerun?.(result.kind);
    }
    throw new AppError('BUSY', { retryAfterSeconds: 1 });
  }

  /** The answer to a commit was lost: whether it was carried out is asked for two seconds. */
  async function findOutcome(conversationId: string, key: string, lost: unknown): Promise<Outcome> {
    if (!(lost instanceof AppError) || lost.code !== 'OUTCOME_UNKNOWN') throw lost;
    for (let ask = 1; ask <= MAX_ASKS; ask++) {
      await wait(ASK_EVERY_MS);
      try {
        const start = await conversations.read(conversationId, key);
        return start?.repeatedMessageId ? { kind: 'found', id: start.repeatedMessageId } : { kind: 'conflict' };
      } catch (error) {
        if (!isStoreAway(error)) throw error;
      }
    }
    throw lost;
  }
}

/** What became of a commit whose answer was lost; `conflict`: it was not carried out, and is tried again. */
type Outcome = { readonly kind: 'found'; readonly id: string } | { readonly kind: 'conflict' };

interface Circumstances {
  readonly now: Date;
  readonly capabilities: Capabilities;
}

function toCommit(start: TurnStart, key: string, id: string, writing: Writing, circumstances: Circumstances): TurnCommit {
  const { now: createdAt, capabilities } = circumstances;
  const { conversationId, channel, version } = start;
  const head = toHead(start, writing);
  const messages = writing.messages.map((draft, at): NewMessage => {
    const known = at === 0 ? { id, providerMessageId: key } : { id: createId(createdAt.getTime()) };
    return { ...draft, ...known, createdAt };
  });
  const deliveries = head.address ? messages.flatMap((message) => toDelivery(channel, head, message, writing.answerTo)) : [];
  return {
    ...{ conversationId, expectedVersion: version, messages },
    state: { ...(writing.state ?? start.state), shown: shownAfter(start, messages, capabilities) },
    ...(!isDeepStrictEqual(head, toHead(start, { messages: [] })) && { head }),
    facts: (writing.facts ?? []).map((fact) => ({ locale: head.locale, ...fact })),
    jobs: [...deliveries, ...(writing.later ?? [])],
    ...(writing.candidates && { candidates: writing.candidates }),
  };

  /** One entry a message, so that what arrived is not sent again for one that did not; nobody is sent what they said. */
  function toDelivery(to: string, { address }: ConversationHead, message: NewMessage, answerTo?: string): NewJob[] {
    if (message.role === 'customer' || !message.reply) return [];
    const payload = { address, replies: [message.reply], ...(answerTo !== undefined && { answerTo }) };
    return [{ kind: `deliver.${to}`, key: `deliver:${message.id}`, lane: `deliver:${conversationId}`, payload, dueAt: createdAt }];
  }
}

/** What can be chosen by its number or its words from now on: what these messages offer. Words without an offer end the one before. */
function shownAfter({ state }: TurnStart, messages: readonly NewMessage[], capabilities: Capabilities): unknown {
  const said = messages.flatMap(({ reply }) => reply ?? []);
  if (said.length === 0) return state.shown;
  return said.map((reply): Shown | undefined => shownOf(reply, capabilities)).findLast((shown) => shown !== undefined);
}

function toHead(start: TurnStart, { locale, mode, address, assigneeId }: Writing): ConversationHead {
  const to = { address: address ?? start.address, assigneeId: assigneeId === undefined ? start.assigneeId : (assigneeId ?? undefined) };
  return {
    locale: locale ?? start.locale,
    mode: mode ?? start.mode,
    ...(to.address && { address: to.address }),
    ...(to.assigneeId !== undefined && { assigneeId: to.assigneeId }),
  };
}

/** The messages of a committed turn, as they are shown to who listens. */
function toStored(turn: TurnCommit, lastSeq: number): StoredMessage[] {
  const firstSeq = lastSeq - turn.messages.length + 1;
  return turn.messages.map(({ providerMessageId: _, ...message }, index) => ({
    ...message,
    conversationId: turn.conversationId,
    seq: firstSeq + index,
  }));
}

/** A reply as a message of the bot's. @param replyToId the customer's message it answers; absent for what is said unasked */
export const asBot = (reply: NonNullable<Draft['reply']>, replyToId?: string): Draft => ({
  ...{ role: 'bot', kind: 'text', authorId: BOT_ID, text: reply.text, reply },
  ...(replyToId !== undefined && { replyToId }),
});
