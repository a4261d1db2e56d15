import { beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../bot/bot.ts';
import { createFixedClock } from '../../core/clock.ts';
import type { Locale } from '../../core/types.ts';
import { keepNotice } from '../../dialogs/caseStatus/notices.ts';
import { flows } from '../../dialogs/index.ts';
import type { StoredState } from '../../dialogs/memory.ts';
import { createRouter } from '../../dialogs/router.ts';
import { createSampleShipments, SAMPLE_NOW, SAMPLES } from '../../dialogs/samples.ts';
import { setAsideOpen } from '../../dialogs/turn.ts';
import { createMemoryServices, type MemoryServices } from '../memory.ts';
import { openUnderstander } from '../nlp/trainedModel.ts';
import { staff } from '../principals.ts';

const REFERENCE = 'CMP-20261121-0001';
const understander = openUnderstander();
const router = createRouter(flows);
const clock = createFixedClock(SAMPLE_NOW);

let services: MemoryServices;
let state: StoredState;
let locale: Locale;
let turns: number;

beforeEach(() => {
  services = createMemoryServices(clock, createSampleShipments());
  state = {};
  locale = 'en';
  turns = 0;
});

async function say(text: string): Promise<string> {
  turns += 1;
  const place = { conversationId: 'c', channel: 'webchat', userId: 'u' };
  const message = { ...place, providerMessageId: `p${turns}`, kind: 'text' as const, text, clientKey: 'k' };
  const bot = createBot({ services, understander, router });
  const answer = await bot.answer(message, { ...place, locale, mode: 'bot', version: turns, lastSeq: turns, state });
  state = store({ ...answer.memory });
  locale = answer.locale;
  return answer.replies.map(({ text }) => text).join('\n');
}

/** As the store gives it back. */
const store = (written: StoredState): StoredState => JSON.parse(JSON.stringify(written)) as StoredState;

/** As the release before the parts wrote the same: every flow's values beside the conversation's own. */
function toOlder({ flows: parts, ...rest }: StoredState): StoredState {
  return store(Object.assign(rest, ...Object.values(parts as Record<string, object>)) as StoredState);
}

const register = async (): Promise<void> => {
  await say(`complaint: ${SAMPLES.delivered} arrived crushed and the cups are broken`);
  await say('1234');
  expect(await say('an apology')).toContain(REFERENCE);
};

describe('a conversation stored by the release before', () => {
  it('holds each value where that release had it', async () => {
    state = {
      hasCallback: true,
      hasTicket: true,
      noticed: { reference: REFERENCE, kind: 'opened', atMs: 1 },
      asked: { number: 'X', times: 2 },
    };
    const { flows: parts, ...own } = router.readMemory(state);
    expect(parts).toEqual({
      callback: { hasCallback: true },
      caseStatus: { hasTicket: true, noticed: { reference: REFERENCE, kind: 'opened', atMs: 1 } },
      track: { asked: { number: 'X', times: 2 } },
    });
    expect(Object.keys(own)).not.toEqual(expect.arrayContaining(['hasTicket']));
    // What the parts hold counts from then on.
    expect(router.readMemory({ ...state, flows: { ...parts, callback: {} } }).flows.callback).toEqual({});
  });

  it('knows its ticket, what was said of it, and the call-back', async () => {
    await register();
    state = toOlder(state);
    expect(state).toMatchObject({ hasTicket: true, noticed: { reference: REFERENCE } });
    expect(await say('any news?')).toContain(REFERENCE);
    await say('call me back please, +852 9123 4567');
    expect(await say('yes')).toContain('CBR-20261121-0001');
    state = toOlder(setAsideOpen(state));
    expect(state).toMatchObject({ hasCallback: true });
    expect(await say('when will you call me?')).toContain('CBR-20261121-0001');
  });

  it('is told of its ticket by this one, and answers that', async () => {
    await register();
    await services.complaints.change(
      REFERENCE,
      { to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: 'We are sorry.' } },
      staff('a'),
      'k',
    );
    const notice = services.complaints.notices.find(({ kind }) => kind === 'proposed')!;
    state = store(keepNotice(setAsideOpen(toOlder(state)), notice, clock.now()));
    await say('I accept');
    expect(services.complaints.read(REFERENCE).status).toBe('ACCEPTED');
    expect(await say('my bank is hang seng')).toContain(REFERENCE);
  });

  it('has counted how often a late parcel was asked after', async () => {
    await say(SAMPLES.late);
    await say(SAMPLES.late);
    state = toOlder(state);
    expect(state).toMatchObject({ asked: { number: SAMPLES.late, times: 2 } });
    expect(await say(SAMPLES.late)).toMatch(/complaint/i);
  });
});

describe('what flows remember', () => {
  it('outlasts a question that is set aside, and leaves what was stored as it was', async () => {
    await register();
    const before = structuredClone(state);
    const aside = setAsideOpen(state);
    expect(aside.flows).toEqual(before.flows);
    expect(router.readMemory(aside).dialogs.dialogStack).toEqual([]);
    const { flows: parts } = router.readMemory(state);
    Object.assign(parts.caseStatus ?? {}, { noticed: undefined });
    expect(state).toEqual(before);
  });
});
