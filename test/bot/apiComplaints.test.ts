import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { TRANSITIONS } from '../../rules/complaints/states.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { createMemoryComplaints, type MemoryComplaints } from '../memoryComplaints.ts';
import { newComplaint } from './apiClaims.ts';
import { type Api, type CallOptions, createMemoryIntake, NOW, startApi } from './apiHarness.ts';
import { JPEG } from './pictures.ts';
import { document, findStored, picture } from './storedFiles.ts';

const HOUR_MS = 3_600_000;
const clockAt = () => createFixedClock(NOW);

let clock: ReturnType<typeof clockAt>;
let complaints: MemoryComplaints;
let opened: number;
let api: Api;
beforeEach(async () => {
  clock = clockAt();
  complaints = createMemoryComplaints({ clock, shipments: [], uploads: { find: findStored } });
  opened = 0;
  const intake = createMemoryIntake();
  api = await startApi({ intake, shipments: intake, complaints: complaints.desk, uploads: { find: findStored } }, clock);
});
afterEach(() => api.stop());

const get = (path: string) => api.call('GET', path);
const patch = (reference: string, body: unknown, options: CallOptions = {}) =>
  api.call('PATCH', `/complaints/${reference}`, { body, ...options });
/** Each of a person of their own; the first in `v1`, where the files are. */
const open = async (changes = {}, files: Complaint['files'] = []): Promise<string> => {
  clock.advance(1000);
  opened += 1;
  const fileIds = files.map(({ id }) => id);
  return (await complaints.open(newComplaint({ idempotencyKey: `m${opened}`, conversationId: `v${opened}`, fileIds, ...changes })))
    .complaint.reference;
};
const referencesOf = ({ body }: { body: object }) =>
  ((body as { complaints?: { reference: string }[] }).complaints ?? []).map((one) => one.reference);

describe('reading tickets', () => {
  it('tells a ticket with its clocks and its audit', async () => {
    const reference = await open({ trackingNumber: 'XB000000012348', contactPhone: '+8613900001234', remedySought: 'refund' }, [picture]);
    const { status, body } = await get(`/complaints/${reference.toLowerCase()}`);
    expect(status).toBe(200);
    // Opened at 02:00:01 UTC; damage alone is P2: first response in 2 h, settled in 48 h; the law's seven days end on the 28th.
    expect(body).toMatchObject({
      ...{ reference, type: 'complaint', category: 'damage', severity: 'P2', status: 'ASSESSED', version: 1, locale: 'zh-Hans' },
      ...{ trackingNumber: 'XB000000012348', contactPhone: '+8613900001234', remedySought: 'refund', description: '箱子压扁了' },
      due: {
        firstResponseAt: '2026-11-21T04:00:01.000Z',
        resolveAt: '2026-11-23T02:00:01.000Z',
        statutoryAt: expect.stringMatching(/^2026-11-28T/),
      },
      ...{ contactCount: 1, reopenCount: 0, createdAt: '2026-11-21T02:00:01.000Z', files: [picture] },
    });
    const events = body.events as { seq: number; action: string; to?: string; at: string; actor: object }[];
    expect(events.map(({ seq, action, to }) => [seq, action, to])).toEqual([
      [1, 'opened', 'NEW'],
      [2, 'moved', 'ACKNOWLEDGED'],
      [3, 'moved', 'ASSESSED'],
    ]);
    expect(events[1]).toMatchObject({ at: '2026-11-21T02:00:01.000Z', actor: { type: 'bot' } });
  });

  it('lists them page by page, in the order they changed', async () => {
    const references = [await open(), await open(), await open(), await open(), await open()];
    const first = await get('/complaints?limit=2');
    const second = await get(`/complaints?limit=2&cursor=${first.body.nextCursor}`);
    // What changes meanwhile comes again at the end: nothing is missed by following.
    clock.advance(1000);
    await patch(references[0]!, { note: 'seen' });
    const third = await get(`/complaints?limit=2&cursor=${second.body.nextCursor}`);
    expect([first, second, third].map(referencesOf)).toEqual([
      references.slice(0, 2),
      references.slice(2, 4),
      [references[4], references[0]],
    ]);
    expect(third.body.nextCursor).toBeUndefined();
  });

  it('lists by what a desk or a sync asks for', async () => {
    const damage = await open({ trackingNumber: 'XB000000012348' });
    const praise = await open({ type: 'praise', category: 'other', customerId: 'k1' });
    const late = await open({ category: 'delay' });
    await patch(late, { status: 'INVESTIGATING', owner: 'chen@example.com' });
    const listed = async (query: string) => referencesOf(await get(`/complaints?${query}`)).sort();
    expect(await listed('type=praise')).toEqual([praise]);
    expect(await listed('category=delay')).toEqual([late]);
    expect(await listed('status=INVESTIGATING')).toEqual([late]);
    expect(await listed('status=INVESTIGATING,%20ASSESSED')).toEqual([damage, praise, late].sort());
    expect(await listed('owner=chen%40example.com')).toEqual([late]);
    expect(await listed('owner=none&type=complaint')).toEqual([damage]);
    expect(await listed('trackingNumber=xb%200000%200001%202348')).toEqual([damage]);
    expect(await listed('customerId=k1')).toEqual([praise]);
    expect(await listed('severity=P0')).toEqual([]);
    // A + that nobody escaped arrives as a space. 10:00:03 in Shanghai is 02:00:03 UTC, when the third was opened.
    expect(await listed('updatedAfter=2026-11-21T10:00:03+08:00')).toEqual([late]);
    expect(await listed('updatedAfter=&status=&owner=')).toHaveLength(3);
  });

  it('lists for people who work what is due first', async () => {
    const p3 = await open({ category: 'fee_dispute' });
    clock.advance(HOUR_MS);
    const p2 = await open();
    await patch(p2, { severity: 'P0' });
    expect(referencesOf(await get('/complaints?order=due'))).toEqual([p2, p3]);
  });

  it.each([
    ['status=OPEN', 'status[0]'],
    ['status=NEW,,', 'status[1]'],
    ['type=question', 'type'],
    ['severity=P4', 'severity'],
    ['category=rain', 'category'],
    ['order=best', 'order'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['updatedAfter=yesterday', 'updatedAfter'],
    ['cursor=%27%20OR%201', 'cursor'],
    ['cursor=abc', 'cursor'],
    ['trackingNumber=1', 'trackingNumber'],
  ])('refuses the query %s', async (query, path) => {
    const { status, body } = await get(`/complaints?${query}`);
    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
  });

  it('does not know what is not there, and opens to nobody without the key', async () => {
    const reference = await open({}, [picture]);
    for (const path of ['/complaints/CMP-20261121-9999', '/complaints/x', `/complaints/${reference}/files/f9`])
      expect((await get(path)).status).toBe(404);
    for (const path of ['/complaints', `/complaints/${reference}`, `/complaints/${reference}/files/f1`, '/webhooks/dead'])
      expect((await api.call('GET', path, { auth: null })).status).toBe(401);
    expect((await patch(reference, { note: 'x' }, { auth: 'Bearer wrong' })).status).toBe(401);
  });
});

describe('the files of a ticket', () => {
  it('come as what they are, and cannot run in anybody’s browser', async () => {
    const reference = await open({}, [picture, document]);
    const shown = await get(`/complaints/${reference}/files/f1`);
    expect(shown.bytes.equals(JPEG)).toBe(true);
    const header = (name: string, of = shown) => of.headers.get(name);
    expect([header('content-type'), header('content-length')]).toEqual(['image/jpeg', String(JPEG.length)]);
    expect([header('x-content-type-options'), header('content-security-policy')]).toEqual(['nosniff', "default-src 'none'; sandbox"]);
    const saved = await get(`/complaints/${reference}/files/f2`);
    expect(header('content-disposition', saved)).toMatch(/^attachment; filename="invoice.pdf"/);
  });

  it('of another conversation are not found by way of this ticket', async () => {
    expect((await get(`/complaints/${await open({}, [picture])}/files/f3`)).status).toBe(404);
  });
});

describe('changing a ticket', () => {
  it('moves it on, as the caller’s person, and tells the customer what was said', async () => {
    const reference = await open();
    const { status, body } = await patch(reference, {
      ...{ status: 'INVESTIGATING', message: '我们正在查分拣中心的监控。', note: '看过四号机位', owner: 'chen@example.com', team: 'HZ' },
      actor: { id: 'agent-17' },
    });
    expect([status, body.status, body.owner, body.team, body.version]).toEqual([200, 'INVESTIGATING', 'chen@example.com', 'HZ', 2]);
    expect(body.firstRespondedAt).toBe('2026-11-21T02:00:01.000Z');
    expect(complaints.notices).toMatchObject([{ kind: 'message', words: '我们正在查分拣中心的监控。' }]);
    const { events } = (await get(`/complaints/${reference}`)).body as {
      events: { actor: object; action: string; data: { key?: string }; words?: string }[];
    };
    const ours = events.slice(3);
    expect(ours.every(({ actor }) => JSON.stringify(actor) === '{"type":"agent","id":"agent-17"}')).toBe(true);
    expect(ours.every(({ data }) => data.key === 'api')).toBe(true);
    expect(ours.map(({ action, words }) => [action, words])).toContainEqual(['noted', '看过四号机位']);
    expect((await patch(reference, { owner: null })).body.owner).toBeUndefined();
    const after = (await get(`/complaints/${reference}`)).body as { events: object[] };
    expect(after.events.at(-1)).toMatchObject({
      actor: { type: 'agent', id: 'key:api' },
      data: expect.not.objectContaining({ key: 'api' }),
    });
    expect((await patch(reference, { owner: null, note: null, message: ' ' })).body.version).toBe(3);
  });

  it('offers no more than the role may, and says whose it would be', async () => {
    const reference = await open();
    const offer = (amount: string, role?: string) =>
      patch(reference, {
        ...{ status: 'RESOLUTION_PROPOSED', remedy: { type: 'compensation', text: '赔付', amount: { amount, currency: 'CNY' } } },
        ...(role && { actor: { id: 'a7', role } }),
      });
    // An agent may offer up to 500 yuan, the key-account team up to 2,000.
    const refused = await offer('500.01', 'agent');
    expect([refused.status, refused.body.type, refused.body.needs]).toEqual([403, 'urn:problem:authority-exceeded', 'crg']);
    expect((await get(`/complaints/${reference}`)).body.status).not.toBe('RESOLUTION_PROPOSED');
    expect((await offer('500.01', 'crg')).status).toBe(200);
    // Without a role it is the key's own that counts, here the administrator's.
    expect((await offer('90000.00')).status).toBe(200);
  });

  it('takes a remedy with its amount, and shows it as it came', async () => {
    const reference = await open();
    const remedy = { type: 'compensation', text: '赔偿 199 元', amount: { amount: '199.00', currency: 'CNY' } };
    const { body } = await patch(reference, { status: 'RESOLUTION_PROPOSED', remedy });
    expect(body.remedy).toEqual(remedy);
    expect(complaints.notices.at(-1)).toMatchObject({ kind: 'proposed', amount: { minor: 19_900, currency: 'CNY' } });
  });

  it('refuses where it may not go, says where it may, and leaves an audit line', async () => {
    const reference = await open();
    const refused = await patch(reference, { status: 'CLOSED', reason: 'done' });
    expect([refused.status, refused.body.type, refused.body.from, refused.body.to]).toEqual([
      409,
      'urn:problem:transition-refused',
      'ASSESSED',
      'CLOSED',
    ]);
    // Of the table's, those an agent may take: that a customer withdrew is the customer's word, with how they said it.
    for (const to of refused.body.allowed as string[]) expect(TRANSITIONS.ASSESSED).toContain(to);
    expect(refused.body.allowed).toContain('INVESTIGATING');
    const { body } = await get(`/complaints/${reference}`);
    expect([body.version, (body.events as { action: string }[]).at(-1)?.action]).toEqual([1, 'refused']);
  });

  it('names all that must come with a step, at once', async () => {
    const reference = await open();
    await patch(reference, { status: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '对不起' } });
    await patch(reference, { status: 'ACCEPTED', reason: '客户电话里同意' });
    await patch(reference, { status: 'FULFILLING' });
    const { status, body } = await patch(reference, { status: 'RESOLVED' });
    // The result is said by the accepted remedy; the cause nobody named.
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([400, ['rootCause']]);
    expect((await patch(reference, { status: 'RESOLVED', rootCause: 'sorting_error' })).body.resolution).toBe('对不起');
    const asked = await patch(await open(), { status: 'MERGED' });
    expect(asked.body.errors?.map(({ path }) => path)).toEqual(['mergedInto']);
  });

  it('refuses a change of what was changed by somebody else meanwhile', async () => {
    const reference = await open();
    expect((await patch(reference, { severity: 'P1', expectedVersion: 1 })).body.version).toBe(2);
    const late = await patch(reference, { severity: 'P3', expectedVersion: 1 });
    expect([late.status, late.body.type]).toEqual([409, 'urn:problem:conflict']);
    expect((await get(`/complaints/${reference}`)).body.severity).toBe('P1');
  });

  it('does a change once that comes twice under one key', async () => {
    const reference = await open();
    const again = { headers: { 'idempotency-key': 'sync-4711' } };
    const first = await patch(reference, { status: 'INVESTIGATING', message: '正在查' }, again);
    const second = await patch(reference, { status: 'INVESTIGATING', message: '正在查' }, again);
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
    expect(complaints.notices).toHaveLength(1);
  });

  it('takes the status a ticket already has, from a system that always sends all fields, as no change', async () => {
    const reference = await open();
    const moved = await patch(reference, { status: 'INVESTIGATING' });
    const same = await patch(reference, { status: 'INVESTIGATING' });
    expect([same.status, same.body.version]).toEqual([200, moved.body.version]);
    const owned = await patch(reference, { status: 'INVESTIGATING', owner: 'agent-7' });
    expect([owned.status, owned.body.owner, owned.body.version]).toEqual([200, 'agent-7', Number(moved.body.version) + 1]);
  });

  it.each([
    [{ status: 'DONE' }, ['status']],
    [{ status: 1 }, ['status']],
    [{ remedy: { type: 'cake', text: '' } }, ['remedy.type', 'remedy.text']],
    [{ remedy: { type: 'refund', text: 'x', amount: { amount: '1.999', currency: 'CNY' } } }, ['remedy.amount.amount']],
    [{ remedy: { type: 'refund', text: 'x', amount: '199' } }, ['remedy.amount']],
    [{ remedy: { type: 'refund', text: 'x'.repeat(1001) } }, ['remedy.text']],
    [{ message: 'x'.repeat(4001), note: 7, owner: '' }, ['message', 'note', 'owner']],
    [{ rootCause: 'bad_luck', severity: 'P9', category: 'rain' }, ['category', 'severity', 'rootCause']],
    [{ expectedVersion: 0 }, ['expectedVersion']],
    [{ expectedVersion: '1' }, ['expectedVersion']],
    [{ actor: {} }, ['actor.id']],
    [{ actor: 'chen' }, ['actor']],
  ])('refuses %j with every problem', async (body, paths) => {
    const answer = await patch(await open(), body);
    expect([answer.status, answer.body.errors?.map(({ path }) => path)]).toEqual([400, paths]);
  });

  it('refuses bodies and keys that are none, and tickets that are not there', async () => {
    const reference = await open();
    const key = await patch(reference, { note: 'x' }, { headers: { 'idempotency-key': 'two words' } });
    expect(key.body.errors?.map(({ path }) => path)).toEqual(['Idempotency-Key']);
    expect((await patch(reference, undefined, { raw: '[]' })).body.type).toBe('urn:problem:not-json');
    expect((await patch(reference, undefined, { raw: 'x'.repeat(128 * 1024 + 1) })).status).toBe(413);
    expect((await patch('CMP-20261121-9999', { note: 'x' })).status).toBe(404);
    expect((await api.call('DELETE', `/complaints/${reference}`)).headers.get('allow')).toBe('GET, PATCH, HEAD');
  });

  it('ignores what it does not know, also what only the store may write', async () => {
    const reference = await open();
    const { status, body } = await patch(reference, { colour: 'red', reference: 'CMP-1', to: 'CLOSED', addition: 'x', createdAt: 'x' });
    expect([status, body.status, body.description, body.version]).toEqual([200, 'ASSESSED', '箱子压扁了', 1]);
  });
});
