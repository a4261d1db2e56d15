import { CASE_TOPICS, type Topic } from '../core/acts.ts';
import { t } from '../core/i18n.ts';
import type { Text } from '../core/types.ts';
import { does } from './reading.ts';
import { intentOfTitle } from './texts.ts';
import type { Turn } from './turn.ts';

export type CaseTopic = (typeof CASE_TOPICS)[number];

const isOfCases = (topic: Topic): topic is CaseTopic => (CASE_TOPICS as readonly Topic[]).includes(topic);

/** What the message asks of a complaint, a claim or a call-back, in its order, at most two. */
export function caseTopics(turn: Turn): readonly CaseTopic[] {
  // "The box was open" shares its words with a question and asks nothing.
  if (!does(turn, 'ask', 'none') && !does(turn, 'request', 'none')) return [];
  // Photos that are spoken of while photos are asked for are the customer's.
  return turn
    .acts('none')
    .topics.map((topic): Topic => (topic === 'proof' && turn.asked === 'files' ? 'proof_needed' : topic))
    .filter(isOfCases)
    .filter((topic) => topic !== 'case_change' || !wants(turn));
}

/** 撤回投诉 wants it done, and does not ask whether it can be. */
const wants = (turn: Turn): boolean => does(turn, 'cancel', 'none') || does(turn, 'request', 'none') || !does(turn, 'ask', 'none');

/** Asked of a call-back where there is no ticket. */
export const OF_CALLS: ReadonlySet<CaseTopic> = new Set(['when_called', 'answer_when', 'case_where', 'who_handles']);

/** What the customer was told waits for an answer: what is asked then is asked of that. */
const WAITS: ReadonlySet<string> = new Set(['proposed', 'resolved', 'question', 'reminder']);

/** Whether the message only asks about a case, or about cases at all, while nothing waits for the customer's answer. How it stands is shown. */
export function isCaseQuestion(turn: Turn): boolean {
  const { numbers, entities, text } = turn.understanding;
  const isNamed = numbers.length > 0 || entities.some(({ type }) => type === 'ticket_number') || intentOfTitle(text) !== undefined;
  if (isNamed || caseTopics(turn).every((topic) => topic === 'case_where')) return false;
  if (WAITS.has(turn.flows.lastOf('complaint_status')?.kind ?? '')) return false;
  return turn.flows.hasOpen() || !(does(turn, 'request', 'none') || does(turn, 'tell', 'none'));
}

/** Answers that hold before anything is registered as well as after. */
const GENERAL: Partial<Readonly<Record<CaseTopic, Text>>> = {
  how_much: t(
    '看有没有保价：保了按保价赔，没保按实际损失赔，有上限。您这件同事核定后每一项都算给您看，不认可可以要求重看。',
    '看有沒有保價：有保價按保價賠，沒保價按實際損失賠，設有上限。您這件由專人核定後每一項都算給您看，不認同可以要求重看。',
    'It depends on insurance: insured parcels by the insured sum, others by the actual loss up to a limit. A colleague works yours out and shows you every line; if you disagree, it is looked at again.',
  ),
  answer_when: t(
    '登记好我马上告诉您最晚什么时候有结果。',
    '登記好我馬上告訴您最晚什麼時候有結果。',
    'Once it is registered I tell you at once by when you have the result.',
  ),
  who_handles: t(
    '登记后由同事处理，结果发在这个对话里。',
    '登記後由專人處理，結果傳在這個對話裡。',
    'Once it is registered a colleague handles it, and the result comes here.',
  ),
  proof_needed: t(
    '拍下东西、外包装和面单，再加一张购买凭证（订单截图也行），发到这里就可以；没有也能登记。',
    '拍下東西、外包裝和面單，再加一張購買憑證（訂單截圖也可以），傳到這裡即可；沒有也能登記。',
    'Photos of the goods, the packing and the label, and some proof of what they cost (an order page will do), sent right here. Without them it is registered all the same.',
  ),
  keep_goods: t(
    '东西和外包装先留着，拍几张照片发来就行。',
    '東西和外包裝先留著，拍幾張照片傳來就行。',
    'Please keep the goods and the packing for now; photos of them help.',
  ),
  medical_cost: t(
    '看病的单据请留好，发到这里我一起记上，赔多少由同事核定。还不舒服就先去医院，严重时拨打 120。',
    '看診單據請留好，傳到這裡我一起記上，賠多少由專人核定。還不舒服請先就醫，嚴重時台灣撥 119，香港、澳門撥 999。',
    'Keep the medical bills and send them here; I add them, and a colleague decides what is paid. If you still feel unwell, see a doctor first, and call your emergency number if it gets worse.',
  ),
  case_change: t(
    '可以，什么时候都行：要补充、改或者撤回，直接在这里告诉我。',
    '可以，隨時都行：要補充、修改或撤回，直接在這裡告訴我。',
    'Yes, at any time: to add to it, change or withdraw it, just tell me here.',
  ),
};

const CALL_NOW = t(
  '要，现在就打：有人威胁您打 110，起火冒烟打 119；受伤、不舒服打 120 或马上去医院。先离开那里，东西别再碰；这边我同时登记加急。',
  '要，現在就打：台灣撥 110 或 119，香港、澳門撥 999；受傷或不舒服請馬上就醫。先離開那裡，東西別再碰；這邊我同時加急登記。',
  'Yes, call your emergency number now, and see a doctor if anybody is hurt or unwell. Get away from it first and do not touch it; I register it here as urgent meanwhile.',
);
const CALL_IF = t(
  '有人受伤、起火或被威胁，就先打 120、119 或 110，再来告诉我。',
  '有人受傷、起火或受到威脅，請先撥台灣 119 或 110，香港、澳門 999，再告訴我。',
  'If anybody is hurt, something burns or you are threatened, call your emergency number first, then tell me.',
);
const AWAY = t(
  '先别再碰它，人离远一点，保持通风。',
  '先別再碰它，人離遠一點，保持通風。',
  'Please do not touch it any more; keep away from it and let fresh air in.',
);

/** What can be said of it without a ticket; with harm done, safety comes first. Undefined where only a ticket tells. */
export function generalAnswer(topic: CaseTopic, isHarmed: boolean): Text | undefined {
  if (topic === 'call_help') return isHarmed ? CALL_NOW : CALL_IF;
  if (isHarmed && topic === 'keep_goods') return AWAY;
  // 到哪一步了, of what is not registered yet.
  return GENERAL[topic === 'case_where' ? 'answer_when' : topic];
}
