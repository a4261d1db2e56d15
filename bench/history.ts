import type { Store } from '../prisma/store.ts';
import type { Benchmark } from './benchmark.ts';
import { type BenchTurns, createBenchTurns } from './benchTurns.ts';
import { openBenchStore, withDatabase } from './databases.ts';
import { median } from './statistics.ts';

const CONVERSATION = 'long-0';
const MESSAGES_EACH = 10_000;
const CONVERSATIONS = 100;
const ROUNDS = 12;
const TURNS_A_ROUND = 100;

/** What a long conversation and a large store add to a turn. */
export const history: Benchmark = {
  name: 'history',
  title: 'A turn among 10,000 messages of its conversation and 1,000,000 of the store',
  run: () =>
    withDatabase((emptyUrl) =>
      withDatabase(async (fullUrl) => {
        const stores = [await openBenchStore(emptyUrl), await openBenchStore(fullUrl)] as const;
        try {
          const [empty, full] = [await createBenchTurns(stores[0]), await createBenchTurns(stores[1])];
          await empty.open(CONVERSATION);
          await fill(stores[1], full);
          return [await compare(empty, full)];
        } finally {
          for (const store of stores) await store.close();
        }
      }),
    ),
};

async function fill(store: Store, product: BenchTurns): Promise<void> {
  for (let index = 0; index < CONVERSATIONS; index += 1) await product.open(`long-${index}`);
  await store.session(async ({ run }) => {
    await run(`
      SET statement_timeout = 0;
      INSERT INTO messages (conversation_id, seq, id, role, kind, author_id, text, provider_message_id, created_at)
      SELECT 'long-' || c, n, 'm' || c || '-' || n, 'customer', 'text', 'user', 'Where is my parcel number ' || n, 'p' || n, now()
      FROM generate_series(0, ${CONVERSATIONS - 1}) AS c, generate_series(1, ${MESSAGES_EACH}) AS n;
      UPDATE bot_states SET last_seq = ${MESSAGES_EACH}, version = ${MESSAGES_EACH};`);
    await run('VACUUM ANALYZE messages');
    await run('CHECKPOINT');
  });
}

/** By product, a round each, so that the machine's moods meet both. */
async function compare(empty: BenchTurns, full: BenchTurns) {
  const times = { empty: [] as number[], full: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [ofEmpty, ofFull] = [await timeRound(empty), await timeRound(full)];
    if (round === 0) continue;
    times.empty.push(ofEmpty);
    times.full.push(ofFull);
  }
  return {
    name: 'a turn in the full store',
    value: median(times.full),
    unit: 'ms',
    reference: { name: 'in an empty store', value: median(times.empty) },
    goal: { of: 'ratio', is: 'at most', limit: 1.2 },
  } as const;
}

async function timeRound(product: BenchTurns): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS_A_ROUND; turn += 1) {
    const startedAt = performance.now();
    await product.say(CONVERSATION, '你好');
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
