import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createCallbacks } from '../../prisma/crm/callbacks.ts';
import type { Store } from '../../prisma/store.ts';
import { key } from '../principals.ts';
import { stores } from './store.ts';

describe.each(stores)('a call-back request on the $name store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('is counted with its conversation, language and topic, and once done with who told so', async () => {
    const clock = createFixedClock('2026-11-21T15:59:00.000Z');
    const callbacks = createCallbacks(store, clock, 'Asia/Shanghai');
    const { reference } = await callbacks.open({
      ...{ idempotencyKey: 'm1', conversationId: 'c1', phone: '+8613800000001', locale: 'zh-Hans', topic: 'complaint', note: '包裹破损' },
    });
    expect(await store.query('SELECT name, conversation_id, locale, intent FROM service_facts')).toEqual([
      { name: 'callback.opened', conversation_id: 'c1', locale: 'zh-Hans', intent: 'complaint' },
    ]);
    expect(await store.query('SELECT kind, key FROM outbox')).toEqual([{ kind: 'crm.webhook', key: 'callback.opened:CBR-20261121-0001' }]);
    clock.advance(90_000);
    await callbacks.markDone(reference, key('crm'));
    const [row] = await store.query<{ id: string }>('SELECT id FROM callback_requests');
    expect(await store.query('SELECT name, subject_id, actor_type, actor_id, seconds FROM service_facts ORDER BY id')).toEqual([
      { name: 'callback.opened', subject_id: row!.id, actor_type: null, actor_id: null, seconds: null },
      { name: 'callback.done', subject_id: row!.id, actor_type: 'agent', actor_id: 'key:crm', seconds: 90 },
    ]);
  });
});
