import { fold } from '../../../core/han.ts';
import type { Paper, Slot } from './phrase.ts';

/** Ends of what is a place of the trade, in folded Chinese. */
export const PLACE_END =
  '转运中心公司|分拨中心公司|转运中心|中转中心|分拨中心|集散中心|处理中心|分拣中心|集散点|集散地|操作中心|运营中心|营运中心|物流中心|配送中心|服务中心|转运站|中转站|中转场|转运场|中转部|分公司|公司|分部|营业部|营业点|营业厅|营业所|营业站|网点|服务点|服务站|站点|派送站|配送站|配送点|快递点|揽投部|收件点|投递部|投递局|投递站|邮局|互换局|机场|口岸|海关|保税仓|保税区|仓库|仓|港口|码头|枢纽|处理局|分拨点|分拨|集包地|站';

const PAPERS: Readonly<Record<Paper, string>> = {
  commercial_invoice:
    '(?:商业|形式|购物|商品|报关)?发票(?:原件|复印件|副本)?|(?:valid |signed )?(?:commercial |proforma |pro forma |customs )?invoices?(?: copy)?',
  identity:
    '身[份分]证(?:明)?(?:号码|号|正反面|正面|反面|复印件|影本|照片|信息|资料|件){0,2}|身[份分](?:信息|资料|文件|证件|号码)|实名信息|护照(?:号码|复印件|影本|信息)?|证件(?:号码|复印件|照片|信息|资料)?|身[份分]|(?:proof of |valid )?(?:identity|identification)(?: documents?| card| number| papers)?|(?:national |photo )?id(?: card| copy| documents?| number| proof)?|passport(?: copy| number)?|kyc(?: documents?| form| information| details)?',
  real_name:
    '(?:ez ?way|易利委)(?:app)? ?(?:实名)?(?:认证|委任|确认|申报)|实名(?:认证|制认证|登记|验证)|ez ?way(?: (?:verification|registration|authori[sz]ation))?|real[- ]name (?:verification|authentication|registration)',
  tax_number:
    '(?:eori|vat|增值税|税务|统一|纳税人)(?:登记|识别|编号|号码|号|编){1,2}|税号|统编|统一编号|(?:consignee |importer )?(?:eori|vat|tax|gst|ioss|importer)(?: id)?(?: registration)?(?: number| no\\.?| code)|eori|tax id',
  safety_sheet: 'msds(?:报告|文件|表)?|(?:化学品)?安全(?:技术说明书|数据表|资料表|数据单)|(?:material )?safety data sheets?|msds',
  goods_code: '(?:hs|海关|商品|税则)(?:编码|编号|号列|码)|(?:hs|tariff|commodity|harmoni[sz]ed) codes?(?: of (?:the )?goods)?',
  description:
    '(?:物品|货物|商品|内件|品名)(?:详细)?(?:说明|描述|清单|信息|明细|申报)|装箱单|品名|(?:detailed )?(?:goods |product |content |item )?descriptions?(?: of (?:the )?(?:goods|contents))?|packing list',
  proof_of_payment:
    '(?:付款|支付|购买|交易|购物)(?:凭证|证明|记录|截图)|(?:proof|receipt) of (?:payment|purchase)|payment (?:proof|receipt)',
  licence: '(?:进口|出口)?(?:许可证|批文|许可|证书)|(?:import |export )?(?:licen[cs]es?|permits?)',
  power_of_attorney:
    '(?:报关|清关)?委[托任]书|授权书|(?:letter|form) of authori[sz]ation|authori[sz]ation (?:letter|form)|power of attorney|poa',
  other_papers:
    '(?:清关|报关|相关|补充)?(?:资料|材料|文件|单证|单据|证明)|(?:further |additional |customs )?(?:documents?|papers|documentation|paperwork|information)',
};
const AND = '(?: ?、 ?| ?和 ?| ?及 ?| ?与 ?|以及|或| ?/ ?| ?& ?| and | or |, )';
const RECIPIENT = '收件人|收货人|收方|买家|recipient|consignee|receiver|addressee|importer|buyer';
const SENDER = '寄件人|发件人|寄方|卖家|sender|shipper|consignor|exporter|seller';
/** Whose a paper is: `收件人的身份证`, `consignee's passport`, `EORI number of the consignee`. */
const OWNER = `(?:(?:a |the |their |your )?(?:copy of )?(?:the )?(?:${RECIPIENT}|${SENDER}|您)(?:'s|s')?(?:的| )?|(?:a |an |the |their |your |其)?(?:copy of )?(?:the )?)`;
const OWNED = `(?: of (?:the )?(?:${RECIPIENT}|${SENDER}))?`;
const IS_PAPER = Object.entries(PAPERS).map(([paper, words]) => [paper as Paper, new RegExp(`^(?:${words})$`, 'u')] as const);
const OWNERS = new RegExp(`^${OWNER}|${OWNED}$`, 'gu');
const OF_RECIPIENT = new RegExp(RECIPIENT, 'u');
const OF_SENDER = new RegExp(SENDER, 'u');
const DAY = '[一二三四五六日天]|mon|tues|wednes|thurs|fri|satur|sun';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const CLOCK = '(?:上午|下午|晚上|中午|晚)?\\d{1,2}(?::\\d{2}(?::\\d{2})?|[点时](?:\\d{1,2}分?|半)?)';
const CLOCK_ENGLISH = '(?:,? (?:at )?\\d{1,2}(?::\\d{2})? ?(?:[ap]m|hrs|h)?(?![\\d-]))?';
const CURRENCY =
  '(?:nt|hk|us|au|sg|ca|nz|mop|[asc])?\\$|[€£¥￥₩]|cny|rmb|usd|eur|gbp|hkd|twd|ntd|jpy|krw|aud|cad|sgd|myr|人民币|新台币|台币|港币|港元|美元|欧元|英镑|日元';
const SUM = '\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?';
const NUMBER = '\\d{1,3}|[一二三四五六七八九十两]{1,2}|one|two|three|four|five|six|seven|ten|fourteen';
const CLAUSE_END = '(?=[,;!?，。；！？、]|\\.(?: |$)|$)';
const NAMES_OF_PAPERS = '(?:[^,，;；。!?]{2}){0,38}?[^,，;；。!?]{1,2}?';
const PAPERS_END =
  '(?:(?:至|给|到|予)?(?:客服|海关|我司|网点)?(?:邮箱)?(?:以便清关|用于清关|方可清关|后清关)?(?=[,;!?，。；！？]|\\.(?: |$)|$| (?!实名)\\p{Script=Han})|(?= to (?:customer service|customs|us|the carrier)))';
const BRACKETED = '【[^】]{1,40}】|\\[[^\\]]{1,40}\\]|「[^」]{1,40}」|“[^”]{1,40}”';

/**
 * What can stand in a slot of a shape, over folded text; `who$`, `point$` and `papers$` reach to the end of the clause, papers less what
 * they are for. Which of them are papers is asked once a shape fits: the names of all would stand in every shape.
 */
const CONTENT: Readonly<Record<string, string>> = {
  place: ` ?(?<place>${BRACKETED}|[\\p{Script=Han}a-z0-9()·]{1,20}?(?:${PLACE_END})(?:\\([^)]{1,12}\\))?|\\p{Script=Han}{2,9}${CLAUSE_END}|\\p{Script=Han}{2,9}?|[a-z][a-z' -]{1,36}[a-z](?:, [a-z]{2}(?=[.,;]|$))?) ?`,
  next: ` ?(?<next>${BRACKETED}|[\\p{Script=Han}a-z0-9()·]{1,20}?(?:${PLACE_END})(?:\\([^)]{1,12}\\))?|\\p{Script=Han}{2,9}${CLAUSE_END}|\\p{Script=Han}{2,9}?|[a-z][a-z' -]{1,36}[a-z](?:, [a-z]{2}(?=[.,;]|$))?) ?`,
  point: ` ?(?<point>${BRACKETED}|[\\p{Script=Han}a-z0-9 ()·#-]{1,30}?)`,
  point$: ` ?(?<point>${BRACKETED}|[\\p{Script=Han}a-z0-9 ()·#*'-]{1,40})${CLAUSE_END}`,
  who: ' ?(?<who>[\\p{Script=Han}·•‧・*()]{1,14}|[a-z*.]{1,16}(?: [a-z*.]{1,16}){0,3})',
  who$: ` ?(?<who>[\\p{Script=Han}·•‧・*()a-z.' -]{1,36})${CLAUSE_END}`,
  phone: '(?<phone>[+(]{0,2}[\\d*][\\d* ()-]{3,22}[\\d*])',
  code: '(?<code>\\*{4}|[a-z0-9一二三四五六七八九十甲乙丙丁]{1,10}(?:-[a-z0-9]{1,10}){0,4})',
  when: `(?<when>(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]?(?:\\((?:周|星期)[一二三四五六日天]\\))?(?: ?${CLOCK})?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?: ?${CLOCK})?|(?<=\\p{Script=Han}[: ]{0,2})\\d{1,2}/\\d{1,2}(?![/\\d])(?:\\([一二三四五六日]\\))?(?: ?${CLOCK})?|(?:[今明后][天日]|当[天日]|次日)(?:上午|下午|晚上|中午)?(?: ?${CLOCK})?|${CLOCK}|(?:下|本|这)?(?:周|星期|礼拜)(?:${DAY})(?: ?${CLOCK})?|(?:today|tomorrow|(?:${DAY})day)(?: (?:morning|afternoon|evening))?(?:,? \\d{1,2} ${MONTH})?${CLOCK_ENGLISH}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \\d{4})?${CLOCK_ENGLISH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?${CLOCK_ENGLISH}|\\d{1,2}(?::\\d{2})? ?[ap]m)`,
  count: `(?<count>${NUMBER})`,
  rest: '(?<rest>[^,，。!！;]{0,20})',
  amount: `(?<amount>(?:${CURRENCY}) ?(?:${SUM})(?:元)?|(?:${SUM}) ?(?:元|${CURRENCY}))`,
  papers: `(?<papers>${NAMES_OF_PAPERS})`,
  papers$: `(?<papers>${NAMES_OF_PAPERS})${PAPERS_END}`,
};

/** 已 and the word for a parcel, before whatever is said. */
export const BEFORE =
  /(?:your |the |this |our )?(?:parcel|package|shipment|item|order) (?:(?:has been|is being|being|is|was|has|will be) )?|(?:(?:您|你)的|该|此|本)?(?:(?:顺丰|京东|圆通|中通|申通|韵达|极兔|德邦|百世|天天|优速|安能|菜鸟|邮政|云途)(?:速运|速递|快运|物流|快递) )?(?:快件|订单|包裹|快递(?![员柜小单])|货物|邮件|货件|物品|商品)?(?:已经?(?!(?:派送|投递|派件|配送|送货)(?!成功|完成|失败|未|不|中|至|到|给|员))|现已|均已|现|业已)?/uy;

/** A shape as a pattern to be tried at one place of a folded text. */
export function compile(shape: string): RegExp {
  const source = shape.replace(/\{(\w+\$?)\}/g, (whole, name: string) => CONTENT[name] ?? whole);
  return new RegExp(`(?:${source})(?![a-z])`, 'duy');
}

/** The papers a slot names, each once. */
export function papersIn(slot: string): readonly Paper[] {
  const named = fold(slot)
    .split(new RegExp(AND, 'u'))
    .flatMap((word) => {
      const paper = word.trim().replace(OWNERS, '').trim();
      return IS_PAPER.find(([, pattern]) => pattern.test(paper))?.[0] ?? [];
    });
  return [...new Set(named)];
}

/** Whether a slot names papers and nothing else. */
export const isPapers = (slot: string): boolean =>
  fold(slot)
    .split(new RegExp(AND, 'u'))
    .every((word) => {
      const paper = word.trim().replace(OWNERS, '').trim();
      return IS_PAPER.some(([, pattern]) => pattern.test(paper));
    });

/** Whose the papers of a slot are, where it says so of one party alone. */
export function ownerOf(slot: string): 'recipient' | 'sender' | undefined {
  const folded = fold(slot);
  const [isRecipients, isSenders] = [OF_RECIPIENT.test(folded), OF_SENDER.test(folded)];
  if (isRecipients === isSenders) return undefined;
  return isRecipients ? 'recipient' : 'sender';
}

export type Slots = Readonly<Partial<Record<Slot, string>>>;
