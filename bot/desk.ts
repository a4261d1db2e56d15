import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { createId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { Conversations, NewMessage, StoredMessage, TurnCommit, TurnStart } from '../core/services.ts';
import type { InboundMessage } from '../core/types.ts';
import { texts } from '../dialogs/texts.ts';
import type { Answer, Bot } from './bot.ts';
import type { Desk, Receipt } from './channels/channel.ts';
import type { Fanout } from './fanout.ts';
import { passGate } from './gate.ts';
import { createLanes } from './lanes.ts';
import type { Metrics } from './metrics.ts';
import { createSilence } from './silence.ts';
import { BOT_ID, createSpeaker, delivery, MAX_RUNS, type Speaker } from './unasked.ts';

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

  return {
    open: (conversation) => conversations.open(conversation),
    tell: speaker.tell,
    async drain() {
      silence.stop();
      await lanes.drain();
    },
    receive: (message) => lanes.run(message.conversationId, () => metrics.time(message.channel, () => runTurn(message))),
  };

  async function runTurn(message: InboundMessage): Promise<Receipt> {
    const messageId = createId(clock.now().getTime());
    for (let run = 1; run <= MAX_RUNS; run++) {
      const start = await conversations.read(message.conversationId, message.providerMessageId);
      if (!start) throw new AppError('NOT_FOUND', { resource: 'conversation' });
      if (start.repeatedMessageId) return { id: start.repeatedMessageId, isRepeat: true };
      const turn = await think(deps, message, messageId, start);
      const result = await conversations.commit(turn);
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
}

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
    text: answer?.text ?? message.text,
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
    // The store being away is the channel's to report: the client sends again, and nothing was written.
    if (error instanceof AppError && error.code === 'STORE_UNAVAILABLE') throw error;
    log.error({ error, conversationId: start.conversationId }, 'a flow failed; the customer was sent an apology');
    metrics.countFault();
    const reply = { text: texts.apology[start.locale], locale: start.locale };
    return { replies: [reply], memory: start.state as unknown as Answer['memory'], locale: start.locale, text: message.text, facts: [] };
  }
}

function toStored(turn: TurnCommit, lastSeq: number): StoredMessage[] {
  const firstSeq = lastSeq - turn.messages.length + 1;
  return turn.messages.map(({ providerMessageId: _, ...message }, index) => ({
    ...message,
    conversationId: turn.conversationId,
    seq: firstSeq + index,
  }));
}
