import { DAY_MS } from '../../core/days.ts';
import type { Intent } from '../../core/types.ts';
import { parseYesNo } from '../answers.ts';
import { caseTopics } from '../caseQuestions.ts';
import { phoneIn } from '../phones.ts';
import { answerToOffer, asksHowMuch, does, doesOnly, type OfferAnswer, saidYesOrNo, takesBack } from '../reading.ts';
import { intentOfTitle } from '../texts.ts';
import type { Turn } from '../turn.ts';
import { caseMemory, type Noticed } from './memory.ts';
import { asksProgress, urges } from './progress.ts';

/** What a customer does with a ticket of theirs. */
export type CaseAction =
  | 'show'
  | 'accept'
  | 'refuse'
  | 'counter'
  | 'later'
  | 'add'
  | 'urge'
  | 'doubt'
  | 'withdraw'
  | 'reopen'
  | 'satisfied';

/** In the order they are looked for: what denies comes before what it denies. */
const ACTIONS: readonly (readonly [CaseAction, RegExp])[] = [
  [
    'withdraw',
    /^(?:我|那|就|还是|還是|先|算了)*撤(?:了|吧|掉|咗)*$|撤(?:销|銷|回|诉|訴|单|單)|^(?:那|我|就|先|还是|還是|算了)*(?:不|唔)(?:想|要)?(?:再)?(?:投[诉訴]|客[诉訴]|追究)[^，。,.]{0,2}$|取消.{0,4}(?:投[诉訴]|客[诉訴]|工单|工單)|withdraw|(?:drop|cancel|take back) (?:the|my|this) (?:complaint|case|ticket|claim)/i,
  ],
  [
    'reopen',
    /重新?(?:打开|打開|处理|處理|开启|開啟)|(?:没|沒|未|冇)(?:有)?(?:真正|完全|得到|被)*(?:解决|解決|处理好|處理好|搞掂|搞定)|不(?:满意|滿意)|唔(?:满意|滿意)|reopen|re-open|open (?:it|my (?:case|complaint)) again|not (?:solved|resolved|fixed|happy|satisfied)|(?:isn't|wasn't|hasn't been) (?:solved|resolved|fixed)|unresolved/i,
  ],
  [
    'refuse',
    /(?:不|唔|没法|沒法|无法|無法|难以|難以)(?:能|会|會|想|可以)?(?:接受|同意|认可|認可|收货)|拒绝|拒絕|太少|(?:不|唔)(?:够|夠|合理|行)|\bdecline|\breject|\brefuse|(?:do not|don't|can't|cannot|won't) accept|not (?:accept|enough|fair)|too (?:little|low)/i,
  ],
  ['accept', /接受|同意|认可|認可|\baccept|\bagree/i],
  [
    'satisfied',
    /满意|滿意|(?:已经|已經|都)?(?:解决|解決|搞掂|搞定|处理好|處理好)(?:了|咗)|\bsatisfied|\bsolved|\bresolved|all good|happy with/i,
  ],
  [
    'add',
    /补充|補充|补一下|補一下|再加|加一句|附上|上传|上傳|补发|補傳|add (?:something|more|this|a |to )|i forgot to (?:say|mention)|more (?:details|information|info)/i,
  ],
];
/** Longer messages tell a story in which such a word may occur. */
const LONGEST = 80;

/** What the words ask for; undefined when they name nothing in particular. */
export function findAction(text: string): CaseAction | undefined {
  const plain = text.normalize('NFKC').replaceAll('’', "'").replace(REFERENCE, '');
  return plain.length > LONGEST ? undefined : ACTIONS.find(([, words]) => words.test(plain))?.[0];
}

const REFERENCE = /CMP-?\d{8}-?\d{4,}/gi;

/** The ticket's reference in a message, as it is written everywhere: `CMP-20261121-0007`. */
export function referenceIn({ understanding }: Turn): string | undefined {
  const entity = understanding.entities.find(({ type, value }) => type === 'ticket_number' && value.startsWith('CMP'))?.value;
  if (entity) return entity;
  const found = /CMP-?(\d{8})-?(\d{4,})/i.exec(understanding.text.normalize('NFKC'));
  return found ? `CMP-${found[1]}-${found[2]}` : undefined;
}

/** 撤, 撤了吧, 确认撤回, "withdraw it": the deed itself, and not denied. */
export const takesAway = (text: string): boolean => TAKES_AWAY.test(text) && !TAKES_NOT.test(text);

const TAKES_AWAY = /撤|\bwithdraw/i;
const TAKES_NOT = /(?:不|别|別|唔|勿|没|沒|先)[^，。]{0,3}撤|\b(?:not|don'?t|never|keep)\b|[?？]|[吗嗎]|没有?$|未$/i;

/** Without the reference and what stands around it; empty when a message is nothing else. */
export function withoutReference(text: string): string {
  return text
    .normalize('NFKC')
    .replace(REFERENCE, '')
    .replace(/^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu, '');
}

/** After so many days a bare "yes" means something else. */
const NOTICE_DAYS = 7;

/** The ticket the customer was told of lately, and of what. */
export function noticedIn(turn: Turn): Noticed | undefined {
  const { noticed } = caseMemory.of(turn);
  return noticed && turn.now.getTime() - noticed.atMs <= NOTICE_DAYS * DAY_MS ? noticed : undefined;
}

const ELSEWHERE: ReadonlySet<Intent> = new Set([
  'human_agent',
  'track_shipment',
  'delivery_time_estimate',
  'greet',
  'thank',
  'goodbye',
  'help',
  'price_quote',
  'pickup_request',
  'invoice',
  'return_label',
  'change_delivery',
  'cancel',
]);

/** 上周五下午三点 looks like a question for a delivery time, and answers one of ours: only what asks is about something else. */
function isElsewhere({ understanding: { text, intent, decision, numbers } }: Turn): boolean {
  if (decision !== 'act' || !ELSEWHERE.has(intent)) return false;
  return !TRACKING.has(intent) || numbers.length > 0 || ASKS.test(text);
}

const TRACKING: ReadonlySet<Intent> = new Set(['track_shipment', 'delivery_time_estimate']);
const ASKS = /[?？]|吗|嗎|呢|查|到哪|边度|邊度|几时|幾時|什么时候|什麼時候|where|when|track/i;

/** What a message does with the ticket last spoken of; undefined when it is about something else. */
export function answerTo({ kind, isPast, atMs }: Noticed, turn: Turn): CaseAction | undefined {
  const { text, numbers } = turn.understanding;
  const isFree = !isPast && numbers.length === 0 && !intentOfTitle(text) && !TICKET.test(text);
  const answer = answerOf(kind, turn);
  // A yes with a plea for haste beside it is a yes.
  if (answer === 'accept' || answer === 'refuse' || answer === 'counter') return answer;
  if (isFree && kind !== 'closed' && doesOnly(turn, 'cancel', 'none') && !PERSON.test(text)) return 'withdraw';
  const isOfThis = !isPast && numbers.length === 0 && !intentOfTitle(text) && kind !== 'closed';
  if (isOfThis && text.length <= LONGEST_TAKING && takesAway(text) && !PERSON.test(text)) return 'withdraw';
  if (isFree && asksProgress(turn)) return 'show';
  if (isFree && urges(text)) return 'urge';
  return answer ?? orderIn(turn) ?? (isFree && kind === 'opened' ? moreOf(turn, turn.now.getTime() - atMs) : undefined);
}

/** 找到了，撤了吧. */
const LONGEST_TAKING = 24;
/** For so long after the ticket was opened or shown what is complained of belongs to it. */
const SAME_MATTER_MS = 1_800_000;

/** Said shortly after the ticket was opened: how to call, a refusal of what nobody has offered yet, more of what happened. */
function moreOf(turn: Turn, ageMs: number): CaseAction | undefined {
  const { text, intent, decision, mood } = turn.understanding;
  if (OTHER_TICKET.test(text)) return undefined;
  const isShort = text.length <= LONGEST_QUESTION;
  // A call waits, and this is whom to call.
  if (phoneIn(turn) && turn.flows.hasOpen('human_agent')) return undefined;
  if (isShort && phoneIn(turn) && !PERSON.test(text)) return 'add';
  if (text.length <= LONGEST_ORDER && /^(?:我|绝对|絕對)*(?:不|唔)(?:能)?(?:接受|同意|认可|認可)/.test(text)) return 'refuse';
  if (/^(?:还有|還有|对了|對了|另外|忘了说|忘記說|仲有)/.test(text) && !ASKS.test(text)) return 'add';
  if (isShort && MONEY.test(text)) return 'show';
  if (text.length <= LONGEST_ORDER && WAIVES.test(text)) return 'add';
  if (ageMs > SAME_MATTER_MS || parseYesNo(text) !== undefined) return undefined;
  // What nobody can make anything of would end in a menu: here a person reads it.
  const isVague = decision !== 'act' && text.length >= LEAST && /\p{L}{2}/u.test(text);
  return mood.anger === 2 || isVague || (intent === 'complaint' && decision === 'act') ? 'add' : undefined;
}

/** A call-back that is asked for, with the phone for it. */
const PERSON = /人工|真人|回[电電]|打给我|打給我|call ?back|call me|human|agent/i;
/** What will be paid is seen with the ticket. */
const MONEY = /[赔賠](?:偿|償|付)?(?:我)?(?:多少|几多|幾多|几[个块]|幾[個塊])|(?:谁|誰)(?:来|來)?[赔賠]|怎[么麼]?[样樣]?[赔賠]/;
/** What the goods were worth. */
const VALUE = /[价價]值|[价價]格|金[额額]|\bvalue|\bworth|\bprice|\bamount/i;
/** 不要赔了: noted for whoever decides. */
const WAIVES = /^(?:算了|那|我)*(?:不|唔)(?:要|用|想|使)?[赔賠](?:偿|償|钱|錢)?[了喇啦吧]*$/;
const LEAST = 5;
const OTHER_TICKET = /建[议議]|表[扬揚]|称[赞讚]|稱讚|suggest|praise|compliment/i;

/** 撤回, 补充, 重新打开 with nothing else said mean the ticket last spoken of. */
function orderIn({ understanding: { text } }: Turn): CaseAction | undefined {
  const longest = /\p{Script=Han}/u.test(text) ? LONGEST_ORDER : LONGEST_QUESTION;
  const action = withoutReference(text).length <= longest ? findAction(text) : undefined;
  return action === 'withdraw' || action === 'add' || action === 'reopen' ? action : undefined;
}

const LONGEST_ORDER = 12;

function answerOf(kind: string, turn: Turn): CaseAction | undefined {
  const { text, intent } = turn.understanding;
  const action = findAction(text);
  switch (kind) {
    case 'proposed':
      return onOffer(turn, action);
    case 'resolved':
      return onResolved(turn, action);
    case 'accepted':
    case 'fulfilling':
    case 'takenBack':
      if (takesBack(turn) || action === 'refuse' || (action === 'withdraw' && !TICKET.test(text))) return 'refuse';
      if (action === 'accept') return 'accept';
      return isAskedAfter(text) || asksHowMuch(turn) ? 'show' : undefined;
    case 'refused':
      if (action === 'accept' || action === 'refuse') return action;
      return isAskedAfter(text) ? 'show' : undefined;
    case 'question':
    case 'reminder':
      if ((turn.message.files?.length ?? 0) > 0) return 'add';
      return intentOfTitle(text) || parseYesNo(text) === false || isElsewhere(turn) ? undefined : 'add';
    case 'opened':
      if (turn.understanding.values.sum?.isCorrection && VALUE.test(text) && text.length <= LONGEST_QUESTION) return 'add';
      return isAskedAfter(text) && intent !== 'track_shipment' ? 'show' : undefined;
    default:
      return undefined;
  }
}

/** The same while the ticket is on the screen. */
export const offerAction = (turn: Turn): CaseAction | undefined => onOffer(turn, findAction(turn.understanding.text));

/** What is said of an offer. A button names the ticket; words are read as they are meant: a yes that depends on something binds nobody. */
function onOffer(turn: Turn, action: CaseAction | undefined): CaseAction | undefined {
  const { text } = turn.understanding;
  const isNamed = referenceIn(turn) !== undefined;
  if (isNamed) return action === 'accept' || action === 'refuse' ? action : undefined;
  if (text.length <= LONGEST_QUESTION && DOUBTS.test(text) && (/[?？]/.test(text) || !does(turn, 'condition', 'offer'))) return 'doubt';
  if (isAskedAfter(text) || asksHowMuch(turn)) return 'show';
  // The value is taken back, and nobody says yes or no.
  if (turn.understanding.values.sum?.isCorrection) return 'counter';
  const answer = answerToOffer(turn);
  return answer && (BINDS.has(answer) || !isElsewhere(turn)) ? ON_OFFER[answer] : undefined;
}

const BINDS: ReadonlySet<OfferAnswer> = new Set(['accept', 'decline', 'condition']);
const ON_OFFER: Readonly<Record<OfferAnswer, CaseAction | undefined>> = {
  ...{ accept: 'accept', decline: 'refuse', condition: 'counter', defer: 'later', ask: 'show' },
};

/** Whether it is put right for the customer; what asks or tells what is still missing has not been. */
function onResolved(turn: Turn, action: CaseAction | undefined): CaseAction | undefined {
  if (referenceIn(turn)) return action === 'satisfied' || action === 'reopen' ? action : undefined;
  const said = saidYesOrNo(turn, 'satisfied');
  if (said !== undefined) return said ? 'satisfied' : 'reopen';
  if (action === 'reopen') return 'reopen';
  const isAsked = does(turn, 'ask', 'satisfied') || does(turn, 'tell', 'satisfied');
  return action === 'satisfied' && isAsked ? 'reopen' : undefined;
}

const DOUBTS =
  /(?:才|只|就|得|先|都)(?:赔|賠)?(?:这么|這麼|这|這|那么|那麼|咁)?(?:一?点|一?點|些|少|啲|\d)|(?:就|净係|淨係)(?:这样|這樣|咁)(?:而已|吗|嗎|啊|呀|[?？])|(?:这么|這麼|咁)少|而已|[买買](?:的?时候|的時候|返嚟|回来|回來)?[^，。]{0,4}\d|原价|原價|[凭憑](?:什么|什麼)|怎么算|怎麼算|点计|點計|\bonly\b|not much|that'?s (?:it|all)\b|it cost|cost me|is that all|how (?:did|do) you (?:get|work|come)/i;

const isAskedAfter = (text: string): boolean => text.length <= LONGEST_QUESTION && ASKS_AFTER.test(text);

/** 什么时候到账, "how long will my claim take" of somebody who has a ticket. */
const ASKS_AFTER =
  /(?:什么时候|什麼時候|几时|幾時|几天|幾天|多久|何时|何時)[^，。]{0,6}(?:处理|處理|结果|結果|回复|回覆|答复|答覆|到账|到賬|入帳|[汇匯]|打款|收到|退|赔|賠|解决|解決)|(?:钱|錢|款)[^，。]{0,4}(?:什么时候|什麼時候|几时|幾時|多久|何时|何時)|when (?:do|will|can) (?:i|we) (?:get|receive)[^.]{0,12}(?:money|refund|payment|paid)|(?:处理|處理|赔|賠|结果|結果)[^，。]{0,6}(?:多久|几天|幾天|到哪|怎么样|怎麼樣|点样|點樣)|(?:complaint|claim|case|ticket|answer|result)[^.]{0,24}(?:how long|when|status|progress|heard)|(?:how long|when)[^.]{0,24}(?:complaint|claim|case|ticket|paid|answer|result)/i;
const LONGEST_QUESTION = 40;

const TICKET = /投[诉訴]|客[诉訴]|工单|工單|案件|个案|個案|理[赔賠]|complaint|claim|ticket|case/i;

/** 理赔进度, "claim status". */
const PROGRESS =
  /(?:投[诉訴]|客[诉訴]|工单|工單|理[赔賠]|索[赔賠]|[赔賠][偿償]).{0,4}(?:进度|進度|进展|進展|状态|狀態|到哪)|(?:complaint|claim|ticket|case) (?:status|progress)|(?:status|progress) of (?:my|the) (?:complaint|claim|ticket|case)/i;

/** 三张单都给我看看, of somebody who has tickets. */
const ALL_OF_THEM =
  /(?:[两兩三四五几幾\d]|所有|全部|那些|这些|這些)(?:张|張|个|個)?(?:的)?(?:投[诉訴]|客[诉訴])?(?:工?[单單])[^，。0-9]{0,6}(?:看|查|列|发|發|呢|进度|進度|怎么样|怎麼樣|到哪)/;

const ALL_OFF = /全部|所有|都(?:取消|不要|撤)|\b(?:everything|all of it|all)\b/i;

/** What belongs to a running ticket though the classifier may say otherwise. */
export function claimCase(turn: Turn): Intent | undefined {
  const { text, intent, decision } = turn.understanding;
  if (intentOfTitle(text)) return undefined;
  if (referenceIn(turn)) return decision === 'act' && intent === 'human_agent' ? undefined : 'complaint_status';
  const noticed = noticedIn(turn);
  if (noticed && answerTo(noticed, turn)) return 'complaint_status';
  if (caseMemory.of(turn).hasTicket && ALL_OF_THEM.test(text) && text.length <= LONGEST_QUESTION) return 'complaint_status';
  if (PROGRESS.test(text) && text.length <= LONGEST_QUESTION) return 'complaint_status';
  const isAsked = caseTopics(turn)[0] === 'case_where' && !noticed?.isPast && turn.understanding.numbers.length === 0;
  if (caseMemory.of(turn).hasTicket && isAsked) return 'complaint_status';
  // Who wants all of it stopped sees what there is to withdraw.
  if (caseMemory.of(turn).hasTicket && text.length <= LONGEST_QUESTION && ALL_OFF.test(text) && does(turn, 'cancel', 'none'))
    return 'complaint_status';
  const action = findAction(text);
  return (action === 'withdraw' || action === 'add' || action === 'reopen') && TICKET.test(text) ? 'complaint_status' : undefined;
}
