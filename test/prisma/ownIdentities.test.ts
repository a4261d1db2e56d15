import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { findMigrations } from '../../prisma/migrate.ts';
import type { Store } from '../../prisma/store.ts';
import { complaint } from '../conformance/tickets.ts';
import { type Setup, withTickets } from './complaintSetup.ts';
import { stores } from './store.ts';

const SPLIT = readFileSync(join(findMigrations(), '20261128070000_own_identities', 'migration.sql'), 'utf8');

describe.each(stores)('identities that clients chose, on the $name store', ({ open: openStore }) => {
  let store: Store;
  let setup: Setup;
  withTickets(openStore, (begun) => {
    ({ inner: store } = begun);
    setup = begun;
  });

  /** As releases before this one opened them: by the id the client named. */
  const chat = (id: string, userId: string, channel = 'directline'): Promise<boolean> =>
    createConversations(store, setup.clock).open({ id, channel, userId, locale: 'zh-Hans' });
  const listed = async (conversationId: string): Promise<string[]> =>
    (await setup.complaints.list({ conversationId })).map(({ reference }) => reference);

  it('are split, and each ticket stays with the conversation it was opened in', async () => {
    for (const id of ['g1', 'g2']) await chat(id, 'guest:tom');
    await chat('g3', 'guest:ann');
    const first = (await setup.complaints.open(complaint('m1', { conversationId: 'g1' }))).complaint.reference;
    const own = (await setup.complaints.open(complaint('m2', { conversationId: 'g2', category: 'damage' }))).complaint.reference;
    // The second guest's words went into the first one's ticket, which went over to his conversation.
    expect((await setup.complaints.open(complaint('m3', { conversationId: 'g2' }))).complaint.reference).toBe(first);
    const anns = (await setup.complaints.open(complaint('m4', { conversationId: 'g3' }))).complaint.reference;
    const before = await listed('g2');
    expect([...before].sort()).toEqual([first, own].sort());
    const callbacks = createCallbacks(store, setup.clock, 'Asia/Shanghai');
    await callbacks.open({
      ...{ idempotencyKey: 'k', conversationId: 'g1', phone: '+8613812345678', locale: 'zh-Hans', topic: 'complaint', note: '' },
    });

    await store.query(SPLIT);

    expect(await listed('g1')).toEqual([first]);
    expect(await listed('g2')).toEqual([own]);
    expect(await listed('g3')).toEqual([anns]);
    expect(await callbacks.listOpen('g1')).toHaveLength(1);
    expect(await callbacks.listOpen('g2')).toHaveLength(0);
    const identities = await store.query<{ id: string; userId: string }>(
      `SELECT v.id, i.user_id AS "userId" FROM conversations v JOIN channel_identities i ON i.id = v.identity_id
       WHERE v.channel = 'directline' AND v.user_id = i.user_id ORDER BY v.id`,
    );
    expect(identities).toEqual([
      { id: 'g1', userId: 'guest:g1' },
      { id: 'g2', userId: 'guest:g2' },
      { id: 'g3', userId: 'guest:ann' },
    ]);
    expect(await store.query(`SELECT id FROM channel_identities WHERE user_id = 'guest:tom'`)).toEqual([]);
    // Each goes on as before: what the first says of the matter is added to it, and the second's is one of its own.
    expect((await setup.complaints.open(complaint('m5', { conversationId: 'g1' }))).complaint.reference).toBe(first);
    const another = await setup.complaints.open(complaint('m6', { conversationId: 'g2' }));
    expect(another.isAdded).toBe(false);
  });

  it('of a backend, of one conversation, and of people on a channel stay as they are', async () => {
    for (const id of ['v1', 'v2']) await chat(id, 'u-7');
    await chat('g1', 'guest:tom');
    for (const id of ['t1', 't2']) await chat(id, 'msteams:u', 'botframework');
    await setup.complaints.open(complaint('m1', { conversationId: 'v1' }));
    const before = await store.query('SELECT id, user_id, identity_id FROM conversations ORDER BY id');
    await store.query(SPLIT);
    expect(await store.query('SELECT id, user_id, identity_id FROM conversations ORDER BY id')).toEqual(before);
    expect(await listed('v2')).toHaveLength(1);
  });

  it('of a group are no longer those of the member who spoke first', async () => {
    for (const id of ['private', 'group']) await chat(id, 'msteams:u', 'botframework');
    await store.query(`UPDATE bot_states SET data = '{"address": {"conversation": {"isGroup": true}}}' WHERE conversation_id = 'group'`);
    const mine = (await setup.complaints.open(complaint('m1', { conversationId: 'private' }))).complaint.reference;
    expect(await listed('group')).toEqual([mine]);
    await store.query(SPLIT);
    expect(await listed('group')).toEqual([]);
    expect(await listed('private')).toEqual([mine]);
  });
});
