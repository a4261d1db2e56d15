import { fold } from '../../../core/han.ts';
import type { Paper, Slot } from './phrase.ts';

/** Ends of what is a place of the trade, in folded Chinese. */
export const PLACE_END =
  '转运中心公司|分拨中心公司|转运中心|中转中心|分拨中心|集散中心|处理中心|分拣中心|集散点|集散地|操作中心|运营中心|营运中心|物流中心|配送中心|服务中心|转运站|中转站|中转场|转运场|中转部|分公司|公司|分部|营业部|营业点|营业厅|营业所|营业站|网点|服务点|服务站|站点|派送站|配送站|配送点|快递点|揽投部|收件点|投递部|投递局|投递站|邮局|互换局|机场|口岸|海关|保税仓|保税区|仓库|仓|港口|码头|枢纽|处理局|分拨点|分拨|集包地|站';

const PAPERS: Readonly<Record<Paper, string>> = {
  commercial_invoice: '(?:商业|形式|购物|商品)?发票|commercial invoices?|proforma invoices?|pro forma invoices?|invoices?',
  identity:
    '(?:收件人)?(?:身[份分]证|身[份分]信息|身[份分]证明|身[份分]资料|实名信息|实名认证|护照|证件|身份)(?:号码|号|正反面|复印件|照片|信息|资料|件)?|(?:proof of )?identity(?: documents?)?|identification|id(?: card| copy| documents?)?|passport(?: copy)?',
  description:
    '(?:物品|货物|商品|内件|品名)(?:详细)?(?:说明|描述|清单|信息|明细|申报)|装箱单|品名|(?:detailed )?(?:goods |product |content |item )?descriptions?(?: of (?:the )?(?:goods|contents))?|packing list',
  proof_of_payment:
    '(?:付款|支付|购买|交易|购物)(?:凭证|证明|记录|截图)|(?:proof|receipt) of (?:payment|purchase)|payment (?:proof|receipt)',
  licence: '(?:进口|出口)?(?:许可证|批文|许可|证书)|(?:import |export )?(?:licen[cs]es?|permits?)',
  power_of_attorney: '(?:报关|清关)?委托书|授权书|power of attorney|poa',
  other_papers:
    '(?:清关|报关|相关|补充)?(?:资料|材料|文件|单证|单据|证明)|(?:further |additional |customs )?(?:documents?|papers|documentation|paperwork|information)',
};
const ANY_PAPER = Object.values(PAPERS).join('|');
const IS_PAPER = Object.entries(PAPERS).map(([paper, words]) => [paper as Paper, new RegExp(`^(?:${words})$`, 'u')] as const);
const DAY = '[一二三四五六日天]|mon|tues|wednes|thurs|fri|satur|sun';
const NUMBER = '\\d{1,2}|[一二三四五六七八九十两]{1,2}|one|two|three|four|five|six|seven|ten|fourteen';
const CLAUSE_END = '(?=[,;!?，。；！？、]|\\.(?: |$)|$)';
const BRACKETED = '【[^】]{1,40}】|\\[[^\\]]{1,40}\\]|「[^」]{1,40}」|“[^”]{1,40}”';

/** What can stand in a slot of a shape, over folded text; `who$` and `point$` reach to the end of the clause. */
const CONTENT: Readonly<Record<string, string>> = {
  place: ` ?(?<place>${BRACKETED}|[\\p{Script=Han}a-z0-9()·]{1,20}?(?:${PLACE_END})(?:\\([^)]{1,12}\\))?|\\p{Script=Han}{2,9}${CLAUSE_END}|\\p{Script=Han}{2,9}?|[a-z][a-z' -]{1,36}[a-z](?:, [a-z]{2}(?=[.,;]|$))?) ?`,
  next: ` ?(?<next>${BRACKETED}|[\\p{Script=Han}a-z0-9()·]{1,20}?(?:${PLACE_END})(?:\\([^)]{1,12}\\))?|\\p{Script=Han}{2,9}${CLAUSE_END}|\\p{Script=Han}{2,9}?|[a-z][a-z' -]{1,36}[a-z](?:, [a-z]{2}(?=[.,;]|$))?) ?`,
  point: ` ?(?<point>${BRACKETED}|[\\p{Script=Han}a-z0-9 ()·#-]{1,30}?)`,
  point$: ` ?(?<point>${BRACKETED}|[\\p{Script=Han}a-z0-9 ()·#*'-]{1,40})${CLAUSE_END}`,
  who: ' ?(?<who>[\\p{Script=Han}·•‧・*()]{1,14}|[a-z*.]{1,16}(?: [a-z*.]{1,16}){0,3})',
  who$: ` ?(?<who>[\\p{Script=Han}·•‧・*()a-z.' -]{1,36})${CLAUSE_END}`,
  phone: '(?<phone>[+(]{0,2}[\\d*][\\d* ()-]{3,22}[\\d*])',
  code: '(?<code>\\*{4}|[a-z0-9一二三四五六七八九十甲乙丙丁]{1,10}(?:-[a-z0-9]{1,10}){0,4})',
  when: `(?<when>(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]?(?: ?\\d{1,2}[:点时]\\d{0,2})?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?|[今明后][天日](?:上午|下午|晚上|中午)?(?:\\d{1,2}[:点时]\\d{0,2})?|\\d{1,2}:\\d{2}|\\d{1,2}点|下?(?:周|星期|礼拜)(?:${DAY})|(?:today|tomorrow|(?:${DAY})day)(?: (?:morning|afternoon|evening))?|\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?: \\d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \\d{1,2})`,
  count: `(?<count>${NUMBER})`,
  rest: '(?<rest>[^,，。!！;]{0,20})',
  papers: `(?<papers>(?:${ANY_PAPER})(?:(?:、|和|及|与|以及|或| and | or |, )(?:${ANY_PAPER})){0,3})`,
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
    .split(/、|和|及|与|以及|或| and | or |, /u)
    .flatMap((word) => IS_PAPER.find(([, pattern]) => pattern.test(word))?.[0] ?? []);
  return [...new Set(named)];
}

export type Slots = Readonly<Partial<Record<Slot, string>>>;
