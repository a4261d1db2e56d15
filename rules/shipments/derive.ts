import { advance, type Course, type CourseEvent, type ReadEvent } from './course.ts';
import { type Piece, SHIPMENT_STATUSES, type ShipmentStatus, type StatusReason, TERMINAL_STATUSES } from './types.ts';
import { type Ends, isNote, takesDeliveryBack } from './wording.ts';

/** What of an event counts. `piece` absent: it speaks of every piece. */
export type DerivedEvent = CourseEvent & { readonly piece?: string };

/** What is true of a shipment, by all that is told of it. Everything that shows, counts or reports shipments reads this. */
export interface Derived<E> {
  readonly status: ShipmentStatus;
  readonly reason?: StatusReason;
  /** The scan the status rests on; of a delivery its time, place and signer. Absent before the first. */
  readonly lastScan?: E;
  readonly lastEventAt?: Date;
  /** When a delivered shipment first had arrived whole, by deliveries that stand. */
  readonly arrivedAt?: Date;
  /** A delivery that was taken back, until there is another end. */
  readonly withdrawn?: E;
  readonly pieces: readonly Piece[];
}

export interface DerivedFrom {
  /** Empty for a single parcel. */
  readonly pieces?: readonly string[];
  /** Without them a return is known by its events alone. */
  readonly ends?: Ends;
}

// Two events of one instant: the one further down the usual course is the later one.
const RANK = new Map(SHIPMENT_STATUSES.map((status, rank) => [status, rank]));
const AFTER_ALL = SHIPMENT_STATUSES.length;

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

/** By `occurredAt`, then by the usual course, then by what they say: the order things happened in, in whatever order they were told. */
export function compareEvents(a: DerivedEvent, b: DerivedEvent): number {
  return compareTimes(a, b) || compareRead(read(a), read(b));
}

const read = <E extends DerivedEvent>(event: E): ReadEvent<E> => ({ event, isNote: isNote(event), takesBack: takesDeliveryBack(event) });
const compareTimes = (a: DerivedEvent, b: DerivedEvent): number => a.occurredAt.getTime() - b.occurredAt.getTime();
const compareRead = (a: ReadEvent<DerivedEvent>, b: ReadEvent<DerivedEvent>): number =>
  rankOf(a) - rankOf(b) || compareWords(a.event, b.event);

/** What takes a delivery back comes after it. */
const rankOf = ({ event, takesBack }: ReadEvent<DerivedEvent>): number => (takesBack ? AFTER_ALL : (RANK.get(event.status) ?? 0));

function compareWords(a: DerivedEvent, b: DerivedEvent): number {
  const [said, other] = [a, b].map((each) => [each.text, each.piece, each.city, each.signedBy, each.reason].join('\u0000')) as [
    string,
    string,
  ];
  return said < other ? -1 : Number(said > other);
}

/**
 * The truth about a shipment from all its events, in any order; domain rules §2.3–2.4. Without events it is LABEL_CREATED: the company
 * announced it. Notes (UNKNOWN, an office's words) move nothing. A delivery taken back does not count, one that ends a return is
 * RETURNED, and several pieces are as far as the least advanced, of equals the one that has stood longest.
 */
export function deriveShipment<E extends DerivedEvent>(events: readonly E[], { pieces = [], ends }: DerivedFrom = {}): Derived<E> {
  const ordered = events.map(read).sort((a, b) => compareTimes(a.event, b.event) || compareRead(a, b));
  const follow = (mine: readonly ReadEvent<E>[]): Course<E> =>
    mine.reduce<Course<E>>((course, event) => advance(course, event, ends), { status: 'LABEL_CREATED' });
  const courses = pieces.map((number) => ({
    number,
    course: follow(ordered.filter(({ event }) => event.piece === undefined || event.piece === number)),
  }));
  // A single parcel has one course, whatever piece its events name.
  const least = courses.map(({ course }) => course).sort(compareCourses)[0] ?? follow(ordered);
  const { status, reason, lastScan, withdrawn, arrivedAt } = least;
  return {
    status,
    ...(reason && { reason }),
    ...(lastScan && { lastScan, lastEventAt: lastScan.occurredAt }),
    ...(withdrawn && { withdrawn }),
    ...(arrivedAt && { arrivedAt: latest(arrivedAt, courses) }),
    pieces: courses.map(({ number, course }) => ({ number, status: course.status })),
  };
}

/** Of several that are over the last one's end is the shipment's. */
function compareCourses<E extends CourseEvent>(a: Course<E>, b: Course<E>): number {
  const since = (course: Course<E>): number => course.lastScan?.occurredAt.getTime() ?? 0;
  const apart = since(a) - since(b);
  return ADVANCE.indexOf(a.status) - ADVANCE.indexOf(b.status) || (TERMINAL_STATUSES.has(a.status) ? -apart : apart);
}

function latest<E>(arrivedAt: Date, courses: readonly { readonly course: Course<E> }[]): Date {
  return new Date(Math.max(arrivedAt.getTime(), ...courses.map(({ course }) => course.arrivedAt?.getTime() ?? 0)));
}
