import { say } from '../../core/i18n.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { requestCallAbout } from '../callRequests.ts';
import type { Move } from '../flow.ts';
import { intentTitles } from '../texts.ts';
import { button, type Turn } from '../turn.ts';
import { change } from './change.ts';
import { caseMemory, keepNoticed } from './memory.ts';
import type { CaseSlots } from './slots.ts';
import { texts } from './texts.ts';

const AGREED: ReadonlySet<Complaint['status']> = new Set(['ACCEPTED', 'FULFILLING']);

/** Whether the customer said yes and it is being carried out. */
export const isAgreed = ({ status }: Complaint): boolean => AGREED.has(status);

/** Said twice, or after it was taken back: then a colleague has to know. */
export async function acceptAgain(turn: Turn, slots: CaseSlots, { reference }: Complaint): Promise<Move> {
  if (!isTakenBack(turn, reference)) {
    await turn.reply(texts.acceptedBefore);
    return { to: 'show' };
  }
  if (!(await change(turn, slots, { addition: turn.understanding.words.trim() }))) return { to: 'show' };
  keepNoticed(turn, { reference, kind: 'accepted' });
  await turn.reply(texts.acceptedAfterAll, { values: { reference } });
  return 'end';
}

/** The offer was declined: nothing is left to accept, and whoever looks again reads that they would have. */
export async function sayOfferGone(turn: Turn, slots: CaseSlots, { reference }: Complaint): Promise<Move> {
  if (!(await change(turn, slots, { addition: turn.understanding.words.trim() }))) return { to: 'show' };
  await turn.reply(texts.offerGone, { values: { reference } });
  return 'end';
}

/**
 * An acceptance is taken back while nothing was paid: only a person may undo it, so the words are kept and a call is booked where there
 * is a number for it.
 */
export async function takeBack(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  const { reference } = ticket;
  if (!(await change(turn, slots, { addition: turn.understanding.words.trim() }))) return { to: 'show' };
  if (isTakenBack(turn, reference)) {
    await turn.reply(texts.added, { values: { reference } });
    return 'end';
  }
  const isPaid = (await turn.services.claims.find(reference))?.status === 'PAID';
  const { contactPhone: phone, trackingNumber } = ticket;
  const callback = await requestCallAbout(turn, { reference, phone, words: turn.understanding.words, trackingNumber });
  if (!isPaid) keepNoticed(turn, { reference, kind: 'takenBack' });
  const said = say(isPaid ? texts.paidAlready : texts.takenBack, turn.locale, { reference });
  const next = say(callback ? texts.takenBackCall : texts.takenBackAsk, turn.locale, {
    callback: callback ?? '',
    phone: phone?.slice(-4) ?? '',
  });
  await turn.reply(`${said}\n${next}`, { buttons: callback ? [] : [button(turn, intentTitles.human_agent)] });
  return 'end';
}

function isTakenBack(turn: Turn, reference: string): boolean {
  const { noticed } = caseMemory.of(turn);
  return noticed?.kind === 'takenBack' && noticed.reference === reference;
}
