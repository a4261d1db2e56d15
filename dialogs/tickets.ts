import { AppError } from '../core/errors.ts';
import type { CustomerPrincipal } from '../rules/access/principal.ts';
import type { Complaint, ComplaintChange, ComplaintViewer } from '../rules/complaints/types.ts';
import type { Turn } from './turn.ts';

/** Whose tickets may be seen in this conversation: its own, and those of the customer it is bound to. */
export function viewerOf(turn: Turn): ComplaintViewer {
  return { conversationId: turn.message.conversationId, ...(turn.customer ? { customerId: turn.customer.id } : {}) };
}

/** The customer as the one who changes their ticket. */
export function principalOf(turn: Turn): CustomerPrincipal {
  return { kind: 'customer', id: turn.customer?.id ?? turn.userId, level: turn.customer ? 2 : 0 };
}

/** Undefined when the ticket may not be changed so any more, or is gone. */
export async function changeTicket(
  turn: Turn,
  { reference = '' }: { readonly reference?: string },
  wanted: ComplaintChange,
): Promise<Complaint | undefined> {
  try {
    return await turn.services.complaints.change(reference, wanted, principalOf(turn), turn.idempotencyKey);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'TRANSITION_REFUSED' || error.code === 'NOT_FOUND')) return undefined;
    throw error;
  }
}
