import { estimate, staleMs } from '../dialogs/track/policy.ts';
import { createRandom } from '../prisma/demo/random.ts';
import { type Derived, type DerivedEvent, deriveShipment } from '../rules/shipments/derive.ts';
import type { Shipment } from '../rules/shipments/types.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { ENDS, generateHistories, type History } from './histories.ts';

const HISTORIES = 10_000;
const SEED = 20_261_128;
const NOW = new Date('2026-12-15T04:00:00Z');

type Derive = (events: readonly DerivedEvent[], pieces: readonly string[]) => Derived<DerivedEvent>;
type Property = readonly [name: string, holds: (derive: Derive, history: History) => boolean];

/** Whether what is told of parcels is what happened to them. */
export const facts: Benchmark = {
  name: 'facts',
  title: 'What is derived of generated histories of parcels',
  async run() {
    const histories = generateHistories(HISTORIES, SEED);
    const share = (derive: Derive, holds: Property[1]): number =>
      histories.filter((history) => holds(derive, history)).length / histories.length;
    return PROPERTIES.map(
      ([name, holds]): Figure => ({
        ...{ name, value: share(deriveOurs, holds), unit: '' },
        reference: { name: 'the newest event decides', value: share(takeNewest, holds) },
        goal: { of: 'value', is: 'at least', limit: 1 },
      }),
    );
  },
};

/** As the product does. */
export const deriveOurs: Derive = (events, pieces) => deriveShipment(events, { pieces, ends: ENDS });

/** What one would write in a line. */
const takeNewest: Derive = (events, pieces) => {
  const lastScan = [...events].reverse().sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime())[0];
  const status = lastScan?.status ?? 'LABEL_CREATED';
  return { status, ...(lastScan && { lastScan, lastEventAt: lastScan.occurredAt }), pieces: pieces.map((number) => ({ number, status })) };
};

/** What must hold of every history. */
export const PROPERTIES: readonly Property[] = [
  ['the status is that of the story', (derive, history) => isOfStory(derive(all(history), history.pieces), history)],
  [
    'time, place and signer are those of the scan it rests on',
    (derive, history) => isOfScan(derive(all(history), history.pieces), history),
  ],
  [
    'the arrival order of events changes nothing',
    (derive, history) => {
      const told = derive(all(history), history.pieces);
      return shuffles(all(history)).every((events) => isSame(derive(events, history.pieces), told));
    },
  ],
  [
    'notes change no status, scan, standstill or arrival',
    (derive, { scans, notes, pieces }) => {
      const [without, told] = [derive(scans, pieces), derive([...scans, ...notes], pieces)];
      return isSame(without, told) && JSON.stringify(waitOf(without)) === JSON.stringify(waitOf(told));
    },
  ],
  [
    'events told twice change nothing',
    (derive, history) =>
      isSame(derive([...all(history), ...history.notes, ...history.scans], history.pieces), derive(all(history), history.pieces)),
  ],
];

const all = ({ scans, notes }: History): readonly DerivedEvent[] => [...scans, ...notes];
const isSame = (a: Derived<DerivedEvent>, b: Derived<DerivedEvent>): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Of several pieces: delivered when all are; else as one of those that are not. */
function isOfStory({ status, pieces, withdrawn }: Derived<DerivedEvent>, { truths }: History): boolean {
  const open = truths.filter((truth) => truth.status !== 'DELIVERED');
  const expected = open.length > 0 ? open : truths;
  const isPieced = pieces.every((piece, index) => piece.status === truths[index]?.status);
  return isPieced && expected.some((truth) => truth.status === status && truth.isWithdrawn === (withdrawn !== undefined));
}

function isOfScan({ status, lastScan, lastEventAt }: Derived<DerivedEvent>, { truths }: History): boolean {
  const isLast = status !== 'DELIVERED' || truths.every(({ scan }) => scan && lastScan && scan.occurredAt <= lastScan.occurredAt);
  return isLast && lastEventAt === lastScan?.occurredAt && truths.some((truth) => truth.status === status && truth.scan === lastScan);
}

function shuffles(events: readonly DerivedEvent[]): readonly (readonly DerivedEvent[])[] {
  const random = createRandom(events.length);
  const shuffled = (): readonly DerivedEvent[] =>
    events
      .map((event) => ({ event, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ event }) => event);
  return [shuffled(), shuffled(), [...events].reverse()];
}

function waitOf({ status, lastEventAt, pieces }: Derived<DerivedEvent>): readonly unknown[] {
  const party = { name: '', phone: '', country: 'CN', province: '', city: '' };
  const shipment: Shipment = {
    ...{ id: '', trackingNumber: '', service: 'STANDARD', direction: 'forward', status, createdAt: NOW, pieceCount: 1, pieces },
    ...{ sender: party, recipient: party, events: [] },
    ...(lastEventAt && { lastEventAt }),
  };
  return [staleMs(shipment, NOW), estimate(shipment, NOW, 'Asia/Shanghai')];
}
