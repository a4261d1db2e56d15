import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import {
  createRetentionChores,
  purgeComplaints,
  purgeOutbox,
  purgeTranscripts,
  purgeUploads,
  RETENTION_DAYS,
} from '../../prisma/crm/retention.ts';
import type { Store } from '../../prisma/store.ts';
import { chat, complain, daysBefore, idOf, NOW, ship } from './customerSeed.ts';
import { clear, stores } from './store.ts';

const now = new Date(NOW);

describe.each(stores)('retention on the $name store', ({ open }) => {
  let store: Store;
  let customer = '';
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    await ship(store, 'T1', daysBefore(1));
    customer = await idOf(store, 'EXT-LI');
  });
  const references = async (): Promise<string[]> =>
    (await store.query<{ reference: string }>('SELECT reference FROM complaints ORDER BY 1')).map(({ reference }) => reference);
  const saveFile = (conversationId: string, at: Date) =>
    createUploads(store, createFixedClock(at)).save(conversationId, { name: 'a.jpg', contentType: 'image/jpeg', bytes: Buffer.from('x') });
  const attach = (complaint: string, upload: string) =>
    store.query('INSERT INTO complaint_files (complaint_id, upload_id, added_at) VALUES ($1, $2, $3)', [complaint, upload, now]);
  const texts = async (): Promise<string[]> =>
    (await store.query<{ text: string }>('SELECT text FROM messages ORDER BY 1')).map(({ text }) => text);

  it('removes complaints 36 months after their end, with their history, but none that is open or held', async () => {
    const { complaints: days } = RETENTION_DAYS;
    await complain(store, 'CMP-1', customer, '旧', { at: daysBefore(days + 1) });
    await complain(store, 'CMP-2', customer, '新', { at: daysBefore(days - 1) });
    await complain(store, 'CMP-3', customer, '开', { at: daysBefore(days + 1), status: 'INVESTIGATING' });
    await complain(store, 'CMP-4', customer, '留', { at: daysBefore(days + 1), isLegalHold: true });
    await complain(store, 'CMP-5', customer, '撤', { at: daysBefore(days + 1), status: 'WITHDRAWN' });
    expect(await purgeComplaints(store, now)).toBe(2);
    expect(await references()).toEqual(['CMP-2', 'CMP-3', 'CMP-4']);
    expect(await store.query("SELECT complaint_id FROM complaint_events WHERE complaint_id IN ('id-CMP-1', 'id-CMP-5')")).toEqual([]);
    expect(await purgeComplaints(store, now)).toBe(0);
  });

  it('removes what was sent three months ago, and keeps what waits, what died and what is newer', async () => {
    const old = daysBefore(RETENTION_DAYS.outbox + 1);
    const recent = daysBefore(RETENTION_DAYS.outbox - 1);
    const put = (id: string, doneAt: Date | null, deadAt: Date | null, createdAt: Date) =>
      store.query(
        `INSERT INTO outbox (id, kind, key, payload, due_at, done_at, dead_at, created_at) VALUES ($1, 'crm.webhook', $1, '{}', $4, $2, $3, $4)`,
        [id, doneAt, deadAt, createdAt],
      );
    await put('done', old, null, old);
    await put('done since', recent, null, old);
    await put('waiting', null, null, old);
    await put('dead', null, old, old);
    expect(await purgeOutbox(store, now)).toBe(1);
    expect(await store.query(`SELECT id FROM outbox WHERE created_at = $1 ORDER BY 1`, [old])).toEqual(
      ['dead', 'done since', 'waiting'].map((id) => ({ id })),
    );
  });

  it('goes on in rounds until all that is old is gone', async () => {
    await store.query(
      `INSERT INTO conversations (id, channel, user_id, identity_id, locale, mode, created_at)
       SELECT 'v' || n, 'directline', 'u' || n, 'i', 'en', 'bot', $1 FROM generate_series(1, 450) n`,
      [daysBefore(400)],
    );
    await store.query(
      `INSERT INTO bot_states (conversation_id, version, last_seq, data, updated_at) SELECT id, 1, 1, '{}', created_at FROM conversations`,
    );
    await store.query(
      `INSERT INTO messages (conversation_id, seq, id, role, kind, author_id, text, created_at) SELECT id, 1, id, 'customer', 'text', user_id, 'hi', created_at FROM conversations`,
    );
    expect(await purgeTranscripts(store, now)).toBe(450);
    expect(await texts()).toEqual([]);
  });

  it('forgets after 12 months what was said and by whom, while what is newer stays', async () => {
    await chat(store, 'old', 'user-old', '一年前', daysBefore(366));
    await chat(store, 'new', 'user-new', '最近', daysBefore(364));
    // Still going on: its first message is old, its last is not.
    await chat(store, 'long', 'user-long', '很久以前', daysBefore(500));
    const { version, lastSeq } = (await createConversations(store, createFixedClock(NOW)).read('long', ''))!;
    expect([version, lastSeq]).toEqual([1, 1]);
    await createConversations(store, createFixedClock(daysBefore(2))).commit({
      ...{ conversationId: 'long', expectedVersion: 1, state: {}, facts: [], jobs: [] },
      messages: [{ id: 'm2', role: 'customer', kind: 'text', authorId: 'user-long', text: '前天', createdAt: daysBefore(2) }],
    });
    expect(await purgeTranscripts(store, now)).toBe(2);
    expect(await texts()).toEqual(['前天', '最近']);
    const rows = await store.query<{ id: string; userId: string }>('SELECT id, user_id AS "userId" FROM conversations ORDER BY id');
    expect(rows.map(({ id, userId }) => [id, userId.startsWith('user-')])).toEqual([['long', true], ['new', true], ['old', false]]); // biome-ignore format: one line reads better
    expect(await store.query(`SELECT data, last_seq FROM bot_states WHERE conversation_id = 'old'`)).toEqual([{ data: {}, last_seq: 1 }]);
    expect(await purgeTranscripts(store, now)).toBe(0);
  });

  it('keeps the transcript of a ticket that is open or held', async () => {
    await chat(store, 'open', 'u1', '开', daysBefore(500));
    await chat(store, 'held', 'u2', '留', daysBefore(500));
    await complain(store, 'CMP-1', customer, '开', { conversationId: 'open', status: 'ESCALATED', at: daysBefore(500) });
    await complain(store, 'CMP-2', customer, '留', { conversationId: 'held', isLegalHold: true, at: daysBefore(500) });
    expect(await purgeTranscripts(store, now)).toBe(0);
  });

  it('removes files 6 months after they came, or after the end of their complaint', async () => {
    await chat(store, 'v1', 'u1', '你好', daysBefore(300));
    const { uploads: days } = RETENTION_DAYS;
    const [loose, young, ofOpen, ofLate, ofEarly] = await Promise.all(
      [days + 1, days - 1, 300, 300, 300].map((age) => saveFile('v1', daysBefore(age))),
    );
    await attach(await complain(store, 'CMP-1', customer, '', { status: 'INVESTIGATING', at: daysBefore(300) }), ofOpen!.id);
    await attach(await complain(store, 'CMP-2', customer, '', { at: daysBefore(days - 1) }), ofLate!.id);
    await attach(await complain(store, 'CMP-3', customer, '', { at: daysBefore(days + 1) }), ofEarly!.id);
    expect(await purgeUploads(store, now)).toBe(2);
    const left = (await store.query<{ id: string }>('SELECT id FROM uploads')).map(({ id }) => id);
    expect(left.sort()).toEqual([young!.id, ofOpen!.id, ofLate!.id].sort());
    expect(left).not.toContain(loose!.id);
  });

  it('offers each as a chore that has nothing to do on an empty store', async () => {
    for (const { run } of createRetentionChores(store)) expect(await run(now)).toBe(0);
  });
});
