import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { texts } from '../dialogs/texts.ts';
import { setAsideOpen } from '../dialogs/turn.ts';
import type { TurnStart } from '../rules/conversations/types.ts';
import type { NewJob } from '../rules/jobs.ts';
import { defineJob, type JobHandler } from './defineJob.ts';
import { asBot, type Writer, type Writing } from './writer.ts';

/** The kind of job that looks after somebody who was asked and fell silent. */
export const SILENCE = 'conversation.silence';

/** Minutes without an answer to an open question: first a reminder, then the question is set aside. */
const REMIND_AFTER_MS = 10 * 60_000;
const SET_ASIDE_AFTER_MS = 20 * 60_000;

const PAYLOAD = z.object({ conversationId: z.string(), version: z.int(), isReminded: z.boolean() });

/** For a turn that leaves a question open, in the place of the one before. `version`: the conversation's after the turn. */
export function awaitAnswer(conversationId: string, version: number, now: Date, isReminded = false): NewJob {
  const dueAt = new Date(now.getTime() + (isReminded ? SET_ASIDE_AFTER_MS : REMIND_AFTER_MS));
  return { kind: SILENCE, key: `silence:${conversationId}`, payload: { conversationId, version, isReminded }, dueAt, isReplaceable: true };
}

/** Reminds who fell silent, once, and then sets the question aside. Whoever said anything since is left alone. */
export function createSilence({ writer, clock }: { readonly writer: Writer; readonly clock: Clock }): JobHandler {
  return defineJob({
    payload: PAYLOAD,
    async run({ payload: { conversationId, version, isReminded } }) {
      await writer.write(conversationId, `silence:${version}`, (start) => {
        if (start.version !== version || start.mode !== 'bot') return undefined;
        return isReminded ? setAside(start, clock.now()) : remind(start, clock.now());
      });
    },
  });
}

function remind({ conversationId, version, locale }: TurnStart, now: Date): Writing {
  return {
    messages: [asBot({ text: texts.stillThere[locale], locale })],
    facts: [{ name: 'silence.reminded', occurredAt: now }],
    later: [awaitAnswer(conversationId, version + 1, now, true)],
  };
}

function setAside({ state, locale }: TurnStart, now: Date): Writing {
  return {
    messages: [asBot({ text: texts.setAside[locale], locale })],
    state: setAsideOpen(state),
    facts: [{ name: 'silence.setAside', occurredAt: now }],
  };
}
