import type { Intent, Understanding } from '../core/types.ts';
import { cleanText } from '../nlp/normalize.ts';
import type { Candidate, CandidateKind } from '../rules/conversations/types.ts';

/** Longest text kept: what is longer tells a story and labels badly. */
const MAX_TEXT = 500;

/**
 * A message as it may be kept to learn from.
 * @param given what was read of the message, unchanged: the entities' offsets are into it
 */
export function toCandidate(
  kind: CandidateKind,
  given: string,
  understanding: Understanding,
  occurredAt: Date,
  chosenIntent?: Intent,
): Candidate {
  const { locale, intent, confidence, ranking } = understanding;
  const text = maskForLearning(given, understanding);
  return { kind, occurredAt, locale, text, intent, confidence, ranking, ...(chosenIntent && { chosenIntent }) };
}

/** The message on one line, with whatever names a person or a parcel replaced by what it is: `⟨phone⟩`, `⟨name⟩`. */
export function maskForLearning(given: string, { entities, numbers }: Pick<Understanding, 'entities' | 'numbers'>): string {
  const spans = [
    ...entities.filter(({ type }) => type !== 'amount'),
    ...numbers.map(({ start, end }) => ({ type: 'tracking_number' as const, start, end })),
  ];
  let masked = '';
  let end = 0;
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (span.start < end) continue;
    masked += `${given.slice(end, span.start)}⟨${span.type}⟩`;
    end = span.end;
  }
  masked += given.slice(end);
  const plain = cleanText(masked.replace(LONG_DIGITS, '⟨digits⟩')).text.replace(/\s+/g, ' ');
  // Cut last, and before a mark rather than within it.
  return maskNames(plain)
    .slice(0, MAX_TEXT)
    .replace(/⟨[^⟨⟩]*$/, '');
}

/** Whatever was recognised as nothing: identity and bank cards, door codes, half a phone. Years, prices and small counts stay. */
const LONG_DIGITS = /(?<![\d０-９])[\d０-９](?:[ -]?[\d０-９]){4}(?:[ -]?[\d０-９])*[xX]?/g;

/** A name is known by what stands before it; one that stands alone cannot be told from other words. */
function maskNames(text: string): string {
  return text.replace(CHINESE_NAME, '$1⟨name⟩').replace(TITLED_NAME, '⟨name⟩$1').replace(ENGLISH_NAME, '$1⟨name⟩');
}

const CHINESE_NAME =
  /((?:我叫|我的名字是|我的名字叫|名字是|名字叫|姓名|收件人|收貨人|收货人|寄件人|联系人|聯絡人|聯繫人|签收人|簽收人) ?(?:是|叫|为|為|改成|改为|改為|[:：])? ?)(?!(?:是|不|没|沒|的|电话|電話|地址|信息|資料|资料|本人|写|寫|拒|已|要|在|都|有|说|說|怎么|怎麼|签|簽|和|跟|填|错|錯))[\u3400-\u9fff·]{2,4}/gu;
// The commonest surnames before a title: 王先生, 陳小姐. 客服小姐 and 快递先生 are none.
const TITLED_NAME =
  /(?<![\u3400-\u9fff])[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴洪庄莊][\u3400-\u9fff]{0,2}(先生|女士|小姐|太太)/gu;
const ENGLISH_NAME =
  /((?:\b(?:[Mm]y|[Tt]he|[Hh]is|[Hh]er|[Rr]ecipient(?:'s)?|[Ss]ender(?:'s)?|[Cc]onsignee(?:'s)?)\s+)?\b(?:[Nn]ame(?:\s+is|'s|\s*:)|[Rr]ecipient(?:\s+is|\s*:)|[Cc]onsignee(?:\s+is|\s*:)|(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r)\.?)\s+)\p{L}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]+){0,2}/gu;
