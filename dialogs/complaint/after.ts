import { formatInstant } from '../../core/i18n.ts';
import type { Intent } from '../../core/types.ts';
import type { Complaint } from '../../rules/complaints/types.ts';
import { parseYesNo } from '../answers.ts';
import { cancelNamedCall, changeRequest, findOpen } from '../callRequests.ts';
import type { Move } from '../flow.ts';
import { phoneIn, readBack } from '../phones.ts';
import { answerToOffer, asksHowMuch, does, doesOnly, isAboutAgreed, LONGEST_NO, namesOtherSum, takesBack } from '../reading.ts';
import { intentOfTitle, intentTitles } from '../texts.ts';
import { changeTicket, viewerOf } from '../tickets.ts';
import { button, type Turn } from '../turn.ts';
import { claimTexts } from './claimTexts.ts';
import { describeClaim, offerClaim, openClaim } from './compensation.ts';
import { choices, correctLate, correctOffered, LONGEST_SUM } from './corrected.ts';
import { endTexts } from './endTexts.ts';
import { typeOf } from './kinds.ts';
import { safetyFor } from './leads.ts';
import { type ComplaintSlots, hasHarm, numberIn } from './slots.ts';
import { texts as complaintTexts } from './texts.ts';
import { keepSum, settleSum } from './value.ts';
import { isAside, isBare, weighWords, withoutNumbers } from './words.ts';

/** The automatic offer waits for the customer's word, as long as they like. */
export function awaitOffer(_turn: Turn, slots: ComplaintSlots): Move {
  return slots.isOffered ? 'wait' : 'next';
}

/**
 * Yes or no changes the ticket and goes on (`next`). A condition, a question and more of the story leave the offer open (`wait`); `other`:
 * none of these, or the ticket takes no answer any more.
 */
export async function takeOffer(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const corrected = await correctOffered(turn, slots);
  if (corrected) return corrected;
  if (asksHowMuch(turn)) return explainOffer(turn, slots);
  const answer = answerToOffer(turn);
  switch (answer) {
    case 'accept':
    case 'decline':
      return decide(turn, slots, answer === 'accept');
    case 'condition':
      return noteCondition(turn, slots);
    case 'defer':
      await remindOfOffer(turn);
      return 'wait';
    default: {
      const taken = await takeMore(turn, slots);
      if (taken !== 'other') return 'wait';
      return answer === 'ask' && !isElsewhere(turn) ? explainOffer(turn, slots) : 'other';
    }
  }
}

async function decide(turn: Turn, slots: ComplaintSlots, isAccepted: boolean): Promise<Move | 'other'> {
  const { values } = turn.understanding;
  if (isAccepted && values.sum && namesOtherSum(turn, (await find(turn, slots))?.remedy)) return noteCondition(turn, slots);
  const words = turn.understanding.words.trim();
  const isMore = !isAccepted && words.length > LONGEST_NO;
  // What is wished for instead stands in the ticket, where whoever looks again reads it.
  const reason = isMore ? { reason: words, addition: words } : {};
  const complaint = await changeTicket(turn, slots, { to: isAccepted ? 'ACCEPTED' : 'REJECTED', ...reason });
  if (!complaint) return 'other';
  turn.flows.tell({ about: 'complaint_status', reference: complaint.reference, kind: isAccepted ? 'accepted' : 'refused' });
  await turn.reply(isAccepted ? claimTexts.accepted : isMore ? claimTexts.declinedNoted : claimTexts.declined, {
    values: valuesOf(turn, complaint),
  });
  return 'next';
}

const valuesOf = (turn: Turn, { reference, due }: Complaint): Readonly<Record<string, string>> => ({
  ...{ reference, due: formatInstant(due.resolveAt, turn.locale, turn.services.company.timeZone, turn.now) },
});

/** A yes that depends on something binds nobody: it is kept for whoever looks again, and the offer stays open. */
async function noteCondition(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const complaint = await changeTicket(turn, slots, { addition: turn.understanding.words.trim() });
  if (!complaint) return 'other';
  await turn.reply(claimTexts.conditionNoted, { values: valuesOf(turn, complaint), buttons: choices(turn) });
  return 'wait';
}

/** The offer once more, with what a yes and a no lead to. */
async function explainOffer(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const complaint = await find(turn, slots);
  if (!complaint) return 'other';
  const values = { ...valuesOf(turn, complaint), lines: complaint.remedy?.text ?? '' };
  await turn.reply(claimTexts.offerExplained, { values, buttons: choices(turn) });
  return 'wait';
}

function find(turn: Turn, { reference = '' }: ComplaintSlots): Promise<Complaint | undefined> {
  return turn.services.complaints.find(reference, viewerOf(turn));
}

/** A question about another parcel or another matter. */
function isElsewhere({ understanding: { intent, decision, numbers } }: Turn): boolean {
  return numbers.length > 0 || (decision === 'act' && !ABOUT_AN_OFFER.has(intent));
}

const ABOUT_AN_OFFER: ReadonlySet<Intent> = new Set([
  ...(['complaint', 'claim_compensation', 'delivery_time_estimate', 'survey_response', 'price_quote'] as const),
  ...(['out_of_scope', 'help', 'cancel', 'thank', 'invoice'] as const),
]);

/** Said after a digression, with both buttons. */
export function remindOfOffer(turn: Turn): Promise<void> {
  return turn.reply(claimTexts.offerAgain, { buttons: choices(turn) });
}

/** For a while more of the story and photos still belong to the ticket just opened. */
export function awaitMore(turn: Turn, _slots: ComplaintSlots): Move {
  return turn.isDigression ? 'end' : 'wait';
}

const ANSWERED: ReadonlySet<string> = new Set(['proposed', 'resolved', 'question', 'reminder']);

/**
 * A sum told late, a question, more words or files: done, and open for more (`wait`). A bare yes or no ends it; `other`: of another
 * matter, or an answer to what a colleague asked meanwhile.
 */
export async function takeMore(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  // A colleague asked or offered something meanwhile: what is said now answers that.
  const kind = turn.flows.lastOf('complaint_status')?.kind ?? '';
  if (ANSWERED.has(kind) || (isAboutAgreed(turn) && (takesBack(turn) || asksHowMuch(turn)))) return 'other';
  if (kind === 'refused' && answerToOffer(turn) === 'accept' && parseYesNo(turn.understanding.text) === undefined) return 'other';
  const { text } = turn.understanding;
  const fileIds = (turn.message.files ?? []).map(({ id }) => id);
  if (isPrice(turn, slots)) return priceLate(turn, slots);
  if (slots.isClaim && slots.value && (await correctLate(turn, slots))) return 'wait';
  const { numbers, intent, decision } = turn.understanding;
  const isWish = decision === 'act' && intent === 'human_agent';
  const cancelled = await cancelNamedCall(turn);
  if (cancelled) {
    await turn.reply(complaintTexts.callCancelled, { values: { callback: cancelled } });
    return 'wait';
  }
  if (isWish && does(turn, 'request', 'none')) return 'other';
  const isAskedOfUs = fileIds.length === 0 && numbers.length === 0 && !isWish && turn.acts('none').topics.length > 0;
  if (isAskedOfUs) {
    const moved = phoneIn(turn);
    if (moved && slots.reference) await changePhone(turn, slots, moved);
    if ((await turn.flows.answer()) || moved) return keepBeside(turn, slots);
  }
  if (fileIds.length === 0 && (await calmDown(turn, slots))) return 'wait';
  if (fileIds.length === 0 && doesOnly(turn, 'cancel', 'none')) return 'other';
  const phone = fileIds.length === 0 ? phoneIn(turn) : undefined;
  if (phone && slots.reference) return changePhone(turn, slots, phone);
  const isAsked = fileIds.length === 0 && slots.type === 'complaint' && does(turn, 'ask', 'none');
  if (isAsked && (await turn.flows.answer())) return 'wait';
  const isMore = fileIds.length > 0 || saysMore(turn, slots);
  if (isMore && slots.reference) {
    const addition = turn.understanding.words.trim();
    const complaint = await changeTicket(turn, slots, { ...(addition ? { addition } : {}), ...(fileIds.length > 0 ? { fileIds } : {}) });
    if (!complaint) return 'other';
    const values = { reference: complaint.reference, count: fileIds.length };
    const due = formatInstant(complaint.due.resolveAt, turn.locale, turn.services.company.timeZone, turn.now);
    const safety = hasHarm({ mood: turn.understanding.mood }) ? safetyFor({ mood: turn.understanding.mood }) : undefined;
    if (safety) await turn.reply(safety);
    const said = fileIds.length > 0 ? endTexts.addedFiles : isAsked ? endTexts.askedOn : endTexts.addedMore;
    await turn.reply(said, { values: { ...values, due } });
    return 'wait';
  }
  if (parseYesNo(text) === undefined) return 'other';
  await turn.reply(endTexts.ended);
  return 'end';
}

/** Another phone to be reached on: in the ticket, and in the call-back that waits. */
async function changePhone(turn: Turn, slots: ComplaintSlots, phone: string): Promise<Move | 'other'> {
  const complaint = await changeTicket(turn, slots, { addition: turn.understanding.words.trim(), contactPhone: phone });
  if (!complaint) return 'other';
  const waiting = await findOpen(turn);
  const moved = waiting && (await changeRequest(turn, waiting, { phone }));
  const values = { reference: moved?.reference ?? complaint.reference, phone: readBack(phone, turn.locale) };
  await turn.reply(moved ? endTexts.callMoved : endTexts.phoneAdded, { values });
  return 'wait';
}

/** What was told beside a question that is answered now belongs to the ticket. */
async function keepBeside(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  const isMore = slots.type === 'complaint' && does(turn, 'tell', 'none') && weighWords(turn.understanding.text) >= LEAST_BESIDE;
  const complaint = isMore ? await changeTicket(turn, slots, { addition: turn.understanding.words.trim() }) : undefined;
  if (complaint) await turn.reply(endTexts.addedMore, { values: { reference: complaint.reference } });
  return 'wait';
}

/** Shorter, it is the question that was answered. */
const LEAST_BESIDE = 16;

/** What is shouted once the ticket is there; false when it is none of that. */
async function calmDown(turn: Turn, slots: ComplaintSlots): Promise<boolean> {
  const { text, mood, entities } = turn.understanding;
  if (mood.anger < 2 || entities.length > 0 || weighWords(text) >= LEAST) return false;
  const ticket = await turn.services.complaints.find(slots.reference ?? '', viewerOf(turn));
  if (!ticket) return false;
  const due = formatInstant(ticket.due.resolveAt, turn.locale, turn.services.company.timeZone, turn.now);
  await turn.reply(endTexts.calm, { values: { reference: ticket.reference, due }, buttons: [button(turn, intentTitles.human_agent)] });
  return true;
}

/** The sum that was left open is told after all. */
function isPrice({ understanding }: Turn, { isClaim, value, reference }: ComplaintSlots): boolean {
  if (!isClaim || value || !reference || weighWords(understanding.text) > LONGEST_SUM) return false;
  const { sum } = understanding.values;
  return understanding.numbers.length === 0 && sum !== undefined && sum.exactness !== 'vague' && sum.of !== 'fee';
}

async function priceLate(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { sum } = turn.understanding.values;
  if (!sum || !(await changeTicket(turn, slots, { addition: turn.understanding.words }))) return 'other';
  keepSum(slots, sum);
  await settleSum(turn, slots);
  const claim = await openClaim(turn, slots, slots.reference ?? '');
  const words = describeClaim(turn, slots, claim);
  if (words) await turn.reply(words);
  await offerClaim(turn, slots, claim);
  return slots.isOffered ? { to: 'offer' } : 'wait';
}

/** A few words carry something; fewer, or another matter's, are left to the rest of the desk. */
const LEAST = 4;

function saysMore(turn: Turn, slots: ComplaintSlots): boolean {
  const { text, intent, decision } = turn.understanding;
  const number = numberIn(turn);
  // Who was not asked for the number or had none: it is welcome now. A phone is how to reach them.
  if (number && !slots.parcel && slots.type === 'complaint' && withoutNumbers(text) === '') return true;
  if (phoneIn(turn) && weighWords(text) <= LONGEST_SUM) return true;
  if ((number && number !== slots.parcel) || isAside(turn) || isBare(text) || intentOfTitle(text)) return false;
  // Whoever complains once more is counted as such.
  if (/投[诉訴]|客[诉訴]|complain/i.test(text)) return false;
  const type = typeOf(text);
  if (type && type !== slots.type) return false;
  if (slots.type !== 'complaint') return tellsOn(turn);
  if (/^(?:补充|補充|还有|還有|对了|對了|另外|仲有|also|and also|one more|i forgot)/i.test(text.trim())) return true;
  const isOurs = intent === 'complaint' || (intent === 'claim_compensation' && slots.isClaim);
  const isVague = decision === 'fallback' || intent === 'out_of_scope' || NO_PAPERS.test(text);
  return (isOurs || (isVague && /\p{L}/u.test(text) && !ASKS_HOW.test(text))) && weighWords(text) >= LEAST;
}

/** What asks how it stands is answered, not added. */
const ASKS_HOW = /怎么样|怎麼樣|怎样|怎樣|点样|點樣|到[哪边邊]|进展|進展|进度|進度|消息|结果|結果|update|news|status|happen/i;

/** 没发票 after a ticket asks for no invoice. */
const NO_PAPERS = /^(?:我)?(?:没有?|沒有?|冇|no )(?:发票|發票|单据|單據|凭证|憑證|invoice|receipt)/i;

/** After praise or a suggestion: more about the same person or wish, whatever the classifier reads in it; no anger, no other matter. */
function tellsOn({ understanding: { text, intent, decision, mood, numbers } }: Turn): boolean {
  if (mood.anger > 0 || mood.risks.length > 0 || numbers.length > 0 || weighWords(text) < LEAST) return false;
  if (
    /^(?:他|她|佢|人家|这位|這位|那位|小|师傅|師傅|希望|最好|应该|應該|可以|比如|例如|因为|因為|这样|這樣|he |she |they |it would|please tell|maybe)/i.test(
      text,
    )
  )
    return true;
  if (/(?:最好|更好|就好|比较好|比較好|更方便)[了啊呀]*$/.test(text)) return true;
  return decision !== 'act' || intent === 'out_of_scope';
}
