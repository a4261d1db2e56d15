import type { Clock } from '../../../core/clock.ts';
import { decideAlarm } from '../../../rules/complaints/alarm.ts';
import type { SlaPolicy } from '../../../rules/complaints/policy.ts';
import type { Store } from '../../store.ts';
import { type StoredRow, type StoredTicket, toStored } from './rows.ts';
import { READ_DUE, SET_ALARM } from './statements.ts';
import { type WritingDesk, writeChange } from './writing.ts';

const BATCH = 50;

/**
 * Does what tickets do by themselves: warnings, breaches, reminders, closings, each once however many instances run it. A ticket that
 * cannot be done keeps no other back; the first such error is thrown when all have had their turn, and the next run tries again.
 * @returns how many tickets were changed
 */
export async function runAlarms(store: Store, clock: Clock, { policy }: { readonly policy: SlaPolicy }): Promise<number> {
  const errors: unknown[] = [];
  let changed = 0;
  let last: readonly [Date, string] = [new Date(0), ''];
  const until = clock.now();
  for (;;) {
    const rows = await store.query<StoredRow & { readonly nextAlarmAt: Date }>(READ_DUE, [until, BATCH, ...last]);
    for (const row of rows) {
      const { nextAlarmAt } = row;
      last = [nextAlarmAt, row.id];
      try {
        if (await runAlarm({ store, policy }, clock.now(), toStored(row), nextAlarmAt)) changed += 1;
      } catch (error) {
        errors.push(error);
      }
    }
    if (rows.length < BATCH) break;
  }
  if (errors.length > 0) throw errors[0];
  return changed;
}

async function runAlarm(desk: WritingDesk, now: Date, ticket: StoredTicket, dueAt: Date): Promise<boolean> {
  const { complaint, history, end } = ticket;
  const decision = decideAlarm(complaint, history, now, desk.policy);
  // Lost to another instance or to a person: whoever wrote has set the next alarm.
  if (decision.lines.length > 0) return (await writeChange(desk, ticket, decision, now)) !== undefined;
  const { nextAlarmAt } = decision;
  if (nextAlarmAt?.getTime() !== dueAt.getTime())
    await desk.store.query(SET_ALARM, [complaint.id, nextAlarmAt ?? null, complaint.version, end.lastSeq]);
  return false;
}
