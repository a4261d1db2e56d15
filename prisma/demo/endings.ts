import type { Random } from './random.ts';
import { createStep, hubOf, type Route, type Step } from './route.ts';
import type { TraceKind } from './traces.ts';

/** How a parcel's story stands: the open ones wait for their next scan, the closed ones have none to come. */
export type Ending = keyof typeof ENDINGS;

/** All scans of a parcel up to its ending, oldest first; none for `unannounced`. `steps` come from `travel`. */
export function endWith(ending: Ending, steps: readonly Step[], route: Route, random: Random): Step[] {
  return ENDINGS[ending](steps, route, random);
}

type Finish = (steps: readonly Step[], route: Route, random: Random) => Step[];

const ENDINGS = {
  unannounced: () => [],
  ordered: (steps) => upTo(steps, 'label'),
  picked: (steps) => upTo(steps, 'pickup'),
  moving: (steps, _, random) => stopOnTheWay(steps, random),
  clearing: (steps) => upTo(steps, 'imported'),
  documents: (steps, route) => [...upTo(steps, 'imported'), ...documentsMissing(steps, route)],
  atDepot: (steps) => upTo(steps, 'local'),
  out: (steps) => [...steps],
  waiting: (steps, route) => [...steps, waiting(steps, route)],
  absent: (steps, route) => [...steps, absent(steps, route)],
  weather: (steps, route) => [...upTo(steps, 'arrive'), held(upTo(steps, 'arrive'), route)],
  address: (steps, route) => [...upTo(steps, 'local'), addressUnclear(steps, route)],
  refused: (steps, route) => sentBack(steps, route),
  expired: (steps, route) => [...steps, waiting(steps, route), goingBack(lastDay(steps) + 7, route, 'station_timeout')],
  partly: (steps, route) => [...steps, ...[1, 2].map((piece) => signed(lastDay(steps), 10 + piece / 10, route, '本人', piece))],
  delivered: (steps, route, random) => [...steps, signed(lastDay(steps), 10 + 8 * random.next(), route, signerAt(route, random))],
  collected: (steps, route, random) => [...steps, waiting(steps, route), collected(steps, route, random)],
  secondAttempt: (steps, route, random) => [...steps, absent(steps, route), ...tryAgain(steps, route, random)],
  returned: (steps, route) => [...sentBack(steps, route), backHome(lastDay(steps) + 1 + route.days, route)],
  lost: (steps, route) => [...steps.slice(0, 4), gone(steps, route, 'lost')],
  destroyed: (steps, route) => [...steps.slice(0, 4), gone(steps, route, 'destroyed')],
  cancelled: (steps, route) => [...upTo(steps, 'label'), cancelled(route)],
} satisfies Record<string, Finish>;

function upTo(steps: readonly Step[], kind: TraceKind): Step[] {
  return steps.slice(0, steps.findLastIndex((step) => step.kind === kind) + 1);
}

/** Between sorting centres; a delayed parcel only after its delay. */
function stopOnTheWay(steps: readonly Step[], random: Random): Step[] {
  const delayedAt = steps.findIndex((step) => step.kind === 'delay');
  const stops = steps.flatMap((step, index) => (step.status === 'IN_TRANSIT' && index > delayedAt ? [index] : []));
  return steps.slice(0, (stops.length > 0 ? random.pick(stops) : delayedAt) + 1);
}

function lastDay(steps: readonly Step[]): number {
  // Abroad the hours run past midnight in Beijing: the day is the one of the place.
  return steps.at(-1)?.day ?? 0;
}

function documentsMissing(steps: readonly Step[], route: Route): Step[] {
  const imported = upTo(steps, 'imported').at(-1);
  if (!imported) return [];
  return [
    createStep(
      { day: imported.day, hour: 14, status: 'CUSTOMS', reason: 'customs_documentation', kind: 'documents', depot: hubOf(route.to) },
      route,
    ),
  ];
}

function waiting(steps: readonly Step[], route: Route): Step {
  return createStep({ day: lastDay(steps), hour: 12.5, status: 'READY_FOR_PICKUP', kind: 'waiting', depot: route.point }, route);
}

function collected(steps: readonly Step[], route: Route, random: Random): Step {
  const day = lastDay(steps) + (random.chance(0.2) ? 1 : 0);
  return createStep(
    { day, hour: 17 + 3 * random.next(), status: 'DELIVERED', kind: 'collected', depot: route.point, signer: signerAt(route, random) },
    route,
  );
}

function absent(steps: readonly Step[], route: Route): Step {
  return createStep(
    { day: lastDay(steps), hour: 15, status: 'ATTEMPT_FAILED', reason: 'consignee_not_home', kind: 'absent', depot: route.toDepot },
    route,
  );
}

function tryAgain(steps: readonly Step[], route: Route, random: Random): Step[] {
  const day = lastDay(steps) + 1;
  const out = createStep({ day, hour: 8.5, status: 'OUT_FOR_DELIVERY', kind: 'out', depot: route.toDepot }, route);
  return [out, signed(day, 10 + 8 * random.next(), route, signerAt(route, random))];
}

function held(steps: readonly Step[], route: Route): Step {
  const before = steps.at(-1);
  const at = before?.place?.city === route.from.city ? route.from : route.to;
  const hour = (before?.hour ?? 0) + 1 - at.hoursBehind;
  return createStep(
    { day: before?.day ?? 0, hour, status: 'ON_HOLD', reason: 'weather_delay', kind: 'weather', depot: hubOf(at), at },
    route,
  );
}

function addressUnclear(steps: readonly Step[], route: Route): Step {
  const hold = { status: 'ON_HOLD', reason: 'consignee_incorrect_address', kind: 'address', depot: route.toDepot } as const;
  return createStep({ day: lastDay(steps), hour: 10, ...hold }, route);
}

function sentBack(steps: readonly Step[], route: Route): Step[] {
  const refusal = { status: 'ATTEMPT_FAILED', reason: 'consignee_refused', kind: 'refused', depot: route.toDepot } as const;
  return [
    ...steps,
    createStep({ day: lastDay(steps), hour: 14, ...refusal }, route),
    goingBack(lastDay(steps) + 1, route, 'consignee_refused'),
  ];
}

function goingBack(day: number, route: Route, reason: 'consignee_refused' | 'station_timeout'): Step {
  const next = hubOf(route.from);
  return createStep({ day, hour: 9, status: 'RETURNING', reason, kind: 'returning', depot: route.toDepot, next }, route);
}

function backHome(day: number, route: Route): Step {
  const home = { status: 'RETURNED', reason: 'consignee_refused', kind: 'returned', depot: route.fromDepot, at: route.from } as const;
  return createStep({ day, hour: 15, ...home }, route);
}

function gone(steps: readonly Step[], route: Route, kind: 'lost' | 'destroyed'): Step {
  const reason = kind === 'lost' ? 'carrier_parcel_lost' : 'carrier_damaged_parcel';
  const day = lastDay(steps) + (kind === 'lost' ? 7 : 1);
  return createStep({ day, hour: 16, status: 'LOST_OR_DESTROYED', reason, kind, depot: hubOf(route.from), at: route.from }, route);
}

function cancelled(route: Route): Step {
  const end = { status: 'CANCELLED', reason: 'retailer_cancelled', kind: 'cancelled', depot: route.fromDepot, at: route.from } as const;
  return createStep({ day: 0, hour: 16, ...end }, route);
}

function signed(day: number, hour: number, route: Route, signer: string, piece?: number): Step {
  return createStep(
    { day, hour, status: 'DELIVERED', kind: 'signed', depot: route.toDepot, signer, ...(piece !== undefined && { piece }) },
    route,
  );
}

function signerAt({ to }: Route, random: Random): string {
  if (to.language === 'zh-Hans')
    return random.weigh([
      ['本人', 6],
      ['家人', 2],
      ['前台', 1],
      ['物业', 1],
    ] as const);
  return to.language === 'zh-Hant' ? random.pick(['本人', '家人', '管理處']) : random.pick(['the recipient', 'reception', 'a neighbour']);
}
