import type { Benchmark, Figure } from './benchmark.ts';
import { createBenchTurns } from './benchTurns.ts';
import { type Chat, openChats } from './chats.ts';
import { openBenchStore, withDatabase } from './databases.ts';
import { MIX, nextMessage } from './messages.ts';
import { withProduct } from './product.ts';
import { createRawLoop } from './rawLoop.ts';
import { middleRound, type Pace, pace } from './statistics.ts';

const CONVERSATIONS = 64;
const ROUNDS = 5;
const ROUND_SECONDS = 3;

/** The same turns through Direct Line: the server is a child process, the clients are this one, and all share the machine's cores. */
export const turnsHttp: Benchmark = {
  name: 'turns-http',
  title: `Durable turns over Direct Line's HTTP, ${CONVERSATIONS} conversations at once`,
  run: () => withDatabase((url) => withProduct({ databaseUrl: url }, (product) => compare(url, product.url))),
};

async function compare(databaseUrl: string, productUrl: string): Promise<readonly Figure[]> {
  const ids = Array.from({ length: CONVERSATIONS }, (_, index) => `raw-${index}`);
  const store = await openBenchStore(databaseUrl);
  const turns = await createBenchTurns(store);
  await Promise.all(ids.map((id) => turns.open(id)));
  await store.close();
  const chats = await openChats(productUrl, CONVERSATIONS);
  const raw = createRawLoop(databaseUrl);
  const takeRaw = (seconds: number): Promise<Pace> => pace(CONVERSATIONS, seconds, (lane) => raw.turn(ids[lane] ?? ''));
  const takeOurs = (seconds: number): Promise<Pace> =>
    pace(CONVERSATIONS, seconds, (lane, count) => (chats[lane] as Chat).say(nextMessage(lane, count)));
  try {
    await takeRaw(1);
    await takeOurs(3);
    const rounds: [Pace, Pace][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const limit = await takeRaw(ROUND_SECONDS);
      rounds.push([await takeOurs(ROUND_SECONDS), limit]);
    }
    const [ours, limit] = middleRound(rounds);
    return toFigures(ours, limit);
  } finally {
    for (const chat of chats) chat.close();
    await raw.close();
  }
}

function toFigures(ours: Pace, limit: Pace): readonly Figure[] {
  const name = 'raw pg loop, no HTTP';
  return [
    {
      name: 'turns over Direct Line',
      value: ours.perSecond,
      unit: 'turns/s',
      reference: { name, value: limit.perSecond },
      goal: { of: 'ratio', is: 'at least', limit: 0.65 },
      note: MIX,
    },
    { name: 'p99 of such a turn', value: ours.p99Ms, unit: 'ms', reference: { name, value: limit.p99Ms } },
  ];
}
