import type { Clock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Principal } from '../../rules/access/principal.ts';
import { decideChange, decideOpening, decideRefused } from '../../rules/complaints/decide.ts';
import type { ComplaintDecision } from '../../rules/complaints/decision.ts';
import type { ComplaintDesk, ComplaintFilter } from '../../rules/complaints/desk.ts';
import { createSlaPolicy } from '../../rules/complaints/policy.ts';
import type { Complaint, ComplaintChange, ComplaintEvent, NewComplaint } from '../../rules/complaints/types.ts';

export interface MemoryComplaints extends ComplaintDesk {
  /** A ticket of a customer who says nothing special, with changes; `files` as evidence. */
  opened(changes?: Partial<NewComplaint>, files?: Complaint['files']): Complaint;
  /** All that customers were told, in order. */
  readonly notices: ComplaintDecision['notices'][number][];
}

interface Kept {
  complaint: Complaint;
  events: ComplaintEvent[];
  readonly keys: Set<string>;
}

const POLICY = createSlaPolicy('Asia/Shanghai');

/** Tickets in memory by the rules of rules/complaints, for the API in front of them. */
export function createMemoryComplaints(clock: Clock): MemoryComplaints {
  const kept = new Map<string, Kept>();
  const notices: MemoryComplaints['notices'] = [];

  function write(at: Kept, { next, lines, notices: told }: Pick<ComplaintDecision, 'next' | 'lines' | 'notices'>): void {
    at.complaint = next;
    for (const line of lines) at.events.push({ ...line, seq: at.events.length + 1, at: clock.now() });
    notices.push(...told);
  }

  function change(at: Kept, wanted: ComplaintChange, by: Principal): void {
    try {
      write(at, decideChange(at.complaint, at.events, wanted, by, clock.now(), POLICY));
    } catch (error) {
      const isRefused = error instanceof AppError && error.code === 'TRANSITION_REFUSED';
      if (isRefused) write(at, { next: at.complaint, lines: [decideRefused(at.complaint, wanted, by)], notices: [] });
      throw error;
    }
  }

  return {
    notices,
    opened(changes = {}, files = []) {
      const reference = formatReference('CMP', '2026-11-21', kept.size + 1);
      const context = { id: `c${kept.size}`, reference, channel: 'directline', isKeyAccount: false, recentComplaints: 0, files };
      const decision = decideOpening(
        {
          ...{
            idempotencyKey: reference,
            conversationId: 'v1',
            verifiedLevel: 1,
            type: 'complaint',
            category: 'damage',
            locale: 'zh-Hans',
          },
          ...{ description: '箱子压扁了', fileIds: [], mood: { anger: 0, risks: [] }, ...changes },
        },
        context,
        clock.now(),
        POLICY,
      );
      const at: Kept = { complaint: decision.next, events: [], keys: new Set() };
      write(at, decision);
      kept.set(reference, at);
      return decision.next;
    },
    async list(filter, { order, cursor, limit }) {
      const placeOf = (ticket: Complaint): string =>
        `${String((order === 'due' ? ticket.due.resolveAt : ticket.updatedAt).getTime()).padStart(15, '0')}:${ticket.id}`;
      const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString();
      if (cursor !== undefined && !after.includes(':'))
        throw new AppError('INVALID_INPUT', { errors: [{ path: 'cursor', message: 'is foreign' }] });
      const found = [...kept.values()]
        .map(({ complaint }) => complaint)
        .filter((ticket) => matches(ticket, filter) && placeOf(ticket) > after)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { complaints: page, ...(found.length > limit && last && { nextCursor: Buffer.from(placeOf(last)).toString('base64url') }) };
    },
    async open(reference) {
      const at = kept.get(reference);
      return at && { complaint: at.complaint, events: at.events };
    },
    async change(reference, wanted, by, { expectedVersion, idempotencyKey } = {}) {
      const at = kept.get(reference);
      if (!at) throw new AppError('NOT_FOUND', { reference });
      if (idempotencyKey !== undefined && at.keys.has(idempotencyKey)) return at.complaint;
      if (expectedVersion !== undefined && expectedVersion !== at.complaint.version)
        throw new AppError('CONFLICT', { version: at.complaint.version });
      change(at, wanted, by);
      if (idempotencyKey !== undefined) at.keys.add(idempotencyKey);
      return at.complaint;
    },
  };
}

function matches(ticket: Complaint, { statuses, owner, dueBefore, updatedAfter, ...same }: ComplaintFilter): boolean {
  return (
    (statuses?.includes(ticket.status) ?? true) &&
    (owner === undefined || (ticket.owner ?? null) === owner) &&
    (!dueBefore || ticket.due.resolveAt < dueBefore) &&
    (!updatedAfter || ticket.updatedAt >= updatedAfter) &&
    Object.entries(same).every(([field, value]) => ticket[field as keyof typeof same] === value)
  );
}
