import type { Money } from '../../core/money.ts';
import { decimalsOf, formatDecimal } from '../../core/money.ts';
import type { Complaint } from './types.ts';

/**
 * A ticket as the company's systems see it, in what the API answers and in what a webhook carries: plain JSON, instants as ISO 8601
 * in UTC, amounts as decimal strings. Nothing of the conversation but its id; the audit is apart.
 */
export function toPublic(complaint: Complaint) {
  const { due, firstRespondedAt, resolvedAt, closedAt, remedy, pausedMs, createdAt, updatedAt, ...ticket } = complaint;
  const { reference, version, type, category, severity, status, locale, channel, conversationId, customerId, verifiedLevel } = ticket;
  const { trackingNumber, description, remedySought, contactPhone, contactName, praised, mood, files, owner, team } = ticket;
  const { contactCount, reopenCount, resolution, rootCause, station, correctiveAction, duplicateOf, incident } = ticket;
  return withoutEmpty({
    ...{ reference, version, type, category, severity, status, locale, channel, conversationId, customerId, verifiedLevel },
    ...{ trackingNumber, description, remedySought, contactPhone, contactName, praised, mood, files, owner, team },
    due: {
      firstResponseAt: due.firstResponseAt.toISOString(),
      resolveAt: due.resolveAt.toISOString(),
      statutoryAt: due.statutoryAt.toISOString(),
    },
    firstRespondedAt: firstRespondedAt?.toISOString(),
    resolvedAt: resolvedAt?.toISOString(),
    closedAt: closedAt?.toISOString(),
    pausedSeconds: Math.floor(pausedMs / 1000),
    ...{ contactCount, reopenCount },
    remedy: remedy && withoutEmpty({ type: remedy.type, text: remedy.text, amount: remedy.amount && toAmount(remedy.amount) }),
    ...{ resolution, rootCause, station, correctiveAction, duplicateOf, incident },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  });
}

function toAmount({ minor, currency }: Money): { readonly amount: string; readonly currency: string } {
  return { amount: formatDecimal(minor, decimalsOf(currency)), currency };
}

function withoutEmpty<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
