import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createUploads } from '../../prisma/crm/conversations/uploads.ts';
import { createStaff } from '../../prisma/crm/staff.ts';
import type { Store } from '../../prisma/store.ts';
import { collect } from '../bytes.ts';
import { clear, stores } from './store.ts';

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
});
