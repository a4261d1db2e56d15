import { type ShipmentStatus, type StatusReason, TERMINAL_STATUSES, type TrackingEvent } from './types.ts';
import { type Ends, endsReturn, isPaperwork, isReturnToSender, statusOf, tellsOfFinding } from './wording.ts';

/** How far one parcel has come. */
export interface Course<E> {
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  /** The scan the status rests on: where it is, since when; of a delivery its time, place and signer. */
  readonly lastScan?: E;
  /** When it first arrived, of a delivery that stands. */
  readonly arrivedAt?: Date;
  /** A delivery that was taken back, until the parcel comes to another end. */
  readonly withdrawn?: E;
  readonly isReturning?: true;
  /** What it was before its delivery, should that be taken back. */
  readonly before?: Course<E>;
}

export type CourseEvent = Pick<TrackingEvent, 'occurredAt' | 'status' | 'reason' | 'text' | 'city' | 'signedBy'>;

// What may still follow an end, and only by an event that happened later: a delivered parcel sent back by its recipient, a lost
// one found. Any other later scan at an ended shipment is a depot's mistake. A cancelled shipment never moves.
const AFTER_END: Readonly<Partial<Record<ShipmentStatus, ReadonlySet<ShipmentStatus>>>> = {
  DELIVERED: new Set(['RETURNING', 'RETURNED']),
  LOST_OR_DESTROYED: new Set(['DELIVERED', 'RETURNING', 'RETURNED']),
};

/** On its way back a parcel is returning, whatever depot scans it; these say more. */
const SAID_OF_RETURNS: ReadonlySet<ShipmentStatus> = new Set([...TERMINAL_STATUSES, 'ON_HOLD']);

/** An event with what its words were read as, once for all pieces it speaks of. */
export interface ReadEvent<E> {
  readonly event: E;
  readonly isNote: boolean;
  readonly takesBack: boolean;
}

/** The course after one more event, of all those before it in the order they happened. Notes change nothing. */
export function advance<E extends CourseEvent>(
  course: Course<E>,
  { event, isNote, takesBack }: ReadEvent<E>,
  ends: Ends | undefined,
): Course<E> {
  if (takesBack) {
    const back = takeBack(course, event);
    return TERMINAL_STATUSES.has(event.status) || isNote ? back : move(back, event, event.status);
  }
  if (isNote || isRepeated(course, event) || (event.status === 'UNKNOWN' && !ANNOUNCED.has(course.status))) return course;
  const isCalledOff = course.isReturning === true && endsReturn(event, ends);
  return move(course, event, isCalledOff ? event.status : meaningOf(course, event, ends), isCalledOff);
}

/** What came without a status tells that an announced parcel is on its way, and moves no other. */
const ANNOUNCED: ReadonlySet<ShipmentStatus> = new Set(['UNKNOWN', 'LABEL_CREATED']);

/** A delivery told once more, word for word or by its receipt, is no second one. */
function isRepeated<E extends CourseEvent>({ status, lastScan }: Course<E>, event: E): boolean {
  if (status !== 'DELIVERED' || event.status !== 'DELIVERED' || !lastScan) return false;
  return isPaperwork(event) || (event.text.trim() === lastScan.text.trim() && (event.signedBy ?? lastScan.signedBy) === lastScan.signedBy);
}

/** A delivery taken back is as if it had not been. Where nothing was told before it, the parcel is with us, and no more is known. */
function takeBack<E extends CourseEvent>(course: Course<E>, event: E): Course<E> {
  const { before, lastScan } = course;
  if (!before || !lastScan) return course;
  const known: Course<E> = before.lastScan ? before : { status: 'IN_TRANSIT', lastScan: event };
  return { ...known, withdrawn: lastScan };
}

/** A delivery may be a return's end; on the way back every depot's scan is of the return. */
function meaningOf<E extends CourseEvent>({ isReturning }: Course<E>, event: E, ends: Ends | undefined): ShipmentStatus {
  const status = statusOf(event);
  if (status === 'DELIVERED') return isReturnToSender(event, isReturning === true, ends) ? 'RETURNED' : status;
  return isReturning && !SAID_OF_RETURNS.has(status) ? 'RETURNING' : status;
}

function move<E extends CourseEvent>(course: Course<E>, event: E, status: ShipmentStatus, isCalledOff = false): Course<E> {
  const isOver = TERMINAL_STATUSES.has(course.status);
  if (isOver && status !== course.status && !mayFollow(course.status, event, status)) return course;
  const isEnd = TERMINAL_STATUSES.has(status);
  const isArrival = status === 'DELIVERED' || status === 'RETURNED';
  const arrivedAt = status === 'DELIVERED' ? (course.arrivedAt ?? event.occurredAt) : undefined;
  const before = isArrival ? (isOver ? course.before : course) : undefined;
  const isReturning = status === 'RETURNING' || (course.isReturning && !isEnd && !isCalledOff);
  return {
    ...{ status, lastScan: event },
    ...(event.reason && { reason: event.reason }),
    ...(arrivedAt && { arrivedAt }),
    ...(course.withdrawn && !isEnd && { withdrawn: course.withdrawn }),
    ...(isReturning && { isReturning: true as const }),
    ...(before && { before }),
  };
}

function mayFollow(end: ShipmentStatus, event: CourseEvent, status: ShipmentStatus): boolean {
  return AFTER_END[end]?.has(status) === true || (end === 'LOST_OR_DESTROYED' && tellsOfFinding(event));
}
