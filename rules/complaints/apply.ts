import type { ComplaintStatus } from './codes.ts';
import { resolutionOf } from './rules.ts';
import { ENDED } from './states.ts';
import type { Complaint, ComplaintChange } from './types.ts';

/** The ticket with a change's fields; version, clocks and the first response are left to `settle`. */
export function applyChange(ticket: Complaint, change: ComplaintChange, to: ComplaintStatus | undefined, now: Date): Complaint {
  const { owner = ticket.owner, team = ticket.team, addition } = change;
  const fields: Complaint = {
    ...ticket,
    category: change.category ?? ticket.category,
    severity: change.severity ?? ticket.severity,
    description: addition === undefined ? ticket.description : `${ticket.description}\n${addition}`,
    contactPhone: change.contactPhone ?? ticket.contactPhone,
    owner: owner ?? undefined,
    team: team ?? undefined,
    remedy: change.remedy ?? ticket.remedy,
    rootCause: change.rootCause ?? ticket.rootCause,
    resolution: change.resolution ?? ticket.resolution,
    station: change.station ?? ticket.station,
    correctiveAction: change.correctiveAction ?? ticket.correctiveAction,
  };
  return withoutEmpty(to ? applyMove(fields, ticket, change, to, now) : fields);
}

function applyMove(fields: Complaint, before: Complaint, change: ComplaintChange, to: ComplaintStatus, now: Date): Complaint {
  const moved = { ...fields, status: to };
  if (to === 'RESOLVED') return { ...moved, resolvedAt: now, resolution: resolutionOf(before, change) };
  if (to === 'MERGED') return { ...moved, closedAt: now, duplicateOf: change.mergedInto };
  if (ENDED.has(to)) return { ...moved, closedAt: now };
  if (to !== 'REOPENED') return moved;
  // What did not satisfy is history, in the audit; this time cause and result must be stated again.
  const { remedy, rootCause, resolution } = change;
  return { ...moved, remedy, rootCause, resolution, resolvedAt: undefined, closedAt: undefined, reopenCount: before.reopenCount + 1 };
}

/** An absent field is absent, not undefined: the two look alike everywhere but in comparisons. */
function withoutEmpty(ticket: Complaint): Complaint {
  return Object.fromEntries(Object.entries(ticket).filter(([, value]) => value !== undefined)) as unknown as Complaint;
}
