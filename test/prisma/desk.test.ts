import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import { createJobQueue } from '../../prisma/crm/jobs.ts';
import { createStaff } from '../../prisma/crm/staff.ts';
import type { Store } from '../../prisma/store.ts';
import { collect } from '../bytes.ts';
import { clear, stores } from './store.ts';

const MINUTE_MS = 60_000;

describe.each(stores)('on the $name store', ({ open }) => {
  let clock = createFixedClock('2026-11-21T02:00:00.000Z');
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await clear(store);
    clock = createFixedClock('2026-11-21T02:00:00.000Z');
  });

  it('an upload comes back byte for byte', async () => {
    await createConversations(store, clock).open({ id: 'c1', channel: 'webchat', userId: 'u1', locale: 'en' });
    const uploads = createUploads(store, clock);
    // Three pieces in the store, the last of them short.
    const bytes = Buffer.from(Array.from({ length: 800_000 }, (_, at) => (at * at) % 251));
    const file = await uploads.save('c1', { name: '照片\u0000.png', contentType: 'image/png', bytes });
    expect(file).toMatchObject({ name: '照片.png', contentType: 'image/png', sizeBytes: 800_000 });
    const found = await uploads.find(file.id);
    expect(found).toMatchObject({ conversationId: 'c1', file });
    expect((await collect(found!.bytes)).equals(bytes)).toBe(true);
    await store.query(`DELETE FROM upload_pieces WHERE position = 2`);
    expect(await uploads.find(file.id)).toBeUndefined();
    expect(await uploads.find('nothing')).toBeUndefined();
  });

  it('the first sign-in is made once, and only the right password opens it', async () => {
    const staff = createStaff(store, clock);
    const admin = { email: 'Admin@Example.com', name: 'Admin', role: 'admin', password: 'correct horse battery' } as const;
    expect(await staff.createFirst(admin)).toBe(true);
    expect(await staff.createFirst({ ...admin, email: 'other@example.com' })).toBe(false);
    expect(await staff.create({ ...admin, password: 'another password' })).toBe(false);
    const member = await staff.verify('admin@example.com', 'correct horse battery');
    expect(member).toEqual({ id: expect.any(String), email: 'admin@example.com', name: 'Admin', role: 'admin' });
    expect(await staff.find(member!.id)).toEqual(member);
    expect(await staff.verify('admin@example.com', 'wrong')).toBeUndefined();
    expect(await staff.verify('nobody@example.com', 'correct horse battery')).toBeUndefined();
    await store.query('UPDATE staff SET disabled_at = now()');
    expect(await staff.verify('admin@example.com', 'correct horse battery')).toBeUndefined();
    expect(await staff.find(member!.id)).toBeUndefined();
    const [row] = await store.query<{ hash: string }>('SELECT password_hash AS hash FROM staff');
    expect(row!.hash).toMatch(/^32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  });

  it('an outbox entry is claimed by one, put off by its attempts and dead after the sixth', async () => {
    const outbox = createJobQueue(store, clock);
    await store.query(
      `INSERT INTO outbox (id, kind, key, payload, due_at, created_at) VALUES ('o1', 'crm.webhook', 'k1', '{"n":1}', $1, $1)`,
      [clock.now()],
    );
    const claim = () => outbox.claim('crm.webhook', 10);
    const both = await Promise.all([claim(), claim()]);
    expect(both.flat()).toEqual([{ id: 'o1', kind: 'crm.webhook', key: 'k1', lane: 'o1', payload: { n: 1 }, attempts: 1 }]);
    expect(await outbox.claim('send', 10)).toEqual([]);
    let entry = both.flat()[0]!;
    for (const minutes of [1, 5, 30, 120, 720]) {
      expect(await outbox.retry(entry, 'HTTP 500')).toBe('waiting');
      clock.advance(minutes * MINUTE_MS - 1);
      expect(await claim()).toEqual([]);
      clock.advance(1);
      entry = (await claim())[0]!;
    }
    expect(entry.attempts).toBe(6);
    expect(await outbox.retry(entry, 'HTTP 500')).toBe('dead');
    clock.advance(24 * 60 * MINUTE_MS);
    expect(await claim()).toEqual([]);
    expect(await outbox.listDead(10)).toMatchObject([{ id: 'o1', lastError: 'HTTP 500' }]);
    expect([await outbox.revive('o1', 'another'), await outbox.revive('o1'), await outbox.revive('o1')]).toEqual([false, true, false]);
    const [again] = await claim();
    expect(again).toMatchObject({ id: 'o1', attempts: 1 });
    await outbox.done(['o1']);
    clock.advance(24 * 60 * MINUTE_MS);
    expect(await claim()).toEqual([]);
  });

  it('an outbox entry comes back two minutes after its claimer died', async () => {
    const outbox = createJobQueue(store, clock);
    await store.query(`INSERT INTO outbox (id, kind, key, payload, due_at, created_at) VALUES ('o1', 'send', 'k1', '{}', $1, $1)`, [
      clock.now(),
    ]);
    expect(await outbox.claim('send', 10)).toHaveLength(1);
    clock.advance(2 * MINUTE_MS - 1);
    expect(await outbox.claim('send', 10)).toEqual([]);
    clock.advance(1);
    expect(await outbox.claim('send', 10)).toMatchObject([{ attempts: 2 }]);
  });
});
