import { t } from '../../core/i18n.ts';
import type { Locale } from '../../core/types.ts';
import { caseTopics, generalAnswer } from '../caseQuestions.ts';
import { does, doesOnly } from '../reading.ts';
import type { Turn } from '../turn.ts';
import { type ComplaintSlots, hasHarm } from './slots.ts';

const LATER = t(
  '这个要同事核实了才答得准，我一起记下了。',
  '這個要專人查核後才答得準，我一起記下了。',
  'A colleague has to check that before anybody can answer it; I noted it with the rest.',
);

const ASKS_MONEY =
  /[赔賠](?:偿|償|付)?(?:我|俾我|给我|給我)?(?:多少|几多|幾多|几[个块]|幾[個塊]|得?起)|(?:谁|誰|边个|邊個)(?:来|來)?(?:[赔賠出]|负责|負責|承担|承擔)|(?:怎么|怎麼|怎样|怎樣|点|點)(?:样|樣)?(?:[赔賠])|[会會](?:不[会會])?[赔賠]|[赔賠](?:不[赔賠]|吗|嗎)|how much (?:will|do|can|would|money|you)|what (?:will|would|do|can|'?d) i(?:'d)? (?:actually )?get|what i'?d get|do i (?:actually |really )?get|(?:get|have) (?:my|the) money|who (?:pays|will pay|is paying)|will (?:you|i|it|they)(?: get| be)* (?:pay|paid|compensat)/i;
const ASKS = /[?？]\s*$|(?:吗|嗎|呢|有没有|有沒有|是不是|行不行|可不可以|能不能)[?？]?$/;
/** Longer messages tell more than they ask. */
const LONGEST = 40;
/** Where nothing but a question is read in it, it may be as long. */
const LONGEST_ASKED = 90;

/** Whether a message ends as a question does, whatever its temper. */
export function isQuestion(text: string): boolean {
  return text.length <= LONGEST && ASKS.test(text);
}

/** Whether somebody asks what or whether they will be paid: money matters to them, though they do not demand it. */
export function asksForMoney(text: string): boolean {
  return text.length <= LONGEST && ASKS_MONEY.test(text);
}

/** An answer to what a customer asks instead of answering; undefined when they ask nothing, or only to let off steam. */
export function answerQuestion(turn: Turn, slots: ComplaintSlots): string | undefined {
  const { text, numbers, mood } = turn.understanding;
  const longest = does(turn, 'ask') && !does(turn, 'tell') ? LONGEST_ASKED : LONGEST;
  if (text.length > longest || numbers.length > 0 || slots.type !== 'complaint') return undefined;
  const told = caseTopics(turn).flatMap((topic) => generalAnswer(topic, hasHarm(slots))?.[turn.locale] ?? []);
  if (told.length > 0) return told.join('\n');
  const isAsked = ASKS.test(text) || (turn.asked !== 'story' && doesOnly(turn, 'ask'));
  return isAsked && mood.anger === 0 && mood.risks.length === 0 ? LATER[turn.locale] : undefined;
}

/** Whether nobody here can answer it: another flow may know. */
export const isLeftToPeople = (answer: string | undefined, locale: Locale): boolean => answer === LATER[locale];
