import { formatDay, say } from '../core/i18n.ts';
import type { Text } from '../core/types.ts';
import type { CustomerPrincipal } from '../rules/access/principal.ts';
import { isOpen } from '../rules/complaints/states.ts';
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

const OPEN: Text = {
  'zh-Hans': '您 {day}的投诉（{reference}）还在处理。',
  'zh-Hant': '您 {day}的客訴（{reference}）還在處理。',
  en: 'Your complaint of {day} ({reference}) is being handled.',
};
/** For a greeting: the newest complaint that is still being handled; undefined when there is none. One round trip. */
export async function describeOpenTicket(turn: Turn): Promise<string | undefined> {
  const tickets = await turn.services.complaints.list(viewerOf(turn));
  const open = tickets.find(({ status, type }) => type === 'complaint' && isOpen(status));
  if (!open) return undefined;
  const day = formatDay(open.createdAt, turn.locale, turn.services.company.timeZone, turn.now);
  return say(OPEN, turn.locale, { day, reference: open.reference });
}
