import { formatInstant } from '../../core/i18n.ts';
import { ENDED, isOpen } from '../../rules/complaints/states.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { parseYesNo } from '../answers.ts';
import { cancelNamedCall } from '../callRequests.ts';
import type { Move } from '../flow.ts';
import { answerToOffer, does, LONGEST_NO, namesOtherSum, saidYesOrNo, takesBack } from '../reading.ts';
import { intentOfTitle, intentTitles } from '../texts.ts';
import { changeTicket } from '../tickets.ts';
import { button, type Turn } from '../turn.ts';
import { acceptAgain, isAgreed, sayOfferGone, takeBack } from './agreed.ts';
import { change } from './change.ts';
import { caseMemory, keepNoticed } from './memory.ts';
import { buttonsFor } from './show.ts';
import { type CaseSlots, findTicket } from './slots.ts';
import { texts } from './texts.ts';
import { referenceIn, takesAway, withoutReference } from './words.ts';

const DECISIONS: ReadonlySet<CaseSlots['action']> = new Set(['accept', 'refuse', 'withdraw', 'reopen', 'satisfied']);

/** Does what the customer wants with the ticket, once; what it does not allow becomes a look at where it stands. */
export async function act(turn: Turn, slots: CaseSlots): Promise<Move> {
  const ticket = await findTicket(turn, slots.reference ?? '');
  if (!ticket) return 'end';
  const { action } = slots;
  slots.action = 'show';
  if (slots.isOthers && DECISIONS.has(action)) {
    await turn.reply(texts.onlyLook);
    return { to: 'show' };
  }
  switch (action) {
    case 'accept':
      return accept(turn, slots, ticket);
    case 'refuse':
      return refuse(turn, slots, ticket);
    case 'satisfied':
      return settle(turn, slots, ticket);
    case 'reopen':
      return reopen(turn, slots, ticket);
    case 'withdraw':
      return ENDED.has(ticket.status) ? { to: 'show' } : { to: 'withdraw' };
    case 'urge':
      return urge(turn, slots, ticket);
    case 'add':
      return beginAddition(turn, slots, ticket);
    case 'counter':
      return noteCondition(turn, slots, ticket);
    case 'later':
      await turn.reply(texts.noHurry, { buttons: buttonsFor(turn, ticket, true) });
      return 'end';
    case 'doubt':
      if (ticket.status === 'RESOLUTION_PROPOSED') return sayOpen(turn, slots);
      slots.isAnswerable = true;
      return { to: 'show' };
    case 'show':
      if (ticket.status === 'RESOLUTION_PROPOSED') slots.isAnswerable = true;
      return { to: 'show' };
  }
}

/** Nothing was accepted or declined yet. */
async function sayOpen(turn: Turn, slots: CaseSlots): Promise<Move> {
  await turn.reply(texts.yoursToDecide);
  slots.isAnswerable = true;
  return { to: 'show' };
}

/** What a yes depends on is kept for whoever decides, and the offer stays open. */
async function noteCondition(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  if (!(await changeTicket(turn, slots, { addition: turn.understanding.words.trim() }))) return { to: 'show' };
  await turn.reply(texts.conditionNoted, { values: { reference: ticket.reference }, buttons: buttonsFor(turn, ticket, true) });
  return 'end';
}

/** Asked to make haste: it stands in the ticket, and the promise is said once more. */
async function urge(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  if (!isOpen(ticket.status) || !(await changeTicket(turn, slots, { addition: turn.understanding.words.trim() }))) return { to: 'show' };
  const due = formatInstant(ticket.due.resolveAt, turn.locale, turn.services.company.timeZone, turn.now);
  const isPromised = ticket.type === 'complaint' && ticket.due.resolveAt > turn.now;
  await turn.reply(isPromised ? texts.urged : texts.added, { values: { reference: ticket.reference, due } });
  return 'end';
}

async function accept(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  if (ticket.status === 'RESOLVED') return settle(turn, slots, ticket);
  const isAccepted = isAgreed(ticket);
  const isByThis = isAccepted && (await turn.services.complaints.isChanged(ticket.reference, turn.idempotencyKey));
  if (isAccepted && !isByThis) return acceptAgain(turn, slots, ticket);
  if (!isByThis && namesOtherSum(turn, ticket.remedy)) return noteCondition(turn, slots, ticket);
  if (ticket.status === 'REJECTED') return sayOfferGone(turn, slots, ticket);
  if (BEFORE_AN_OFFER.has(ticket.status)) return sayNothingOffered(turn, slots, ticket);
  if (!isByThis && !(await change(turn, slots, { to: 'ACCEPTED' }))) return { to: 'show' };
  // The same answer once more is then known for what it is.
  keepNoticed(turn, { reference: ticket.reference, kind: 'accepted' });
  await turn.reply(texts.accepted, { values: { reference: ticket.reference } });
  return 'end';
}

async function refuse(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  if (ticket.status === 'RESOLVED') return reopen(turn, slots, ticket);
  if (isAgreed(ticket)) return takeBack(turn, slots, ticket);
  if (ticket.status === 'RESOLUTION_PROPOSED' && takesBack(turn) && answerToOffer(turn) !== 'decline') return sayOpen(turn, slots);
  if (BEFORE_AN_OFFER.has(ticket.status)) return sayNothingOffered(turn, slots, ticket);
  const rest = withoutReference(turn.understanding.words);
  // What is wished for instead stands in the case, where whoever looks again reads it.
  if (!(await change(turn, slots, { to: 'REJECTED', ...(rest.length > LONGEST_NO ? { reason: rest, addition: rest } : {}) })))
    return { to: 'show' };
  keepNoticed(turn, { reference: ticket.reference, kind: 'refused' });
  await turn.reply(texts.refusedOffer, { values: { reference: ticket.reference }, buttons: [button(turn, texts.skip)] });
  return { to: 'why' };
}

const BEFORE_AN_OFFER: ReadonlySet<Complaint['status']> = new Set([
  'NEW',
  'ACKNOWLEDGED',
  'ASSESSED',
  'INVESTIGATING',
  'ESCALATED',
  'REOPENED',
]);

/** Nothing to accept or decline yet; what was said is kept all the same. */
async function sayNothingOffered(turn: Turn, slots: CaseSlots, { reference }: Complaint): Promise<Move> {
  await changeTicket(turn, slots, { addition: turn.understanding.words.trim() });
  await turn.reply(texts.nothingOffered, { values: { reference } });
  return 'end';
}

async function settle(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  if (ticket.status === 'RESOLUTION_PROPOSED') return accept(turn, slots, ticket);
  if (!(await change(turn, slots, { to: 'CLOSED' }))) return { to: 'show' };
  delete caseMemory.of(turn).noticed;
  await turn.reply(texts.satisfiedThanks, { values: { reference: ticket.reference } });
  return 'end';
}

async function reopen(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  const { reference, status } = ticket;
  if (status === 'RESOLUTION_PROPOSED') return refuse(turn, slots, ticket);
  // Nothing to open: what is said about a running ticket belongs to it.
  if (!ENDED.has(status) && status !== 'RESOLVED')
    return withoutReference(turn.understanding.words).length > LONGEST_NO ? beginAddition(turn, slots, ticket) : { to: 'show' };
  const opened = await changeTicket(turn, slots, { to: 'REOPENED' });
  if (!opened) {
    await turn.reply(status === 'MERGED' ? texts.cannotNow : texts.tooLate, {
      values: { reference },
      buttons: [button(turn, intentTitles.complaint)],
    });
    return status === 'MERGED' ? { to: 'show' } : 'end';
  }
  keepNoticed(turn, { reference, kind: 'opened' });
  const due = formatInstant(opened.due.resolveAt, turn.locale, turn.services.company.timeZone, turn.now);
  await turn.reply(texts.reopened, { values: { reference, due }, buttons: [button(turn, texts.skip)] });
  return { to: 'why' };
}

/** Words that only announce an addition are none themselves. */
const ANNOUNCED =
  /^(?:我)?(?:想|要|需要)?(?:再)?(?:补充|補充|加一句|补一下|補一下)(?:一下|一点|一點|内容|內容|资料|資料|材料|证据|證據|投诉|客诉|客訴)*[:：，,。.\s]*$|^(?:i (?:want|would like|need) to )?add (?:something|more|information|details)(?: to (?:my|the) (?:complaint|case|claim))?[.!]*$/i;

async function beginAddition(turn: Turn, slots: CaseSlots, ticket: Complaint): Promise<Move> {
  const words = withoutReference(turn.understanding.words);
  const fileIds = filesOf(turn);
  if (fileIds.length === 0 && (words === '' || ANNOUNCED.test(words))) return { to: 'add' };
  return keepAddition(turn, slots, ticket, words, fileIds);
}

async function keepAddition(turn: Turn, slots: CaseSlots, ticket: Complaint, words: string, fileIds: readonly string[]): Promise<Move> {
  const isAnswer = ticket.status === 'WAITING_CUSTOMER';
  if (!(await change(turn, slots, { ...(words ? { addition: words } : {}), ...(fileIds.length > 0 ? { fileIds } : {}) })))
    return { to: 'show' };
  await turn.reply(isAnswer ? texts.answered : texts.added, { values: { reference: ticket.reference } });
  return 'end';
}

export async function askToAdd(turn: Turn, { reference = '' }: CaseSlots): Promise<Move> {
  await turn.reply(texts.askAddition, { values: { reference } });
  return 'wait';
}

export async function takeAddition(turn: Turn, slots: CaseSlots): Promise<Move | 'other'> {
  const fileIds = filesOf(turn);
  if (fileIds.length === 0 && isElsewhere(turn)) return 'other';
  const ticket = await findTicket(turn, slots.reference ?? '');
  return ticket ? keepAddition(turn, slots, ticket, turn.understanding.words.trim(), fileIds) : 'end';
}

/** Why an offer was declined or what is still wrong; welcome, not needed. */
export async function takeWhy(turn: Turn, slots: CaseSlots): Promise<Move | 'other'> {
  const { text, words } = turn.understanding;
  const fileIds = filesOf(turn);
  if (parseYesNo(text) !== undefined) return skipWhy(turn, slots);
  if (referenceIn(turn)) return 'other';
  if (fileIds.length === 0 && isElsewhere(turn)) return 'other';
  const added = await changeTicket(turn, slots, {
    ...(words.trim() ? { addition: words.trim() } : {}),
    ...(fileIds.length > 0 ? { fileIds } : {}),
  });
  if (!added) return 'other';
  await turn.reply(texts.thanksForWhy, { values: { reference: added.reference } });
  return 'end';
}

export async function skipWhy(turn: Turn, _slots: CaseSlots): Promise<Move> {
  await turn.reply(texts.fine);
  return 'end';
}

export async function askWithdraw(turn: Turn, { reference = '' }: CaseSlots): Promise<Move> {
  await turn.reply(texts.askWithdraw, { values: { reference }, buttons: [button(turn, texts.yesWithdraw), button(turn, texts.keep)] });
  return 'wait';
}

export async function takeWithdraw(turn: Turn, slots: CaseSlots): Promise<Move | 'other'> {
  const reference = slots.reference ?? '';
  const cancelled = await cancelNamedCall(turn);
  if (cancelled) await turn.reply(texts.callCancelled, { values: { callback: cancelled } });
  const isWithdrawn = readWithdrawal(turn, cancelled !== undefined);
  if (isWithdrawn === undefined) return cancelled ? askWithdraw(turn, slots) : 'other';
  if (!isWithdrawn) {
    await turn.reply(texts.kept, { values: { reference } });
    return 'end';
  }
  if (!(await change(turn, slots, { to: 'WITHDRAWN' }))) return { to: 'show' };
  await turn.reply(texts.withdrawn, { values: { reference } });
  return 'end';
}

/** 确认，电话也不用打了 is a yes with the call beside it (`isOfCall`); what only sounds like a no (不过你们回复挺快的) leaves it open. */
function readWithdrawal(turn: Turn, isOfCall: boolean): boolean | undefined {
  const { text } = turn.understanding;
  if (text === texts.keep[turn.locale]) return false;
  if (takesAway(text)) return true;
  const first = parseYesNo(firstClause(text));
  if (isOfCall) return first;
  if (does(turn, 'cancel')) return true;
  const said = saidYesOrNo(turn);
  return said === false && first !== false && !KEEPS.test(text) ? undefined : said;
}

const KEEPS = /(?:不|别|別|唔|先)[^，。,]{0,3}撤|继续|繼續|留着|留著|保留|\b(?:keep|leave|don'?t|no|not)\b/i;

const firstClause = (text: string): string => text.split(/[\s，,。.!！;；、]/u)[0] ?? '';

const filesOf = ({ message }: Turn): readonly string[] => (message.files ?? []).map(({ id }) => id);

/** Another wish, said so shortly that it is none of the story. */
function isElsewhere({ understanding }: Turn): boolean {
  const { text, intent, decision } = understanding;
  if (intentOfTitle(text)) return true;
  // 没好 looks like a greeting, and tells what is wrong.
  if ((intent === 'greet' && !/你好|您好|早|hello|\bhi\b|hey/i.test(text)) || intent === 'out_of_scope') return false;
  return (
    decision === 'act' && intent !== 'complaint' && intent !== 'claim_compensation' && intent !== 'complaint_status' && text.length <= 24
  );
}
