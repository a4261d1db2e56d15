import { say } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { EvidenceTier, LossShare } from '../../rules/claims/types.ts';
import type { RemedyType } from '../../rules/complaints/codes.ts';
import { suggestRemedies } from '../../rules/complaints/remedies.ts';
import { parseChoice, parseDontKnow } from '../answers.ts';
import type { Move } from '../flow.ts';
import { phoneIn, readBack } from '../phones.ts';
import { does, doesOnly } from '../reading.ts';
import { button, type Turn } from '../turn.ts';
import { hearMore } from './asides.ts';
import { categoryOf, isSeen } from './categories.ts';
import { claimTexts } from './claimTexts.ts';
import { answerQuestion, isQuestion } from './questions.ts';
import { demandsMoney, findRemedy, remedyTitles } from './remedies.ts';
import { ask, joinLines, keepWords, mayAsk } from './say.ts';
import { severityOf } from './severity.ts';
import { type ComplaintSlots, collect, isShort, namesPapers } from './slots.ts';
import { texts } from './texts.ts';
import { correctSum, keepSum, sumAlone, tell } from './value.ts';
import { isAside, isDone, isDropped, refuses, weighWords, withoutNumbers } from './words.ts';

/** What would put it right, with buttons of what usually does. The furious are not asked. */
export async function askRemedy(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (slots.type !== 'complaint' || slots.isClaim || slots.remedy || slots.isOpenToAll) return 'next';
  if (isShort(slots) || slots.isRunning || !mayAsk(slots, 'remedy')) return 'next';
  const category = categoryOf(turn, slots);
  const photos = isSeen(category) && slots.fileIds.length === 0 && texts.photosWelcome[turn.locale];
  const phone = describePhone(turn, slots);
  // A parcel that was only assumed is named with the first question about it.
  const isNamed = !slots.isAssumed || !slots.parcel || slots.asked.includes('proof');
  const about = isNamed ? '' : say(texts.about, turn.locale, { number: slots.parcel ?? '' });
  const buttons = [...suggested(turn, slots).map((remedy) => button(turn, remedyTitles[remedy])), button(turn, texts.notSure)];
  const known = phone && say(texts.phoneKnown, turn.locale, { phone });
  // What belongs to it is said once.
  const beside = slots.asked.includes('remedy') ? [] : [photos, known];
  await ask(turn, slots, 'remedy', joinLines(`${about}${texts.askRemedy[turn.locale]}`, ...beside), { buttons });
  return 'wait';
}

function suggested(turn: Turn, slots: ComplaintSlots): readonly RemedyType[] {
  return suggestRemedies(categoryOf(turn, slots), severityOf(turn, slots));
}

/** A phone as far as the customer said it here: only its end when it stands on the parcel. */
export function describePhone(turn: Turn, { phone, phoneTail }: ComplaintSlots): string | undefined {
  if (!phone) return undefined;
  return phoneTail ? say(texts.phoneEnding, turn.locale, { tail: phoneTail }) : readBack(phone, turn.locale);
}

/**
 * A wish from the buttons, in words or in a story of its own; words that name none are kept as the wish `other`. Not knowing goes on
 * to the `next` question. What is an aside or a phone is heard by `hearMore`: asked again (`wait`), or let go, or `other` for the router.
 */
export async function takeRemedy(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { text, intent, decision } = turn.understanding;
  const pass = () => hearMore(turn, slots, { again: () => askRemedy(turn, slots), letGo: () => skipRemedy(turn, slots) });
  const options = suggested(turn, slots);
  const chosen = parseChoice(
    text,
    options.map((remedy) => remedyTitles[remedy][turn.locale]),
  );
  const remedy = chosen === undefined ? undefined : options[chosen];
  if (remedy) return wish(slots, remedy);
  // A sum is a wish for money, and says how much.
  const sum = isAside(turn) ? undefined : sumAlone(turn);
  if (sum && !sum.isBare) {
    await keepWords(turn, slots);
    if (sum.exactness !== 'vague') keepSum(slots, sum);
    return wish(slots, 'compensation');
  }
  if (text === texts.notSure[turn.locale] || isDone(text) || parseDontKnow(text) || doesOnly(turn, 'deny')) return skipRemedy(turn, slots);
  // A question is no wish, and a refusal to say one is none either.
  if (
    refuses(text) ||
    (does(turn, 'ask') && !does(turn, 'give') && !demandsMoney(text)) ||
    ((answerQuestion(turn, slots) || (isQuestion(text) && !findRemedy(text))) && !demandsMoney(text))
  )
    return pass();
  const named = phoneIn(turn) || text.length > LONGEST_WISH ? undefined : findRemedy(text);
  if (named && !isAside(turn)) {
    await keepWords(turn, slots);
    return wish(slots, named);
  }
  if (isDropped(text) || isAside(turn) || withoutNumbers(text) === '' || (decision === 'act' && intent === 'out_of_scope')) return pass();
  if (phoneIn(turn) && weighWords(text) <= LONGEST_WITH_PHONE) return pass();
  collect(turn, slots);
  await keepWords(turn, slots);
  return wish(slots, findRemedy(text) ?? 'other');
}

/** "Call me on …" is no wish; a longer message tells one beside. */
const LONGEST_WITH_PHONE = 12;
const LONGEST_WISH = 60;

/** On without a wish: whoever works on the ticket proposes what fits. */
export function skipRemedy(_turn: Turn, slots: ComplaintSlots): Move {
  slots.isOpenToAll = true;
  return 'next';
}

function wish(slots: ComplaintSlots, remedy: RemedyType): Move {
  slots.remedy = remedy;
  if (remedy === 'compensation') slots.isClaim = true;
  return 'next';
}

/** Proof of the sum; only asked where there is one, and never of the furious. `next`: nothing to ask. */
export async function askEvidence(turn: Turn, slots: ComplaintSlots): Promise<Move> {
  if (!slots.value || slots.evidence || slots.isUnevidenced || isShort(slots) || !mayAsk(slots, 'evidence')) return 'next';
  const noted = slots.asked.includes('evidence') ? '' : say(claimTexts.valueNoted, turn.locale, { value: tell(turn, slots.value) });
  await ask(turn, slots, 'evidence', joinLines(noted, claimTexts.askEvidence[turn.locale]), {
    buttons: [button(turn, claimTexts.noEvidence)],
  });
  return 'wait';
}

/**
 * Any file is proof of tier B; that it proves the sum is a person's to see. A sum taken back goes to `sum`. Papers only spoken of are
 * waited for (`wait`); "none" and "later" go on to the `next` step.
 */
export async function takeEvidence(turn: Turn, slots: ComplaintSlots): Promise<Move | 'other'> {
  const { text } = turn.understanding;
  if (await correctSum(turn, slots)) return { to: 'sum' };
  if ((turn.message.files?.length ?? 0) > 0) {
    slots.evidence = 'B';
    collect(turn, slots);
    await keepWords(turn, slots);
    return 'next';
  }
  if (
    text === claimTexts.noEvidence[turn.locale] ||
    isDone(text) ||
    NO_PROOF.test(text) ||
    doesOnly(turn, 'deny') ||
    doesOnly(turn, 'defer')
  )
    return skipEvidence(turn, slots);
  if (!isAside(turn) && namesPapers(text)) {
    await turn.reply(claimTexts.sendIt, { buttons: [button(turn, claimTexts.noEvidence)] });
    return 'wait';
  }
  return hearMore(turn, slots, { again: () => askEvidence(turn, slots), letGo: () => skipEvidence(turn, slots) });
}

/** 没有凭证, 发票早扔了, "no invoice". */
const NO_PROOF =
  /^(?:我|这个|這個|都|也|什么|什麼)*(?:没有?|沒有?|冇|无|無)(?:任何|什么|什麼|啥|咩)?(?:[凭憑][证證据據]|[证證][据據明]|[发發]票|[单單][据據]|[订訂][单單]|截[图圖]|收[据據]|小票|[东東]西|照片|相片)|(?:[发發]票|[单單][据據]|小票|收[据據]|[订訂][单單])[^，。]{0,4}(?:[扔丢丟]|没了|沒了|没有|沒有|不[见見]|找不到)|(?:晚点|晚點|之后|之後|以后|以後|回头|回頭|等下|等会|待会|迟啲|遲啲|稍后|稍後)[^，。]{0,2}(?:补|補|发|發|传|傳|给|給|俾|畀)|^(?:i'll |i will |i can )?(?:send|add)[\w ]{0,10}later|^(?:none|nothing)$|^(?:i have |i've got |there is |got )?no (?:proof|invoice|receipt|evidence|order|photo|screenshot)/i;

/** On without proof, which may still be added to the ticket. */
export function skipEvidence(_turn: Turn, slots: ComplaintSlots): Move {
  slots.isUnevidenced = true;
  return 'next';
}

const ALL =
  /(?:全|都|整)(?:部|个|個|箱|件|套|盒)?[^，。,]{0,4}(?:碎|坏|壞|破|烂|爛|丢|丟|没|沒|湿|濕|损|損)|(?:all|everything|completely|totally)[^.]{0,12}(?:broken|damaged|smashed|shattered|destroyed|ruined|gone|lost)/i;
const OF =
  /(\d{1,3})\s*(?:个|個|件|瓶|盒|箱|只|隻|本|台|臺|套|部)?[^\d，。,]{0,6}(?:碎|坏|壞|破|烂|爛|少|缺|丢|丟|漏)(?:了|咗)?\s*(\d{1,3})|(\d{1,3}) (?:out )?of (?:the |my )?(\d{1,3})/i;

/** How much of the goods is harmed, where the story says so: 全碎了 1 of 1, 6瓶碎了2瓶 2 of 6. */
export function shareIn(story: string): LossShare | undefined {
  const found = OF.exec(story);
  const [whole, part] = found ? [found[1] ?? found[4], found[2] ?? found[3]].map(Number) : [];
  if (whole && part && part <= whole) return { part, whole };
  return ALL.test(story) ? { part: 1, whole: 1 } : undefined;
}

/** What the customer hears their proof called. */
export function evidenceText(evidence: EvidenceTier): Text {
  return evidence === 'A' ? claimTexts.proofA : evidence === 'B' ? claimTexts.proofB : claimTexts.proofC;
}
