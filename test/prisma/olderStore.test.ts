import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { DELIVERY } from '../../bot/channels/botframework/outbound.ts';
import { createFixedClock } from '../../core/clock.ts';
import { deriveOutdated } from '../../prisma/crm/shipments/derived.ts';
import { createCrm } from '../../prisma/crm.ts';
import { wrapPGlite } from '../../prisma/embedded.ts';
import { applyMigrations, findMigrations } from '../../prisma/migrate.ts';
import type { Store } from '../../prisma/store.ts';
import { createSlaPolicy } from '../../rules/complaints/policy.ts';
import { collect } from '../bytes.ts';
import { createDatabase, createDirectory, hasServer } from './store.ts';

/** The last migration of the release that made the fixture, and what that release's own code wrote, as INSERTs. */
const LAST = '20261128071000';
const FIXTURE = readFileSync(join('test', 'fixtures', `store-${LAST}.sql`), 'utf8');

const directory = createDirectory();
afterAll(() => directory.remove());

/** The migrations of that release alone. */
function olderMigrations(): string {
  const copy = join(directory.path, 'older');
  cpSync(findMigrations(), copy, { recursive: true, filter: (path) => (/\/(\d{14})_\w+/.exec(path)?.[1] ?? '') <= LAST });
  return copy;
}

const kinds = [
  { name: 'embedded', open: async () => wrapPGlite(await PGlite.create()) },
  ...(hasServer ? [{ name: 'server', open: async () => (await createDatabase({ isMigrated: false })).store }] : []),
];

async function countRows(store: Store): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of new Set([...FIXTURE.matchAll(/INSERT INTO public\.(\w+)/g)].map(([, name]) => name ?? '')))
    counts[table] = (await store.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count ?? 0;
  return counts;
}

describe.each(kinds)('a store of the release before, $name', ({ open }) => {
  it('opens with this one and has lost nothing', async () => {
    const store = await open();
    expect(await applyMigrations(store, olderMigrations())).toHaveLength(
      readdirSync(olderMigrations()).filter((name) => /^\d/.test(name)).length,
    );
    await store.session((session) => session.run(FIXTURE));
    const before = await countRows(store);
    expect((await applyMigrations(store, findMigrations())).length).toBeGreaterThan(0);
    expect(await countRows(store)).toEqual(before);

    // Every shipment is derived again, once.
    const [told] = await store.query<{ count: number }>('SELECT count(*)::int AS count FROM shipments');
    expect([await deriveOutdated(store), await deriveOutdated(store)]).toEqual([told?.count, 0]);

    const clock = createFixedClock('2026-11-29T02:00:00Z');
    const timeZone = 'Asia/Shanghai';
    const crm = createCrm(store, clock, { timeZone, policy: createSlaPolicy(timeZone), erasureKey: 'fixture' });
    // The complaint with its audit and claim, and the photo that was sent.
    const opened = await crm.complaintDesk.open('CMP-20261128-0001');
    expect(opened?.complaint).toMatchObject({ trackingNumber: 'XB000000000017', category: 'damage', status: 'ASSESSED' });
    expect(opened?.events.length).toBeGreaterThan(1);
    expect((await crm.claims.readEvidencePack('CMP-20261128-0001'))?.claim).toMatchObject({ value: { minor: 20_000, currency: 'CNY' } });
    const [upload] = await store.query<{ id: string }>('SELECT id FROM uploads');
    const found = await crm.uploads.find(upload?.id ?? '');
    expect((await collect(found!.bytes)).length).toBe(found?.file.sizeBytes);
    // What a question was left open for goes on, and is where it was said.
    const [talk] = await store.query<{ id: string }>(`SELECT id FROM conversations WHERE channel = 'botframework'`);
    expect(await crm.conversations.read(talk?.id ?? '', 'x')).toMatchObject({
      address: { serviceUrl: 'http://127.0.0.1:9' },
      lastSeq: expect.any(Number),
    });
    // What waited to be done is done by this release: events in the order of their ticket, replies where they belong.
    const events = await crm.jobs.claim('crm.webhook', 100);
    const ofTicket = events.filter(({ key }) => key.includes('CMP-20261128-0001')).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(new Set(ofTicket.map(({ lane }) => lane)).size).toBe(1);
    expect(ofTicket[0]?.key).toMatch(/^complaint\.created:/);
    const replies = await crm.jobs.claim('deliver.botframework', 100);
    expect(replies.length).toBeGreaterThan(0);
    for (const { payload } of replies) expect(DELIVERY.parse(payload).replies.length).toBeGreaterThan(0);
    await store.close();
  }, 60_000);
});
