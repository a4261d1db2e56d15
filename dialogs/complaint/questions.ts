import { formatInstant, say } from '../../core/i18n.ts';
import type { Locale, Text } from '../../core/types.ts';
import { does, doesOnly } from '../reading.ts';
import type { Turn } from '../turn.ts';
import { type ComplaintSlots, hasHarm } from './slots.ts';

const t = (hans: string, hant: string, en: string): Text => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

const DOCTOR = t(
  '不舒服就马上去医院，严重时拨打 120。看病的单据请留好，发到这里我一起记上。',
  '不舒服請馬上就醫，嚴重時台灣撥 119，香港、澳門撥 999。看診單據請留好，傳到這裡我一起記上。',
  'If you feel unwell, please see a doctor now, and call your emergency number if it gets worse. Keep the bills; send them here and I add them.',
);
const CALL_NOW = t(
  '要，现在就打：有人威胁您打 110，起火冒烟打 119，有人受伤打 120。先离开那里，东西别再碰；这边我同时登记加急。',
  '要，現在就打：台灣撥 110 或 119，香港、澳門撥 999。先離開那裡，東西別再碰；這邊我同時加急登記。',
  'Yes, call your emergency number now. Get away from it first and do not touch it; I register it here as urgent meanwhile.',
);
const MONEY = t(
  '赔多少由同事核定，每一项都算给您看；不认可可以要求重看。',
  '賠多少由專人核定，每一項都算給您看；不認同可以要求重看。',
  'A colleague works out the sum and shows you every line of it; if you disagree, it is looked at again.',
);
const WHEN = t(
  '登记好我马上告诉您最晚什么时候有结果。',
  '登記好我馬上告訴您最晚什麼時候有結果。',
  'Once it is registered I tell you at once by when you have the result.',
);
const WHO = t(
  '登记后由同事处理，结果发在这个对话里。',
  '登記後由專人處理，結果傳在這個對話裡。',
  'Once it is registered a colleague handles it, and the result comes here.',
);
const KEEP = t(
  '东西和外包装先留着，拍几张照片发来就行。',
  '東西和外包裝先留著，拍幾張照片傳來就行。',
  'Please keep the goods and the packing for now; photos of them help.',
);
const AWAY = t(
  '先别再碰它，人离远一点，保持通风。',
  '先別再碰它，人離遠一點，保持通風。',
  'Please do not touch it any more; keep away from it and let fresh air in.',
);
const LATER = t(
  '这个要同事核实了才答得准，我一起记下了。',
  '這個要專人查核後才答得準，我一起記下了。',
  'A colleague has to check that before anybody can answer it; I noted it with the rest.',
);

const ASKS_MONEY =
  /[赔賠](?:偿|償|付)?(?:我|俾我|给我|給我)?(?:多少|几多|幾多|几[个块]|幾[個塊]|得?起)|(?:谁|誰|边个|邊個)(?:来|來)?(?:[赔賠出]|负责|負責|承担|承擔)|(?:怎么|怎麼|怎样|怎樣|点|點)(?:样|樣)?(?:[赔賠])|[会會](?:不[会會])?[赔賠]|[赔賠](?:不[赔賠]|吗|嗎)|how much (?:will|do|can|would|money|you)|what (?:will|would|do|can|'?d) i(?:'d)? (?:actually )?get|what i'?d get|do i (?:actually |really )?get|(?:get|have) (?:my|the) money|who (?:pays|will pay|is paying)|will (?:you|i|it|they)(?: get| be)* (?:pay|paid|compensat)/i;
const ASKS_HELP =
  /(?:要不要|要唔要|使唔使|用不用|需不需要|该不该|該不該|是不是(?:要|该|該)|(?:要|该|該|需要)(?=[^，。]{0,12}(?:吗|嗎|么|先|\?|？)))[^，。]{0,8}(?:110|119|120|999|报警|報警|报案|報案|警察|消防|救护|救護)|\b(?:should i|do i (?:need to |have to )?|shall i|ought i to)[^.?]{0,16}\b(?:police|ambulance|fire brigade|fire service|emergency|999|911|112)\b/i;
const ASKS_DOCTOR = /医院|醫院|医生|醫生|(?:医药|醫藥|医疗|醫療|看病)[费費]|doctor|hospital|medical/i;
const ASKS_KEEP =
  /(?:箱子?|包裹|东西|東西|包装|包裝|盒子?|件货|件貨|它)[^，。]{0,4}(?:(?:要不要|用不用|能不能|可不可以|能|可以|该|該)[^，。]{0,4}(?:扔|丢|丟|留|用)|怎么办|怎麼辦|怎么处理|怎麼處理|点算|點算)|(?:keep|throw away|what (?:should|do|shall) i do with) (?:it|the|this|that|my)/i;
const ASKS_WHEN =
  /多久|几天|幾天|(?:处理|處理|搞|跟|办|辦)(?:得|成)[^，。]{0,3}(?:点|點|怎|如何)|(?:而家|現在|现在)[^，。]{0,2}(?:点|點)(?:呀|啊|樣|样)|(?:点|點)(?:呀|啊)而家|^(?:进度|進度)|(?:几时|幾時|几耐|幾耐|多久)[^，。]{0,4}(?:消息|回音|下文|覆我|搞掂)|到[哪边邊]一?步|(?:什么时候|什麼時候|何时|何時|几时|幾時)[^，。]{0,6}(?:处理|處理|结果|結果|回|解决|解決|搞|告诉|告訴|通知|联系|聯絡|给我|給我)|(?:有|出)(?:没有|沒有)?(?:结果|結果|消息)|how long|when will (?:i|you|we|it) (?:hear|get|be|know)|any (?:update|news)/i;
const ASKS_WHO =
  /有(?:没有|沒有|冇)?人(?:会|會|来|來|能|可以)?[^，。]{0,6}(?:管|处理|處理|理|跟|看|打|联系|聯絡|回)|(?:谁|誰|边个|邊個)(?:来|來|会|會)?(?:管|处理|處理|跟)|[会會]有人|(?:will|does|is) (?:some|any)(?:body|one)/i;
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
  const found = find(text, hasHarm(slots));
  if (found) return found[turn.locale];
  const isAsked = ASKS.test(text) || (turn.asked !== 'story' && doesOnly(turn, 'ask'));
  return isAsked && mood.anger === 0 && mood.risks.length === 0 ? LATER[turn.locale] : undefined;
}

/** Whether nobody here can answer it: another flow may know. */
export const isLeftToPeople = (answer: string | undefined, locale: Locale): boolean => answer === LATER[locale];

function find(text: string, isInDanger: boolean): Text | undefined {
  if (isInDanger && ASKS_HELP.test(text)) return CALL_NOW;
  if (isInDanger && ASKS_DOCTOR.test(text)) return DOCTOR;
  if (ASKS_MONEY.test(text)) return MONEY;
  if (ASKS_KEEP.test(text)) return isInDanger ? AWAY : KEEP;
  if (ASKS_WHO.test(text)) return WHO;
  return ASKS_WHEN.test(text) && !/(?:多久|几天|幾天)[^，。]{0,3}(?:到(?![账賬帐款])|送)|等了/.test(text) ? WHEN : undefined;
}

const MONEY_BY = t(
  '赔多少由同事核定，每一项都算给您看，最晚 {due} 前发在这里；不认可可以要求重看。',
  '賠多少由專人核定，每一項都算給您看，最晚 {due} 前傳在這裡；不認同可以要求重看。',
  'A colleague works out the sum and shows you every line of it here by {due}; if you disagree, it is looked at again.',
);

/** What is asked about a ticket that is there: money, harm, what to keep; `dueAt` is when its result is promised. */
export function answerAfter(turn: Turn, slots: ComplaintSlots, dueAt: Date): string | undefined {
  const { text, numbers } = turn.understanding;
  if (text.length > LONGEST || numbers.length > 0 || slots.type !== 'complaint') return undefined;
  const found = find(text, hasHarm(slots));
  if (found === MONEY && dueAt > turn.now)
    return say(MONEY_BY, turn.locale, { due: formatInstant(dueAt, turn.locale, turn.services.company.timeZone, turn.now) });
  return found === DOCTOR || found === KEEP || found === AWAY || found === MONEY ? found[turn.locale] : undefined;
}
