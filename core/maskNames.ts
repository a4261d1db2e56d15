import { fold } from './han.ts';
import { findLatinNames, latinNameOf, maskLatin } from './maskLatinNames.ts';
import { BRAND, FOLLOWS, KEEPER, NO_NAME, ORGANISATION, PERSON, ROLE, SURELY_FOLLOWS, TITLE, WORD } from './nameWords.ts';
import { placeName } from './places.ts';
import { groupsOf, HIDDEN, type Span } from './spans.ts';
import { isSurelySurname, surnameOf } from './surnames.ts';

const ROLE_FIRST = new RegExp(`^(?:(?:${ROLE})[\\s:(【/\\-–—·]{0,2})+`, 'u');
const DOT = '·•‧・';

/** `张*`, `欧阳*`, `J*** S***`; a role or a place such as 本人 or 门卫 stays, a name after it does not, nor a number beside it. Length is not kept: it would help a guess. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || !/\p{N}/u.test(trimmed)) return maskLetters(trimmed);
  const bare = withoutNumbers(trimmed);
  if (!/\p{L}/u.test(bare)) return HIDDEN;
  const masked = maskLetters(bare);
  return masked === bare ? trimmed : masked;
}

/** The name of a sender or recipient; the number of a house, which stands in some, is nobody's name and is left out. */
export function maskParty(name: string): string {
  const bare = withoutNumbers(name.trim());
  return bare === '' && name.trim() !== '' ? HIDDEN : maskName(bare);
}

function maskLetters(name: string): string {
  if (name === '') return '';
  return /\p{Script=Han}/u.test(name) ? maskChinese(name) : maskLatin(name);
}

/** Numbers go with what counts them: 3号楼, 12B. */
const withoutNumbers = (name: string): string =>
  name
    .replace(/[#＃]?[A-Za-z]{0,2}\p{N}[\p{N}A-Za-z.,/–—-]{0,12}(?:号|號|楼|樓|栋|棟|幢|座|室|单元|單元|层|層|弄|期|院|户|戶){0,4}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function maskChinese(name: string): string {
  const folded = fold(name);
  const role = ROLE_FIRST.exec(folded)?.[0] ?? '';
  const rest = folded.slice(role.length);
  if (role !== '' && /^\p{Script=Latin}/u.test(rest)) return `${name.slice(0, role.length)}${maskLatin(name.slice(role.length))}`;
  if (rest === '' || (role !== '' && !looksLikeName(rest))) return name;
  // 单位 and 单晓明 begin alike: who has a surname and no more than a name's length is a person.
  if (role === '' && Array.from(folded).length > 3 && ORGANISATION.test(folded) && !isOwnersShop(folded)) return name;
  if (role === '' && /^放|^(?:大楼|大厦|小区)/u.test(folded)) return name;
  const lead = /^[\s:(【\-–—·]*/u.exec(rest)?.[0].length ?? 0;
  const from = role.length + lead;
  return `${name.slice(0, from)}${initialOf(name.slice(from))}*`;
}

/** 王丽芳商店, 慕容雪琴工作室: a shop that is called by its owner's whole name. */
const SHOP = /^(\p{Script=Han}{2,4})(?:小?商店|小店|专卖店|水果店|服装店|杂货店|便利店|超市|商行|工作室|药店|药房|餐厅|店)$/u;
const isOwnersShop = (folded: string): boolean => {
  const owner = SHOP.exec(folded)?.[1] ?? '';
  const surname = surnameOf(owner);
  return surname !== undefined && owner.length === surname.length + 2 && !BRAND.test(owner) && !WORD.test(owner);
};

/** What of a name is shown: its surname, else its first character. */
const initialOf = (name: string): string => name.slice(0, surnameOf(fold(name))?.length ?? 1);

/** 老王, 小李, 阿陈. */
const NICKNAME =
  /^[老小阿](?=[王李张刘陈杨黄赵吴周徐孙马胡郭何林罗郑梁谢许邓韩冯曹蔡蒋吕丁沈钟卢苏魏程毛朱高叶宋唐董袁潘于余杜戴夏田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文])\p{Script=Han}/u;

function looksLikeName(rest: string): boolean {
  const own = rest.replace(/^[\s:(【\-–—·]+/u, '').replace(/(?<![)】\s])[)】\s]+$/u, '');
  const { length } = own;
  if (length < 2) return false;
  if (new RegExp(`[${DOT}]`, 'u').test(own)) return true;
  if (NICKNAME.test(own) && length === 2) return true;
  if (TITLED_WHOLE.test(own) && surnameOf(own) !== undefined) return true;
  const surname = surnameOf(own);
  // A married name bears two surnames: 陈方安生.
  const longest = surname === undefined ? 0 : surname.length === 2 || surnameOf(own.slice(1)) !== undefined ? 4 : 3;
  return length <= longest && !NO_NAME.test(own) && !ORGANISATION.test(own) && !BRAND.test(own) && !WORD.test(own);
}

const TITLED_WHOLE = new RegExp(`^\\p{Script=Han}{1,2}(?:${TITLE})$`, 'u');
const RUN = `[\\p{Script=Han}${DOT}]{2,16}`;
const AFTER_PERSON = new RegExp(`(?:${PERSON})(\\s{0,2}(?:是|为|叫)?\\s?[:】【\\[(-]{0,2}\\s{0,2})(${RUN})(?!\\*)`, 'dgu');
const AFTER_KEEPER = new RegExp(`(?:${KEEPER})([:【\\[(-]?\\s{0,2})(${RUN})(?!\\*)`, 'dgu');
const AFTER_ENGLISH =
  /\b(?:signed(?: for)?(?: by)?|(?:picked up|received|collected|accepted|taken|delivered) (?:by|to)|courier|driver|with|contact|recipient|sender)[:\s]{1,2}([\p{Script=Han}·]{2,8})/dgu;
/** `签收人：张 三`, and what a colon alone announces: `签收：张三`. */
const SPACED = new RegExp(`(?:${PERSON})[\\s:]{1,2}(\\p{Script=Han}\\s\\p{Script=Han}(?:\\s\\p{Script=Han})?)(?!\\p{Script=Han})`, 'dgu');
const AFTER_COLON = /(?:签收|代签|代收|揽收|派送|派件|配送|收件|寄件|投递)\s?[:]\s?(\p{Script=Han}{2,4})(?!\p{Script=Han})/dgu;
/** `已签收(张三)`. */
const IN_BRACKETS = /(?:签收|代签|代收|揽收|派送|派件)\s?[(【]\s?(\p{Script=Han}{2,4})\s?[)】]/dgu;
/** `由张三签收`, `已被李四取走`, `交王五派送`. */
const BY = new RegExp(
  `(?:[由被经]|交(?:由|给)?|给)\\s{0,2}[【「]?([\\p{Script=Han}${DOT}]{2,12}?)(?=[】」]?\\s?(?:代为|本人)?(?:代收|代签|代取|签收|收取|收件|收下|取走|取件|领取|领走|提取|派送|派件|配送|投递|揽收))`,
  'dgu',
);
/** `交给 李明,正在派送`, `配送员，王五，手机号`. */
const GIVEN = /交(?:由|给)\s?(?:快递员|派件员|配送员)?\s?(\p{Script=Han}{2,3})(?=,)/dgu;
const BETWEEN_COMMAS = new RegExp(`(?:${PERSON}),\\s?(\\p{Script=Han}{2,3})(?=,)`, 'dgu');
/** `与王先生约定周六派送`. */
const WITH = new RegExp(`(?:[与和跟同])\\s{0,2}([\\p{Script=Han}${DOT}]{2,12}?)(?=[,]?(?:联系|联络|沟通|约定|协商|确认|商定|核实))`, 'dgu');
/** `的卫东来(139…`, `张三 138…`: before a phone stands a name, or a word for phone. */
const BEFORE_PHONE = new RegExp(
  `([\\p{Script=Han}${DOT}]{2,16})(?=\\s{0,2},?\\s{0,2}(?:[(【/]\\s?)?(?:tel\\.?)?\\s{0,2}:?\\s{0,2}[+(]{0,2}\\d[\\d* ()+-]{5})`,
  'dgu',
);
/** `【西湖网点】的卫东来正在派件`. */
const OF_DEPOT = /[】\]]\s?的\s?(\p{Script=Han}{2,4}?)(?=正在|正为|派送|派件|配送|已揽|已收|揽收|已取|已派|为您|将为)/dgu;
const SIGNED = new RegExp(
  `(?<!\\p{Script=Han})([\\p{Script=Han}${DOT}]{2,8}?)(?=(?:已|本人)?(?:签收|代收|代签)(?:[,。;!\\s)】]|$))`,
  'dgu',
);
/** `刘建国已投递`, `由刘建国为您派送`: who delivers stands at a clause's beginning. */
const DELIVERS =
  /(?<!\p{Script=Han})(?:由)?(\p{Script=Han}{2,4}?)(?=(?:已|正在|将|会|正)?(?:为您|给您)(?:派|配|送|投)|(?:已|正在)(?:派送|派件|投递|配送|送达)|(?: ?已)?(?:揽走|取走|揽收|送出))/dgu;
/** `张女士已签收`, `客户刘先生要求`: by a surname and a title, at an edge or behind what people stand behind. */
const TITLED = new RegExp(
  `(?<=(?:^|[^\\p{Script=Han}]|${KEEPER}|[与由被给跟找])\\s?)(\\p{Script=Han}{1,3}?(?:先生|女士|小姐|太太|大姐|阿姨))`,
  'dgu',
);

/** `公司前台Lisa`: people at work by their role, with a first name of the West. */
const LATIN_BEHIND_ROLE =
  /(?:前台|柜台|总台|服务台|门卫|门岗|保安|警卫|物业|管家|管理员|管理处|管理室|邻居|同事|家人|家属|朋友|室友|同学|秘书|文员|助理|主管|经理|行政|收发室|传达室|宿管|老师|阿姨|客户|业主|住户)[\s:(【/-]{0,2}([a-z][^,。;!]{1,40})/dgu;

/** The names of couriers, signers, parties and station keepers in a carrier's words; roles, places and what was done are none. */
export function findNames(text: string, folded: string): readonly Span[] {
  const spans: Span[] = /[a-z]{2}|[\u00c0-\u024f]/.test(folded) ? [...findLatinNames(text)] : [];
  if (!/\p{Script=Han}/u.test(folded)) return spans;
  const add = (start: number, length: number): void => {
    if (length > 0) spans.push({ start, end: start + length, shown: `${initialOf(text.slice(start, start + length))}*` });
  };
  for (const { start, end, match } of groupsOf(AFTER_PERSON, folded, 2))
    addRun(add, folded.slice(start, end), start, /[是为叫:】【]/.test(match[1] ?? ''), /^[\p{Script=Han}·]/u.test(folded.charAt(end)));
  for (const { start, end, match } of groupsOf(AFTER_KEEPER, folded, 2))
    addRun(add, folded.slice(start, end), start, /[:【]/.test(match[1] ?? ''), false);
  for (const { start } of /[a-z]{2}/.test(folded) ? groupsOf(LATIN_BEHIND_ROLE, folded) : []) {
    const said = latinNameOf(text.slice(start));
    if (said && text.charAt(start + said.length) !== '*') spans.push({ start, end: start + said.length, shown: said.shown });
  }
  for (const { start, end } of groupsOf(AFTER_ENGLISH, folded)) addRun(add, folded.slice(start, end), start, true, false);
  for (const pattern of [BY, WITH, OF_DEPOT])
    for (const { start, end } of groupsOf(pattern, folded)) {
      const run = folded.slice(start, end);
      const role = ROLE_FIRST.exec(run)?.[0].length ?? 0;
      if (looksLikeName(run.slice(role)) && !(role === 0 && isPlace(run) && pattern !== OF_DEPOT)) add(start + role, run.length - role);
    }
  for (const { start, end } of /\d[\d* ()+-]{5}/.test(folded) ? groupsOf(BEFORE_PHONE, folded) : []) {
    const name = lastName(folded.slice(start, end));
    if (name) add(start + name.at, name.length);
  }
  for (const pattern of [SIGNED, DELIVERS])
    for (const { start, end } of groupsOf(pattern, folded)) {
      const run = folded.slice(start, end);
      if (looksLikeName(run) && isSurelySurname(run) && !isPlace(run) && !ROLE_FIRST.test(run)) add(start, end - start);
    }
  for (const { start, end } of groupsOf(SPACED, folded)) if (surnameOf(folded.slice(start, end))) add(start, end - start);
  for (const pattern of [AFTER_COLON, IN_BRACKETS, GIVEN, BETWEEN_COMMAS])
    for (const { start, end } of groupsOf(pattern, folded)) {
      const run = folded.slice(start, end);
      if (looksLikeName(run) && isSurelySurname(run) && !ROLE_FIRST.test(run) && !isPlace(run)) add(start, end - start);
    }
  for (const { start, end } of groupsOf(TITLED, folded)) {
    const run = folded.slice(start, end);
    if (isSurelySurname(run) && !ROLE_FIRST.test(run)) add(start, end - start);
  }
  return spans;
}

/** 温州已签收, 高雄 07-…: where nothing says that a person is meant, a city that begins with a surname is the city. */
const isPlace = (run: string): boolean => [2, 3].some((length) => placeName(run.slice(0, length), 'en') !== run.slice(0, length));

/** A run after a label: the name at its beginning, if one stands there. `isAnnounced`: a mark says that a name follows. */
function addRun(add: (start: number, length: number) => void, run: string, start: number, isAnnounced: boolean, isCut: boolean): void {
  const role = ROLE_FIRST.exec(run)?.[0].length ?? 0;
  const rest = run.slice(role);
  if (rest !== '') add(start + role, nameLengthOf(rest, isAnnounced && role === 0, isCut));
}

const DOTTED = new RegExp(`^\\p{Script=Han}{1,8}[${DOT}]\\p{Script=Han}{1,5}`, 'u');
const DONE = /(?:签收|代收|派送|派件|派送中|派件中|配送中|已揽收|已收件|已取件|取件|要求|联系)$/u;
const TITLED_FIRST = new RegExp(`^\\p{Script=Han}{1,2}?(?:${TITLE})`, 'u');

const FOREIGN = /^(\p{Script=Han}{4})(?:正在(?:派送|派件|配送|为您))/u;

/** Characters of the name a run begins with; 0 when it begins with none. */
function nameLengthOf(run: string, isAnnounced: boolean, isCut: boolean): number {
  const dotted = DOTTED.exec(run)?.[0];
  if (dotted !== undefined) return dotted.split(/正在|已|派送|签收|代收/u)[0]?.length ?? 0;
  if (NICKNAME.test(run) && FOLLOWS.test(run.slice(2))) return 2;
  const surname = surnameOf(run);
  const isWhole = !isCut && run.length <= (surname?.length === 2 ? 4 : 3);
  // 派件员：向前 – what stands alone behind a colon is a name, whatever else it could be.
  if (isAnnounced && isWhole && surname !== undefined && !DONE.test(run) && !/^(?:不|未|无|已|正)/u.test(run)) return run.length;
  if (NO_NAME.test(run) || (WORD.test(run) && !isAnnounced)) return 0;
  if (surname === undefined) {
    // 铃木大辅正在派送: of another country's names the length tells.
    const foreign = FOREIGN.exec(run)?.[1] ?? '';
    if (foreign !== '' && !WORD.test(run) && !ORGANISATION.test(foreign) && !DONE.test(foreign) && !BRAND.test(run)) return foreign.length;
    return isAnnounced && run.length <= 4 && !ORGANISATION.test(run) && !DONE.test(run) ? run.length : 0;
  }
  if (BRAND.test(run)) return 0;
  const titled = TITLED_FIRST.exec(run)?.[0];
  if (titled !== undefined && surnameOf(titled) !== undefined) return titled.length;
  if (isPlace(run) && !isAnnounced) return 0;
  const least = surname.length + 1;
  if (run.length < least) return 0;
  for (const length of [least, least + 1, least + 2])
    if (length < run.length && SURELY_FOLLOWS.test(run.slice(length)) && !DONE.test(run.slice(0, length))) return length;
  for (const length of [least + 1, least, least + 2])
    if (length <= run.length && FOLLOWS.test(run.slice(length)) && !DONE.test(run.slice(0, length))) return length;
  return isAnnounced || isSurelySurname(run) ? Math.min(run.length, least + 1) : 0;
}

const PHONE_WORDS = /(?:联系|联络)?(?:方式|电话|手机|手提|座机|固话|市话|专线|热线|联系|联络)(?:号码|号|是|为)?$/u;
const NAME_BEGINS = new RegExp(`(?:^|的|由|请联系|联系|联络|致电|找|是|为|叫|给|与|${PERSON}|${KEEPER})$`, 'u');

const DOTTED_LABELLED = new RegExp(`(?:的|由|是|为|叫|${PERSON}|${KEEPER})(\\p{Script=Han}{1,8}[${DOT}]\\p{Script=Han}{1,8})$`, 'u');
const DOTTED_ALONE = new RegExp(`^\\p{Script=Han}{1,8}[${DOT}]\\p{Script=Han}{1,8}$`, 'u');

/** The name a run before a phone ends with, unless that is a word for phone, a role or a place. */
function lastName(run: string): { readonly at: number; readonly length: number } | undefined {
  const said = run.replace(PHONE_WORDS, '');
  const dotted = DOTTED_LABELLED.exec(said)?.[1] ?? DOTTED_ALONE.exec(said)?.[0];
  if (dotted !== undefined) return { at: said.length - dotted.length, length: dotted.length };
  for (const length of [4, 3, 2]) {
    const at = said.length - length;
    const name = said.slice(at);
    if (at < 0 || !NAME_BEGINS.test(said.slice(0, at))) continue;
    const isName = looksLikeName(name) && !ROLE_FIRST.test(name) && !isPlace(name) && !/(?:电话|客服|热线|专线|号)/u.test(name);
    if (isName && (length < 4 || surnameOf(name)?.length === 2 || !said.endsWith('中'))) return { at, length };
  }
  return undefined;
}
