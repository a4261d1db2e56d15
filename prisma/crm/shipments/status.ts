import { SHIPMENT_STATUSES, type ShipmentStatus, type StatusReason, TERMINAL_STATUSES } from '../../../rules/shipments/types.ts';

/** What the computation needs of an event. */
export interface StatusEvent {
  readonly occurredAt: Date;
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  /** Absent: the event speaks of every piece. */
  readonly piece?: string;
}

export interface ComputedStatus {
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  readonly lastEventAt?: Date;
  readonly pieces: readonly { readonly number: string; readonly status: ShipmentStatus }[];
}

// Two events of one instant: the one further down the usual course is the later one.
const RANK = new Map(SHIPMENT_STATUSES.map((status, rank) => [status, rank]));

// What may still follow an end, and only by an event that happened later: a delivered parcel sent back by its recipient, a lost
// one found. Any other later scan at an ended shipment is a depot's mistake. A cancelled shipment never moves.
const AFTER_END: Readonly<Partial<Record<ShipmentStatus, ReadonlySet<ShipmentStatus>>>> = {
  DELIVERED: new Set(['RETURNING', 'RETURNED']),
  LOST_OR_DESTROYED: new Set(['DELIVERED', 'RETURNING', 'RETURNED']),
};

// Least advanced first. DELIVERED is last, so a shipment is delivered only when all its pieces are; a piece that stands still
// comes before those that move.
const ADVANCE: readonly ShipmentStatus[] = [
  'UNKNOWN',
  'LABEL_CREATED',
  'PICKED_UP',
  'ON_HOLD',
  'IN_TRANSIT',
  'CUSTOMS',
  'ARRIVED_LOCAL',
  'ATTEMPT_FAILED',
  'OUT_FOR_DELIVERY',
  'READY_FOR_PICKUP',
  'RETURNING',
  'RETURNED',
  'LOST_OR_DESTROYED',
  'CANCELLED',
  'DELIVERED',
];

/** By `occurredAt`, then by rank: the order things happened in, in whatever order they were told. */
export function compareEvents(a: Pick<StatusEvent, 'occurredAt' | 'status'>, b: Pick<StatusEvent, 'occurredAt' | 'status'>): number {
  return a.occurredAt.getTime() - b.occurredAt.getTime() || (RANK.get(a.status) ?? 0) - (RANK.get(b.status) ?? 0);
}

/**
 * The status of a shipment from all its events, in any order; domain rules §2.3–2.4. Without events it is LABEL_CREATED: the
 * company announced it. An UNKNOWN event says nothing and moves nothing. `pieceNumbers` is empty for a single parcel.
 */
export function computeStatus(events: readonly StatusEvent[], pieceNumbers: readonly string[]): ComputedStatus {
  const ordered = [...events].sort(compareEvents);
  const lastEventAt = ordered.at(-1)?.occurredAt;
  const follow = (mine: (event: StatusEvent) => boolean): Course => {
    const course: Course = { status: 'LABEL_CREATED' };
    for (const event of ordered) if (mine(event)) advance(course, event);
    return course;
  };
  const pieces = pieceNumbers.map((number) => ({ number, ...follow((event) => event.piece === undefined || event.piece === number) }));
  // A single parcel has one course, whatever piece its events name.
  const least = pieces.toSorted((a, b) => ADVANCE.indexOf(a.status) - ADVANCE.indexOf(b.status))[0] ?? follow(() => true);
  return {
    status: least.status,
    ...(least.reason && { reason: least.reason }),
    ...(lastEventAt && { lastEventAt }),
    pieces: pieces.map(({ number, status }) => ({ number, status })),
  };
}

interface Course {
  status: ShipmentStatus;
  reason?: StatusReason;
}

function advance(course: Course, { status, reason }: StatusEvent): void {
  if (status === 'UNKNOWN') return;
  if (TERMINAL_STATUSES.has(course.status) && status !== course.status && !AFTER_END[course.status]?.has(status)) return;
  course.status = status;
  if (reason) course.reason = reason;
  else delete course.reason;
}
