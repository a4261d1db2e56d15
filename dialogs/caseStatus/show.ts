import { formatDay, formatDuration, formatInstant, say } from '../../core/i18n.ts';
import { formatMoney } from '../../core/money.ts';
import type { Button, CaseCard, Locale, Text } from '../../core/types.ts';
import { canMove, isOpen, TRANSITIONS } from '../../rules/complaints/states.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { intentTitles } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { looks, shortStatuses, statuses } from './statuses.ts';
import { texts } from './texts.ts';

/** What a customer reads of a ticket: in words, and the same as a card. The card shows it in the chat page, the text everywhere else. */
export async function presentCase(turn: Turn, ticket: Complaint, buttons: readonly Button[]): Promise<{ text: string; card: CaseCard }> {
  const { locale, now, services } = turn;
  const zone = services.company.timeZone;
  const { reference, trackingNumber, type, status } = ticket;
  const isComplaint = type === 'complaint';
  const state = stateOf(ticket, locale);
  const claim = isComplaint ? await claimLines(turn, ticket) : [];
  const clock = isComplaint && hasClock(ticket) ? clockLine(ticket, locale, zone, now) : undefined;
  const updatedAt = formatInstant(ticket.updatedAt, locale, zone, now);
  const head = say(texts.head, locale, { reference, parcel: parcelOf(trackingNumber, locale) });
  const { tone, progress } = isComplaint ? looks[status] : ({ tone: 'good', progress: 4 } as const);
  return {
    text: [head, state, ...claim, ...(clock ? [clock] : []), say(texts.updated, locale, { at: updatedAt })].join('\n'),
    card: {
      ...{ kind: 'case', reference, tone, progress, buttons },
      status: isComplaint ? shortStatuses[status][locale] : texts.thanked[locale],
      headline: [state, ...claim].join('\n'),
      ...(clock !== undefined && { eta: clock }),
      facts: [
        ...(trackingNumber ? [{ label: texts.parcelLabel[locale], value: trackingNumber }] : []),
        { label: texts.openedLabel[locale], value: formatInstant(ticket.createdAt, locale, zone, now) },
        { label: texts.updatedLabel[locale], value: updatedAt },
      ],
      ...{ timeline: [], timelineTitle: '' },
    },
  };
}

function parcelOf(number: string | undefined, locale: Locale): string {
  return number ? say(texts.parcel, locale, { number }) : '';
}

/** Where it stands, in a sentence. */
export function stateOf({ type, status, remedy, resolution, duplicateOf }: Complaint, locale: Locale): string {
  if (type !== 'complaint' && isOpen(status)) return texts.thanksTicket[locale];
  return say(statuses[status], locale, { remedy: remedy?.text ?? '', result: resolution ?? remedy?.text ?? '', other: duplicateOf ?? '' });
}

/** Somebody owes the customer an answer; not while it is the customer's turn. */
export function hasClock({ status }: Complaint): boolean {
  return isOpen(status) && status !== 'WAITING_CUSTOMER' && status !== 'RESOLUTION_PROPOSED' && status !== 'EXTERNAL_APPEAL';
}

/** By when the next answer is due, while somebody owes it. */
export function clockLine({ due, firstRespondedAt }: Complaint, locale: Locale, zone: string, now: Date): string {
  const leftMs = due.resolveAt.getTime() - now.getTime();
  const [first, last] = [due.firstResponseAt, due.resolveAt].map((at) => formatInstant(at, locale, zone, now));
  const values = { first: first ?? '', due: last ?? '', left: formatDuration(leftMs, locale) };
  // What comes next is what is waited for.
  if (!firstRespondedAt && due.firstResponseAt > now && due.firstResponseAt < due.resolveAt) return say(texts.clockFirst, locale, values);
  return say(leftMs > 0 ? texts.clock : texts.overdue, locale, values);
}

/** Asked for only where money was wished for or offered: it costs a round trip. */
export async function claimLines(
  { services, locale, now }: Turn,
  { reference, remedySought, remedy, status }: Complaint,
): Promise<string[]> {
  if (remedySought !== 'compensation' && !remedy?.amount) return [];
  const claim = await services.claims.find(reference);
  const agreed = status === 'ACCEPTED' || status === 'FULFILLING' ? remedy?.amount : undefined;
  if (!claim) return agreed ? [say(texts.claimAccepted, locale, { amount: formatMoney(agreed, locale) })] : [];
  const amount = formatMoney(claim.offered ?? claim.result.offer ?? claim.value, locale);
  if (claim.status === 'PAID' && claim.paidAt)
    return [say(texts.claimPaid, locale, { amount, day: formatDay(claim.paidAt, locale, services.company.timeZone, now) })];
  if (claim.status === 'ACCEPTED') return [say(texts.claimAccepted, locale, { amount })];
  return claim.status === 'ASSESSING' || claim.status === 'REFUSED' ? [texts.claimAssessing[locale]] : [];
}

/** `• CMP-…: being looked into (parcel …)`. */
export function describeShortly({ reference, status, trackingNumber }: Complaint, locale: Locale): string {
  return say(texts.line, locale, { reference, status: shortStatuses[status][locale], parcel: parcelOf(trackingNumber, locale) });
}

/** What can be done with it now, most useful first. `isOwn`: seen in its own conversation or by its own customer. */
export function buttonsFor(turn: Turn, ticket: Complaint, isOwn: boolean): Button[] {
  const { reference, status, closedAt } = ticket;
  const act = (title: Text): Button => ({ title: title[turn.locale], value: `${title[turn.locale]} ${reference}` });
  if (!isOwn) return [act(texts.add), button(turn, intentTitles.human_agent)];
  if (status === 'RESOLUTION_PROPOSED') return [act(texts.accept), act(texts.refuse)];
  if (status === 'RESOLVED') return [act(texts.satisfied), act(texts.unsolved)];
  if (TRANSITIONS[status].includes('REOPENED'))
    return canMove(status, 'REOPENED', turn.now, closedAt) ? [act(texts.reopen)] : [button(turn, intentTitles.complaint)];
  if (status === 'MERGED') return [button(turn, intentTitles.human_agent)];
  const withdraw = TRANSITIONS[status].includes('WITHDRAWN') ? [act(texts.withdraw)] : [];
  return [act(texts.add), ...withdraw, button(turn, intentTitles.human_agent)];
}
