import type { Button, Text } from '../../core/types.ts';
import type { GivenSum } from '../../core/values.ts';
import type { Move } from '../flow.ts';
import { does } from '../reading.ts';
import { changeTicket } from '../tickets.ts';
import { button, type Turn } from '../turn.ts';
import { categoryOf, lossOf } from './categories.ts';
import { claimTexts } from './claimTexts.ts';
import type { ComplaintSlots } from './slots.ts';
import { keepSum, settleSum, tell } from './value.ts';
import { weighWords } from './words.ts';

/** What answers an offer. */
export const choices = (turn: Turn): readonly Button[] => [button(turn, claimTexts.accept), button(turn, claimTexts.decline)];

/** Longer messages are more than a sum or a question. */
export const LONGEST_SUM = 16;

/** What the goods were worth. */
const VALUE = /[价價]|值|金[额額]|\bvalue|\bworth|\bcost|\bprice|\bpaid\b/i;

/** An offer that rests on a value which is taken back is no longer one: a person looks again. What is paid for a delay rests on the freight. */
export async function correctOffered(turn: Turn, slots: ComplaintSlots): Promise<Move | undefined> {
  const { text, words: addition } = turn.understanding;
  const sum = laterSum(turn);
  // "Can you make it 50?" is asked of the offer, not said of the goods.
  if (!sum || (!VALUE.test(text) && (does(turn, 'condition', 'offer') || does(turn, 'ask', 'offer')))) return undefined;
  const isFreight = lossOf(categoryOf(turn, slots)) === 'delayed';
  if (!(await changeTicket(turn, slots, isFreight ? { addition } : { to: 'REJECTED', addition }))) return undefined;
  if (!isFreight) {
    delete slots.isOffered;
    turn.flows.tell({ about: 'complaint_status', reference: slots.reference ?? '', kind: 'refused' });
  }
  await tellCorrected(turn, slots, sum, isFreight ? claimTexts.correctedApart : claimTexts.correctedOffer, isFreight ? choices(turn) : []);
  return isFreight ? 'wait' : 'next';
}

/** The value is taken back after it was claimed: what was computed stays, and whoever decides reads the new one. */
export async function correctLate(turn: Turn, slots: ComplaintSlots): Promise<boolean> {
  const sum = laterSum(turn);
  if (!sum || !(await changeTicket(turn, slots, { addition: turn.understanding.words }))) return false;
  await tellCorrected(turn, slots, sum);
  return true;
}

function laterSum({ understanding: { text, values } }: Turn): GivenSum | undefined {
  const { sum } = values;
  if (!sum?.isCorrection || sum.exactness === 'vague' || sum.of === 'fee' || sum.of === 'demand') return undefined;
  return weighWords(text) > LONGEST_SUM ? undefined : sum;
}

async function tellCorrected(
  turn: Turn,
  slots: ComplaintSlots,
  sum: GivenSum,
  text: Text = claimTexts.correctedLate,
  buttons: readonly Button[] = [],
): Promise<void> {
  keepSum(slots, { ...sum, currency: sum.currency ?? slots.sum?.currency });
  await settleSum(turn, slots);
  await turn.reply(text, { values: { value: tell(turn, slots.value), reference: slots.reference ?? '' }, buttons });
}
