import type { Intent } from '../../core/types.ts';
import { parseYesNo } from '../answers.ts';
import { phoneIn } from '../phones.ts';
import { isUnexplainedNumber } from '../stray.ts';
import { intentOfTitle } from '../texts.ts';
import type { Turn } from '../turn.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('’', "'");

/** Without tracking numbers, phones and what stands around them; empty when a message is nothing else. */
export function withoutNumbers(text: string): string {
  return plain(text)
    .replace(/[a-z]{0,4}[\d-]+/g, (run) => (/\d{4}/.test(run) ? ' ' : run))
    .replace(/(运|運|快递|快遞|包裹)?(单|單)(号|號)(码|碼)?|tracking number|order|[\s\p{P}\p{S}]/gu, ' ')
    .trim();
}

const OPENERS =
  /我们|我們|我|想要?|需要|必须|必須|要求|要|现正式|現正式|正式|马上|馬上|立刻|现在|現在|进行|進行|提出|提交|发起|發起|填|做|有|个|個|一下|一|请|請|帮忙?|幫忙?|麻烦|麻煩|你们|你們|你|哋|贵公司|貴公司|公司|快递(?!员)|快遞(?!員)|投诉|投訴|客诉|客訴|申诉|申訴|理赔|理賠|索赔|索賠|赔偿|賠償|赔付|賠付|申请|申請|表扬|表揚|称赞|稱讚|赞扬|讚揚|建议|建議|提议|提議|意见|意見|反映|反馈|反饋|你好|您好|您|吧|啊|了|的|呀|喇|啦|嘅|俾|给|給|提|另外|对了|對了|还|還|顺便|順便|讲|講|赞下|讚下|赞|讚|夸|誇|位|那|这|這|点|點|进去|入口|渠道|怎么|怎麼|如何|哪里|哪裡|边度|邊度|吗|嗎|可以|能|再/g;
const ENGLISH_OPENERS =
  /\b(?:i|we|i'd|i'm|id|want|wanna|would|like|wish|need|have|to|make|file|lodge|raise|register|submit|log|give|send|leave|pass|on|a|an|the|my|formal|official|new|complaint|complaints|complain|complaining|compliment|praise|suggestion|suggest|feedback|claim|claims|compensation|compensated|grievance|please|pls|hi|hello|about|your|you|company|how|do|where|can|get|for|with|against|there|is|pay|me)\b/g;

/** Some word that begins a ticket, without which few words are a fragment of a story and none of them may be lost. */
const OPENING =
  /投[诉訴]|客[诉訴]|申[诉訴]|理[赔賠]|索[赔賠]|[赔賠][偿償付]|补偿|補償|表[扬揚]|[称稱][赞讚]|[赞讚]|建[议議]|提[议議]|意[见見]|反[映馈饋]|complain|complaint|compliment|praise|suggest|feedback|claim|compensat|grievance/;

/** Whether a message only says that there is something: 我要投诉, "I want to make a complaint", a button. */
export function isBare(text: string): boolean {
  return intentOfTitle(text) !== undefined || (OPENING.test(withoutNumbers(text)) && afterOpening(text) === '');
}

/** Whether hardly more is said than that there is something: 我要投诉快递员. What it is has still to be told. */
export function isHardlyMore(text: string): boolean {
  return OPENING.test(withoutNumbers(text)) && afterOpening(text).length <= MOST_AFTER_OPENING;
}

const MOST_AFTER_OPENING = 3;

function afterOpening(text: string): string {
  return withoutNumbers(text).replace(ENGLISH_OPENERS, '').replace(OPENERS, '').replace(/\s/g, '');
}

/** Roughly how much is told: a Chinese character counts one, another word two. */
export function weighWords(text: string): number {
  const words = withoutNumbers(text);
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + 2 * (words.match(/[\p{L}\p{N}']+/gu)?.filter((word) => !/\p{Script=Han}/u.test(word)).length ?? 0);
}

const bare = (text: string): string =>
  plain(text)
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
const END = '(?:了|啦|喇|吧|啊|呀|的|谢谢|謝謝|唔該| please| thanks)*';
const DONE = new RegExp(
  [
    `^(?:好|嗯|我|都|就|就是)*(?:提交|送出|交|登记|登記|说完|說完|讲完|講完|写完|寫完|咁多|係咁多|系咁多|就係咁|就系咁|係咁|呢啲|以上|(?:大概|差不多)就?(?:这样|這樣)|可以|够|夠)${END}$`,
    `^(?:好|嗯|我|都)*(?:就|就是)(?:这些|這些|这样|這樣|这么多|這麼多)${END}$`,
    // 就没了 tells how a parcel vanished.
    `^(?:好|嗯|我|暂时|暫時|目前)*(?:没有?|沒有?|冇)(?:什么|什麼|啥|咩|嘢)?(?:别的|其他|要?补充的?|要?補充的?|要[说說讲講]的?)*${END}$`,
    '^(?:submit|send(?: it)?|done|finished|that is all|that ?s (?:all|it|everything)|nothing(?: else| more)?(?: to add)?|no more|no that ?s (?:all|it)|i ?m done|go ahead)$',
  ].join('|'),
  'u',
);

const SUBMIT = /^(?:好|行|嗯|那|就|快|赶紧|趕緊|先)*[，,的呀啊 ]*(?:提交|送出|登记|登記|submit)/i;
const LONGEST_SUBMIT = 12;

/** Whether the customer has nothing to add. */
export function isDone(text: string): boolean {
  if (isDropped(text)) return false;
  if (text.length <= LONGEST_SUBMIT && SUBMIT.test(text.trim())) return true;
  const words = bare(text);
  if (DONE.test(words) || DONE.test(words.replaceAll(' ', ''))) return true;
  // "Yes" promises more; 好的 and OK do not.
  return (
    (parseYesNo(text) === false && !/^[也就]/.test(words)) || (parseYesNo(text) === true && !/^(?:有|是|係|yes|yep|yeah|y$)/.test(words))
  );
}

const DROPPED = new RegExp(
  `^(?:好|那|还是|還是|我|先|就|算了|算啦|不了)*(?:算|取消|停|不?用?投[诉訴]|(?:不|唔|别|別)(?:想|要)?(?:再)?(?:投[诉訴]|客[诉訴]|搞|弄|登[记記]|理[赔賠]|提)|撤)${END}$`,
  'u',
);
const DROPPED_ENGLISH =
  /^(?:ok |no |please )*(?:cancel|stop|forget)(?: (?:it|this|that|about it|the (?:complaint|claim)))*$|^never ?mind$|^drop it$|^i changed my mind$/;

/** Whether the intake is to be dropped: 算了, 不投诉了, "forget it". A plain no is an answer, not that. */
export function isDropped(text: string): boolean {
  const words = bare(text);
  if (text.length <= LONGEST_WITHDRAWAL && WITHDRAWS.test(text) && !WITHDRAWS_NOT.test(text)) return true;
  return DROPPED.test(words.replaceAll(' ', '')) || DROPPED_ENGLISH.test(words);
}

/** 算了撤了吧, 撤销投诉, 确认撤回, "cancel everything": nothing stands yet that could be withdrawn later. */
const WITHDRAWS =
  /撤(?:销|銷|回|诉|訴|单|單|掉|了|吧|咗|返)|\bwithdraw|\b(?:cancel|scrap|drop) (?:everything|all of it|the (?:whole )?(?:thing|complaint|claim))\b/i;
const WITHDRAWS_NOT =
  /(?:不|别|別|唔|没|沒|先|不要|怎么|怎麼|点|點|能|可以|可唔可以)[^，。,]{0,4}撤|[?？吗嗎]|\b(?:not|don'?t|can|how|if)\b/i;
const LONGEST_WITHDRAWAL = 30;

const REFUSED =
  /(?:不想|不愿意?|不願意?|不肯|不方便|没必要|沒必要|才不|唔想|唔會|唔会)(?:要|再|跟你|和你)?(?:给|給|说|說|讲|講|告诉|告訴|提供|留|填|发|發|报|報|透露|回答|答|俾|畀)|[凭憑](?:什么|什麼|啥|咩)(?:要|让|讓|问|問|给|給)|少(?:废话|廢話|啰嗦|囉嗦)|(?:别|別|不要)(?:再|一直)?[问問]|[问問](?:这么|那么|這麼|那麼|咁)多|[问問][个個]没完|(?:赶紧|趕緊|直接|快点|快點)(?:给我|給我|帮我|幫我)?(?:登[记記]|提交)|stop asking|just (?:register|file|log) it|(?:why should|why must) i (?:give|tell|send|prove)|none of your business/i;
const LONGEST_REFUSAL = 24;

/** Whether the customer will not answer what was asked: 不想给, 凭什么要我给, "stop asking". */
export function refuses(text: string): boolean {
  return text.length <= LONGEST_REFUSAL && REFUSED.test(text.normalize('NFKC'));
}

const ASKS_NOW =
  /(?:要|想)(?:先)?(?:查|睇)(?:一下)?(?:我的)?(?:快递|快遞|包裹|件|物流|单号|單號)[^，。]{0,4}$|(?:还|還)?要多久[^，。]{0,4}(?:到(?![账賬帐款哪])|送)|(?:等一下|等等|等阵|等陣|先|顺便|順便|帮我|幫我|麻烦|麻煩|请|請)[^，。,]{0,8}(?:查|看|睇)|[查看睇](?:一)?下|到(?:哪|边|邊)(?:里|裡|裏|儿|兒|度)?(?:了|呢|吗|嗎|呀)*[?？]?$|(?:几时|幾時|什么时候|什麼時候)[^，。]{0,8}[?？]?$|(?<![没沒冇])多少(?:钱|錢)|^track\b|where(?:'s| is| are)\b|can you (?:check|track|tell)|when will|how (?:much|long)/i;
const ASKS_HOW =
  /进度|進度|到哪|怎么样|怎麼樣|如何|点样|點樣|处理得|處理得|有(?:没有|沒有)?(?:结果|結果|消息)|status|progress|update|happen/i;
const SMALL: ReadonlySet<Intent> = new Set(['greet', 'thank', 'goodbye', 'help']);
const TRACKING: ReadonlySet<Intent> = new Set(['track_shipment', 'delivery_time_estimate']);
const OWN: ReadonlySet<Intent> = new Set(['complaint', 'claim_compensation']);
/** Longer messages are part of the story, whatever they resemble. */
const LONGEST_ASIDE = 60;
const LONGEST_COURTESY = 16;

/** What asks for a person even from somebody who tells a story in single words. */
const PERSON = /人工|真人|活人|转接|轉接|human|agent|representative|real person/i;

/**
 * Whether a message in the middle of the intake is about something else: asks for a person, where a parcel is now, a price. `isInFragments`: the
 * customer tells their story in many short messages, each of which means little by itself.
 */
export function isAside(turn: Turn, isInFragments = false): boolean {
  const { text, intent, confidence, decision } = turn.understanding;
  const titled = intentOfTitle(text);
  if (titled) return !OWN.has(titled);
  if (/CMP-?\d{8}/i.test(text)) return true;
  // A sum, four digits or a bare number answer questions, whatever the classifier reads in them.
  if (isUnexplainedNumber(turn)) return false;
  if (decision !== 'act' || OWN.has(intent) || text.length > LONGEST_ASIDE || !/\p{L}{2}/u.test(withoutNumbers(text))) return false;
  const asksWhere = TRACKING.has(intent) && turn.understanding.numbers.length > 0 && ASKS_NOW.test(text);
  if (intent === 'complaint_status' && ASKS_HOW.test(text)) return turn.flows.hasOpen('complaint_status');
  if (isInFragments) return asksWhere || (intent === 'human_agent' && PERSON.test(text));
  if (SMALL.has(intent)) return text.length <= LONGEST_COURTESY;
  // "They told me to call" and a phone to call are no demand for a person.
  if (intent === 'human_agent') return confidence >= 0.9 && !phoneIn(turn);
  return (
    intent !== 'out_of_scope' && intent !== 'complaint_status' && intent !== 'cancel' && intent !== 'survey_response' && ASKS_NOW.test(text)
  );
}
