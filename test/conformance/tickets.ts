import type { createFixedClock } from '../../core/clock.ts';
import type { Money } from '../../core/money.ts';
import type { FileRef } from '../../core/types.ts';
import type { Credit } from '../../rules/access/actor.ts';
import type { Measure } from '../../rules/cases/measure.ts';
import type { ClaimDesk } from '../../rules/claims/desk.ts';
import type { Claims } from '../../rules/claims/types.ts';
import type { ComplaintDesk } from '../../rules/complaints/desk.ts';
import type { ComplaintNotice, Complaints, NewComplaint } from '../../rules/complaints/types.ts';
import type { ClaimFact, ComplaintFact } from '../../rules/facts.ts';
import type { NewEvent, NewParty, NewShipment } from '../../rules/shipments/types.ts';
import type { Verification } from '../../rules/verification/types.ts';
import { customer, staff } from '../principals.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 23 November 2026, 10:00 in Shanghai. */
export const START = '2026-11-23T02:00:00.000Z';
export const AGENT = staff('wang@example.com');
export const OTHER_AGENT = staff('zhao@example.com');
export const MANAGER = staff('chen@example.com', 'manager');
export const CUSTOMER = customer('c1');
/** Two pieces, sent for CU-1 and declared at 500 CNY, last seen at 杭州转运中心. */
export const NUMBER = 'XB000000012349';
export const cny = (minor: number): Money => ({ minor, currency: 'CNY' });

/** Tickets and claims of one implementation, what they are about, and what came of them. */
export interface Tickets {
  /** At START in the beginning. */
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly complaints: Complaints;
  readonly desk: ComplaintDesk;
  /** Their offers are proposed on the tickets above. */
  readonly claims: Claims & ClaimDesk;
  /** Of the shipments and tickets above. */
  readonly verification: Verification;
  /** A shipment with its scans; makes the customer it names. */
  ship(shipment: NewShipment, events: readonly NewEvent[]): Promise<void>;
  /** A conversation in the web chat. @param customer external id of whom it is bound to */
  chat(id: string, userId: string, customer?: string): Promise<void>;
  customerId(externalId: string): Promise<string>;
  /** Makes a customer one of the best segments. */
  favour(externalId: string): Promise<void>;
  upload(conversationId: string, name: string): Promise<FileRef>;
  /** Does what is due by now. @returns how many tickets were changed */
  runAlarms(): Promise<number>;
  /** Whether every ticket's audit is whole. */
  isWhole(): Promise<boolean>;
  /** What customers were told unasked, oldest first. */
  listNotices(): Promise<readonly ComplaintNotice[]>;
  /** What the company's systems hear, oldest first, as `complaint.created CMP-20261123-0001`. */
  listWebhooks(): Promise<readonly string[]>;
  /** What was counted of tickets, or of claims, in order. */
  listFacts(of: 'complaint' | 'claim'): Promise<readonly CountedFact[]>;
}

/** The amount in minor units. */
export interface CountedFact extends Credit, Partial<Measure> {
  readonly name: (ComplaintFact | ClaimFact)['name'];
  readonly label?: string;
  readonly minor?: number;
}

/** One implementation for the tests of one file. */
export interface TicketStore {
  /** Empty, its clock at START. */
  begin(): Promise<Tickets>;
  close(): Promise<void>;
}

/** Begins with the shipment NUMBER, the chats `c1` and `c2` of two strangers, and `c3` of customer CU-1. */
export async function beginFurnished(store: TicketStore): Promise<Tickets> {
  const tickets = await store.begin();
  await tickets.ship(...parcel(NUMBER, tickets.clock.now(), { customer: 'CU-1', station: '杭州转运中心' }));
  await tickets.chat('c1', 'user-c1');
  await tickets.chat('c2', 'user-c2');
  await tickets.chat('c3', 'user-c3', 'CU-1');
  return tickets;
}

export const party = (name: string, phone: string, city = '杭州市'): NewParty => ({
  name,
  phone,
  address: { country: 'CN', province: '浙江省', city, street: '文一路 1 号' },
});

/** A parcel of two pieces and its scans: picked up three days ago, at the station two days ago, on its way since. */
export function parcel(
  trackingNumber: string,
  now: Date,
  { customer, station }: { readonly customer?: string; readonly station?: string } = {},
): readonly [NewShipment, readonly NewEvent[]] {
  const at = (ms: number): Date => new Date(now.getTime() - ms);
  return [
    {
      ...{ trackingNumber, service: 'EXPRESS', pieceCount: 2, items: [{ description: '茶具', quantity: 1 }], declaredValue: cny(50_000) },
      ...{ sender: party('李雷', '13800001111'), recipient: party('韩梅', '13900002222') },
      ...(customer !== undefined && { customer: { externalId: customer } }),
    },
    [
      { occurredAt: at(3 * DAY), status: 'PICKED_UP', text: '已揽收', location: { name: '始发站' } },
      ...(station !== undefined
        ? [{ occurredAt: at(2 * DAY), status: 'IN_TRANSIT', text: '到达', location: { name: station } } as const]
        : []),
      { occurredAt: at(DAY), status: 'IN_TRANSIT', text: '运输中' },
    ],
  ];
}

/** A loss of NUMBER told in `c1`, with changes. */
export function complaint(idempotencyKey: string, more: Partial<NewComplaint> = {}): NewComplaint {
  return {
    ...{ idempotencyKey, conversationId: 'c1', verifiedLevel: 0, type: 'complaint', category: 'loss', locale: 'zh-Hans' },
    ...{ trackingNumber: NUMBER, description: '包裹丢了', fileIds: [], mood: { anger: 0, risks: [] } },
    ...more,
  };
}
