import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../core/businessTime.ts';
import type { Actor } from '../../../rules/access/actor.ts';
import { readClocks } from '../../../rules/complaints/clocks.ts';
import type { ComplaintStatus } from '../../../rules/complaints/codes.ts';
import type { ComplaintHistory } from '../../../rules/complaints/decision.ts';
import { createSlaPolicy } from '../../../rules/complaints/policy.ts';
import type { ComplaintAction } from '../../../rules/complaints/types.ts';
import { ACTORS, DAY, HOUR, POLICY, START, since } from './desk.ts';

const { AGENT, BOT, CUSTOMER, SYSTEM } = ACTORS;
const opened = { at: START, actor: CUSTOMER, action: 'opened', to: 'NEW', data: { type: 'complaint' } } as const;
const line = (hours: number, action: ComplaintAction, actor: Actor, to?: ComplaintStatus): ComplaintHistory[number] => ({
  at: since(hours * HOUR),
  actor,
  action,
  ...(to && { to }),
  data: {},
});
const moved = (hours: number, to: ComplaintStatus, actor: Actor = AGENT): ComplaintHistory[number] => line(hours, 'moved', actor, to);
/** P2: first response 2 h, resolve 48 h. */
const read = (lines: ComplaintHistory, hours: number, severity: 'P0' | 'P1' | 'P2' | 'P3' = 'P2') =>
  readClocks([opened, ...lines], severity, POLICY, since(hours * HOUR));

describe('the first response', () => {
  it('is a word of an agent to the customer, not the bot, not a note, not a system', () => {
    const others = [line(0.1, 'responded', BOT), line(0.2, 'noted', AGENT), line(0.3, 'responded', SYSTEM), moved(0.4, 'INVESTIGATING')];
    expect(read(others, 1).firstResponse).toMatchObject({ state: 'running', elapsedShare: 0.5 });
    expect(read([...others, line(1, 'responded', AGENT)], 9).firstResponse).toMatchObject({ state: 'met', elapsedShare: 0.5 });
  });

  it('is missed from the due instant on, and stays missed when it comes late', () => {
    expect(read([], 2 - 1e-6).firstResponse.state).toBe('running');
    expect(read([], 2).firstResponse.state).toBe('missed');
    expect(read([line(3, 'responded', AGENT)], 100).firstResponse).toMatchObject({ state: 'missed', elapsedShare: 1.5 });
  });

  it('stops with a ticket that is withdrawn, and starts again when that is opened again', () => {
    expect(read([moved(1, 'WITHDRAWN', CUSTOMER)], 50).firstResponse.state).toBe('stopped');
    const again = [moved(1, 'WITHDRAWN', CUSTOMER), moved(50, 'REOPENED', CUSTOMER)];
    expect(read(again, 51).firstResponse).toMatchObject({ state: 'running', elapsedShare: 0.5, round: 1, dueAt: since(52 * HOUR) });
  });

  it('is not owed a second time after an answer', () => {
    const again = [line(1, 'responded', AGENT), moved(10, 'RESOLVED'), moved(20, 'REOPENED', CUSTOMER)];
    expect(read(again, 90).firstResponse).toMatchObject({ state: 'met', round: 0 });
  });
});

describe('the resolve clock', () => {
  it('stands still while the customer is asked and runs on when they answer', () => {
    const asked = [moved(10, 'INVESTIGATING'), moved(12, 'WAITING_CUSTOMER')];
    expect(read(asked, 20)).toMatchObject({ pausedMs: 0, pausedAt: since(12 * HOUR), resolve: { state: 'paused', elapsedShare: 12 / 48 } });
    // Were it to run on now, at hour 20, 36 of 48 hours would be left.
    expect(read(asked, 20).resolve.dueAt).toEqual(since(56 * HOUR));
    const answered = [...asked, moved(22, 'INVESTIGATING', CUSTOMER)];
    expect(read(answered, 30)).toMatchObject({
      pausedMs: 10 * HOUR,
      resolve: { state: 'running', elapsedShare: 20 / 48, dueAt: since(58 * HOUR) },
    });
    expect(read(answered, 30).pausedAt).toBeUndefined();
  });

  it('stands still for nobody else', () => {
    const third = [moved(10, 'INVESTIGATING'), moved(12, 'WAITING_THIRD_PARTY')];
    expect(read(third, 36)).toMatchObject({ pausedMs: 0, resolve: { state: 'running', elapsedShare: 36 / 48, dueAt: since(48 * HOUR) } });
  });

  it('stands still for 72 hours altogether', () => {
    const twice = [moved(4, 'WAITING_CUSTOMER'), moved(4 + 60, 'INVESTIGATING', CUSTOMER), moved(4 + 60 + 6, 'WAITING_CUSTOMER')];
    // 60 of 72 hours were used; the second pause, from hour 70, ends by itself at 82. Running until then: 4 + 6 hours.
    expect(read(twice, 81)).toMatchObject({ pausedMs: 60 * HOUR, pausedAt: since(70 * HOUR), resolve: { state: 'paused' } });
    expect(read(twice, 92)).toMatchObject({
      pausedMs: 72 * HOUR,
      resolve: { state: 'running', elapsedShare: 20 / 48, dueAt: since(120 * HOUR) },
    });
    expect(read(twice, 92).pausedAt).toBeUndefined();
    // Nothing is left for a third.
    expect(read([...twice, moved(95, 'INVESTIGATING'), moved(96, 'WAITING_CUSTOMER')], 100)).toMatchObject({
      pausedMs: 72 * HOUR,
      resolve: { state: 'running' },
    });
  });

  it('starts anew when the ticket is opened again', () => {
    const again = [moved(40, 'RESOLVED'), moved(100, 'REOPENED', CUSTOMER)];
    expect(read(again.slice(0, 1), 90).resolve).toMatchObject({ state: 'met', elapsedShare: 40 / 48 });
    expect(read(again, 112).resolve).toMatchObject({ state: 'running', elapsedShare: 12 / 48, dueAt: since(148 * HOUR), round: 1 });
  });

  it('stops for what is merged, withdrawn or never answered', () => {
    expect(read([moved(5, 'MERGED')], 90).resolve.state).toBe('stopped');
    expect(read([moved(5, 'WITHDRAWN', CUSTOMER)], 90).resolve.state).toBe('stopped');
    const silent = [moved(40, 'WAITING_CUSTOMER'), moved(40 + 72, 'CLOSED_NO_REPLY', SYSTEM)];
    expect(read(silent, 200)).toMatchObject({ pausedMs: 72 * HOUR, resolve: { state: 'stopped', elapsedShare: 40 / 48 } });
  });

  it('follows the severity of now', () => {
    expect(read([], 12, 'P2').resolve).toMatchObject({ elapsedShare: 12 / 48, dueAt: since(48 * HOUR) });
    expect(read([], 12, 'P1').resolve).toMatchObject({ elapsedShare: 12 / 24, dueAt: since(24 * HOUR) });
  });

  it('counts open hours alone where the company keeps hours, pauses left out', () => {
    const office = [{ from: '09:00', to: '17:00' }];
    const hours = { mon: office, tue: office, wed: office, thu: office, fri: office };
    const policy = createSlaPolicy('Asia/Shanghai', createCalendar({ timeZone: 'Asia/Shanghai', hours }));
    // Opened Monday 10:00: 7 h that day and 8 h a day after make 48 on the Tuesday since, 09:00 + 1 h (7 + 5 × 8 + 1).
    expect(readClocks([opened], 'P2', policy, START).resolve.dueAt).toEqual(new Date('2026-12-01T10:00:00+08:00'));
    // Waiting from Monday 15:00 to Tuesday 11:00: 2 h of Monday and 2 h of Tuesday did not count, whatever the night is.
    const paused = [opened, moved(5, 'WAITING_CUSTOMER'), moved(25, 'INVESTIGATING', CUSTOMER)];
    const reading = readClocks(paused, 'P2', policy, since(25 * HOUR));
    expect(reading.resolve).toMatchObject({ elapsedMs: 5 * HOUR, dueAt: new Date('2026-12-01T14:00:00+08:00') });
    expect(reading.pausedMs).toBe(20 * HOUR);
  });
});

describe('the statutory clock', () => {
  it('is seven calendar days from the opening, whatever the state', () => {
    const waiting = [moved(1, 'WAITING_CUSTOMER')];
    expect(read(waiting, 84).statutory).toMatchObject({ state: 'running', elapsedShare: 0.5, dueAt: since(7 * DAY) });
    expect(read([moved(60, 'RESOLVED')], 900).statutory).toMatchObject({ state: 'met', dueAt: since(7 * DAY) });
    expect(read([], 168).statutory.state).toBe('missed');
  });

  it('runs on when a ticket is opened again within the seven days, and is settled after them', () => {
    expect(read([moved(60, 'RESOLVED'), moved(100, 'REOPENED', CUSTOMER)], 126).statutory).toMatchObject({
      state: 'running',
      elapsedShare: 0.75,
    });
    expect(read([moved(60, 'RESOLVED'), moved(200, 'REOPENED', CUSTOMER)], 250).statutory.state).toBe('met');
    expect(read([moved(60, 'WITHDRAWN', CUSTOMER), moved(200, 'REOPENED', CUSTOMER)], 250).statutory.state).toBe('stopped');
  });
});

it('no clock runs backwards when a line carries an earlier instant than the one before it', () => {
  const skewed = [moved(10, 'WAITING_CUSTOMER'), moved(9, 'INVESTIGATING', CUSTOMER)];
  expect(read(skewed, 12)).toMatchObject({ pausedMs: 0, resolve: { elapsedShare: 12 / 48, dueAt: since(48 * HOUR) } });
});
