import { fold } from '../../../core/han.ts';
import { t } from '../../../core/i18n.ts';
import { maskName } from '../../../core/masking.ts';
import { KIN } from '../../../core/nameWords.ts';
import { groupsOf } from '../../../core/spans.ts';
import { surnameOf } from '../../../core/surnames.ts';
import type { Locale, Text } from '../../../core/types.ts';
import { IS_SOMEBODYS } from '../parties.ts';
import { isPoint, tellPoint, tellsKindOnly } from './places.ts';

/** Who signs when it is nobody by name, as carriers write it in folded Chinese and English. */
const ROLES: readonly (readonly [pattern: string, text: Text])[] = [
  [
    '本人|收件人(?:本人)?|收货人|客户(?:本人)?|self|recipient|addressee|consignee|customer|receiver|resident|householder',
    t('本人', '本人', 'the recipient'),
  ],
  [`家人|家属|家里人|亲属|亲友|家庭成员|叔叔|${KIN}|family(?: member)?|relative|household member`, t('家人', '家人', 'a family member')],
  ['父亲|爸爸|母亲|妈妈|父母|father|mother|parents?', t('父母', '父母', 'a parent')],
  ['丈夫|妻子|爱人|老公|老婆|太太|先生|配偶|husband|wife|spouse|partner', t('配偶', '配偶', 'the spouse')],
  ['儿子|女儿|孩子|子女|son|daughter|child', t('子女', '子女', 'a son or daughter')],
  ['同事|colleague|co-?worker', t('同事', '同事', 'a colleague')],
  ['同学|室友|朋友|flatmate|roommate|housemate|friend', t('朋友或室友', '朋友或室友', 'a friend or flatmate')],
  ['邻居|邻里|隔壁(?:邻居)?|neighbou?rs?', t('邻居', '鄰居', 'a neighbour')],
  ['门卫|门岗|保安|警卫|门卫室|保安室|警卫室|security(?: guard| desk)?|guard|gatekeeper|porter|doorman', t('门卫', '警衛', 'security')],
  ['前台|柜台|总台|总机|reception(?:ist)?|front desk', t('前台', '櫃台', 'reception')],
  [
    '物业|物业管家|管家|管理员|管理处|管委会|物业管理处|大楼管理员|社区管理员|concierge|building (?:office|management|manager)|caretaker|superintendent',
    t('物业', '管理處', 'the building office'),
  ],
  ['收发室|传达室|单位收发室?|收发|公司收发|文员|秘书|mail ?room|office(?: staff)?', t('收发室', '收發室', 'the mailroom')],
  ['单位|公司|单位同事|company|business', t('单位', '公司', 'the company')],
  ['保姆|阿姨|家政|housekeeper|nanny', t('保姆', '家事人員', 'the housekeeper')],
  ['宿管|宿管(?:阿姨|大爷|老师|员)|舍监|宿舍管理员|dorm(?:itory)? (?:desk|staff)', t('宿管', '宿舍管理員', 'the dormitory desk')],
  ['大堂|大堂(?:经理|副理|保安|管理员)|lobby(?: desk)?', t('大堂', '大廳櫃檯', 'the lobby desk')],
  ['leasing (?:office|agent)|property manager', t('租务处', '租賃辦公室', 'the leasing office')],
  ['(?:图片|照片|拍照|影像)|photo(?: proof)?|picture', t('拍照签收', '拍照簽收', 'photo proof')],
  ['仓库|仓管|warehouse|dock|loading (?:dock|bay)', t('仓库', '倉庫', 'the warehouse')],
  ['他人|别人|他人代收|他人代签|其他人?|other|others|another person|individual', t('他人', '他人', 'another person')],
  ['快递员|派件员|派送员|配送员|courier|driver', t('快递员', '配送員', 'the courier')],
  ['寄件人|发件人|寄方|卖家|商家|sender|shipper|seller', t('寄件人', '寄件人', 'the sender')],
  ['无人|未签|免签|无需签收|no signature(?: required)?|not required|unattended', t('无需签收', '免簽收', 'no signature needed')],
];
const PATTERNS = ROLES.map(([words, text]) => [new RegExp(`^(?:${words})$`, 'u'), text] as const);
/** `前台代签`, `放门口`, `by neighbour`: what is said about it stands around the role. */
const AROUND =
  /^(?:已?(?:由|被|放在|放至|放于|放到|放|存放|投|存入|至|到|他人-?)|(?:left |delivered |signed )?(?:by|at|in|on|with|to) (?:the |a |your )?|the |a |an |your )/u;
const AFTER = /(?:代为|代)?(?:签收|代收|签|收|收件|领取|取件)$|\s?\(?(?:签字|签名)\)?$/u;

const ROLE_FIRST = /^(?:快递员|派件员|派送员|配送员|管理员|同事|邻居|物业|门卫|保安|前台|家人)/u;
const roleOf = (who: string): Text | undefined => PATTERNS.find(([pattern]) => pattern.test(who))?.[1];
const plain = (who: string): string => fold(who).trim().replace(AROUND, '').replace(AFTER, '').trim();

/** Whether it is a role, a place, or a name that was masked: anything else in a signer's place is not understood. */
export function isSomebody(who: string): boolean {
  return who.includes('*')
    ? /^[^正已将未不无由被凭]{1,24}$/u.test(who) && !/[员人](?!\*)/u.test(who.replace(ROLE_FIRST, ''))
    : roleOf(plain(who)) !== undefined || isPoint(who);
}

/**
 * Who signed, in the customer's language: roles and places are told (`前台代签` is reception), names stay as they are written, masked.
 * Of a role with a name or another role after it both are said; whatever else stands there is not.
 */
export function tellSigner(given: string, locale: Locale): string {
  const who = maskName(withoutNumbers(given));
  const told = tellRole(who, locale);
  if (told !== undefined) return told;
  const parts = splitRole(who, locale);
  const hasMore = parts !== undefined && (/\p{N}{3}/u.test(parts.name) || IS_SOMEBODYS.test(fold(parts.name)));
  const isPlace = isPoint(who) && !who.includes('*') && !hasMore;
  if (isPlace) return tellPoint(who, locale);
  if (!parts) return who;
  // Digits and streets behind a role may be the other party's.
  const name = tellRole(parts.name, locale) ?? (isMaskedName(parts.name) ? parts.name : undefined);
  return name === undefined ? parts.role : inBrackets(parts.role, name, locale);
}

/** Without documents' and phones' numbers, which some carriers write behind a signer, and the brackets they stood in. */
const withoutNumbers = (given: string): string =>
  given
    .replace(
      /(?:身[份分][证證]|护照|護照|证件|證件|工号|工號|电话|電話|手机|手機|\b(?:id|passport|tel|phone)\b)?[号號:： ]{0,3}[A-Za-z]{0,3}[\d(][\d()（）Xx-]{4,}/giu,
      '',
    )
    .replace(/[\s/,，(（]{1,4}[)）]?$/u, '')
    .trim();

const inBrackets = (role: string, name: string, locale: Locale): string => (locale === 'en' ? `${role} (${name})` : `${role}（${name}）`);

/** A role with a masked name after it: `邻居张*`. */
function splitRole(who: string, locale: Locale): { readonly role: string; readonly name: string } | undefined {
  for (let length = Math.min(LONGEST_ROLE, who.length - 1); length >= 2; length -= 1) {
    const role = tellRole(who.slice(0, length), locale);
    const name = who
      .slice(length)
      .replace(/^[\s:：(（/-]+/, '')
      .replace(/[)）]$/, '');
    if (role !== undefined && name !== '' && !/^[a-z]/.test(name)) return { role, name };
  }
  return undefined;
}

/** Where it was left, told in a signer's place: nobody signed. Undefined for who did; empty for others than the recipient. */
export function tellLeft(given: string, locale: Locale, isRecipient: boolean): string | undefined {
  const said = plain(given);
  if (given.includes('*') || roleOf(said) !== undefined || !isPoint(said) || !UNATTENDED.test(said)) return undefined;
  return isRecipient
    ? tellPoint(
        given
          .trim()
          .replace(AROUND_AS_WRITTEN, '')
          .replace(/(?<=\p{Script=Han})了$/u, ''),
        locale,
      )
    : '';
}

/** Where nobody stands to sign: at a desk, in a shop or with a guard somebody does. */
const UNATTENDED =
  /门口|门前|家门|门廊|后门|车库|信箱|信报箱|邮箱|安全|地垫|花园|院|\b(?:door|doorstep|porch|garage|mail ?box|letter ?box|safe place|garden|shed|gate)\b/u;
const AROUND_AS_WRITTEN =
  /^(?:left|delivered|placed|put) (?:by|at|in|on|with|to) (?:the |a |your )?|^(?:已?(?:放置?|存放|投|存入)(?:在|至|于|到)?)/i;

/** To others than the recipient: a role, a kind of place, or a masked name alone; undefined for what may be an address or a code. */
export function tellSignerToOthers(given: string, locale: Locale): string | undefined {
  const who = maskName(withoutNumbers(given));
  const told = tellRole(who, locale) ?? (isMaskedName(who) ? who : undefined);
  const parts = told === undefined ? splitRole(who, locale) : undefined;
  return parts ? (isMaskedName(parts.name) ? inBrackets(parts.role, parts.name, locale) : parts.role) : told;
}

/** What names a signer in a carrier's words: `签收人：…`, `由…代收`, "signed for by …". */
const IN_TEXT: readonly RegExp[] = [
  /(?:签收|代收|代签|收件签字)人(?:是|为)?\s?[:]?\s?([^,。;!\s()【】:]{2,20}(?: [a-z][a-z'.-]{0,20}){0,2})/dgu,
  /(?:由|被)\s?([^,。;!由被]{1,16}?)\s?(?:代为|本人)?(?:签收|代收|代签|收取|领取|取走|收下)/dgu,
  /\b(?:signed(?: for)?|received|accepted|collected|taken) by:?\s([^,;:()]{2,40}?)(?=[,;:()]|[.](?: |$)|$| (?:on|at|in) )/dgu,
];

/** Who signed, by the scan's own field or, where that is empty, by its words; undefined where neither says it. */
export function signerOf({ signedBy, text }: { readonly signedBy?: string; readonly text: string }): string | undefined {
  if (signedBy?.trim()) return signedBy;
  const folded = fold(text);
  for (const pattern of IN_TEXT)
    for (const { start, end } of groupsOf(pattern, folded)) {
      const who = text.slice(start, end).trim();
      if (isSomebody(maskName(who))) return who;
    }
  return undefined;
}

/** 周*, M*** W***; what begins with no surname (取*, 柜*) was no name. */
function isMaskedName(who: string): boolean {
  if (/^\p{Lu}\*{1,3}(?: \p{Lu}\*{1,3}){0,3}$/u.test(who)) return true;
  return /^\p{Script=Han}{1,2}\*{1,3}$/u.test(who) && surnameOf(who.replaceAll('*', '')) !== undefined;
}
const LONGEST_ROLE = 12;

function tellRole(who: string, locale: Locale): string | undefined {
  const said = plain(who);
  const role = roleOf(said);
  if (role) return role[locale];
  return isPoint(said) && tellsKindOnly(said) ? tellPoint(said, locale) : undefined;
}
