import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createCandidates, purgeCandidates } from '../../prisma/crm/candidates.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import type { Store } from '../../prisma/store.ts';
import type { Candidate, CommitResult, TurnCommit } from '../../rules/conversations/types.ts';
import { clear, stores } from './store.ts';

const DAY_MS = 86_400_000;
const clock = createFixedClock('2026-11-21T02:00:00.123Z');

const candidate = (text: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ kind: 'clarified', occurredAt: clock.now(), locale: 'zh-Hans', text, intent: 'invoice', confidence: 0.1 + 0.2 },
  ranking: [
    { intent: 'invoice', confidence: 0.3 },
    { intent: 'price_quote', confidence: 0.25 },
  ],
  ...more,
});

describe.each(stores)('candidates on the $name store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    await createConversations(store, clock).open({ id: 'c1', channel: 'webchat', userId: 'u1', locale: 'zh-Hans' });
  });
  const commit = (expectedVersion: number, more: Partial<TurnCommit>): Promise<CommitResult> =>
    createConversations(store, clock).commit({
      ...{ conversationId: 'c1', expectedVersion, state: {}, messages: [], facts: [], jobs: [] },
      ...more,
    });
  const list = (query: Partial<Parameters<ReturnType<typeof createCandidates>['list']>[0]> = {}) =>
    createCandidates(store, clock).list({ limit: 100, ...query });

  it('are written with their turn, alone or beside facts and outbox', async () => {
    const facts = [{ name: 'turn.clarified', occurredAt: clock.now() }] as const;
    const outbox = [{ kind: 'send', key: 'k', payload: {}, dueAt: clock.now() }];
    const chosen = candidate('⟨tracking_number⟩ 发票\u0000', { kind: 'chosen', chosenIntent: 'price_quote' });
    await commit(0, { candidates: [candidate('a'), chosen] });
    await commit(1, { candidates: [candidate('b')], facts });
    await commit(2, { candidates: [candidate('c')], jobs: outbox });
    await commit(3, { candidates: [candidate('d')], facts, jobs: [{ ...outbox[0]!, key: 'other' }] });
    const kept = await list();
    expect(kept.map(({ text }) => text).sort()).toEqual(['a', 'b', 'c', 'd', '⟨tracking_number⟩ 发票']);
    const { id: _, ...first } = kept.find(({ text }) => text === 'a')!;
    expect(first).toEqual(candidate('a'));
    expect(kept.find(({ kind }) => kind === 'chosen')).toMatchObject({ chosenIntent: 'price_quote' });
    expect(await store.query('SELECT count(*)::int AS count FROM service_facts')).toEqual([{ count: 2 }]);
    expect(await store.query('SELECT count(*)::int AS count FROM outbox')).toEqual([{ count: 2 }]);
    expect(await store.prisma.nluCandidate.count({ where: { chosenIntent: 'price_quote' } })).toBe(1);
  });

  it('of a turn that came too late are not written', async () => {
    await commit(0, {});
    expect(await commit(0, { candidates: [candidate('late')] })).toEqual({ kind: 'conflict' });
    expect(await list()).toEqual([]);
  });

  it('are listed by time and language, newest first, at most as many as asked for', async () => {
    const at = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS);
    await commit(0, {
      candidates: [
        candidate('old', { occurredAt: at(9) }),
        candidate('new', { occurredAt: at(1) }),
        candidate('english', { occurredAt: at(2), locale: 'en' }),
      ],
    });
    const texts = async (query: Parameters<typeof list>[0]): Promise<string[]> => (await list(query)).map(({ text }) => text);
    expect(await texts({})).toEqual(['new', 'english', 'old']);
    expect(await texts({ limit: 1 })).toEqual(['new']);
    expect(await texts({ since: at(2) })).toEqual(['new', 'english']);
    expect(await texts({ locale: 'en' })).toEqual(['english']);
  });

  it('are listed no more once they were taken over', async () => {
    await commit(0, { candidates: [candidate('a'), candidate('b')] });
    const [first] = await list();
    await createCandidates(store, clock).markExported([first!.id]);
    expect(await list()).toHaveLength(1);
    await createCandidates(store, clock).markExported([]);
    expect(await list()).toHaveLength(1);
  });

  it('are removed after 180 days, not before', async () => {
    const occurredAt = clock.now();
    await commit(0, { candidates: [candidate('a', { occurredAt })] });
    const later = (days: number, ms: number): Date => new Date(occurredAt.getTime() + days * DAY_MS + ms);
    expect(await purgeCandidates(store, later(180, 0))).toBe(0);
    expect(await purgeCandidates(store, later(180, 1))).toBe(1);
    expect(await list()).toEqual([]);
  });
});
