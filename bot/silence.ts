import type { Clock } from '../core/clock.ts';
import { createId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { Conversations, NewMessage, StoredMessage, TurnCommit, TurnStart } from '../core/services.ts';
import { texts } from '../dialogs/texts.ts';
import { readMemory } from '../dialogs/turn.ts';
import type { Fanout } from './fanout.ts';
import type { Lanes } from './lanes.ts';

/** Minutes without an answer to an open question: first a reminder, then the question is set aside. */
const REMIND_AFTER_MS = 10 * 60_000;
const SET_ASIDE_AFTER_MS = 20 * 60_000;
const BOT_ID = 'bot';

/** What happens when a customer falls silent in the middle of something. */
export interface Silence {
  /** Called after each committed turn; what was watched for the conversation before is forgotten. */
  watch(conversationId: string, version: number, isOpen: boolean): void;
  stop(): void;
}

export interface SilenceDeps {
  readonly conversations: Conversations;
  readonly lanes: Lanes;
  readonly fanout: Fanout;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Timers of this process: a restart forgets them, and the question then simply stays open. Several instances may watch one
 * conversation; the version lets one of them speak.
 */
export function createSilence({ conversations, lanes, fanout, clock, log }: SilenceDeps): Silence {
  const timers = new Map<string, NodeJS.Timeout>();

  function watch(conversationId: string, version: number, isOpen: boolean, isReminded = false): void {
    clearTimeout(timers.get(conversationId));
    timers.delete(conversationId);
    if (!isOpen) return;
    const timer = setTimeout(() => void wake(conversationId, version, isReminded), isReminded ? SET_ASIDE_AFTER_MS : REMIND_AFTER_MS);
    timer.unref();
    timers.set(conversationId, timer);
  }

  async function wake(conversationId: string, version: number, isReminded: boolean): Promise<void> {
    timers.delete(conversationId);
    try {
      await lanes.run(conversationId, async () => {
        const start = await conversations.read(conversationId, '');
        if (!start || start.version !== version || start.mode !== 'bot') return;
        const turn = isReminded ? setAside(start, clock.now()) : remind(start, clock.now());
        const result = await conversations.commit(turn);
        if (result.kind !== 'committed') return;
        fanout.publish(
          conversationId,
          turn.messages.map((message): StoredMessage => ({ ...message, conversationId, seq: result.lastSeq })),
        );
        watch(conversationId, version + 1, !isReminded, true);
      });
    } catch (error) {
      // Nobody waits for a reminder: the question stays open, and the next message of the customer finds it.
      log.warn({ error, conversationId }, 'a silent customer could not be reminded');
    }
  }

  return {
    watch,
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

const remind = (start: TurnStart, now: Date): TurnCommit =>
  proactive(start, now, 'silence.reminded', texts.stillThere[start.locale], start.state);

function setAside(start: TurnStart, now: Date): TurnCommit {
  const memory = readMemory(start.state);
  memory.dialogs.dialogStack = [];
  memory.offered = [];
  delete memory.later;
  return proactive(start, now, 'silence.setAside', texts.setAside[start.locale], { ...memory });
}

/** A turn without an inbound message. */
function proactive(start: TurnStart, createdAt: Date, fact: string, text: string, state: TurnCommit['state']): TurnCommit {
  const { conversationId, locale, mode, version } = start;
  const id = createId(createdAt.getTime());
  const message: NewMessage = { id, role: 'bot', kind: 'text', authorId: BOT_ID, text, reply: { text, locale }, createdAt };
  const facts = [{ name: fact, occurredAt: createdAt, locale }];
  return { conversationId, expectedVersion: version, state, locale, mode, messages: [message], facts, outbox: [] };
}
