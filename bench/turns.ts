import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../core/log.ts';
import { openEmbedded } from '../prisma/embedded.ts';
import { applyMigrations, findMigrations } from '../prisma/migrate.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { type BenchTurns, createBenchTurns } from './benchTurns.ts';
import { openBenchStore, withDatabase } from './databases.ts';
import { LOOKUP_MIX, MIX, nextLookup, nextMessage } from './messages.ts';
import { createRawLoop } from './rawLoop.ts';
import { middleRound, type Pace, pace } from './statistics.ts';

const CONVERSATIONS = 64;
const ROUNDS = 5;
const ROUND_SECONDS = 3;

/** Durable turns a second without a transport, in this process: the raw loop and the product by product, on the same tables. */
export const turns: Benchmark = {
  name: 'turns',
  title: `Durable turns in process, ${CONVERSATIONS} conversations at once`,
  run: () =>
    withDatabase(async (url) => {
      const store = await openBenchStore(url);
      const raw = createRawLoop(url);
      try {
        const product = await createBenchTurns(store);
        const rawIds = await openAll(product, 'raw');
        const ids = await openAll(product, 'bench');
        const takeRaw = (seconds: number): Promise<Pace> => pace(CONVERSATIONS, seconds, (lane) => raw.turn(rawIds[lane] ?? ''));
        const takeOurs = (seconds: number): Promise<Pace> => pace(CONVERSATIONS, seconds, sayTo(product, ids));
        await takeRaw(1);
        await takeOurs(2);
        const rounds: [Pace, Pace][] = [];
        const lookupRounds: [Pace, Pace][] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const limit = await takeRaw(ROUND_SECONDS);
          rounds.push([await takeOurs(ROUND_SECONDS), limit]);
          lookupRounds.push([await pace(CONVERSATIONS, ROUND_SECONDS, sayTo(product, ids, nextLookup)), limit]);
        }
        return toFigures(middleRound(rounds), middleRound(lookupRounds));
      } finally {
        await raw.close();
        await store.close();
      }
    }),
};

/** The same on the embedded store, whose WASM shares the one thread with the bot. */
export const turnsEmbedded: Benchmark = {
  name: 'turns-embedded',
  title: 'Durable turns in process on the embedded store',
  async run() {
    const directory = mkdtempSync(join(tmpdir(), 'bench-embedded-'));
    const store = await openEmbedded(directory, createLog('silent'));
    try {
      await applyMigrations(store, findMigrations());
      const product = await createBenchTurns(store);
      const ids = await openAll(product, 'bench');
      await pace(CONVERSATIONS, 2, sayTo(product, ids));
      // Two statements a turn that write nothing: what the store's own round trips allow.
      const bare = await pace(CONVERSATIONS, ROUND_SECONDS, async (lane) => {
        await store.query('SELECT 1');
        await store.query('UPDATE bot_states SET version = version + 1 WHERE conversation_id = $1', [ids[lane] ?? '']);
      });
      const own = await pace(CONVERSATIONS, ROUND_SECONDS * 2, sayTo(product, ids));
      const reference = { name: 'one SELECT and one UPDATE', value: bare.perSecond };
      return [
        {
          name: 'turns on the embedded store',
          value: own.perSecond,
          unit: 'turns/s',
          reference,
          goal: { of: 'ratio', is: 'at least', limit: 0.8 },
          note: MIX,
        },
        { name: 'p99 of such a turn', value: own.p99Ms, unit: 'ms', reference: { name: 'one SELECT and one UPDATE', value: bare.p99Ms } },
      ];
    } finally {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

async function openAll(product: BenchTurns, prefix: string): Promise<readonly string[]> {
  const ids = Array.from({ length: CONVERSATIONS }, (_, index) => `${prefix}-${index}`);
  await Promise.all(ids.map((id) => product.open(id)));
  return ids;
}

function sayTo(product: BenchTurns, ids: readonly string[], next = nextMessage): (lane: number, count: number) => Promise<void> {
  return (lane, count) => product.say(ids[lane] ?? '', next(lane, count));
}

function toFigures([ours, limit]: readonly [Pace, Pace], [lookups, lookupLimit]: readonly [Pace, Pace]): readonly Figure[] {
  const name = 'raw pg loop: one read, one commit of the same rows';
  return [
    {
      name: 'turns in process',
      value: ours.perSecond,
      unit: 'turns/s',
      reference: { name, value: limit.perSecond },
      goal: { of: 'ratio', is: 'at least', limit: 1 },
      note: MIX,
    },
    {
      name: 'p99 of such a turn',
      value: ours.p99Ms,
      unit: 'ms',
      reference: { name, value: limit.p99Ms },
      goal: { of: 'ratio', is: 'at most', limit: 1 },
    },
    {
      name: 'turns that look shipments up',
      value: lookups.perSecond,
      unit: 'turns/s',
      reference: { name, value: lookupLimit.perSecond },
      goal: { of: 'ratio', is: 'at least', limit: 0.7 },
      note: LOOKUP_MIX,
    },
  ];
}
