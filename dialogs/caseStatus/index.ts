import { isOpen } from '../../rules/complaints/states.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { parseChoice } from '../answers.ts';
import { defineFlow, type Move } from '../flow.ts';
import { checkDigits, isProven, refuseDigits } from '../proof.ts';
import { takesBack } from '../reading.ts';
import { intentTitles } from '../texts.ts';
import { viewerOf } from '../tickets.ts';
import { button, type Turn } from '../turn.ts';
import { act, askToAdd, askWithdraw, skipWhy, takeAddition, takeWhy, takeWithdraw } from './actions.ts';
import { caseMemory, hearOf, keepNoticed } from './memory.ts';
import { noteTickets, offerAddition, openTickets } from './open.ts';
import { answerAboutCase } from './questions.ts';
import { buttonsFor, describeShortly, presentCase } from './show.ts';
import { type CaseSlots, findOwnTicket, findTicket, readSlots } from './slots.ts';
import { texts } from './texts.ts';
import { claimCase, findAction, offerAction, referenceIn } from './words.ts';

/**
 * A running ticket: where it stands with its clock, and everything a customer does with it. Their own are known by conversation
 * or customer; another's reference answers like an unknown one, and the last four digits of its phone open the view of it.
 */
export const caseStatus = defineFlow<CaseSlots>({
  id: 'caseStatus',
  intents: ['complaint_status'],
  claims: claimCase,
  takesFiles: true,
  adopts: offerAddition,
  answers: answerAboutCase,
  notes: noteTickets,
  memory: caseMemory,
  open: openTickets,
  hears: hearOf,
  begin: readSlots,
  steps: [
    { id: 'which', asked: 'choice', enter: chooseTicket, take: takeTicket, isOptional: true },
    { id: 'prove', asked: 'last_four', enter: askProof, take: takeProof, isOptional: true },
    { id: 'act', enter: act },
    { id: 'show', enter: show, take: takeAction, takesFiles: true, isOptional: true },
    { id: 'why', asked: 'story', enter: () => 'wait', take: takeWhy, takesFiles: true, skip: skipWhy, isOptional: true },
    { id: 'add', asked: 'story', enter: askToAdd, take: takeAddition, takesFiles: true },
    { id: 'withdraw', asked: 'yes_no', enter: askWithdraw, take: takeWithdraw },
  ],
});

async function chooseTicket(turn: Turn, slots: CaseSlots): Promise<Move> {
  if (slots.reference) return 'next';
  const mine = await turn.services.complaints.list(viewerOf(turn));
  const [only] = mine;
  if (!only) {
    await turn.reply(texts.none, { values: { example: 'CMP-20261121-0001' }, buttons: [button(turn, intentTitles.complaint)] });
    return turn.isDigression ? 'end' : 'wait';
  }
  if (mine.length === 1) {
    slots.reference = only.reference;
    return 'next';
  }
  slots.listed = mine.map(({ reference }) => reference);
  const lines = mine.map((ticket) => describeShortly(ticket, turn.locale));
  const buttons = slots.listed.map((reference) => ({ title: reference, value: reference }));
  await turn.reply([texts.which[turn.locale], ...lines].join('\n'), { buttons });
  return 'wait';
}

function takeTicket(turn: Turn, slots: CaseSlots): Move | 'other' {
  const place = Number(turn.acts('choice').value);
  const index = parseChoice(turn.understanding.text, slots.listed) ?? (place > 0 && place <= slots.listed.length ? place - 1 : undefined);
  const reference = referenceIn(turn) ?? (index === undefined ? undefined : slots.listed[index]);
  if (!reference) return 'other';
  Object.assign(slots, { reference, action: findAction(turn.understanding.text) ?? slots.action });
  return 'next';
}

/** The same answer whether there is no such ticket or it is another's. */
async function askProof(turn: Turn, slots: CaseSlots): Promise<Move> {
  const reference = slots.reference ?? '';
  if (await findOwnTicket(turn, reference)) return 'next';
  slots.isOthers = true;
  if (isProven(turn, reference)) return 'next';
  await turn.reply(texts.unknown, { values: { reference } });
  return turn.isDigression ? 'end' : 'wait';
}

async function takeProof(turn: Turn, slots: CaseSlots): Promise<Move | 'other'> {
  const other = referenceIn(turn);
  if (other) {
    Object.assign(slots, { reference: other });
    return { to: 'prove' };
  }
  const digits = turn.understanding.values.lastFour;
  if (!digits || !slots.reference) return 'other';
  const result = await checkDigits(turn, slots.reference, digits);
  if (result.kind === 'verified') return 'next';
  await refuseDigits(turn, texts, result);
  return 'wait';
}

async function show(turn: Turn, slots: CaseSlots): Promise<Move> {
  const ticket = await findTicket(turn, slots.reference ?? '');
  if (!ticket) return 'end';
  if (!slots.isOthers) keepTopic(turn, ticket);
  const { text, card } = await presentCase(turn, ticket, buttonsFor(turn, ticket, !slots.isOthers));
  await turn.reply(text, { card });
  return turn.isDigression ? 'end' : 'wait';
}

/** What is asked next without naming anything is about this ticket. */
function keepTopic(turn: Turn, { reference, status }: Complaint): void {
  const { noticed } = caseMemory.of(turn);
  const kind = noticed?.reference === reference ? noticed.kind : (WAITS_FOR[status] ?? (isOpen(status) ? 'opened' : 'closed'));
  keepNoticed(turn, { reference, kind });
}

const WAITS_FOR: Readonly<Partial<Record<Complaint['status'], string>>> = {
  RESOLUTION_PROPOSED: 'proposed',
  RESOLVED: 'resolved',
  WAITING_CUSTOMER: 'question',
};

/** What is said right after the ticket was shown is about it. */
function takeAction(turn: Turn, slots: CaseSlots): Move | 'other' {
  const { text } = turn.understanding;
  const other = referenceIn(turn);
  const isFile = (turn.message.files?.length ?? 0) > 0;
  const said = (slots.isAnswerable ? offerAction(turn) : takesBack(turn) ? 'refuse' : undefined) ?? findAction(text);
  if (!said && !other && !isFile) return 'other';
  Object.assign(slots, { action: said ?? (isFile ? 'add' : 'show'), ...(other ? { reference: other, isOthers: undefined } : {}) });
  return { to: 'prove' };
}
