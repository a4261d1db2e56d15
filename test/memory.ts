import type { Clock } from '../core/clock.ts';
import type { Conversations } from '../rules/conversations/types.ts';
import type { Services } from '../rules/services.ts';
import { createMemoryCallbacks, type MemoryCallbacks } from './memoryCallbacks.ts';
import { createMemoryClaims } from './memoryClaims.ts';
import { createMemoryComplaints, type MemoryComplaints } from './memoryComplaints.ts';
import { createMemoryShipments, type MemoryShipment } from './memoryShipments.ts';
import { createMemoryVerification } from './memoryVerification.ts';

export type MemoryServices = Services & { readonly callbacks: MemoryCallbacks; readonly complaints: MemoryComplaints };

/**
 * Services of the twins, over fixed shipments.
 * @param conversations tells whose a conversation is; without it each is a person of its own
 */
export function createMemoryServices(
  clock: Clock,
  shipments: readonly MemoryShipment[],
  conversations?: Pick<Conversations, 'read'>,
): MemoryServices {
  const known = createMemoryShipments(clock, shipments);
  const complaints = createMemoryComplaints({ clock, shipments: known.all, ...(conversations && { conversations }) });
  const timeZone = 'Asia/Shanghai';
  return {
    ...{ clock, complaints, shipments: known, callbacks: createMemoryCallbacks(clock, timeZone) },
    claims: createMemoryClaims({ clock, complaints, shipments: known.all }),
    company: { name: { 'zh-Hans': '星邦速运', 'zh-Hant': '星邦速運', en: 'XB Express' }, timeZone, numberExample: 'XB000000012348' },
    verification: createMemoryVerification({ clock, shipments: known.all, phoneOf: complaints.phoneOf }),
  };
}
