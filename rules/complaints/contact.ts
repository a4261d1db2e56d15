import type { Mood } from '../../core/types.ts';
import type { Actor } from '../access/actor.ts';
import type { ComplaintStatus, Severity } from './codes.ts';
import type { ComplaintDecision, ComplaintHistory } from './decision.ts';
import { toFact } from './facts.ts';
import { type Line, SYSTEM, toMoved } from './lines.ts';
import { type OpeningContext, speakerOf } from './opening.ts';
import { CONTACTS_TO_RAISE, type SlaPolicy } from './policy.ts';
import { settle } from './settle.ts';
import { assessSeverity, isUrgent, moreSevere, raise } from './severity.ts';
import { TRANSITIONS } from './states.ts';
import type { Complaint, NewComplaint } from './types.ts';

/** What the store knows then. `files`: those that came with this contact. */
export type ContactContext = Pick<OpeningContext, 'shipment' | 'isKeyAccount' | 'files' | 'actorId'>;

/**
 * A customer comes again with what an open ticket is about already: it takes the words in and counts the contact instead of a second
 * ticket being opened. The third contact, and anything said now that weighs more than before, makes it more severe; what becomes P0
 * or P1 is escalated where that is open to it. News go to the conversation they came with. A ticket that waited for them goes on.
 */
export function decideContact(
  ticket: Complaint,
  history: ComplaintHistory,
  input: NewComplaint,
  context: ContactContext,
  now: Date,
  policy: SlaPolicy,
): ComplaintDecision {
  const mood = mergeMoods(ticket.mood, input.mood);
  const contactCount = ticket.contactCount + 1;
  const severity = severityNow(ticket, mood, contactCount, context);
  const actor = speakerOf(input, context.actorId);
  const moves = listMoves(ticket, severity, actor);
  const next: Complaint = {
    ...ticket,
    ...{ mood, contactCount, severity, status: moves.at(-1)?.to ?? ticket.status, conversationId: input.conversationId },
    description: `${ticket.description}\n${input.description}`,
    verifiedLevel: input.verifiedLevel > ticket.verifiedLevel ? input.verifiedLevel : ticket.verifiedLevel,
    ...pickNew(input),
    files: [...ticket.files, ...context.files.filter(({ id }) => !ticket.files.some((file) => file.id === id))],
  };
  const isEscalated = next.status === 'ESCALATED' && ticket.status !== 'ESCALATED';
  return settle(
    {
      ticket: next,
      lines: [
        { actor, action: 'contacted', data: { contacts: contactCount, files: context.files.length }, words: input.description },
        ...(severity === ticket.severity ? [] : [toRaised(ticket.severity, severity)]),
        ...moves,
      ],
      notices: [],
      webhook: isEscalated ? 'complaint.escalated' : 'complaint.updated',
      facts: [toFact(next, 'complaint.contacted', { actor })],
    },
    history,
    now,
    policy,
  );
}

/** A person who changed the severity knew why: only what is said now, and had not been said before, raises it above that. */
function severityNow(ticket: Complaint, mood: Mood, contactCount: number, context: ContactContext): Severity {
  const before = assess(ticket, ticket.mood, context);
  const now = assess(ticket, mood, context);
  const worse = now === before ? ticket.severity : moreSevere(ticket.severity, now);
  return ticket.type === 'complaint' && contactCount === CONTACTS_TO_RAISE ? raise(worse, 1) : worse;
}

function assess({ type, category }: Complaint, mood: Mood, { shipment, isKeyAccount }: ContactContext): Severity {
  const { declaredMinor, items } = shipment ?? {};
  // The ticket itself is among the person's recent ones: a repeat is what contacts are counted for.
  return assessSeverity({ type, category, mood, declaredMinor, items, isKeyAccount, recentComplaints: 0 }).severity;
}

function listMoves({ status }: Complaint, severity: Severity, actor: Actor): readonly (Line & { readonly to?: ComplaintStatus })[] {
  const answered = status === 'WAITING_CUSTOMER' ? [toMoved(actor, status, 'INVESTIGATING')] : [];
  const from = answered.length > 0 ? 'INVESTIGATING' : status;
  // Not from RESOLUTION_PROPOSED: the customer could no longer accept what they were just offered.
  if (!isUrgent(severity) || from === 'RESOLUTION_PROPOSED' || !TRANSITIONS[from].includes('ESCALATED')) return answered;
  return [...answered, toMoved(SYSTEM, from, 'ESCALATED', { severity })];
}

function toRaised(from: Severity, to: Severity): Line {
  return { actor: SYSTEM, action: 'changed', data: { severity: { from, to } } };
}

function mergeMoods(a: Mood, b: Mood): Mood {
  return { anger: a.anger > b.anger ? a.anger : b.anger, risks: [...new Set([...a.risks, ...b.risks])] };
}

/** What they told this time takes the place of what they told before; what they left out stays. */
function pickNew({ customerId, remedySought, contactPhone, contactName }: NewComplaint): Partial<Complaint> {
  return {
    ...(customerId !== undefined && { customerId }),
    ...(remedySought !== undefined && { remedySought }),
    ...(contactPhone !== undefined && { contactPhone }),
    ...(contactName !== undefined && { contactName }),
  };
}
