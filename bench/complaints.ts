import { systemClock } from '../core/clock.ts';
import { createSecret } from '../core/ids.ts';
import { createComplaintDesk, createComplaints } from '../prisma/crm/complaints/index.ts';
import { createConversations } from '../prisma/crm/conversations/index.ts';
import type { Store } from '../prisma/store.ts';
import { createSlaPolicy } from '../rules/complaints/policy.ts';
import type { NewComplaint } from '../rules/complaints/types.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { openBenchStore, withDatabase } from './databases.ts';
import { median } from './statistics.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 12;
const CALLS_A_ROUND = 20;
const POLICY = createSlaPolicy('Asia/Shanghai');
/** A tenth of all tickets is being worked on: so many people have 62 of 10,000 each, more than a page, and 6,250 of 1,000,000. */
const OWNERS = 16;
const STATUSES = ['INVESTIGATING', 'WAITING_CUSTOMER', 'ESCALATED'] as const;

/** What a hundred times as many tickets add to a page of them, to reading one and to opening one. */
export const complaints: Benchmark = {
  name: 'complaints',
  title: `Complaints among ${MANY.toLocaleString('en')} others, beside ${FEW.toLocaleString('en')}`,
  run: () =>
    withDatabase((fewUrl) =>
      withDatabase(async (manyUrl) => {
        const stores = [await openBenchStore(fewUrl), await openBenchStore(manyUrl)] as const;
        try {
          await fill(stores[0], FEW);
          await fill(stores[1], MANY);
          return await compareAll(...stores);
        } finally {
          for (const store of stores) await store.close();
        }
      }),
    ),
};

async function fill(store: Store, count: number): Promise<void> {
  const conversations = createConversations(store, systemClock);
  await conversations.open({ id: 'bench', channel: 'directline', userId: 'user', locale: 'zh-Hans' });
  const statuses = `ARRAY['${STATUSES.join("', '")}']`;
  await store.session(async ({ run }) => {
    await run(`
      SET statement_timeout = 0;
      INSERT INTO complaints (id, reference, idempotency_key, version, type, category, severity, status, locale, channel, conversation_id,
        identity_id, verified_level, description, mood, owner, team, first_response_due_at, resolve_due_at, statutory_due_at, next_alarm_at,
        station, last_seq, last_hash, created_at, updated_at)
      SELECT 'id' || n, 'CMP-20250101-' || n, 'key' || n, 1, 'complaint', (ARRAY['delay', 'loss', 'damage', 'cod'])[1 + n % 4], 'P' || n % 4,
        CASE WHEN n % 10 = 0 THEN (${statuses})[1 + n / 10 % 3] ELSE 'CLOSED' END, 'zh-Hans', 'directline', 'chat' || n / 3, 'person' || n / 3, 0,
        'Where is my parcel number ' || n, '{"anger": 0, "risks": []}', 'owner' || n / 100 % ${OWNERS}, 'team' || n % 5, at, at + interval '2 days',
        at + interval '7 days', CASE WHEN n % 10 = 0 THEN now() + n * interval '1 second' END, 'station' || n % 500, 1, 'hash', at, at
      FROM generate_series(1, ${count}) AS n, LATERAL (SELECT now() - n * interval '30 seconds' AS at) AS t;
      INSERT INTO complaint_events (complaint_id, seq, at, actor_type, actor_id, action, to_status, data, words, prev_hash, hash)
      SELECT id, 1, created_at, 'customer', 'person', 'opened', 'NEW', '{}', description, '', 'hash' FROM complaints;`);
    await run('VACUUM ANALYZE complaints, complaint_events');
    await run('CHECKPOINT');
  });
}

/** What is done on a store, `call` times before. */
type Act = (store: Store, call: number) => Promise<unknown>;

const PAGE: Act = (store, call) =>
  createComplaintDesk(store, systemClock, { policy: POLICY }).list(
    { owner: `owner${call % OWNERS}`, statuses: STATUSES },
    { order: 'due', limit: 50 },
  );
const READ: Act = (store, call) =>
  createComplaintDesk(store, systemClock, { policy: POLICY }).open(`CMP-20250101-${1 + ((call * 7919) % FEW)}`);
const OPEN: Act = (store, call) => {
  const complaint: NewComplaint = {
    ...{
      idempotencyKey: `message${call}`,
      conversationId: 'bench',
      verifiedLevel: 0,
      type: 'suggestion',
      category: 'other',
      locale: 'zh-Hans',
    },
    ...{ description: createSecret(60), fileIds: [], mood: { anger: 0, risks: [] } },
  };
  return createComplaints(store, systemClock, { policy: POLICY }).open(complaint);
};

async function compareAll(few: Store, many: Store): Promise<readonly Figure[]> {
  return [
    await compare('a page of 50 by owner, state and due time', PAGE, few, many),
    await compare('one ticket with its audit', READ, few, many),
    await compare('opening a ticket', OPEN, few, many),
  ];
}

/** By turns, a round each, so that the machine's moods meet both. */
async function compare(name: string, act: Act, few: Store, many: Store): Promise<Figure> {
  const times = { few: [] as number[], many: [] as number[] };
  let calls = 0;
  const timeRound = async (store: Store): Promise<number> => {
    const round: number[] = [];
    for (let call = 0; call < CALLS_A_ROUND; call += 1) {
      const startedAt = performance.now();
      await act(store, calls++);
      round.push(performance.now() - startedAt);
    }
    return median(round);
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [ofFew, ofMany] = [await timeRound(few), await timeRound(many)];
    if (round === 0) continue;
    times.few.push(ofFew);
    times.many.push(ofMany);
  }
  return {
    name,
    value: median(times.many),
    unit: 'ms',
    reference: { name: `among ${FEW.toLocaleString('en')}`, value: median(times.few) },
    goal: { of: 'ratio', is: 'at most', limit: 2 },
  };
}
