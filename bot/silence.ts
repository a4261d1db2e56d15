import type { Log } from '../core/log.ts';
import { texts } from '../dialogs/texts.ts';
import { readMemory } from '../dialogs/turn.ts';
import type { TurnStart } from '../rules/conversations/types.ts';
import type { Speaker, Unasked } from './unasked.ts';

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
  readonly speaker: Speaker;
  readonly log: Log;
}

/**
 * Timers of this process: a restart forgets them, and the question then simply stays open. Several instances may watch one
 * conversation; the version lets one of them speak.
 */
export function createSilence({ speaker, log }: SilenceDeps): Silence {
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
      const told = await speaker.tell(conversationId, `silence:${version}`, (start) => {
        if (start.version !== version || start.mode !== 'bot') return undefined;
        return isReminded ? setAside(start) : remind(start);
      });
      if (told.kind === 'told') watch(conversationId, told.version, !isReminded, true);
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

const remind = ({ locale }: TurnStart): Unasked => ({
  reply: { text: texts.stillThere[locale], locale },
  fact: { name: 'silence.reminded' },
});

function setAside({ state, locale }: TurnStart): Unasked {
  const memory = readMemory(state);
  memory.dialogs.dialogStack = [];
  memory.offered = [];
  delete memory.later;
  return { reply: { text: texts.setAside[locale], locale }, state: { ...memory }, fact: { name: 'silence.setAside' } };
}
