import { HARMS } from '../../core/types.ts';
import type { LossKind } from '../../rules/claims/types.ts';
import type { TicketCategory } from '../../rules/complaints/codes.ts';
import type { Turn } from '../turn.ts';
import type { ComplaintSlots } from './slots.ts';

type Rule = readonly [TicketCategory, RegExp];

/** Matters the classifier has no category for; looked at first. Held against the story in lower case. */
const SPECIAL: readonly Rule[] = [
  ['cod', /代收(?:货款|貨款|款)|货到付款|貨到付款|\bc\.?o\.?d\.?\b|cash on delivery/],
  ['customs', /海关|海關|清关|清關|报关|報關|关税|關稅|\bcustoms\b|\bduties\b/],
  ['bot_service', /机器人|機器人|機械人|机械人|人工智障|智能客服|\b(?:chat)?bot\b/],
  [
    'pickup',
    /(?:没|沒|不|未)(?:有)?(?:人)?(?:来|來|上门|上門|到府)?(?:揽收|攬收|取件|收件(?!人)|揽件|攬件)|(?:上门|上門|到府)取件.{0,8}(?:没|沒|不|迟|遲)|missed (?:the )?(?:pickup|collection)|(?:never|nobody) (?:came to )?(?:picked|pick|collect)/,
  ],
  ['document', /回单|回單|签收单|簽收單|对账单|對帳單|proof of delivery|\bpod\b/],
];

/** What happened, in words; for messages the classifier takes for something else than a complaint. The first that fits counts. */
const BY_WORDS: readonly Rule[] = [
  [
    'fake_delivery_sign',
    /(?:显示|顯示|写着|寫著|说|說|话|話)[^，。]{0,6}(?:签收|簽收|送达|送達|派送成功)|(?:签收|簽收)(?:了|咗|,|，| )?[^，。]{0,8}(?:没|沒|未|冇)[^，。]{0,6}(?:收到|收过|收過)|(?:冇收[过過]|收唔到).{0,16}(?:签收|簽收)|(?:假|虚假|虛假|代|冒名)(?:签收|簽收)|(?:没|沒|未|冇)[^，。]{0,6}收到.{0,16}(?:签收|簽收)|(?:says|marked|shown?|shows) (?:as )?(?:delivered|signed)/,
  ],
  [
    'damage',
    /破|碎|烂|爛|坏|壞|裂|压扁|壓扁|变形|變形|漏|湿|濕|泡水|摔|凹|渣|报废|報廢|没法用|沒法用|变质|變質|化了|臭了|发霉|發霉|ruin|spoil|掟|抌|淋(?:了)?雨|损坏|損毀|损毁|刮花|(?<!un)damaged?|broken|in pieces|torn|ripped|crush|smash|shatter|dent|crack|leak|soaked|\bwet\b/,
  ],
  [
    'shortage',
    /少(?:了|件|发|發|一|两|兩|咗)|(?:[只隻件個个部條条])[^，。]{0,4}冇咗|缺(?:了|件|少)|短少|空(?:箱|盒|包)|missing (?:items?|parts?|from)|items? (?:is|are|was|were) missing|incomplete|empty box/,
  ],
  [
    'loss',
    /(?<![乱亂用直随隨便])[丢丟](?![在到着著来來下]|的(?!包裹|快递|快遞|东西|東西)|包(?!裹))|遗失|遺失|弄没|不见了|不見了|唔見|找不到(?:了|件)|\blost\b|\bloss\b|disappear|vanish|never (?:arrived|came|received)|went missing|gone missing/,
  ],
  [
    'misdelivery',
    /(?:送|派|投|寄|放)(?:错|錯)|隔[篱籬]|别人家|別人家|隔壁|wrong (?:address|house|person|flat|door)|neighbou?r|someone else/,
  ],
  ['fee_dispute', /多收|收多(?:了|咗)|乱收费|亂收費|收费|收費|运费|運費|扣费|扣費|overcharg|\bfees?\b|charged/],
  [
    'service_attitude',
    /态度|態度|骂|罵|[闹鬧]我|黑面|好[恶惡]|恶劣|惡劣|没礼貌|沒禮貌|不礼貌|挂(?:我)?电话|掛(?:我)?電話|\brude\b|attitude|shout|swore|insult/,
  ],
  [
    'delay',
    /慢|晚|迟|遲|延误|延誤|超时|超時|逾期|拖|还没到|還沒到|还没收到|還沒收到|没动|沒動|未[嚟到]|卡在|滞留|滯留|未到|\blate\b|delay|slow|stuck|not (?:yet )?(?:arrived|delivered)|still (?:waiting|not|hasn)/,
  ],
];

/**
 * What the ticket is about. Harm and leaked data outrank what happened to the parcel; then what the story came to when it was
 * told, which answers given since do not change; then matters named by their word; then the classifier, unless the words plainly
 * say something else.
 */
export function categoryOf(turn: Turn, slots: Pick<ComplaintSlots, 'story' | 'mood' | 'category'>): TicketCategory {
  const { story, category } = slots;
  return riskCategory(slots) ?? category ?? knownCategory(turn, slots) ?? guessOf(turn, story) ?? 'other';
}

function guessOf(turn: Turn, story: string): TicketCategory | undefined {
  return story === '' ? undefined : supported(turn.understand(story).category, namedTroubles(story));
}

/** Damage always has a word for it: where none stands, the classifier only guessed, and sorry for the wrong thing is worse. */
function supported(guess: TicketCategory | undefined, named: readonly TicketCategory[]): TicketCategory | undefined {
  return guess === 'damage' && !named.includes('damage') ? undefined : guess;
}

function riskCategory({ mood }: Pick<ComplaintSlots, 'mood'>): TicketCategory | undefined {
  if (mood.risks.some((risk) => HARMS.has(risk))) return 'safety';
  return mood.risks.includes('privacy') ? 'privacy' : undefined;
}

/** As `categoryOf`, but undefined rather than a guess: whether the words say what happened. */
export function knownCategory(turn: Turn, slots: Pick<ComplaintSlots, 'story' | 'mood'>): TicketCategory | undefined {
  const { story } = slots;
  const risky = riskCategory(slots);
  if (risky) return risky;
  const text = story.normalize('NFKC').toLowerCase();
  const special = find(SPECIAL, text);
  if (special || text === '') return special;
  const understood = turn.understand(story);
  const isClear = understood.intent === 'complaint' && understood.decision === 'act';
  const named = namedTroubles(text);
  const guess = isClear ? supported(understood.category, named) : undefined;
  return guess && (named.length === 0 || named.includes(guess)) ? guess : (named[0] ?? guess);
}

/** Every trouble the words name. */
export function namedTroubles(story: string): readonly TicketCategory[] {
  const text = story.normalize('NFKC').toLowerCase();
  return BY_WORDS.filter(([, words]) => words.test(text)).map(([category]) => category);
}

const find = (rules: readonly Rule[], text: string): TicketCategory | undefined => rules.find(([, words]) => words.test(text))?.[0];

/** Whether knowing the parcel helps with this; what is no parcel's matter is not asked for its number. */
export function concernsParcel(category: TicketCategory): boolean {
  return category !== 'bot_service' && category !== 'pickup' && category !== 'privacy';
}

const LOSSES: Readonly<Partial<Record<TicketCategory, LossKind>>> = {
  loss: 'lost',
  misdelivery: 'lost',
  fake_delivery_sign: 'lost',
  damage: 'damaged',
  shortage: 'shortage',
  delay: 'delayed',
};

/** What compensation would be for; undefined when goods were neither lost, harmed nor late. */
export function lossOf(category: TicketCategory): LossKind | undefined {
  return LOSSES[category];
}

/** Whether a picture would show what happened. */
export function isSeen(category: TicketCategory): boolean {
  return category === 'damage' || category === 'shortage' || category === 'misdelivery' || category === 'fake_delivery_sign';
}
