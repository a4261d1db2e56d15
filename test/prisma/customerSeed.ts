import { createFixedClock } from '../../core/clock.ts';
import { createConversations } from '../../prisma/crm/conversations/index.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import type { IntakeOptions } from '../../prisma/crm/shipments/intake.ts';
import type { Store } from '../../prisma/store.ts';
import { sealLines } from '../../rules/cases/audit.ts';
import type { ComplaintStatus } from '../../rules/complaints/codes.ts';
import type { NewParty, NewShipment } from '../../rules/shipments/types.ts';

/** What every test's clock shows at first: 10:00 in Shanghai. */
export const NOW = '2026-11-22T02:00:00.000Z';
export const DAY_MS = 86_400_000;
export const daysBefore = (days: number): Date => new Date(Date.parse(NOW) - days * DAY_MS);

export const party = (name: string, phone: string, street = '测试路 1 号'): NewParty => ({
  ...{ name, phone },
  address: { country: 'CN', province: '浙江', city: '杭州', district: '西湖区', street },
});

/** Puts a shipment as it was put at that time; the customer is the recipient unless told otherwise. */
export async function ship(
  store: Store,
  trackingNumber: string,
  at: Date,
  changes: Partial<NewShipment> = {},
  options: IntakeOptions = {},
): Promise<void> {
  const shipments = createShipments(store, createFixedClock(at), options);
  await shipments.put({
    ...{ trackingNumber, service: 'STANDARD', pieceCount: 1, items: [], freight: { minor: 1000, currency: 'CNY' } },
    sender: party('云栖茶叶店', '13800000001'),
    recipient: party('李晓红', '13900001234', '望江路 8 号'),
    customer: { externalId: 'EXT-LI', name: '李晓红' },
    ...changes,
  });
  await shipments.append(trackingNumber, [{ occurredAt: at, status: 'PICKED_UP', text: '已揽收' }]);
}

export async function idOf(store: Store, externalId: string): Promise<string> {
  const [row] = await store.query<{ id: string }>('SELECT id FROM customers WHERE external_id = $1', [externalId]);
  return row!.id;
}

/** A conversation of a signed-in customer with one message. */
export async function chat(store: Store, id: string, userId: string, text: string, at: Date, customerExternalId?: string): Promise<void> {
  const conversations = createConversations(store, createFixedClock(at));
  await conversations.open({ id, channel: 'directline', userId, locale: 'zh-Hans', ...(customerExternalId && { customerExternalId }) });
  await conversations.commit({
    ...{ conversationId: id, expectedVersion: 0, state: { phone: text }, locale: 'zh-Hans', mode: 'bot' },
    messages: [{ id: `${id}-m`, role: 'customer', kind: 'text', authorId: userId, text, createdAt: at }],
    facts: [{ name: 'turn.answered', occurredAt: at }],
    jobs: [{ kind: 'test', key: id, payload: { conversationId: id, text }, dueAt: at }],
    candidates: [{ kind: 'fallback', occurredAt: at, locale: 'zh-Hans', text, intent: 'complaint', confidence: 0.4, ranking: [] }],
  });
}

/** A complaint as it lies in the store, with one audit line of the customer's own words. */
export async function complain(
  store: Store,
  reference: string,
  customerId: string,
  words: string,
  more: {
    readonly status?: ComplaintStatus;
    readonly isLegalHold?: boolean;
    readonly at?: Date;
    readonly conversationId?: string;
    readonly type?: string;
  } = {},
): Promise<string> {
  const { status = 'CLOSED', isLegalHold = false, at = daysBefore(30), conversationId = 'c-none', type = 'complaint' } = more;
  const id = `id-${reference}`;
  const [line] = sealLines(
    [{ actor: { type: 'customer', id: 'identity' }, action: 'opened', to: 'NEW', data: { category: 'delay' }, words }],
    at,
    {
      lastSeq: 0,
      lastHash: '',
    },
  );
  await store.query(
    `INSERT INTO complaints (id, reference, idempotency_key, version, type, category, severity, status, locale, channel, conversation_id,
       customer_id, verified_level, description, contact_phone, contact_name, mood, first_response_due_at, resolve_due_at, statutory_due_at,
       corrective_action, last_seq, last_hash, is_legal_hold, closed_at, created_at, updated_at)
     VALUES ($1, $2, $1, 1, $9, 'delay', 'P2', $3, 'zh-Hans', 'directline', $4, $5, 2, $6, '+8613900001234', '李晓红', '{}', $7, $7, $7,
       '李晓红的片区换了快递员', 1, $10, $8, $7, $7, $7)`,
    [id, reference, status, conversationId, customerId, words, at, isLegalHold, type, line!.hash],
  );
  await store.query(
    `INSERT INTO complaint_events (complaint_id, seq, at, actor_type, actor_id, action, to_status, data, words, salt, words_digest, prev_hash, hash)
     VALUES ($1, 1, $2, 'customer', 'identity', 'opened', 'NEW', '{"category": "delay"}', $3, $4, $5, '', $6)`,
    [id, at, words, line!.salt!, line!.wordsDigest!, line!.hash],
  );
  return id;
}
