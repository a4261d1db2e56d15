import type { Intent } from '../../core/types.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { isProven } from '../proof.ts';
import { takesBack } from '../reading.ts';
import { viewerOf } from '../tickets.ts';
import type { Turn } from '../turn.ts';
import { answerTo, type CaseAction, findAction, noticedIn, referenceIn } from './words.ts';

/** Which ticket, and what is to happen with it. */
export interface CaseSlots {
  reference?: string;
  action: CaseAction;
  /** References last shown as a list, in its order. */
  listed: string[];
  /** Not of this conversation or customer: proven by digits, good for looking and adding. */
  isOthers?: true;
  /** An offer is shown: yes and no answer it. */
  isAnswerable?: true;
}

/** A reference in the message, else what the customer was last told of when they answer that. */
export function readSlots(turn: Turn, _intent: Intent): CaseSlots {
  const { text } = turn.understanding;
  const named = referenceIn(turn);
  const noticed = noticedIn(turn);
  const answer = noticed && (!named || named === noticed.reference) ? answerTo(noticed, turn) : undefined;
  const reference = named ?? (answer ? noticed?.reference : undefined);
  const wish = takesBack(turn) ? 'refuse' : findAction(text);
  return { action: answer ?? wish ?? 'show', listed: [], ...(reference ? { reference } : {}) };
}

/** The ticket when it is this conversation's or its customer's. One round trip. */
export function findOwnTicket(turn: Turn, reference: string): Promise<Complaint | undefined> {
  return turn.services.complaints.find(reference, viewerOf(turn));
}

/** The ticket when this conversation, its customer or the last four digits may see it. One round trip. */
export function findTicket(turn: Turn, reference: string): Promise<Complaint | undefined> {
  const proven = isProven(turn, reference) ? { proven: [reference] } : {};
  return turn.services.complaints.find(reference, { ...viewerOf(turn), ...proven });
}
