import type { Topic } from '../core/acts.ts';

/** How customers ask about us rather than about their parcel, in folded simplified Chinese and English; the first that fits counts. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'what_noted',
    /(?:都|到底|究竟|现在|目前|先|刚才|头先)?(?:记|登记|写|填|录|留)(?:下|低|了|着|的|咗|住|落){0,3}(?:的|嘅)?(?:都|些|是|啲|系){0,2}(?:什么|啥|哪些|乜|咩|点)|(?:念|读|复述|重复|讲|报)(?:返|出嚟|出来|一遍|一下|哈|下|给我|俾我){1,3}(?:听|看|你记的|我的|记的|所有|登记)?|(?:记|登记|写)(?:的|了)(?:对不对|对吗|全不全|齐不齐|没有|没|冇|吗)[^，。]{0,6}$|有(?:没有|冇)?(?:帮我)?(?:记|写|登记)(?:进|下|到|上|落|低)?(?:去|来|嚟)?[^，。]{0,10}$|(?:有没有|有冇|有)(?:帮我)?改(?:到|好|了|过)?(?:吗|没|冇|嘛|未)?$|改(?:好|了|到)(?:未|没|吗)$|我(?:说|讲|报|留)(?:的|过)?[^，。]{0,8}(?:记|写|登记)(?:下来|低|上)?(?:了|咗)?(?:吗|么|没|没有|未)|\b(?:what|which) (?:have|did|do|'?ve|bits)? ?(?:you|u|ya|you've|you'?ve) (?:just )?(?:got|get|have|noted?|write|wrote|written|put|taken?)\b[^.?]{0,30}|\bread (?:it|that|everything|this|them|all)? ?(?:all )?back\b|\b(?:did|have) (?:you|u) (?:get|got|note|write|noted|written) (?:the|my|that|it|down|all|everything)\b|\bwhat(?:'s| is) (?:on|in) (?:my|the) (?:file|ticket|case|record|note)\b/u,
  ],
  [
    'commercial_invoice',
    /(?:商业|形式)?发票(?:系|是)(?:咩|乜|什么|啥)|(?:什么|咩|乜|啥)(?:是|系|叫|叫做)(?:商业)?发票|(?:截图|截屏|订单|付款|收据|小票)[^，。]{0,10}(?:当|做|代替|算|即系|得唔得|行不行|可以|可唔可以|能不能)[^，。]{0,6}(?:发票)?|(?:商业|形式|海关要的?)发票[^，。]{0,8}(?:哪里|边度|怎么|点样|去哪|问谁|找谁|搵边个)|\bwhat(?:'s| is| even is) a (?:commercial|proforma) invoice\b|\b(?:screenshot|receipt|order (?:page|confirmation)|bank statement)\b[^.?]{0,24}\b(?:do|enough|ok|okay|count|instead|work)\b|\b(?:where|how) (?:do|can|would) i get (?:an?|the|that) (?:commercial )?invoice\b/u,
  ],
  [
    'is_safe',
    /(?:短信|简讯|微信|电话|链接|连结|邮件)[^。]{0,24}(?:是不是|系咪|系唔系|是否)(?:你们|你哋|您们|官方|真的?)|(?:诈骗|骗子|骗人|钓鱼|假(?:的|冒)?客服|是不是骗|会不会骗|泄露|安全吗|安唔安全|可信吗|信得过吗|靠谱吗|隐私)|\b(?:scam|phish\w*|fraud|is (?:this|it) (?:safe|legit|real|genuine)|are you (?:legit|genuine)|what (?:do|will) you do with my (?:data|number|phone|details))\b/u,
  ],
  [
    'is_robot',
    /(?:你|您)?(?:是不是|系唔系|是|系)?(?:个|一个)?(?:机器人|人工智能|ai|真人|活人|电脑)(?:吗|么|还是|定|定系|啊|呀|来的|来㗎)|(?:真人|活人)(?:吗|么|系唔系)|(?:是不是|系咪|系唔系)(?:个|一个)?(?:机器人|机械人|真人|活人|人工智能|电脑|ai)|\b(?:are (?:you|u|ya)|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:even |really |actually |just )?(?:an? |the )?(?:bot|robot|ai|machine|computer|human|person|real (?:person|human))\b/u,
  ],
  [
    'why_asked',
    /(?:为什么|为啥|为何|干嘛|干吗|干什么|做咩|做乜|点解|凭什么|凭啥|有什么用|有咩用|有啥用|有必要|一定要|必须要|要来(?:干|做))[^，。]{0,8}(?:要|给|俾|畀|留|提供|填|问|知道|发|电话|手机|号码|后四位|尾号|照片|图|单号|金额|价值)|(?:要|拿|问)[^，。]{0,8}(?:电话|手机|号码|后四位|尾号|照片|单号|金额|价值)[^，。]{0,4}(?:干嘛|干吗|做咩|做乜|做什么|干什么|干啥|有什么用|有咩用)|^(?:为什么|为啥|点解|干嘛|做咩)[?？呢啊呀]*$|\b(?:why|what) (?:do|would|should|must) (?:you|i|u) (?:need|want|ask|have to|give|send|tell)\b|\bwhat(?:'s| is) (?:that|this|it) for\b|\bwhat (?:do you need (?:it|that|this|my \w+)|for)\b|\bis (?:it|that|this) (?:really )?necessary\b/u,
  ],
  [
    'when_called',
    /(?:几点|几时|什么时候|何时|啥时候|多久|几耐)[^，。]{0,6}(?:打(?:给|来|俾|电话)|回电|来电|call|联系|联络|覆)|(?:打|回电|来电)[^，。]{0,4}(?:几点|几时|什么时候|多久)|(?:会|有人)[^，。]{0,6}(?:打|联系|联络|回电|来电)[^，。]{0,6}(?:吗|嘛|没有|不会|未|\?)|\b(?:when|what time|how soon|how long)\b[^.?]{0,24}\b(?:call|ring|phone|hear)\b|\b(?:will|is|are|does) (?:some(?:one|body)|any(?:one|body)|you|they)\b[^.?]{0,16}\b(?:call|ring|phon|contact)/u,
  ],
];
const LONGEST = 120;

/** What somebody asks about us; undefined for everything else, and for longer messages, which tell more than they ask. */
export function topicOf(folded: string): Topic | undefined {
  return folded.length > LONGEST ? undefined : TOPICS.find(([, words]) => words.test(folded))?.[0];
}
