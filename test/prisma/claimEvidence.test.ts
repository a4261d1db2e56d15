import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../core/clock.ts';
import { createClaims } from '../../prisma/crm/claims/index.ts';
import type { Store } from '../../prisma/store.ts';
import type { ClaimDesk } from '../../rules/claims/desk.ts';
import type { Claims } from '../../rules/claims/types.ts';
import { claim, cny, createPropose, lostEvent, NUMBER, prepare, REFERENCE, START } from './claimFixture.ts';
import { clear, stores } from './store.ts';

describe.each(stores)('the evidence of a claim on the $name store', ({ open }) => {
  let store: Store;
  let claims: Claims & ClaimDesk;
  beforeAll(async () => {
    store = await open();
    claims = createClaims(store, createFixedClock(START), { timeZone: 'Asia/Shanghai', propose: createPropose(store, []) });
  });
  afterAll(() => store.close());
  beforeEach(() => clear(store));

  it('puts together what a person needs to decide', async () => {
    await prepare(store, {
      level: 0,
      events: [lostEvent, { occurredAt: START, status: 'ON_HOLD', reason: 'weather_delay', text: '台风' }],
    });
    const opened = await claims.open(claim());
    await store.query(`INSERT INTO channel_identities (id, channel, user_id, created_at) VALUES ('i1', 'directline', 'u1', $1)`, [START]);
    await store.query(
      `INSERT INTO conversations (id, channel, user_id, identity_id, locale, mode, created_at) VALUES ('v1', 'directline', 'u1', 'i1', 'zh-Hans', 'bot', $1)`,
      [START],
    );
    await store.query(
      `INSERT INTO uploads (id, conversation_id, name, content_type, size_bytes, bytes, created_at) VALUES ('f1', 'v1', '发票.pdf', 'application/pdf', 3, '\\x010203', $1)`,
      [START],
    );
    await store.query(`INSERT INTO complaint_files (complaint_id, upload_id, added_at) VALUES ('c1', 'f1', $1)`, [START]);
    await store.query(
      `INSERT INTO complaint_events (complaint_id, seq, at, actor_type, actor_id, action, to_status, data, words, prev_hash, hash)
       VALUES ('c1', 1, $1, 'customer', 'i1', 'opened', 'NEW', '{}', '包裹丢了', '', 'h')`,
      [START],
    );
    const pack = await claims.readEvidencePack(REFERENCE);
    expect(pack).toEqual({
      complaint: {
        ...{ id: 'c1', reference: REFERENCE, status: 'ASSESSED', category: 'loss', severity: 'P2', locale: 'zh-Hans', verifiedLevel: 0 },
        ...{ description: '包裹丢了', createdAt: START },
        files: [{ id: 'f1', name: '发票.pdf', contentType: 'application/pdf', sizeBytes: 3 }],
      },
      claim: opened,
      shipment: {
        ...{
          trackingNumber: NUMBER,
          service: 'EXPRESS',
          status: 'LOST_OR_DESTROYED',
          reason: 'carrier_parcel_lost',
          from: '杭州市',
          to: '北京市',
        },
        ...{ promisedAt: new Date('2026-11-20T00:00:00.000Z'), createdAt: START, pieceCount: 1, weightGrams: 1200 },
        ...{ declared: cny(19_900), freight: cny(800), items: [{ description: '陶瓷杯', quantity: 2, unit: cny(9950) }] },
        events: [
          { at: START, status: 'ON_HOLD', reason: 'weather_delay', text: '台风', isFault: false },
          { at: lostEvent.occurredAt, status: 'LOST_OR_DESTROYED', reason: 'carrier_parcel_lost', text: '快件遗失', isFault: true },
        ],
      },
      history: [{ at: START, actor: { type: 'customer', id: 'i1' }, action: 'opened', to: 'NEW', words: '包裹丢了' }],
    });
    expect(await claims.readEvidencePack('CMP-0')).toBeUndefined();
  });

  it('reads a pack before anybody claimed, and without a shipment', async () => {
    await prepare(store);
    await store.query('UPDATE complaints SET shipment_id = NULL');
    const pack = await claims.readEvidencePack(REFERENCE);
    expect([pack?.claim, pack?.shipment, pack?.history]).toEqual([undefined, undefined, []]);
  });
});
