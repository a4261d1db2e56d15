import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { texts } from '../dialogs/texts.ts';
import { readMemory } from '../dialogs/turn.ts';
import type { TurnStart } from '../rules/conversations/types.ts';
import { asBot, type Writer, type Writing } from './writer.ts';

/** Minutes without an answer to an open question: first a reminder, then the question is set aside. */
const REMIND_AFTER_MS = 10 * 60_000;
const SET_ASIDE_AFTER_MS = 20 * 60_000;

/** What happens when a customer falls silent in the middle of something. */
export interface Silence {
  /** Called after each committed turn; what was watched for the conversation before is forgotten. */
  watch(conversationId: string, version: number, isOpen: boolean): void;
  stop(): void;
}

export interface SilenceDeps {
  readonly writer: Writer;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Timers of this process: a restart forgets them, and the question then simply stays open. Several instances may watch one
 * conversation; the version lets one of them speak.
 */
export function createSilence({ writer, clock, log }: SilenceDeps): Silence {
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
      const written = await writer.write(conversationId, `silence:${version}`, (start) => {
        if (start.version !== version || start.mode !== 'bot') return undefined;
        return isReminded ? setAside(start, clock.now()) : remind(start, clock.now());
      });
      if (written.kind === 'written' && written.version !== undefined) watch(conversationId, written.version, !isReminded, true);
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

function remind({ locale }: TurnStart, occurredAt: Date): Writing {
  return { messages: [asBot({ text: texts.stillThere[locale], locale })], facts: [{ name: 'silence.reminded', occurredAt }] };
}

function setAside({ state, locale }: TurnStart, occurredAt: Date): Writing {
  const memory = readMemory(state);
  memory.dialogs.dialogStack = [];
  memory.offered = [];
  delete memory.later;
  return {
    messages: [asBot({ text: texts.setAside[locale], locale })],
    state: { ...memory },
    facts: [{ name: 'silence.setAside', occurredAt }],
  };
}
