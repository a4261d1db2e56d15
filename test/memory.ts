import type { Clock } from '../core/clock.ts';
import { formatReference } from '../core/ids.ts';
import type { NewCallback } from '../rules/callbacks/types.ts';
import type { Conversations } from '../rules/conversations/types.ts';
import type { Services } from '../rules/services.ts';
import type { Shipment } from '../rules/shipments/types.ts';
import { addWrong, countsOf, findUntil, GUESS_WINDOW_MS, type Tally } from '../rules/verification/guessing.ts';
import { createMemoryClaims } from './memoryClaims.ts';
import { createMemoryComplaints, type MemoryComplaints } from './memoryComplaints.ts';
import type { MemoryShipment } from './memoryShipments.ts';

export type MemoryServices = Services & { readonly opened: NewCallback[]; readonly complaints: MemoryComplaints };

/**
 * Services over fixed shipments; the limits of verification hold, without their windows.
 * @param conversations tells whose a conversation is; without it each is a person of its own
 */
export function createMemoryServices(
  clock: Clock,
  shipments: readonly MemoryShipment[],
  conversations?: Pick<Conversations, 'read'>,
): MemoryServices {
  const opened: NewCallback[] = [];
  const complaints = createMemoryComplaints({ clock, shipments, ...(conversations && { conversations }) });
  const wrong = new Map<string, Tally>();
  const find = (number: string): Shipment | undefined => shipments.find(({ trackingNumber }) => trackingNumber === number);
  return {
    clock,
    opened,
    complaints,
    claims: createMemoryClaims({ clock, complaints, shipments }),
    company: {
      name: { 'zh-Hans': '星邦速运', 'zh-Hant': '星邦速運', en: 'XB Express' },
      timeZone: 'Asia/Shanghai',
      numberExample: 'XB000000012348',
    },
    shipments: {
      find: async (number) => find(number),
      listByOrder: async (order) => shipments.filter(({ orderNumber }) => orderNumber === order),
      listByCustomer: async (id) => shipments.filter(({ customerId }) => customerId === id),
    },
    verification: {
      async checkLastFour(number, digits, guesser) {
        const now = clock.now();
        const counts = countsOf(number, guesser);
        const fresh: Tally = { count: 0, expiresAt: new Date(now.getTime() + GUESS_WINDOW_MS) };
        const before = counts.map(({ key }) => wrong.get(key) ?? fresh);
        const closedUntil = findUntil(counts, before, now);
        if (closedUntil) return { kind: 'waiting', until: closedUntil };
        const found = find(number);
        const sides = (['sender', 'recipient'] as const).filter((side) => found?.[side].phone.endsWith(digits));
        if (sides.length > 0 || (!found && complaints.phoneOf(number)?.endsWith(digits))) return { kind: 'verified', sides };
        const after = addWrong(before, now);
        for (const [index, { key }] of counts.entries()) wrong.set(key, after[index] ?? fresh);
        const until = findUntil(counts, after, now);
        return { kind: 'refused', ...(until && { until }) };
      },
    },
    callbacks: {
      async open(request) {
        const before = opened.findIndex(({ idempotencyKey }) => idempotencyKey === request.idempotencyKey);
        if (before < 0) opened.push(request);
        return { reference: formatReference('CBR', '2026-11-21', before < 0 ? opened.length : before + 1) };
      },
      listOpen: async (conversationId, customerId) =>
        opened
          .map((request, index) => ({ request, reference: formatReference('CBR', '2026-11-21', index + 1), createdAt: clock.now() }))
          .filter(
            ({ request }) => request.conversationId === conversationId || (customerId !== undefined && request.customerId === customerId),
          )
          .reverse(),
    },
  };
}
