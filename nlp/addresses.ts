import type { Entity } from '../core/types.ts';
import type { Head } from './addresses/chinese.ts';
import { findHead, HOUSE, LONGEST_STREET, STREET } from './addresses/chinese.ts';
import { findForeign } from './addresses/foreign.ts';
import { toSimplified } from './normalize.ts';
import { findPhones } from './numbers/contacts.ts';

/** An address in parts, in the writing of the customer but for the names we complete. Always to be confirmed before use. */
export interface Address {
  /** ISO 3166-1 alpha-2; HK, MO and TW have their own. */
  readonly country: string;
  readonly province?: string;
  readonly city?: string;
  readonly district?: string;
  /** Road, house, floor, room; of an address abroad everything but the postcode. */
  readonly street: string;
  readonly name?: string;
  /** E.164. */
  readonly phone?: string;
  readonly postcode?: string;
  /** 0–1: how complete it is, not how likely it exists. Below 0.6 a part is missing that the carrier needs. */
  readonly confidence: number;
  /** UTF-16 offsets of region and street, without name and phone. */
  readonly start: number;
  readonly end: number;
}

const LONGEST_READ = 500;

/**
 * The address in a message; undefined when there is none with a street. No library: those there are fail on +86 and Hong Kong, guess
 * the city of a district that several have, and are not kept up.
 * @param phones those found already, so that their digits are not read as houses
 */
export function parseAddress(text: string, phones: readonly Entity[] = findPhones(text)): Address | undefined {
  const read = text.slice(0, LONGEST_READ);
  const [phone] = phones.filter(({ type }) => type === 'phone');
  // Line breaks part name and street, as customers paste them; the phone's place becomes one too.
  const blank = phones.reduce(
    (left, { start, end }) => left.slice(0, start) + '\n'.repeat(Math.max(0, Math.min(end, left.length) - start)) + left.slice(end),
    read,
  );
  const plain = toSimplified(blank).replaceAll('臺', '台');
  const address = parseChinese(plain, read) ?? parseForeign(blank);
  if (!address) return undefined;
  const outside = blank.slice(0, address.start) + '\n'.repeat(address.end - address.start) + blank.slice(address.end);
  const name = findName(outside);
  return { ...address, ...(name && { name }), ...(phone && { phone: phone.value }) };
}

/** As an entity, its value on one line. */
export function findAddress(text: string, phones?: readonly Entity[]): Entity | undefined {
  const address = parseAddress(text, phones);
  if (!address) return undefined;
  return { type: 'address', value: text.slice(address.start, address.end).replace(/\s+/g, ' '), start: address.start, end: address.end };
}

function parseChinese(plain: string, original: string): Address | undefined {
  const head = findHead(plain);
  if (!head) return undefined;
  const stretch = plain.slice(head.streetAt, head.streetAt + LONGEST_STREET);
  const street = /^[^\n。；;！!？?]*/.exec(stretch)?.[0] ?? '';
  const kept = cutStreet(street);
  if (!STREET.test(kept)) return undefined;
  const end = head.streetAt + kept.length;
  const postcode = findPostcode(plain, head.country);
  return {
    country: head.country,
    ...partsOf(head),
    street: original.slice(head.streetAt, end).trim(),
    ...(postcode && { postcode }),
    confidence: rate(head, kept),
    start: head.start,
    end,
  };
}

function partsOf({ province, city, district }: Head): Pick<Address, 'province' | 'city' | 'district'> {
  return { ...(province && { province }), ...(city && { city }), ...(district && { district }) };
}

/** Pieces after a comma or blank belong to the street as long as they name a road, house or room. */
function cutStreet(street: string): string {
  let end = 0;
  for (const piece of street.matchAll(/[^ ,，、]+/g)) {
    const [word] = piece;
    const isPart = STREET.test(word) || HOUSE.test(word) || /^[A-Z\d-]{1,6}$/i.test(word);
    if (end > 0 && !isPart) break;
    if (end > 0 && /^(?:收件人|联系人|收货人|姓名|电话|手机|邮编)/.test(word)) break;
    end = piece.index + word.length;
  }
  return street
    .slice(0, end)
    .replace(/(?:收件人|联系人|收货人|姓名|电话|手机|邮编|谢谢|可以吗|行吗|吧|。)[\s\S]*/, '')
    .trimEnd();
}

function rate({ country, city, district }: Head, street: string): number {
  const hasRegion = country === 'HK' || country === 'MO' ? true : city !== undefined;
  const score = 0.3 + (hasRegion ? 0.2 : 0) + (district ? 0.2 : 0) + (HOUSE.test(street) ? 0.25 : 0);
  return Math.round(score * 100) / 100;
}

function findPostcode(plain: string, country: Head['country']): string | undefined {
  if (country === 'CN') return /(?<!\d)[1-8]\d{5}(?!\d)/.exec(plain)?.[0];
  if (country === 'TW') return /(?<!\d)(\d{3}(?:\d{2,3})?)(?= ?(?:台|新|桃|高|基|嘉|苗|彰|南|云|屏|宜|花|澎|金|连))/.exec(plain)?.[1];
  return undefined;
}

function parseForeign(text: string): Address | undefined {
  const found = findForeign(text);
  if (!found) return undefined;
  const { country, postcode, start, end } = found;
  const whole = text.slice(start, end);
  const street = (postcode ? whole.replace(postcode, '') : whole)
    .replace(/[\s,]+/g, (gap) => (gap.includes(',') || gap.includes('\n') ? ', ' : ' '))
    .replace(/, $/, '')
    .trim();
  // Without a library nothing tells city from street: an agent or the customer must.
  return { country, street, ...(postcode && { postcode }), confidence: postcode || country === 'HK' ? 0.5 : 0.4, start, end };
}

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛范彭鲁韦马苗方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝邬安常于傅康伍余顾孟黄穆萧肖尹姚邵汪祁毛米贝戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房干解应丁宣邓洪包左石崔吉龚程邢裴陆翁曾曲家段侯武刘景詹龙叶司黎白赖廖冉';

/** After a label, or alone between breaks: two or three characters that begin with a surname. */
function findName(outside: string): string | undefined {
  const labelled =
    /(?:收件人|收货人|收貨人|联系人|聯絡人|姓名|name)[ :：是]*([\u3400-\u9fff·]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})/i.exec(outside)?.[1];
  if (labelled) return labelled;
  return outside
    .split(/[\s,，;；、:：。]+/)
    .find(
      (piece) =>
        /^[\u3400-\u9fff]{2,3}$/.test(piece) &&
        SURNAMES.includes(toSimplified(piece.charAt(0))) &&
        !/[改地址送件寄到号谢安排快]/.test(piece),
    );
}
