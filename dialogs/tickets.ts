import type { CustomerPrincipal } from '../rules/access/principal.ts';
import type { ComplaintViewer } from '../rules/complaints/types.ts';
import type { Turn } from './turn.ts';

/** Whose tickets may be seen in this conversation: its own, and those of the customer it is bound to. */
export function viewerOf(turn: Turn): ComplaintViewer {
  return { conversationId: turn.message.conversationId, ...(turn.customer ? { customerId: turn.customer.id } : {}) };
}

/** The customer as the one who changes their ticket. */
export function principalOf(turn: Turn): CustomerPrincipal {
  return { kind: 'customer', id: turn.customer?.id ?? turn.userId, level: turn.customer ? 2 : 0 };
}
