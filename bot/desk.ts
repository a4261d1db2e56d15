import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import { AppError, isStoreAway } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { InboundMessage } from '../core/types.ts';
import { texts } from '../dialogs/texts.ts';
import type { Conversations, NewMessage, TurnCommit, TurnStart } from '../rules/conversations/types.ts';
import type { Answer, Bot } from './bot.ts';
import type { Desk, Receipt } from './channels/channel.ts';
import type { Fanout } from './fanout.ts';
import { passGate } from './gate.ts';
import { createGreeting } from './greeting.ts';
import { createLanes } from './lanes.ts';
import type { Metrics } from './metrics.ts';
import { createSilence } from './silence.ts';
import { type TurnBudget, withinBudget } from './turnBudget.ts';
import { BOT_ID, createSpeaker, delivery, MAX_RUNS, type Speaker, toStored } from './unasked.ts';

export interface DeskDeps {
  readonly conversations: Conversations;
  readonly bot: Bot;
  readonly fanout: Fanout;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Called after a commit that left work in the outbox, so that it is done at once. */
  wakeJobs(): void;
}

/**
 * The pipe of a turn: lane, read, gate, answer, commit, deliver. What a customer sent and what they are told are committed
 * together, once; a repeat, a race with another instance or a crash between any two lines changes nothing of that.
 */
export function createDesk(deps: DeskDeps): Desk & Speaker & { drain(): Promise<void> } {
  const { conversations, fanout, clock, metrics } = deps;
  const lanes = createLanes();
  const speaker = createSpeaker({ ...deps, lanes });
  const silence = createSilence({ speaker, log: deps.log });
  const greeting = createGreeting({ ...deps, lanes });

  return {
    async open(conversation) {
      const isNew = await conversations.open(conversation);
      if (isNew) greeting.watch(conversation.id);
      return isNew;
    },
    tell: speaker.tell,
    async drain() {
      silence.stop();
      greeting.stop();
      await lanes.drain();
    },
    receive(message) {
      greeting.forget(message.conversationId);
      return withinBudget((budget) =>
        lanes.run(message.conversationId, () => metrics.time(message.channel, () => runTurn(message, budget))),
      );
    },
  };

  async function runTurn(message: InboundMessage, budget: TurnBudget): Promise<Receipt> {
    if (budget.isOver) throw new AppError('BUSY');
    budget.hasBegun = true;
    const messageId = createId(clock.now().getTime());
    for (let run = 1; run <= MAX_RUNS; run++) {
      const start = await conversations.read(message.conversationId, message.providerMessageId);
      if (!start) throw new AppError('NOT_FOUND', { resource: 'conversation' });
      if (start.repeatedMessageId) return { id: start.repeatedMessageId, isRepeat: true };
      const turn = await think(deps, message, messageId, start);
      if (budget.isOver) throw new AppError('OUTCOME_UNKNOWN');
      const result = await conversations.commit(turn).catch((error: unknown) => findOutcome(message, error));
      if (result.kind === 'written') {
        // By which number is not known: everyone looks into the store.
        fanout.publish(message.conversationId, []);
        deps.wakeJobs();
        return { id: result.id, isRepeat: false };
      }
      if (result.kind === 'committed') {
        fanout.publish(message.conversationId, toStored(turn, result.lastSeq));
        if (turn.outbox.length > 0) deps.wakeJobs();
        // A channel that must be called has its own ways and prices for unasked messages.
        silence.watch(message.conversationId, start.version + 1, turn.state.isAwaiting === true && !message.address);
        return { id: messageId, isRepeat: false };
      }
      metrics.countRerun(result.kind);
    }
    throw new AppError('BUSY', { retryAfterSeconds: 1 });
  }

  /** The answer to a commit was lost: whether it was carried out is asked for two seconds. */
  async function findOutcome({ conversationId, providerMessageId }: InboundMessage, lost: unknown): Promise<Outcome> {
    if (!(lost instanceof AppError) || lost.code !== 'OUTCOME_UNKNOWN') throw lost;
    for (let ask = 1; ask <= MAX_ASKS; ask++) {
      await wait(ASK_EVERY_MS);
      try {
        const start = await conversations.read(conversationId, providerMessageId);
        return start?.repeatedMessageId ? { kind: 'written', id: start.repeatedMessageId } : { kind: 'conflict' };
      } catch (error) {
        if (!isStoreAway(error)) throw error;
      }
    }
    throw lost;
  }
}

/** What became of a commit whose answer was lost; `conflict`: it was not carried out, and the turn is run again. */
type Outcome = { readonly kind: 'written'; readonly id: string } | { readonly kind: 'conflict' };

const ASK_EVERY_MS = 250;
/** Two seconds: a connection is replaced by then, and who waits in the same lane is not kept longer. */
const MAX_ASKS = 8;

/** Everything the turn changes. A fault in a flow costs its answer, not the customer's message: that is stored with an apology. */
async function think(deps: DeskDeps, message: InboundMessage, messageId: string, start: TurnStart): Promise<TurnCommit> {
  const gate = passGate(start);
  const answer = gate.answers === 'bot' ? await answerOrApologise(deps, message, start) : undefined;
  const createdAt = deps.clock.now();
  const inbound: NewMessage = {
    id: messageId,
    role: 'customer',
    kind: message.kind,
    authorId: message.userId,
    text: [answer?.text ?? message.text, ...(message.links ?? [])].filter((line) => line !== '').join('\n'),
    providerMessageId: message.providerMessageId,
    createdAt,
    ...(message.files ? { files: message.files } : {}),
    ...(message.channelData === undefined ? {} : { channelData: message.channelData }),
  };
  const replies = (answer?.replies ?? []).map((reply): NewMessage => {
    return {
      id: createId(createdAt.getTime()),
      role: 'bot',
      kind: 'text',
      authorId: BOT_ID,
      text: reply.text,
      replyToId: messageId,
      reply,
      createdAt,
    };
  });
  return {
    conversationId: start.conversationId,
    expectedVersion: start.version,
    // Where replies must be posted, for what is said later without being asked.
    state: { ...(answer?.memory ?? start.state), ...(message.address && { address: message.address }) },
    locale: answer?.locale ?? start.locale,
    mode: gate.mode,
    messages: [inbound, ...replies],
    facts: answer?.facts ?? [],
    candidates: answer?.candidates ?? [],
    outbox:
      message.address && replies.length > 0
        ? [delivery(message.channel, message.address, messageId, answer?.replies ?? [], createdAt)]
        : [],
  };
}

async function answerOrApologise({ bot, log, metrics }: DeskDeps, message: InboundMessage, start: TurnStart): Promise<Answer> {
  try {
    return await bot.answer(message, start);
  } catch (error) {
    // The store being away is the channel's to report: the client sends again, and what a flow wrote is known by the message's key.
    if (isStoreAway(error)) throw error;
    log.error({ error, conversationId: start.conversationId }, 'a flow failed; the customer was sent an apology');
    metrics.countFault();
    const reply = { text: texts.apology[start.locale], locale: start.locale };
    return { replies: [reply], memory: start.state as unknown as Answer['memory'], locale: start.locale, text: message.text, facts: [] };
  }
}
