import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../core/businessTime.ts';
import { AppError } from '../../../core/errors.ts';
import { actorOf, type Principal } from '../../../rules/access/principal.ts';
import { readClocks } from '../../../rules/complaints/clocks.ts';
import { COMPLAINT_STATUSES, type ComplaintStatus, SEVERITIES } from '../../../rules/complaints/codes.ts';
import { createSlaPolicy, MAX_PAUSE_MS, type SlaPolicy } from '../../../rules/complaints/policy.ts';
import { listAllowed } from '../../../rules/complaints/rules.ts';
import { TRANSITIONS } from '../../../rules/complaints/states.ts';
import type { ComplaintChange } from '../../../rules/complaints/types.ts';
import fc from '../../fastCheck.ts';
import { AGENT, BOT, CUSTOMER, HOUR, openDesk, POLICY, REMEDY, START, SYSTEM, type TestDesk } from './desk.ts';

const OFFICE = [{ from: '09:00', to: '18:00' }];
const IN_HOURS = createSlaPolicy(
  'America/New_York',
  createCalendar({ timeZone: 'America/New_York', hours: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE } }),
);

/** Everything that must come with any transition, so that most are refused for what they are and not for what they lack. */
const COMPLETE = {
  remedy: REMEDY,
  resolution: '已处理',
  rootCause: 'weather',
  message: '您好',
  mergedInto: 'CMP-20261123-0099',
  reason: '电话',
} as const;

/** `allowed`: one of the moves that are open to the actor, to come far; `any`: whatever state; `bare`: without what must come with it. */
interface Step {
  readonly kind: 'allowed' | 'any' | 'bare' | 'severity' | 'addition' | 'message' | 'alarm';
  readonly pick: number;
  readonly waitMs: number;
  readonly by: Principal;
}
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('allowed', 'allowed', 'allowed', 'allowed', 'any', 'bare', 'severity', 'addition', 'message', 'alarm', 'alarm'),
    pick: fc.nat({ max: 1000 }),
    waitMs: fc.oneof(fc.integer({ min: 0, max: 5 * HOUR }), fc.integer({ min: 0, max: 80 * HOUR })),
    by: fc.constantFrom<Principal[]>(AGENT, AGENT, CUSTOMER, BOT, SYSTEM),
  }),
  { minLength: 10, maxLength: 30, size: 'max' },
);

/** Undefined: no change, the alarms. A customer sends only what is theirs. */
function toChange({ kind, pick, by }: Step, { ticket, history }: TestDesk, now: Date): ComplaintChange | undefined {
  const choose = <Value>(values: readonly Value[]): Value | undefined => values[pick % values.length];
  const move = (states: readonly ComplaintStatus[]): ComplaintChange => ({
    to: choose(states),
    ...(by.kind !== 'customer' && COMPLETE),
    // What runs by itself offers no money.
    ...(by === SYSTEM && { remedy: { type: 'apology', text: '抱歉' } as const }),
  });
  switch (kind) {
    case 'allowed':
      return move(listAllowed(ticket, history, actorOf(by), now));
    case 'any':
      return move(COMPLAINT_STATUSES);
    case 'bare':
      return { to: choose(COMPLAINT_STATUSES) };
    case 'severity':
      return { severity: choose(SEVERITIES) };
    case 'addition':
      return { addition: '补充' };
    case 'message':
      return { message: '您好' };
    case 'alarm':
      return undefined;
  }
}

interface Moment {
  readonly desk: TestDesk;
  readonly before: Pick<TestDesk, 'ticket' | 'history'>;
  readonly now: Date;
  readonly error?: AppError;
}

function play(policy: SlaPolicy, sequence: readonly Step[], check: (moment: Moment) => void): void {
  const desk = openDesk({}, {}, policy);
  let now = START;
  for (const step of sequence) {
    now = new Date(now.getTime() + step.waitMs);
    const before = { ticket: desk.ticket, history: desk.history };
    let error: AppError | undefined;
    try {
      const change = toChange(step, desk, now);
      if (change) desk.change(change, step.by, now);
      else desk.alarm(now);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      error = thrown;
    }
    check({ desk, before, now, ...(error && { error }) });
  }
}

const policies = fc.constantFrom(POLICY, IN_HOURS);
const always = (check: (moment: Moment, policy: SlaPolicy) => void): void =>
  fc.assert(
    fc.property(policies, steps, (policy, sequence) => play(policy, sequence, (moment) => check(moment, policy))),
    { numRuns: 40 },
  );

describe('whatever is done to a ticket, by whomever and whenever', () => {
  it('it goes nowhere the table does not let it', () => {
    const seen = new Set<string>();
    always(({ desk, before }) => {
      const moves = desk.history.slice(before.history.length).filter(({ action }) => action === 'moved');
      for (const { from, to } of moves) {
        expect(from && to && TRANSITIONS[from]).toContain(to);
        seen.add(String(to));
      }
      expect(moves[0]?.from ?? desk.ticket.status).toBe(before.ticket.status);
      expect(moves.at(-1)?.to ?? before.ticket.status).toBe(desk.ticket.status);
    });
    // The walk is no idle one: it comes to most of the sixteen states beyond NEW and ACKNOWLEDGED.
    expect(seen.size).toBeGreaterThanOrEqual(12);
  });

  it('what is refused changes nothing and leaves one line, what is incomplete leaves none', () => {
    always(({ desk, before, error }) => {
      if (!error) return;
      const added = desk.history.slice(before.history.length).map(({ action }) => action);
      expect(desk.ticket).toBe(before.ticket);
      expect(added).toEqual(error.code === 'TRANSITION_REFUSED' ? ['refused'] : []);
    });
  });

  it('its version grows by one with everything that is written, and by nothing else', () => {
    always(({ desk, before, error }) => {
      const isWritten = !error && desk.history.length > before.history.length;
      expect(desk.ticket.version).toBe(before.ticket.version + (isWritten ? 1 : 0));
    });
  });

  it('pauses stay within 72 hours, and clocks never run backwards but for a reopening or another severity', () => {
    always(({ desk, before, now }, policy) => {
      const { severity } = desk.ticket;
      const [was, is] = [readClocks(before.history, before.ticket.severity, policy, now), readClocks(desk.history, severity, policy, now)];
      const soFarMs = is.pausedMs + (is.pausedAt ? now.getTime() - is.pausedAt.getTime() : 0);
      expect(is.pausedMs).toBeGreaterThanOrEqual(was.pausedMs);
      expect(soFarMs).toBeLessThanOrEqual(MAX_PAUSE_MS);
      expect(desk.ticket.pausedMs).toBeLessThanOrEqual(is.pausedMs);
      for (const clock of ['firstResponse', 'resolve'] as const)
        if (was[clock].round === is[clock].round) expect(is[clock].elapsedMs).toBeGreaterThanOrEqual(was[clock].elapsedMs);
    });
  });

  it('its dues move by pauses, reopening and severity alone, and the statutory one never', () => {
    always(({ desk, before, error }) => {
      const [was, is] = [before.ticket, desk.ticket];
      expect(is.due.statutoryAt).toEqual(was.due.statutoryAt);
      if (error || was.severity !== is.severity || was.reopenCount !== is.reopenCount) return;
      expect(is.due.firstResponseAt).toEqual(was.due.firstResponseAt);
      const hasWaited = [was.status, is.status].includes('WAITING_CUSTOMER');
      if (!hasWaited) expect(is.due.resolveAt).toEqual(was.due.resolveAt);
      expect(is.due.resolveAt >= was.due.resolveAt).toBe(true);
    });
  });

  it('each warning is given once', () => {
    always(({ desk }) => {
      const given = desk.history.filter(({ action, data }) => action === 'warned' && data.clock).map(({ data }) => JSON.stringify(data));
      expect(new Set(given).size).toBe(given.length);
    });
  });

  it('an alarm leaves nothing behind that is due', () => {
    always(({ desk, before, now, error }) => {
      const isAlarm = !error && desk.history.slice(before.history.length).every(({ actor }) => actor.id === 'rules');
      if (isAlarm && desk.last.nextAlarmAt && desk.history.length > before.history.length) expect(desk.last.nextAlarmAt > now).toBe(true);
    });
  });
});
