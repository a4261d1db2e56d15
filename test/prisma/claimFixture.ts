import { createFixedClock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import type { Money } from '../../core/money.ts';
import type { ClaimOptions } from '../../prisma/crm/claims/index.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import type { Store } from '../../prisma/store.ts';
import type { Actor } from '../../rules/access/actor.ts';
import { actorOf } from '../../rules/access/principal.ts';
import type { NewClaim } from '../../rules/claims/types.ts';
import { COMPLAINT_STATUSES } from '../../rules/complaints/codes.ts';
import { TRANSITIONS } from '../../rules/complaints/states.ts';
import type { Remedy } from '../../rules/complaints/types.ts';
import type { NewEvent, NewParty } from '../../rules/shipments/types.ts';

export const START = new Date('2026-11-21T02:00:00.000Z');
const NUMBER = 'XB000000012349';
export const REFERENCE = 'CMP-20261121-0001';
export const cny = (minor: number): Money => ({ minor, currency: 'CNY' });
const party = (name: string, phone: string, city: string): NewParty => ({
  name,
  phone,
  address: { country: 'CN', province: '浙江省', city, street: '文一路 1 号' },
});
const lostEvent: NewEvent = {
  occurredAt: new Date('2026-11-20T01:00:00.000Z'),
  status: 'LOST_OR_DESTROYED',
  reason: 'carrier_parcel_lost',
  text: '快件遗失',
};
export const claim = (more: Partial<NewClaim> = {}): NewClaim => ({
  ...{ idempotencyKey: 'm1', complaintReference: REFERENCE, kind: 'lost', value: cny(19_900), evidence: 'B' },
  ...more,
});

export interface Proposal {
  readonly remedy: Remedy;
  readonly actor: Actor;
  readonly key: string;
}

/** The complaint's side: its state machine, once per key. */
export function createPropose(store: Store, proposals: Proposal[]): ClaimOptions['propose'] {
  return async (reference, remedy, by, key) => {
    const isTold = () => proposals.some((proposal) => proposal.key === key);
    if (isTold()) return;
    const ready = COMPLAINT_STATUSES.filter((status) => TRANSITIONS[status].includes('RESOLUTION_PROPOSED'));
    const moved = await store.query(
      `UPDATE complaints SET status = 'RESOLUTION_PROPOSED', remedy = $2::jsonb
     WHERE reference = $1 AND status IN (SELECT json_array_elements_text($3::json)) RETURNING id`,
      [reference, JSON.stringify(remedy), JSON.stringify(ready)],
    );
    if (moved.length > 0) proposals.push({ remedy, actor: actorOf(by), key });
    else if (!isTold()) throw new AppError('TRANSITION_REFUSED', { to: 'RESOLUTION_PROPOSED' });
  };
}

/** A parcel with a freight of 8 yuan, and an assessed complaint about it. */
export async function prepare(store: Store, more: { events?: readonly NewEvent[]; status?: string; level?: number } = {}): Promise<void> {
  const { events = [lostEvent], status = 'ASSESSED', level = 1 } = more;
  const shipments = createShipments(store, createFixedClock(START));
  await shipments.put({
    ...{ trackingNumber: NUMBER, service: 'EXPRESS', pieceCount: 1, weightGrams: 1200, freight: cny(800), declaredValue: cny(19_900) },
    ...{ promisedAt: new Date('2026-11-20T00:00:00.000Z') },
    sender: party('发件人', '13800000001', '杭州市'),
    recipient: party('收件人', '13900000002', '北京市'),
    items: [{ description: '陶瓷杯', quantity: 2, unitValue: cny(9950) }],
  });
  await shipments.append(NUMBER, events);
  await addComplaint(store, status, level);
}

async function addComplaint(store: Store, status: string, verifiedLevel: number): Promise<void> {
  const { id: shipmentId } = await store.prisma.shipment.findUniqueOrThrow({ where: { trackingNumber: NUMBER } });
  const at = START;
  await store.prisma.complaint.create({
    data: {
      ...{ id: 'c1', reference: REFERENCE, idempotencyKey: 'c1', version: 1, type: 'complaint', category: 'loss', severity: 'P2', status },
      locale: 'zh-Hans',
      ...{ channel: 'directline', conversationId: 'v1', verifiedLevel, shipmentId, trackingNumber: NUMBER, description: '包裹丢了' },
      ...{ mood: { anger: 0, risks: [] }, firstResponseDueAt: at, resolveDueAt: at, statutoryDueAt: at, lastSeq: 1, lastHash: 'h' },
      ...{ createdAt: at, updatedAt: at },
    },
  });
}
