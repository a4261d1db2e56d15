import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defineCase } from '../../prisma/crm/cases/definition.ts';
import { defineTrail, type LineRow, selectLines, type TrailLine, toEvent } from '../../prisma/crm/cases/lines.ts';
import { writeCase, writeLine } from '../../prisma/crm/cases/write.ts';
import { defineTable } from '../../prisma/crm/table.ts';
import type { Store } from '../../prisma/store.ts';
import { findChainFault, type SealedEvent } from '../../rules/cases/audit.ts';
import type { Case, CaseDecision, NewLine } from '../../rules/cases/types.ts';
import { clear, stores } from './store.ts';

const TABLES = `
  DROP TABLE IF EXISTS loans, loan_events, fees;
  CREATE TABLE fees (id text PRIMARY KEY, idempotency_key text UNIQUE NOT NULL, loan_id text NOT NULL, version int NOT NULL,
    updated_at timestamptz(3) NOT NULL);
  CREATE TABLE loans (id text PRIMARY KEY, idempotency_key text UNIQUE NOT NULL, reference text NOT NULL, version int NOT NULL,
    status text NOT NULL, due_at timestamptz(3), last_seq int NOT NULL, last_hash text NOT NULL, updated_at timestamptz(3) NOT NULL);
  CREATE TABLE loan_events (loan_id text NOT NULL, seq int NOT NULL, at timestamptz(3) NOT NULL, actor_type text NOT NULL, actor_id text NOT NULL,
    action text NOT NULL, from_status text, to_status text, data jsonb NOT NULL, words text, salt text, words_digest text,
    idempotency_key text, prev_hash text NOT NULL, hash text NOT NULL, PRIMARY KEY (loan_id, seq))`;

interface LoanModel {
  id: string;
  idempotencyKey: string;
  reference: string;
  version: number;
  status: string;
  dueAt: Date | null;
  lastSeq: number;
  lastHash: string;
  updatedAt: Date;
}
interface Loan extends Case {
  readonly reference: string;
  readonly status: string;
  readonly dueAt?: Date;
}

const LOANS = defineTable<LoanModel>()('loans', {
  ...{ id: 'text', idempotencyKey: 'text', reference: 'text', version: 'int', status: 'text', dueAt: 'timestamptz' },
  ...{ lastSeq: 'int', lastHash: 'text', updatedAt: 'timestamptz' },
});
const EVENTS = defineTable<LineRow & { loanId: string }, Pick<LineRow, 'data' | 'actorType'>>()('loan_events', {
  ...{ loanId: 'text', seq: 'int', at: 'timestamptz', actorType: 'text', actorId: 'text', action: 'text', fromStatus: 'text' },
  ...{ toStatus: 'text', data: 'jsonb', words: 'text', salt: 'text', wordsDigest: 'text', idempotencyKey: 'text' },
  ...{ prevHash: 'text', hash: 'text' },
});
/** A kind of case the product does not have: a definition is all it needs. */
const LOAN = defineCase({
  ...{ name: 'loan', table: LOANS, audit: defineTrail(EVENTS, 'loanId'), fixed: ['reference'] },
  facts: { from: 'head', scope: { subjectId: 'head.id' } },
  told: {
    reference: ({ reference }: Loan) => reference,
    toNotice: ({ reference }) => ({ conversationId: 'c1', reference }),
    toPublic: ({ reference, status }) => ({ reference, status }),
  },
  toRow: ({ next }: CaseDecision<Loan>, _about: undefined, end) => ({ ...next, ...end }),
});

interface Fee extends Case {
  readonly loanId: string;
}
const FEES = defineTable<Fee & { idempotencyKey: string }>()('fees', {
  ...{ id: 'text', idempotencyKey: 'text', loanId: 'text', version: 'int', updatedAt: 'timestamptz' },
});
/** One that its loan tells of. */
const FEE = defineCase({
  ...{ name: 'fee', table: FEES, fixed: ['loanId'], facts: { from: 'head', scope: { subjectId: 'head.loan_id' } } },
  teller: { table: 'loans', audit: LOAN.audit!, idOf: ({ loanId }: Fee) => loanId },
  toRow: ({ next }: CaseDecision<Fee>, _about: undefined) => next,
});

const NOW = new Date('2026-11-28T02:00:00.000Z');
const line = (to: string): NewLine => ({ actor: { type: 'agent', id: 'a-1' }, action: 'moved', to, data: {}, words: `to ${to}` });
const loan = (id: string, more: Partial<Loan> = {}): Loan => ({
  id,
  reference: `L-${id}`,
  version: 1,
  status: 'LENT',
  updatedAt: NOW,
  ...more,
});
const decide = (next: Loan): CaseDecision<Loan> => ({
  ...{ next, lines: [line(next.status)], notices: [{ kind: 'reminder' }], webhook: `loan.${next.status.toLowerCase()}` },
  facts: [{ name: 'callback.opened' }],
});

describe.each(stores)('a kind of case on the $name store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.session(({ run }) => run(TABLES));
    await clear(store);
  });

  const write = (next: Loan, guard: Parameters<typeof writeCase>[3]) =>
    writeCase(store.query, LOAN, { decision: decide(next), about: undefined, now: NOW }, guard);
  const countOf = async (table: string): Promise<number> =>
    (await store.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? 0;
  const readEnd = async (id: string) => {
    const [row] = await store.query<{ lastSeq: number; lastHash: string }>(`SELECT ${LOANS.select('c')} FROM loans c WHERE id = $1`, [id]);
    return { lastSeq: row?.lastSeq ?? 0, lastHash: row?.lastHash ?? '' };
  };
  const findFault = async (id: string) => {
    const sql = `SELECT ${selectLines(defineTrail(EVENTS, 'loanId'), ['words', 'salt', 'wordsDigest', 'prevHash', 'hash'])} AS events FROM loans c WHERE id = $1`;
    const [row] = await store.query<{ events: TrailLine[] }>(sql, [id]);
    return findChainFault(row?.events.map((each) => toEvent<SealedEvent>(each)) ?? [], await readEnd(id));
  };

  it('is written with its audit, fact, notice and webhook, and read back as it was', async () => {
    expect(await write(loan('1', { dueAt: NOW }), { idempotencyKey: 'k1' })).toEqual({
      next: loan('1', { dueAt: NOW }),
      isBesideWritten: true,
    });
    const [row] = await store.query<Parameters<typeof LOANS.read>[0]>(`SELECT ${LOANS.select('c')} FROM loans c`);
    expect(LOANS.read(row!)).toEqual({ ...loan('1', { dueAt: NOW }), idempotencyKey: 'k1', lastSeq: 1, lastHash: expect.any(String) });
    expect(await findFault('1')).toBeUndefined();
    expect(await store.query('SELECT name, subject_id FROM service_facts')).toEqual([{ name: 'callback.opened', subject_id: '1' }]);
    expect(await store.query('SELECT kind, key, payload FROM outbox ORDER BY kind')).toEqual([
      { kind: 'conversation.notice', key: 'loan:1:1:reminder', payload: { conversationId: 'c1', reference: 'L-1', kind: 'reminder' } },
      {
        ...{ kind: 'crm.webhook', key: 'loan.lent:L-1:1' },
        payload: { event: 'loan.lent', occurredAt: NOW.toISOString(), data: { reference: 'L-1', status: 'LENT' } },
      },
    ]);
  });

  it('is opened once by a key, and nothing of the second is written', async () => {
    await write(loan('1'), { idempotencyKey: 'k' });
    expect(await write(loan('2'), { idempotencyKey: 'k' })).toBeUndefined();
    expect([await countOf('loans'), await countOf('loan_events'), await countOf('service_facts'), await countOf('outbox')]).toEqual([
      1, 1, 1, 2,
    ]);
  });

  it('is changed only as it was read: by version, and by the end of its audit', async () => {
    await write(loan('1'), { idempotencyKey: 'k' });
    const end = await readEnd('1');
    const next = loan('1', { version: 2, status: 'BACK' });
    // Later than the change before, though the clock stands still: systems follow by it.
    const updatedAt = new Date(NOW.getTime() + 1);
    expect(await write(next, { version: 1, updatedAt: NOW, end })).toMatchObject({ next: { ...next, updatedAt } });
    expect(await write(next, { version: 1, updatedAt: NOW, end: await readEnd('1') })).toBeUndefined();
    expect(await write(next, { version: 2, updatedAt, end })).toBeUndefined();
    expect([await countOf('loan_events'), await countOf('service_facts')]).toEqual([2, 2]);
    expect(await findFault('1')).toBeUndefined();
  });

  it('gives another case its line in the same statement, unless its audit has grown', async () => {
    await write(loan('1'), { idempotencyKey: 'k1' });
    const stale = await readEnd('1');
    const beside = { id: '1', end: stale, line: line('LENT') };
    const opened = await writeCase(
      store.query,
      LOAN,
      { decision: decide(loan('2')), about: undefined, now: NOW, beside },
      { idempotencyKey: 'k2' },
    );
    expect([opened?.isBesideWritten, (await readEnd('1')).lastSeq]).toEqual([true, 2]);
    const third = await writeCase(
      store.query,
      LOAN,
      { decision: decide(loan('3')), about: undefined, now: NOW, beside },
      { idempotencyKey: 'k3' },
    );
    expect([third?.isBesideWritten, (await readEnd('1')).lastSeq]).toEqual([false, 2]);
    expect(await writeLine(store.query, LOAN, beside, NOW)).toBe(false);
    expect(await writeLine(store.query, LOAN, { ...beside, end: await readEnd('1') }, NOW)).toBe(true);
    expect(await findFault('1')).toBeUndefined();
  });

  it('is told in the audit of another, with it or not at all', async () => {
    await write(loan('1'), { idempotencyKey: 'k1' });
    const end = await readEnd('1');
    const decideFee = (version: number, lines: readonly NewLine[] = [line('PAID')]): CaseDecision<Fee> => ({
      ...{ next: { id: 'f', loanId: '1', version, updatedAt: NOW }, lines, notices: [], facts: [{ name: 'callback.opened' }] },
    });
    const writeFee = (decision: CaseDecision<Fee>, guard: Parameters<typeof writeCase>[3]) =>
      writeCase(store.query, FEE, { decision, about: undefined, now: NOW }, guard);
    const counts = async () => [await countOf('loan_events'), await countOf('service_facts')];

    await expect(writeFee(decideFee(1), { idempotencyKey: 'k2' })).rejects.toThrow('nobody tells');
    await writeFee(decideFee(1, []), { idempotencyKey: 'k2' });
    expect(await counts()).toEqual([1, 2]);
    const read = { version: 1, updatedAt: NOW };
    expect(await writeFee(decideFee(2), { ...read, end: { ...end, lastSeq: 7 } })).toBeUndefined();
    expect(await writeFee(decideFee(3), { ...read, version: 2, end })).toBeUndefined();
    expect([await readEnd('1'), await counts()]).toEqual([end, [1, 2]]);
    expect(await writeFee(decideFee(2), { ...read, end })).toMatchObject({ next: { version: 2 } });
    expect([(await readEnd('1')).lastSeq, await counts(), await findFault('1')]).toEqual([2, [2, 3], undefined]);
    // Without lines it does not matter how far the other's audit has grown.
    expect(await writeFee(decideFee(3, []), { ...read, version: 2, end })).toMatchObject({ next: { version: 3 } });
  });
});
