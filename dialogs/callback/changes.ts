import type { Intent } from '../../core/types.ts';
import { changeRequest, findOpen } from '../callRequests.ts';
import { withoutCorrection } from '../corrections.ts';
import { localPhoneIn, phoneIn } from '../phones.ts';
import { does, saidYesOrNo } from '../reading.ts';
import { texts as anyTime } from '../texts.ts';
import type { Turn } from '../turn.ts';
import { callbackMemory } from './memory.ts';
import { texts } from './texts.ts';

/** A request was taken, and was what the bot last spoke of. */
function isSpokenOf({ memory }: Turn): boolean {
  return (memory.said ?? '').includes('CBR-');
}

const hasRequest = (turn: Turn): boolean => callbackMemory.of(turn).hasCallback === true;

/** Another phone after a request was taken: "the phone was wrong, it is …", "ring my mum's instead", a phone with the call in words. */
export function correctsPhone(turn: Turn): boolean {
  if (!hasRequest(turn) || (phoneIn(turn) ?? localPhoneIn(turn)) === undefined) return false;
  const { text } = turn.understanding;
  const isMeant = isSpokenOf(turn) || withoutCorrection(text) !== undefined || turn.memory.said === anyTime.nothingBefore[turn.locale];
  return isMeant || (NAMES_A_CALL.test(text) && (does(turn, 'correct', 'phone') || CHANGES.test(text)));
}

const CHANGES = /改|换|換|(?:别|別|不要|唔好)打|\b(?:change|instead|rather|other|new)\b/i;

const NAMES_A_CALL = /打|回电|回電|电话|電話|号码|號碼|\b(?:call|ring|phone|number)\b/i;

/** When to call, said of the call; or that or whom to ask for, said right after the request was taken or spoken of. */
export function addsTo(turn: Turn): boolean {
  const { text, numbers, intent, decision, confidence } = turn.understanding;
  if (!hasRequest(turn) || numbers.length > 0 || text.length > LONGEST_ADDITION) return false;
  if (namesHour(turn) || (text.length <= LONGEST_MOVE && CHANGES.test(text) && HOUR.test(text) && !OF_DELIVERY.test(text))) return true;
  if (!isSpokenOf(turn)) return false;
  if (saidYesOrNo(turn, 'yes_no') === false || (decision === 'act' && confidence >= SURE && !NEAR_A_CALL.has(intent))) return false;
  return !does(turn, 'ask', 'phone') && ADDS.some((act) => does(turn, act, 'yes_no'));
}

/** 聽日兩點後先打, "make that call after 6pm". */
const namesHour = (turn: Turn): boolean =>
  NAMES_A_CALL.test(turn.understanding.text) &&
  HOUR.test(turn.understanding.text) &&
  !does(turn, 'ask', 'phone') &&
  !does(turn, 'cancel', 'phone');
const HOUR =
  /[点點晚早]|[上中下][午昼晝]|傍晚|[周週]末|下班|放工|得[闲閒]|有空|\b(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m|(?:after|before|at|around|between|from|by) \d|morning|afternoon|evening|tonight|tomorrow|noon|lunch|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** 改成下午3点, of whoever waits for a call and not for a parcel. */
const OF_DELIVERY = /[派送收]|\bdeliver/i;
const LONGEST_MOVE = 20;

const ADDS = ['tell', 'condition', 'correct'] as const;
const LONGEST_ADDITION = 60;
const SURE = 0.75;
/** What the hour of a call resembles. */
const NEAR_A_CALL: ReadonlySet<Intent> = new Set([
  ...(['delivery_time_estimate', 'change_delivery', 'human_agent', 'out_of_scope', 'pickup_request'] as const),
]);

/** Puts words into the request that waits; false when none does. */
export async function addToRequest(turn: Turn, words: string): Promise<boolean> {
  const open = await findOpen(turn);
  const changed = open && (await changeRequest(turn, open, { addition: words }));
  if (changed) await turn.reply(texts.added, { values: { reference: changed.reference, words } });
  return changed !== undefined;
}

const CANCELS = /取消|撤|不用打|唔使打|\bcancel/i;

/** "Cancel the call" while another is proposed means the one that was taken; false when none waits. */
export async function cancelTaken(turn: Turn): Promise<boolean> {
  const { text } = turn.understanding;
  const isCancelled = does(turn, 'cancel') || (does(turn, 'deny') && CANCELS.test(text));
  if (!hasRequest(turn) || !isCancelled || !NAMES_A_CALL.test(text)) return false;
  const open = await findOpen(turn);
  const cancelled = open && (await changeRequest(turn, open, { isCancelled: true }));
  if (cancelled) await turn.reply(texts.cancelledCall, { values: { reference: cancelled.reference } });
  return cancelled !== undefined;
}
