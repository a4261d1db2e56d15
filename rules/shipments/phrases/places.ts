import { fold, nameInTraditional, toSimplified } from '../../../core/han.ts';
import { t } from '../../../core/i18n.ts';
import { beginningOnTheMap, placeName, readUnits, tellOnTheMap, tellUnits } from '../../../core/places.ts';
import type { Locale, Text } from '../../../core/types.ts';

type Kind = readonly [chinese: string, english: string, text: Text];

/** What a place of the trade is, by the end of its name; the longer before the shorter. */
const KINDS: readonly Kind[] = [
  [
    '(?:转运|中转|分拨)中心公司|(?:转运|中转)中心|转运站|中转站|中转场|转运场|中转部|分拨中心|分拨点|分拨|集散中心|集散点|集散地|枢纽|集包地',
    'transit (?:cent(?:re|er)|hub|facility)|(?:sort(?:ing)? facility )?hub|distribution cent(?:re|er)|gateway',
    t('转运中心', '轉運中心', 'transit centre'),
  ],
  ['分拣中心', 'sort(?:ing)? (?:cent(?:re|er)|facility|hub)', t('分拣中心', '分揀中心', 'sorting centre')],
  [
    '(?:国际)?(?:邮件)?处理中心|操作中心|运营中心|营运中心|物流中心|处理局',
    'processing (?:cent(?:re|er)|facility)|facility|logistics cent(?:re|er)|operations cent(?:re|er)',
    t('处理中心', '處理中心', 'processing centre'),
  ],
  [
    '国际邮件互换局|国际互换局|互换局',
    'international (?:mail )?(?:exchange|service cent(?:re|er))',
    t('国际邮件互换局', '國際郵件互換局', 'international mail exchange'),
  ],
  ['分公司|公司|分部', 'branch(?: office)?', t('分公司', '分公司', 'branch')],
  ['邮局', 'post office', t('邮局', '郵局', 'post office')],
  [
    '营业部|营业点|营业厅|营业所|营业站|网点|服务点|服务站|服务中心|站点|派送站|配送站|配送点|配送中心|快递点|收件点|揽投部|投递部|投递局|投递站',
    '(?:delivery |local )?(?:station|depot|office|cent(?:re|er))|service point',
    t('网点', '站點', 'depot'),
  ],
  ['机场', '(?:international )?airport', t('机场', '機場', 'airport')],
  ['口岸|港口|码头', 'port|harbou?r', t('口岸', '口岸', 'port')],
  ['海关', 'customs', t('海关', '海關', 'customs')],
  ['保税仓|保税区|仓库|仓', '(?:bonded )?warehouse|fulfil?lment cent(?:re|er)', t('仓库', '倉庫', 'warehouse')],
  ['站', 'station', t('站', '站', 'station')],
];
const BY_CHINESE = KINDS.map(([chinese, , text]) => [new RegExp(`^(.{0,24}?)(?:${chinese})$`, 'u'), text] as const);
const BY_ENGLISH = KINDS.map(([, english, text]) => [new RegExp(`^(.{0,36}?) ?\\b(?:${english})$`, 'u'), text] as const);

const bare = (name: string): string => name.replace(/^[【[「“\s]+/u, '').replace(/(?<![】\]」”\s])[】\]」”\s]+$/u, '');
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether something is a place for certain: the carrier marked it so, it ends as places of the trade do, or begins with one on the map. */
export function isPlace(name: string): boolean {
  if (pointOf(name) && !/[网站件]点|营业/u.test(fold(name))) return false;
  if (/^[【[「]/.test(name)) return true;
  if (!hasHan(name)) return /^\p{Lu}/u.test(name) && !/\b(?:the|your|our|a|customs|to|for|with)\b/i.test(name);
  return kindOf(name) !== undefined || beginningOnTheMap(name) !== undefined;
}

/** Whether a whole name is on the map, as a country after its city is. */
export function isOnTheMap(name: string): boolean {
  return placeName(name, 'en') !== placeName(name, 'zh-Hans') || (/^\p{Lu}/u.test(name) && tellOnTheMap(name, 'en') !== undefined);
}

/**
 * Whether a place may be told to anybody: names on the map, and what of the trade stands there. What else stands where a place should
 * may be a person, a street or a code.
 */
export function isAnybodys(given: string): boolean {
  const name = bare(given);
  if (/[()（）]/.test(name)) return false;
  const kind = kindOf(name);
  const stem = (kind ? name.slice(0, kind.stem) : name).replace(AIR_OR_ROAD, '').trim();
  return stem === '' ? kind !== undefined : tellOnTheMap(stem, 'zh-Hans') !== undefined;
}

/** Between a city and what stands there: by what it is reached, or that it is the chief of its kind. */
const AIR_OR_ROAD = /(?:国际|國際|航空|总|總|陆运|陸運|公路|铁路|鐵路)$|\b(?:international|intl|int'l|air|sort|parcel)$/i;

/** A place in a locale: cities by their names there, the kind of place in words, the rest in that script. `【嘉兴转运中心】` is Jiaxing transit centre. */
export function tellPlace(given: string, locale: Locale): string {
  const name = bare(given);
  if (pointOf(name) && !isPlace(name)) return tellPoint(given, locale);
  const parts = hasHan(name) ? [] : name.split(' - ');
  if (parts.length === 2) return parts.map((part) => tellPlace(part, locale)).join(locale === 'en' ? ', ' : '，');
  const leading = hasHan(name) ? undefined : kindBefore(name);
  if (leading) return tellPlace(leading, locale);
  const kind = kindOf(name);
  const stem = kind ? name.slice(0, kind.stem) : name;
  const told = hasHan(name) ? tellUnits(readUnits(stem), locale) : placeName(stem.trim(), locale);
  if (!kind) return told;
  if (locale === 'en') return `${told} ${kind.text.en}`.trim();
  return `${told}${/[a-z]$/i.test(told) ? ' ' : ''}${hasHan(name) ? inScript(name.slice(kind.stem), locale) : kind.text[locale]}`;
}

function kindOf(name: string): { readonly stem: number; readonly text: Text } | undefined {
  const folded = fold(name).replace(/(?<!\()\([^()]{0,12}\)$/, '');
  for (const [pattern, text] of hasHan(name) ? BY_CHINESE : BY_ENGLISH) {
    const match = pattern.exec(folded);
    if (match) return { stem: match[1]?.length ?? 0, text };
  }
  return undefined;
}

/** `Sort Facility LEIPZIG`: what it is before its name, turned round; undefined where it is not so. */
function kindBefore(name: string): string | undefined {
  const [, kind, rest] =
    /^(sort(?:ing)? facility|facility|transit cent(?:re|er)|distribution cent(?:re|er)|hub|depot|gateway) (?:in |at )?([a-z][a-z' ]{1,36}(?: - [a-z][a-z' ]{1,36})?)$/i.exec(
      name,
    ) ?? [];
  if (!kind || !rest || /^(?:hub|facility|depot|cent(?:re|er))$/i.test(rest)) return undefined;
  const [city = '', country] = rest.split(' - ');
  return [`${city} ${kind}`, country].filter(Boolean).join(' - ');
}

const inScript = (text: string, locale: Locale): string => (locale === 'zh-Hant' ? nameInTraditional(text) : toSimplified(text));

/** Where a parcel waits or was put, by what it is. */
const POINTS: readonly (readonly [pattern: RegExp, text: Text])[] = [
  [/菜鸟(?:裹裹)?(?:驿站)?|cainiao/u, t('菜鸟驿站', '菜鳥驛站', 'the Cainiao pickup station')],
  [/丰巢|hive ?box/u, t('丰巢柜', '豐巢櫃', 'the Hive Box locker')],
  [/快递柜|智能柜|自提柜|速递易|快件箱|取件柜|智能箱|i邮箱|i郵箱|locker/u, t('快递柜', '智能櫃', 'the parcel locker')],
  [
    /驿站|自提点|顺丰站|招领处|代收点|代收处|代办点|服务点|pick-?up (?:point|station)|collection point|parcel ?shop|access point/u,
    t('自提点', '自提點', 'the pickup point'),
  ],
  [/超商|便利店|便利商店|7-?11|全家|convenience store/u, t('便利店', '便利商店', 'the convenience store')],
  [/超市|小卖部|商店|门店|门市|store|shop|supermarket/u, t('商店', '商店', 'the shop')],
  [/前台|柜台|reception|front desk/u, t('前台', '櫃台', 'reception')],
  [/门卫|门岗|警卫室|保安室|保安|传达室|security|gatehouse|guard/u, t('门卫室', '警衛室', 'the security desk')],
  [/物业|管理处|管理室|管理员|管委会|concierge|building (?:office|management)/u, t('物业', '管理處', 'the building office')],
  [/收发室|mail ?room/u, t('收发室', '收發室', 'the mailroom')],
  [/信箱|信报箱|邮箱|mail ?box|letter ?box/u, t('信箱', '信箱', 'the letterbox')],
  [/后门|back door|rear door/u, t('后门', '後門', 'the back door')],
  [/家门口|门口|门前|front door|door ?step|doorway|door/u, t('门口', '門口', 'the front door')],
  [/porch|门廊/u, t('门廊', '門廊', 'the porch')],
  [/garage|车库/u, t('车库', '車庫', 'the garage')],
  [/back door|后门/u, t('后门', '後門', 'the back door')],
  [/safe place|安全(?:的)?(?:地方|位置)/u, t('安全的地方', '安全的地方', 'a safe place')],
  [/邻居|neighbou?r/u, t('邻居家', '鄰居家', 'a neighbour')],
];

const pointOf = (name: string): Text | undefined => POINTS.find(([pattern]) => pattern.test(fold(name)))?.[1];
/** On the way it is a place, and what is held there waits for its recipient. */
const POST_OFFICE = /\bpost office$/;

export function isPoint(name: string): boolean {
  return (pointOf(name) !== undefined || POST_OFFICE.test(fold(name))) && !/^[达入]|签|已|请|凭|由|被/u.test(fold(name));
}

const besides = (name: string): string =>
  POINTS.reduce((left, [pattern]) => left.replace(pattern, ''), fold(name)).replace(/[\s()·*-]|\b(?:the|at|your|a)\b|的/gu, '');

/** Whether a point's name says no more than what it is. */
export const tellsKindOnly = (name: string): boolean => besides(name) === '';

/** A point in a locale: what it is, and its own name as it stands on the sign where that says more. */
export function tellPoint(given: string, locale: Locale): string {
  const name = bare(given);
  if (pointOf(name) === undefined && kindOf(name)) return tellPlace(given, locale);
  const kind = pointOf(name)?.[locale] ?? '';
  if (tellsKindOnly(name)) return kind;
  if (locale === 'en' || !hasHan(name)) return `${kind}${locale === 'en' ? ' ' : ''}“${name}”`;
  return `【${inScript(name, locale)}】`;
}
