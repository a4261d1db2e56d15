import type { Intent } from '../../core/types.ts';
import { texts } from './texts.ts';

/**
 * What is asked of a parcel, beyond where it is: when it comes, why it stands still, what the customer may do now, who signed, its
 * pickup code, until when and where it can be collected, that it be hurried, its full history, or that in the carrier's own words; `days`, `route`: whether
 * anything is delivered on certain days, or how long it takes somewhere, of no parcel in particular; `anger`: nothing is asked at all.
 */
export type Focus =
  | 'status'
  | 'eta'
  | 'why'
  | 'remedy'
  | 'signer'
  | 'code'
  | 'deadline'
  | 'point'
  | 'hurry'
  | 'trace'
  | 'original'
  | 'days'
  | 'route'
  | 'anger';

const REMEDY_CHINESE =
  /^(那|那么|那麼|咁|唉|哎|所以|现在|現在|而家|依家|急死了|[，,。.!！ ]){0,12}(我|我们|我們|我哋)?(现在|現在|而家|依家)?(该|該|应该|應該|可以|能|还能|還能|要|有咩|有什么|有什麼|有啥)?(怎么办|怎麼辦|怎么辦|咋办|咋整|点办|點辦|点算|點算|点搞|點搞|点做|點做|怎么做|怎麼做|怎么处理|怎麼處理|点处理|點處理|如何是好|如何处理|如何處理|怎样处理|怎樣處理|做(点|點)?(什么|什麼|啥|咩|乜|啲咩|乜嘢)|(办法|辦法)(可以)?)(好|才好|吗|嗎|呢|呀|啊|啦|先){0,8}$|^(咁|那)?(而家|依家|宜家)(点|點)(呀|啊|好)?$|^咁(点|點)(呀|啊|好)?$/u;
const REMEDY_ENGLISH =
  /^((so|ok|okay|and|but|well|then|right|great|now),? ){0,8}(what (can|should|could|do|am|shall|must) (i|we)( supposed)?( to)? do( now| then| about (it|this|that)| next){0,3}|what now|now what|what next|what are my options|what options do i have|is there (anything|something) i can do|anything i can do|can i do (anything|something)( about (it|this|that))?|how (can|do) (i|we) (fix|solve|sort) (it|this|that)( out)?)( then| now| please){0,4}$/;

const ORIGINAL =
  /^(?:我?(?:想|要)?(?:看|显示|顯示|查看|给我看|給我看|俾我睇|睇)?(?:一?下|下)?)?(?:承运商|承運商|快递|快遞|轨迹|軌跡)?(?:的|嘅)?(?:原文|原话|原話|原句)(?:呢|吗|嗎|是什么|是什麼|係咩|吧)?$|^(?:(?:show|see|view|give)(?: me)? )?(?:the )?original(?: (?:text|texts|words|wording|language|scans?|history))?(?: please)?$/;
const CODE = /取件码|取件碼|取货码|取貨碼|提货码|提貨碼|取件密码|取件密碼|(pick ?-?up|collection|locker) (code|pin)/i;
const COLLECT = '(?:取件|取貨|取货|领取|領取|领|領|取|拿|自取|自提|攞)(?!到|得到|消)';
const DEADLINE = new RegExp(
  [
    `(?:最晚|最迟|最遲|最後|最后|几时|幾時|什么时候|什麼時候|几号|幾號|哪天|几点|幾點|多久|幾耐|几天|幾天)[^,，。]{0,8}${COLLECT}`,
    `${COLLECT}(?:的|件)?(?:期限|截止|時限|时限)`,
    '(?:保管|保留|存放|寄放)(?:到|至|几|幾|多|期限|期)|(?:能|可以|会|會)(?:放|存)(?:几|幾|多)(?:天|久|日|耐)',
    "\\b(?:until when|by when|till when|how long|how many days|what(?:'s| is) the (?:last day|deadline)|when is the last)\\b.{0,24}\\b(?:collect|pick|kept|held|keep|hold|stored)",
    '\\b(?:collection|pick-?up) deadline|\\blast (?:day|date) (?:to|for) (?:collect|pick)|\\bwhen (?:do|must|should) i (?:have to )?(?:collect|pick)|\\b(?:collect|pick) it (?:up )?by when\\b',
  ].join('|'),
  'iu',
);
/** Who asks when a courier comes to collect speaks of a parcel to be sent. */
const BY_COURIER = /上门|上門|你们|你們|[来來](?:取|收|攞)|寄|\bcouriers?\b|\bdrivers?\b|\byou (?:guys )?(?:collect|pick|come)/iu;
const POINT = new RegExp(
  [
    `(?:哪|哪里|哪裡|哪兒|哪儿|邊度|边度|什么地方|什麼地方)(?:去|可以|能|先)?${COLLECT}`,
    '(?:取件|自提|领取|領取|取貨|取货)(?:点|點|地点|地點|地址|位置)(?:在|是)?(?:哪|邊|边|什么地方|什麼地方)',
    '\\bwhere (?:do|can|should|must|could) i (?:go to )?(?:collect|pick|get it|fetch)|\\bwhere (?:is|are) (?:the |my )?(?:pick-?up|collection) point|\\bwhere to (?:collect|pick)',
  ].join('|'),
  'iu',
);
const HURRY =
  /催(一?下|一催|催|促|件|派|单|單|快)|(能|可以|可唔可以|帮我|幫我|麻烦|麻煩).{0,4}(快一?[点點啲]|快啲|加急|加快)|(hurry|speed) (it|this|that|things|my \w+) ?up|expedite|rush (it|this)|chase (it|this)( up)?|(make|get|move|bring|send|deliver) (it|this|that|them|my \w+) (come |go |move |here |to me )?(any )?(faster|quicker|sooner|asap)|(can|could) (it|this|that) (come|be|get here|arrive) (any )?(faster|quicker|sooner|earlier)|\b(please|pls|can)\b.{0,12}\b(more )?(fast|faster|quick|quicker|quickly)\b|^(hurry|faster|quick|quickly|more fast)( up)?( please| pls)?$/i;
const SIGNER =
  /签收人|簽收人|(谁|誰|边个|邊個|哪位).{0,4}(签|簽|收)|(签|簽).{0,3}(谁|誰|边个|邊個)|who (sign(ed|s)?|received?|accept(ed)?|took|collect(ed)?)( for)?\b|signed (for )?by/i;
const WHY =
  /为什么|為什麼|为啥|為啥|点解|點解|(怎么|怎麼|咋)(还|還|又|一直|就|会|會)?(不|没|沒|停|卡|这么慢|這麼慢|失败|失敗)|\bwhy\b|how come|what('s| is) (the reason|holding)/i;
const DAYS =
  /(周末|週末|周六|周日|星期[六日天]|禮拜[六日天]|礼拜[六日天]|假期|假日|节假日|節假日|过年|過年|春节|春節|新年|国庆|國慶|连假|連假)[^到]{0,8}((送|派)(货|貨|件)?(吗|嗎|不)|(送不送|派不派|派唔派|送唔送)|有(送|派|配送)|有冇(得)?(送|派)|(上班|营业|營業|开门|開門|有開))|(do|are|will) (you|u|they|ya)( guys)? (deliver|work|open|delivering|working)( \w+)? (on |at |over )?(the )?(sun|satur)days?|(deliver|open|work)\w{0,8}( \w+)? (on |at |over )?(the )?((sun|satur)days?|weekends?|(public |bank )?holidays?|christmas|new year)/i;

const ROUTE =
  /(寄|发|發)(到|去|往|给|給)?[\u4e00-\u9fff]{2,8}(要|需要|大概|一般)*(几天|幾天|幾日|多久|几日|多长时间|多長時間|幾耐)|how (long|many days)( does it take| is it| will it take)?( to (send|ship|post|get))?.{0,24} (from|to (?!(wait|arrive|come|reach|hear|get|be|know|receive|reply|answer|deliver|see|fix|solve|me|us|you|it)\b)) ?[a-z]+/i;
const WHY_SHORT =
  /^(那|咁|but |and |so )?(为什么|為什麼|为啥|為啥|点解|點解|why|how come)(呢|啊|呀|not)?$|^(那|咁)?(为什么|為什麼|为啥|為啥|点解|點解|怎么|怎麼|咋)(还|還|一直|又|都|会|會)*(派|送|不动|不動|没动|沒動|唔郁|停|卡|没更新|沒更新|不更新|三天|几天|幾天|派唔|送唔)|^((这|這|那)?(海关|海關)(到底|究竟)?(要|需要|缺|差)|(到底)?(还|還)?(缺|差)(啥|什么|什麼|哪些|咩))|^what (else )?(does|do|is) customs? |^why (so|is it so) (slow|late|long)\b|^why (is|isn'?t|is it|has|hasn'?t|did|didn'?t|was|wasn'?t).{0,24}(mov|stuck|updat|deliver|late|arriv|back)/i;

/** Why it is late, in a short question of its own. */
const WHY_LATE =
  /^(那|咁|请问|請問)?(我的?|我嘅|这|這|呢)?(个|個|件)?(包裹|快递|快遞|件)?(到底|究竟)?(为什么|為什麼|为何|為何|为啥|為啥|点解|點解|怎么|怎麼|咋)(还|還|会|會|要|又|就|咁|这么|這麼|那么|那麼|一直){0,3}(晚|迟|遲|慢|延误|延誤|延迟|延遲|超时|逾時|没到|沒到|未到|不到)|^(请问|請問)?(延误|延誤|延迟|延遲|晚到|迟到|遲到|晚点|超时|逾時|滞留|滯留)(的|嘅)?原因|^(是)?(什么|什麼|咩|啥)原因|^what (caused|is causing|s causing) |^(the )?reason for (the|this) delay|^what('?s| is| was) the (reason|cause)/i;

/** The one thing the message asks; `status` when nothing in particular. */
export function focusOf(text: string, intent: Intent): Focus {
  const asked = asksInParticular(text);
  if (asked) return asked;
  if (intent === 'delivery_time_estimate') return 'eta';
  if (SIGNER.test(text)) return 'signer';
  return WHY.test(text) ? 'why' : 'status';
}

/** What can be told from the words alone, whatever the classifier says; undefined for longer messages. */
export function asksInParticular(text: string): Focus | undefined {
  if (text.length > LONGEST_QUESTION) return text.length <= LONGEST_PLEA && HURRY.test(text) ? 'hurry' : undefined;
  if (Object.values(texts.fullTrace).some((title) => title.toLowerCase() === text.trim().toLowerCase())) return 'trace';
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<![\s\p{P}\p{S}])[\s\p{P}\p{S}]+$/u, '')
    .trim();
  if (REMEDY_CHINESE.test(plain) || REMEDY_ENGLISH.test(plain)) return 'remedy';
  if (ORIGINAL.test(plain) || Object.values(texts.original).some((title) => title === text.trim())) return 'original';
  if (DAYS.test(plain)) return 'days';
  if (ROUTE.test(plain)) return 'route';
  if (SIGNER.test(plain) && plain.length <= LONGEST_SIGNER) return 'signer';
  if (WHY_SHORT.test(plain) || WHY_LATE.test(plain)) return 'why';
  if (CODE.test(plain)) return 'code';
  if (!BY_COURIER.test(plain)) {
    if (DEADLINE.test(plain)) return 'deadline';
    if (POINT.test(plain)) return 'point';
  }
  return HURRY.test(plain) ? 'hurry' : undefined;
}

const LONGEST_SIGNER = 24;

/** Longer messages say more: the classifier reads them. */
const LONGEST_QUESTION = 40;
/** Who begs for haste says why. */
const LONGEST_PLEA = 60;
