import type { Act, Asked } from '../core/acts.ts';
import { toMoney } from '../core/money.ts';
import type { Intent } from '../core/types.ts';
import type { Remedy } from '../rules/complaints/types.ts';
import { parseYesNo } from './answers.ts';
import type { Turn } from './turn.ts';

/** Whether a message does this, in the light of the open question. */
export const does = (turn: Turn, act: Act, asked?: Asked): boolean => turn.acts(asked).acts.includes(act);

/** Whether it does this and nothing that asks for more than courtesy. */
export function doesOnly(turn: Turn, act: Act, asked?: Asked): boolean {
  const { acts } = turn.acts(asked);
  return acts.includes(act) && acts.every((each) => each === act || COURTESY.has(each));
}

/** What may still be told or sent when all else is settled. */
const CAN_WAIT: ReadonlySet<Asked> = new Set(['phone', 'files', 'wish', 'amount']);

/** Whether the open question is passed over, for now or for good, and nothing else is said. */
export const passes = (turn: Turn): boolean =>
  saysNoMore(turn) && (doesOnly(turn, 'skip') || (doesOnly(turn, 'defer') && CAN_WAIT.has(turn.asked)));

/** Whether the customer has no answer, and nothing else is said. */
export const cannotTell = (turn: Turn): boolean => saysNoMore(turn) && doesOnly(turn, 'unknown');

/** No number, no phone, no other matter, no harm. */
function saysNoMore({ understanding: { numbers, entities, mood, decision, intent } }: Turn): boolean {
  return (
    numbers.length === 0 &&
    entities.every(({ type }) => type !== 'phone') &&
    mood.risks.length === 0 &&
    (decision !== 'act' || SAYS_NOTHING.has(intent))
  );
}

const SAYS_NOTHING: ReadonlySet<Intent> = new Set(['cancel', 'out_of_scope', 'thank', 'goodbye', 'greet']);
const COURTESY: ReadonlySet<Act> = new Set(['thank', 'greet', 'bye', 'feel']);

/**
 * Yes or no to what is open, in whatever words; undefined for anything else. A condition, a question, irony and "later" are none
 * (see `readActs`).
 */
export function saidYesOrNo(turn: Turn, asked: Asked = turn.asked): boolean | undefined {
  const bare = parseYesNo(turn.understanding.text);
  if (bare !== undefined) return bare;
  if (does(turn, 'affirm', asked) || does(turn, 'accept', asked)) return true;
  return does(turn, 'deny', asked) || does(turn, 'decline', asked) ? false : undefined;
}

/** Longer refusals hold their reason. */
export const LONGEST_NO = 8;

/** What is said of an offer of money or of another remedy. A refusal with a wish beside it is a refusal; a yes with one is none. */
export type OfferAnswer = 'accept' | 'decline' | 'condition' | 'defer' | 'ask';

/** Undefined for what is about something else. Binding only in so many words: see `readActs`. */
export function answerToOffer(turn: Turn): OfferAnswer | undefined {
  const { text } = turn.understanding;
  const bare = parseYesNo(text);
  const isDoubtful = DOUBTFUL.test(text.normalize('NFKC'));
  if (bare !== undefined) return !bare ? 'decline' : isDoubtful ? 'ask' : 'accept';
  // A number or a reference names something else.
  if (turn.understanding.numbers.length > 0 || turn.understanding.entities.some(({ type }) => type === 'ticket_number')) return undefined;
  if (asksHowMuch(turn)) return 'ask';
  const { acts } = turn.acts('offer');
  const answer = (['decline', 'condition', 'accept', 'defer', 'ask'] as const).find((act) => acts.includes(act));
  // Who says no nowhere, and names another sum, has not refused.
  const isOpen = answer === undefined || (answer === 'decline' && !REFUSES.test(text));
  if (isOpen && wantsSum(turn) && !AGREES.test(text)) return 'condition';
  // A yes with a question or scorn beside it is asked for once more: money is agreed on in so many words.
  return answer === 'accept' && (isDoubtful || acts.includes('ask')) ? 'ask' : answer;
}

/** 我接受, 這個我同意: a yes in so many words. */
const AGREES = /接受|同意|(?:愿|願)意|认可|認可|\baccept|\bagree/i;
/** Scorn, a question, or not yet decided. */
const DOUBTFUL =
  /[?？]|才怪|[个個][鬼屁头頭]|[发發做]梦|[发發做]夢|想得美|被迫|逼我|没得选|沒得選|没办法|沒辦法|再(?:想|考虑|考慮|看)|考虑|考慮|[谂諗][吓下]|商量|行了吧你|\blol\b|\bmy (?:ass|arse|foot)\b|yeah,? right|as if|no choice|\bthink (?:about|it over|on it)/i;
const REFUSES =
  /[不没沒唔冇拒否未难難勉别別谁誰哪怎才吗嗎?？]|[凭憑]什|太[少低]|\b(?:no|not|nope|never|cannot)\b|n['’]t\b|\b(?:reject|refus|declin)|too (?:little|low)|insult|joke/i;
const WANTS = /[要想求给給俾畀赔賠]|\b(?:want|need|give|pay|expect|demand|make it|at least|should be|ask)/i;

/** A sum that is demanded and not what the goods were worth. */
function wantsSum({ understanding: { text, values } }: Turn): boolean {
  const { sum } = values;
  return sum !== undefined && sum.of !== 'goods' && sum.of !== 'fee' && (!sum.isBare || WANTS.test(text));
}

/** Whether a yes names another sum than the one that is offered: a condition, which binds nobody. */
export function namesOtherSum({ understanding: { values } }: Turn, remedy: Remedy | undefined): boolean {
  const { sum } = values;
  const offered = remedy?.amount;
  return sum !== undefined && offered !== undefined && toMoney(sum, sum.currency ?? offered.currency).minor !== offered.minor;
}

const ASKS_HOW_MUCH =
  /(?<![没沒冇不唔])多少(?!天|次|个|個|件|公里)|[几幾](?:多(?:钱|錢|银|銀)|[块塊元蚊])|how much|what (?:was|is|were|are) (?:the|your|my) (?:offer|sum|amount|figure|compensation)|(?:which|what) (?:sum|amount)/i;
/** Prices are asked about in the same words. */
const ABOUT_CARRIAGE = /[运運邮郵]费|[运運邮郵]費|寄|首重|[续續]重|公斤|\bship|postage|\bsend|deliver|\bkg\b|freight/i;
const LONGEST_HOW_MUCH = 30;

/** Whether it is asked how much is offered or was agreed: 多少来着, "how much was it?". */
export function asksHowMuch({ understanding: { text, numbers, values } }: Turn): boolean {
  if (text.length > LONGEST_HOW_MUCH || numbers.length > 0 || values.sum) return false;
  return ASKS_HOW_MUCH.test(text) && !ABOUT_CARRIAGE.test(text);
}

const TAKES_BACK =
  /(?:没|沒|未|冇|哪有|几时|幾時)(?:有)?(?:说|說|讲|講|话|話)?(?:过|過)?(?:我|要|想)?(?:接受|同意|答应|答應|认可|認可)|(?:取消|撤回|撤销|撤銷|收回|收返)[^，。,.]{0,6}(?:接受|同意|决定|決定)|反悔|后悔|後悔|改(?:变|變)?(?:了|咗)?主意|(?:点|點|按|撳|说|說|讲|講|打|手)(?:错|錯|滑|误|誤)|(?:接受|同意)[^，。,.]{0,4}(?:不算|作废|作廢|收回|撤)|(?:did not|didn['’]?t|never|haven['’]?t|have not) (?:actually |really |even )?(?:accept|agree|say yes)|(?:take|taking) (?:it|that|this|my (?:yes|word|acceptance)) back|take back (?:it|that|my)|chang(?:ed?|ing) my mind|(?:cancel|undo|revoke|withdraw|reverse) (?:my |the |that |this )?(?:accept|agree|yes)|by (?:mistake|accident)|misclick|second thought/i;
const LONGEST_TAKING_BACK = 60;

/** Whether an acceptance is disowned or taken back: 我没同意, 按错了, "I take that back". */
export function takesBack({ understanding: { text } }: Turn): boolean {
  return text.length <= LONGEST_TAKING_BACK && TAKES_BACK.test(text.normalize('NFKC'));
}

const AGREED: ReadonlySet<string> = new Set(['accepted', 'fulfilling', 'takenBack']);

/** Whether an accepted offer is what was last spoken of: what is said of that is the case's. */
export const isAboutAgreed = ({ flows }: Turn): boolean => AGREED.has(flows.lastOf('complaint_status')?.kind ?? '');
