import { HARMS, type Intent } from '../../core/types.ts';
import type { TicketType } from '../../rules/complaints/codes.ts';
import { intentOfTitle } from '../texts.ts';
import type { Turn } from '../turn.ts';
import { withoutNumbers } from './words.ts';

const PRAISE =
  /表[扬揚]|[赞讚](?:一下|下|吓|你|佢|他|她)|[赞讚]扬|讚揚|称[赞讚]|稱讚|嘉[许許]|点(?:个|個)?赞|點(?:個)?讚|夸(?:一下|奖|獎|夸|他|她|你们?的?快递员)|誇(?:一下|獎|他|她)|想?(?:感谢|感謝|多谢|多謝)(?:一下)?(?:那|这|這|嗰|个|個|位|你们的?|你們的?|贵司|貴司)*(?:快递|快遞|派件|派送|配送|客服|司机|司機|小哥|师傅|師傅)|锦旗|錦旗|\bcompliment(?!ary)|\bpraise|\bcommend(?:ation)?\b|\bkudos\b|shout-?out|(?:thank|recognise|recognize) (?:your|the) (?:courier|driver|agent)|(?:driver|courier|rider|guy|man|lady|staff|agent|colleague)[^.!?]{0,30}\b(?:was|is|were|are) (?:(?:so|super|very|really|extremely|such|absolutely|a) )*(?:nice|kind|helpful|polite|friendly|patient|great|amazing|wonderful|lovely|sweet|professional|excellent)\b|\b(?:lovely|brilliant|fantastic|wonderful|amazing|cracking|great|nicest|kindest|sweetest|absolute) (?:bloke|lad|guy|man|lady|woman|driver|courier|chap|fella|person|star|legend|gem)\b|\bwhat a (?:star|gem|legend|gent|diamond)\b|\bpass(?:ed)? (?:that|it|this|(?:my|our) thanks) on\b/i;
/** Said about ourselves, denied, or in scorn: no praise. */
const NO_PRAISE =
  /(?:不|没|沒|别|別|甭|怎么|怎麼|凭什么|憑什麼|还|還|自己|难道|難道|值得)[^，。,.]{0,4}(?:表[扬揚]|[赞讚]|夸|誇)|表[扬揚](?:你们?)?自己|(?:not|don't|never|hardly|no) [^.]{0,12}(?:compliment|praise)|投[诉訴]|客[诉訴]|complain/i;

const SUGGESTION =
  /(?:提|有|给|給|反映|反馈|反饋)(?:你们?|你們|贵司|貴司|公司)?(?:一?(?:个|個|条|條|点|點|些|小))*(?:建议|建議|改进|改進)|(?:提|有)(?:一?(?:个|個|条|條|点|點|些|小))+(?:意见|意見)|提(?:你们|你們)?意(?:见|見)|^(?:我)?(?:想)?(?:建议|建議)(?:[:：,，\s]|你们|你們|贵|貴|公司|能|可以|增加|加|以后|以後|以后|快递|在|把|$)|意见箱|意見箱|(?:have|make|got|leave) (?:a|an|one|some) (?:suggestion|idea)|suggestion\s*(?:box|:|for you)|^suggestion|i(?:'d| would)(?: like to)? suggest|^(?:my )?(?:feedback|idea)\s*:|it would be (?:great|nice|better|helpful) if (?:you|your)/i;
/** Advice is asked for, or the suggestion is a threat. */
const NO_SUGGESTION =
  /(?:有什么|有什麼|有啥|有咩|什么|什麼|给我|給我|给点|給點)[^，。]{0,4}(?:建议|建議|意见|意見)(?:吗|嗎|呢|[?？])|(?:没有|沒有|冇|没|沒)(?:什么|什麼|啥)?(?:建议|建議|意见|意見)|有没有|有沒有|any suggestion|what do you suggest|投[诉訴]|客[诉訴]|complain|[赔賠]/i;

/** Praise or suggestion where the words say so plainly; undefined for everything else, which is a complaint or no ticket. */
export function typeOf(text: string): TicketType | undefined {
  const plain = text.normalize('NFKC');
  if (PRAISE.test(plain) && !NO_PRAISE.test(plain)) return 'praise';
  return SUGGESTION.test(plain) && !NO_SUGGESTION.test(plain) ? 'suggestion' : undefined;
}

const ROLES =
  '快递员|快遞員|速遞員|送货员|送貨員|送货小哥|送貨小哥|送货大哥|送貨大哥|外务员|外務員|运将|運將|派件员|派件員|派送员|派送員|配送员|配送員|速递员|速遞員|外送员|外送員|客服|司机|司機|小哥|师傅|師傅|业务员|業務員|站长|站長';
const NAMED = [
  // 小王, 老陈师傅; not 小哥 or 老板.
  /([小老阿](?![哥姐姨爷爺时時板家区區心包费費是公妈媽爸婆嬷嬤伯叔姊弟妹孩朋票件人师師太闆])[\u4e00-\u9fff](?:师傅|師傅|哥|姐|先生|小姐)?)/u,
  new RegExp(
    `(?:${ROLES})(?:叫|名叫|是|：|:)?\\s*(?!态度|態度|服务|服務|人|很|特别|特別|真|非常|都|们|們|把|给|給|帮|幫|冒|每|太|点|點|写|寫)((?:小|老|阿)?[\\u4e00-\\u9fff]{1,3}?(?:师傅|師傅|先生|小姐|女士|哥|姐)?)(?=${ROLES}|服务|服務|态度|態度|[，,。.!！;；\\s]|很|真|特别|特別|太|帮|幫|冒|把|非常|每|给|給|$)`,
    'u',
  ),
  new RegExp(
    `(?:表[扬揚]|[赞讚]|感谢|感謝|多谢|多謝|夸|誇)(?:一下|下)?(?:你们|你們)?(?:的)?((?:小|老|阿)?(?![你您][们們哋]|那|这|這|一|嗰|[个個位])[\\u4e00-\\u9fff]{1,3})(?<![个個位的])(?=${ROLES})`,
    'u',
  ),
  /(?:courier|driver|agent|rider|colleague)[ ,]+(?:named |called |is )?([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)/,
  /(?:praise|compliment|commend|thank|kudos to|shout-?out to) ([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)/,
];
const ROLE = new RegExp(ROLES);
const LONGEST_NAME = 40;

/** Whom praise is for, as the customer named them: 小王, `courier Tom` → Tom, else the role; undefined when nobody is named. */
export function findPraised(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  for (const pattern of NAMED) {
    const name = pattern.exec(plain)?.[1]?.trim();
    if (name) return name.slice(0, LONGEST_NAME);
  }
  return ROLE.exec(plain)?.[0] ?? /\b(?:courier|driver|agent)\b/i.exec(plain)?.[0].toLowerCase();
}

/** The words without whom they praise: whether anything else is told. */
export function withoutPraised(text: string, praised = ''): string {
  return text.replace(praised, '').replace(new RegExp(ROLES, 'g'), '');
}

/** 投诉： and "Complaint:" say what follows, whatever it resembles. */
const ANNOUNCED =
  /^(?:我)?(?:要|想|再次?|现在|現在)?(?:正式)?(?:投[诉訴]|客[诉訴])(?!电话|電話|热线|熱線|渠道|方式|的|进|進|处理|處理|单|單|编号|編號|记录|紀錄)|(?:我|俺)(?:现在|現在|就|还|還|真的|一定|必须|必須)*(?:要|想|再)+(?:投[诉訴]|客[诉訴])(?!电话|電話|热线|熱線|渠道|方式|的|进|進|单|單)|^(?:another |formal |a )?complaint[:,!. ]|^i(?:'m| am) complaining|^i (?:want|would like|wish) to (?:make a |file a )?complain/i;
const OURS: ReadonlySet<Intent> = new Set(['complaint', 'claim_compensation']);
const TICKETS: ReadonlySet<Intent> = new Set(['complaint', 'complaint_status', 'claim_compensation', 'human_agent']);

/** What begins the intake though the classifier has no word for it: praise, a suggestion, and harm that must not wait. */
export function claimTicket({ understanding }: Turn): Intent | undefined {
  const { text, mood, intent, decision, ranking } = understanding;
  // Numbers without a word are no complaint, whatever the classifier guesses from their shape.
  if (intentOfTitle(text) || !/\p{L}{2}/u.test(withoutNumbers(text))) return undefined;
  const isHarm = mood.risks.some((risk) => HARMS.has(risk));
  if (isHarm && !(decision === 'act' && intent === 'complaint_status')) return 'complaint';
  if (intent !== 'complaint_status' && !(decision === 'act' && TICKETS.has(intent)) && ANNOUNCED.test(text.normalize('NFKC')))
    return 'complaint';
  // Between a complaint and a claim there is nothing to ask: both begin here.
  const [first, second] = ranking;
  if (decision === 'clarify' && first && second && OURS.has(first.intent) && OURS.has(second.intent)) return first.intent;
  // A threat or a leak that the classifier can make nothing of must not end in a menu.
  if (mood.risks.length > 0 && decision !== 'act') return 'complaint';
  return typeOf(text) ? 'complaint' : undefined;
}
