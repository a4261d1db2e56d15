import type { Clock } from '../../core/clock.ts';
import type { Money } from '../../core/money.ts';
import { createOwnNumber } from '../../core/ownNumber.ts';
import type { NewComplaint } from '../../rules/complaints/types.ts';
import type { Uploads } from '../../rules/conversations/types.ts';
import type { NewShipment } from '../../rules/shipments/types.ts';
import { createMemoryClaims, type MemoryClaims } from '../memoryClaims.ts';
import { createMemoryComplaints, type MemoryComplaints } from '../memoryComplaints.ts';
import { toMemoryShipment } from '../memoryShipments.ts';

/** A complaint of somebody who says nothing special, with changes. */
export function newComplaint(changes: Partial<NewComplaint> = {}): NewComplaint {
  return {
    ...{ idempotencyKey: 'm1', conversationId: 'v1', verifiedLevel: 1, type: 'complaint', category: 'damage', locale: 'zh-Hans' },
    ...{ description: '箱子压扁了', fileIds: [], mood: { anger: 0, risks: [] }, ...changes },
  };
}

/** Tickets whose customers ask for money. */
export interface ClaimedTickets {
  readonly complaints: MemoryComplaints;
  readonly claims: MemoryClaims;
  /** The next one, of the conversation `v1`, `v2` …: damaged goods of 300 CNY, of which our terms give 199, by a person. */
  open(changes?: Partial<NewComplaint>): Promise<string>;
}

const cny = (minor: number): Money => ({ minor, currency: 'CNY' });
const party = (name: string, phone: string, city: string): NewShipment['sender'] => ({
  name,
  phone,
  address: { country: 'CN', province: city, city, street: '测试路 1 号' },
});

/** @param uploads default: whatever file is named is there */
export function createClaimedTickets(clock: Clock, uploads?: Pick<Uploads, 'find'>): ClaimedTickets {
  const trackingNumber = createOwnNumber(1);
  const shipment: NewShipment = {
    // Five times the freight are 199.00.
    ...{ trackingNumber, service: 'STANDARD', pieceCount: 1, declaredValue: cny(30_000), freight: cny(3980) },
    ...{ sender: party('王明', '13800008888', '广州市'), recipient: party('李晓红', '13900001234', '杭州市') },
    items: [{ description: '蓝牙耳机', quantity: 1, unitValue: cny(30_000) }],
  };
  const shipments = [toMemoryShipment(shipment, [{ occurredAt: clock.now(), status: 'DELIVERED', text: '已签收' }], clock.now())];
  const complaints = createMemoryComplaints({ clock, shipments, ...(uploads && { uploads }) });
  const claims = createMemoryClaims({ clock, complaints, shipments });
  let opened = 0;
  return {
    complaints,
    claims,
    async open(changes = {}) {
      opened += 1;
      const asked = { trackingNumber, locale: 'zh-Hant', description: '箱子壓扁了', remedySought: 'compensation', ...changes } as const;
      const message = { idempotencyKey: `m${opened}`, conversationId: `v${opened}` };
      const { reference } = (await complaints.open(newComplaint({ ...message, ...asked }))).complaint;
      await claims.open({
        ...{ idempotencyKey: `k${opened}`, complaintReference: reference, kind: 'damaged', value: cny(30_000), evidence: 'A' },
      });
      return reference;
    },
  };
}
