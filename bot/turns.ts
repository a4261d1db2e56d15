import type { Clock } from '../core/clock.ts';
import { AppError, isStoreAway } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { InboundMessage } from '../core/types.ts';
import { texts } from '../dialogs/texts.ts';
import { FULL } from '../rules/channels/capabilities.ts';
import type { Conversations, TurnStart } from '../rules/conversations/types.ts';
import type { Answer, Bot } from './bot.ts';
import type { Inbox } from './channels/channel.ts';
import type { Fanout } from './fanout.ts';
import { passGate } from './gate.ts';
import { createGreeting } from './greeting.ts';
import { createLanes } from './lanes.ts';
import type { Metrics } from './metrics.ts';
import { awaitAnswer } from './silence.ts';
import { withinBudget } from './turnBudget.ts';
import { asBot, createWriter, type Draft, type Writer, type WriterDeps, type Writing } from './writer.ts';

export interface TurnsDeps extends Pick<WriterDeps, 'wakeJobs' | 'capabilitiesOf'> {
  readonly conversations: Conversations;
  readonly bot: Bot;
  readonly fanout: Fanout;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Everything that is said in conversations: by customers through their channels, and by whoever else `write`s. */
export interface Turns extends Inbox, Writer {
  /** Takes nothing more, and resolves when all that was taken is written. */
  drain(): Promise<void>;
}

/**
 * The pipe of a turn: lane, read, gate, answer, commit, deliver. What a customer sent and what they are told are committed
 * together, once; a repeat, a race with another instance or a crash between any two lines changes nothing of that.
 */
export function createTurns(deps: TurnsDeps): Turns {
  const { conversations, metrics } = deps;
  const lanes = createLanes();
  const writer = createWriter({ ...deps, lanes, countRerun: metrics.countRerun });
  const greeting = createGreeting({ ...deps, writer });

  return {
    write: writer.write,
    async open(conversation) {
      const isNew = await conversations.open(conversation);
      if (isNew) greeting.watch(conversation.id);
      return isNew;
    },
    async drain() {
      greeting.stop();
      await lanes.drain();
    },
    async receive(message) {
      const { conversationId, providerMessageId, channel } = message;
      greeting.forget(conversationId);
      const written = await withinBudget((budget) =>
        metrics.time(channel, () =>
          writer.write(conversationId, providerMessageId, (start, id) => think(deps, message, id, start), budget),
        ),
      );
      if (!('id' in written)) throw new AppError('NOT_FOUND', { resource: 'conversation' });
      return { id: written.id, isRepeat: written.kind === 'repeated' };
    },
  };
}

/** What the turn writes. A fault in a flow costs its answer, not the customer's message: that is stored with an apology. */
async function think(deps: TurnsDeps, message: InboundMessage, id: string, start: TurnStart): Promise<Writing> {
  const gate = passGate(start);
  const answer = gate.answers === 'bot' ? await answerOrApologise(deps, message, start) : undefined;
  const { role, kind, userId: authorId, files, channelData } = { role: 'customer' as const, ...message };
  const text = [answer?.text ?? message.text, ...(message.links ?? [])].filter((line) => line !== '').join('\n');
  const inbound: Draft = { role, kind, authorId, text, ...(files && { files }), ...(channelData !== undefined && { channelData }) };
  const { proactive } = deps.capabilitiesOf?.(start.channel) ?? FULL;
  // A reminder is not worth its price where each message has one.
  const isReminded = answer?.memory.isAwaiting === true && proactive === 'free';
  return {
    messages: [inbound, ...(answer?.replies ?? []).map((reply) => asBot(reply, id))],
    mode: gate.mode,
    ...(message.address && { address: message.address }),
    ...(message.answerTo !== undefined && { answerTo: message.answerTo }),
    ...(answer && {
      state: { ...answer.memory },
      locale: answer.locale,
      facts: answer.facts,
      ...(answer.candidates?.length && { candidates: answer.candidates }),
    }),
    ...(isReminded && { later: [awaitAnswer(start.conversationId, start.version + 1, deps.clock.now())] }),
  };
}

/** What the turn remembers, or after an apology the state as it stood. */
type Answered = Omit<Answer, 'memory'> & { readonly memory: Answer['memory'] | TurnStart['state'] };

async function answerOrApologise({ bot, log, metrics }: TurnsDeps, message: InboundMessage, start: TurnStart): Promise<Answered> {
  try {
    return await bot.answer(message, start);
  } catch (error) {
    // The store being away is the channel's to report: the client sends again, and what a flow wrote is known by the message's key.
    if (isStoreAway(error)) throw error;
    log.error({ error, conversationId: start.conversationId }, 'a flow failed; the customer was sent an apology');
    metrics.countFault();
    const reply = { text: texts.apology[start.locale], locale: start.locale };
    return { replies: [reply], memory: start.state, locale: start.locale, text: message.text, facts: [] };
  }
}
