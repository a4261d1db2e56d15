import { placeName } from './places.ts';
import { isSurelySurname, surnameOf } from './surnames.ts';

/** Who or what a word names when it is nobody by name: parties, roles, kin, and places a parcel is left at; both scripts. */
const ROLE =
  '本人|收件人|收货人|收貨人|寄件人|发件人|發件人|寄方|收方|家人|家属|家屬|家里人|家裡人|亲属|親屬|亲友|親友|父亲|父親|母亲|母親|爸爸|妈妈|媽媽|丈夫|妻子|爱人|愛人|太太|先生|儿子|兒子|女儿|女兒|朋友|同学|同學|室友|同事|隔壁|邻居|鄰居|门卫|門衛|门岗|門崗|警卫|警衛|保安|前台|櫃台|柜台|总机|總機|物业|物業|管家|管理员|管理員|管理处|管理處|管委会|管委會|大楼|大樓|社区|社區|单位|單位|公司|仓库|倉庫|传达室|傳達室|收发室|收發室|收发|收發|文员|文員|秘书|秘書|驿站|驛站|菜鸟驿站|菜鳥驛站|快递柜|快遞櫃|快递员|快遞員|派件员|派件員|派送员|派送員|智能柜|智能櫃|丰巢|豐巢|蜂巢|柜子|信箱|信报箱|信報箱|自提点|自提點|自提柜|自提櫃|代收点|代收點|代收人|代收|代签|代簽|超市|便利店|店员|店員|门口|門口|家门口|家門口|放门口|门店|門店|网点|網點|站点|站點|驻点|其他|其它|他人|别人|別人|无人|無人|客户|客戶|用户|用戶|师傅|師傅|业务员|業務員|司机|司機|客服|拒收|签收|簽收|已签收|未知|匿名|系统|系統';
const ROLE_FIRST = new RegExp(`^(?:${ROLE})+`, 'u');
/** Ends of what is an organisation or a place, not a person; a person's own name is shorter. */
const ORGANISATION =
  /(?:公司|集团|集團|大学|大學|学校|學校|中学|中學|小学|小學|医院|醫院|银行|銀行|酒店|宾馆|賓館|饭店|飯店|超市|便利店|商店|专柜|專櫃|驿站|驛站|服务站|服務站|服务部|服務部|营业部|營業部|营业厅|营业廳|快递柜|快遞櫃|柜|櫃|店|站|点|點|室|处|處|部|中心|门口|門口|大厦|大廈|小区|小區|派出所|专用章|專用章|章)$/u;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?$/i;
/** The same in English, word by word. */
const ROLE_WORDS = new Set(
  (
    'self recipient receiver consignee consignor sender shipper customer addressee reception receptionist front desk back door side neighbour neighbours neighbor neighbors ' +
    'mailroom mail room mailbox letterbox letter box locker parcel parcels shop store security guard gatekeeper colleague coworker family member relative wife husband ' +
    'son daughter mother father parent partner housemate flatmate roommate concierge porter caretaker janitor superintendent building management manager office staff employee agent ' +
    'warehouse dock loading bay porch garage shed safe place household resident other others unknown anonymous nobody no signature signed required not at the in on by with to of for and a an ' +
    'left behind under driver courier delivery person man post pickup pick-up point station drop box hotel school hospital university company ' +
    'customs facility centre center depot hub airport port warehouse local carrier partner airline flight truck vehicle service team'
  ).split(' '),
);

/** `张*`, `欧阳*`, `J*** S***`; a role or a place such as 本人 or 门卫 stays, a name after it does not. Length is not kept: it would help a guess. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '';
  return /\p{Script=Han}/u.test(trimmed) ? maskChinese(trimmed) : maskLatin(trimmed);
}

function maskChinese(name: string): string {
  const role = ROLE_FIRST.exec(name)?.[0] ?? '';
  const rest = name.slice(role.length);
  if (rest === '' || (role !== '' && !looksLikeName(rest))) return name;
  // 单位 and 单晓明 begin alike: who has a surname and no more than a name's length is a person.
  if (role === '' && Array.from(name).length > 3 && ORGANISATION.test(name)) return name;
  const lead = /^[\s:：（(【\-–—·]*/u.exec(rest)?.[0] ?? '';
  const own = rest.slice(lead.length);
  return `${role}${lead}${surnameOf(own) ?? Array.from(own)[0]}*`;
}

/** 老王, 小李, 阿陳. */
const NICKNAME =
  /^[老小阿](?:[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬胡郭何林罗羅郑鄭梁谢謝许許邓鄧韩韓冯馮曹蔡蒋蔣吕呂丁沈钟鍾卢盧苏蘇魏程])(?!\p{Script=Han}{2})/u;

function looksLikeName(rest: string): boolean {
  const own = rest.replace(/^[\s:：（(【\-–—·]+/u, '').replace(/(?<![）)】\s])[）)】\s]+$/u, '');
  const { length } = Array.from(own);
  return (
    length >= 2 &&
    (own.includes('·') ||
      NICKNAME.test(own) ||
      (length <= 4 && surnameOf(own) !== undefined && !NO_NAME.test(own) && !ORGANISATION.test(own)))
  );
}

function maskLatin(name: string): string {
  const words = name.split(/\s+/);
  const isRole = (word: string): boolean => !/\p{L}/u.test(word) || ROLE_WORDS.has(word.toLowerCase().replace(/[^\p{L}-]/gu, ''));
  const first = words.findIndex((word) => !isRole(word));
  if (first < 0) return name;
  return words.map((word, index) => (index < first || TITLE.test(word) ? word : `${Array.from(word)[0]}***`)).join(' ');
}

/** After these a name stands, or what the person did. */
const LABEL =
  '(?:派件|派送|配送|送货|送貨|投递|投遞|邮递|郵遞|收件|揽件|攬件|揽收|攬收|取件|收派|快递|快遞|业务|業務|客服|操作|经办|經辦|站点|站點|驿站|驛站|管理)(?:小哥|人员|人員|员|員|师傅|師傅)' +
  '|(?:签收|簽收|收件|收货|收貨|寄件|发件|發件|取件|提货|提貨|领取|領取|代收|代签|代簽|联系|聯絡|聯繫|负责|負責|经手|經手)人' +
  '|(?:快递|外卖)小哥|骑手|騎手|郵差|邮差|司机|司機|师傅|師傅|站长|站長|店长|店長|店主|老板|老闆|邻居|鄰居|门卫|門衛|保安|同事';
const AFTER_LABEL = new RegExp(
  `(${LABEL})(\\s{0,2}(?:是|为|為|叫)?\\s?[：:【\\[（(-]?\\s{0,2})([\\p{Script=Han}·•‧・]{2,16})(?!\\*)`,
  'gu',
);
const LATIN_AFTER_LABEL = new RegExp(
  `((?:${LABEL})\\s{0,2}(?:是|为|為|叫|：|:|（|\\(|-|\\s)[\\s：:]{0,2})([\\p{Script=Latin}'’.-]{2,20}(?: [\\p{Script=Latin}'’.-]{1,20}){0,3})`,
  'gu',
);
/** `由张三签收`, `已被李四取走`. */
const BY =
  /([由被经經]\s{0,2}[【「]?)([\p{Script=Han}·•‧・]{2,12}?)(?=[】」]?\s?(?:代为|代為|本人)?(?:代收|代签|代簽|代取|签收|簽收|收取|收件|收下|取走|取件|领取|領取|领走|提取|派送|派件|揽收|攬收))/gu;
/** `的卫东来（139…`, `张三 138…`: before a phone stands a name, or a word for phone. */
const BEFORE_PHONE =
  /([\p{Script=Han}·•‧・]{2,16})(?=\s{0,2}[，,]?\s{0,2}(?:[（(【]\s?)?(?:电话|電話|手机|手機|联系电话|聯絡電話|tel|Tel|TEL)?\s{0,2}[：:]?\s{0,2}[+＋(（]{0,2}[\d０-９][\d０-９* ()（）+-]{5})/gu;
/** `【西湖网点】的卫东来正在派件`. */
const OF_DEPOT = /([】\]]\s?的\s?)(\p{Script=Han}{2,4}?)(?=正在|正為|正为|派送|派件|配送|已揽|已攬|揽收|攬收|已取|为您|為您|将为|將為)/gu;
const SIGNED = /([\p{Script=Han}·•‧・]{2,8}?)(?=(?:已|本人)?(?:签收|簽收|代收|代签|代簽)(?:[，,。；;！!\s）)】]|$))/gu;
const LATIN_LABEL =
  /\b((?:couriers?|(?:delivery )?drivers?|delivery (?:man|partner|agent|person)|riders?|signed(?: for)?(?: by)?|received by|collected by|picked up by|accepted by|taken by|signature|signatory|consignee|shipper|recipient|contact|attn|neighbou?rs?|handed(?: over)? to|given to|left with|delivered to|delivery with|with (?:our )?(?:courier|driver)|out for delivery with)(?:\s?[:：-]\s?| name is | is | called |\s))((?:(?:mr|mrs|ms|miss|mx|dr)\.? )?[\p{Script=Latin}'’.-]{1,24}(?: [\p{Script=Latin}'’.-]{1,24}){0,3})/giu;

/** A carrier's words with the names of couriers, signers, parties and station keepers masked; roles, places and what was done stay. */
export function maskNamesIn(text: string): string {
  return text
    .replace(LATIN_LABEL, (whole, label: string, said: string) => maskSaid(whole, label, said, /[:：]/.test(label)))
    .replace(LATIN_AFTER_LABEL, (whole, label: string, said: string) => maskSaid(whole, label, said, true))
    .replace(
      AFTER_LABEL,
      (_whole, label: string, join: string, run: string) => `${label}${join}${maskRun(run, /[是为為叫：:]/.test(join))}`,
    )
    .replace(BY, (_whole, by: string, who: string) => `${by}${who.includes('·') || looksLikeName(who) ? maskName(who) : keepRoleOf(who)}`)
    .replace(OF_DEPOT, (_whole, depot: string, who: string) => `${depot}${maskRun(who, true)}`)
    .replace(BEFORE_PHONE, (run) => maskTail(run))
    .replace(SIGNED, (run) => (looksLikeName(run) && isSurelySurname(run) && !isPlace(run) ? maskName(run) : run));
}

/** 温州已签收, 高雄 07-…: where nothing says that a person is meant, a city that begins with a surname is the city. */
const isPlace = (run: string): boolean => [2, 3].some((length) => placeName(run.slice(0, length), 'en') !== run.slice(0, length));

const keepRoleOf = (who: string): string => (ROLE_FIRST.test(who) ? maskName(who) : who);

/** Where a name ends: what people do, and what is said of them. */
const FOLLOWS =
  /^(?:$|[^\p{Script=Han}]|正|已|将|將|会|會|为|為|于|於|在|到|来|來|电|電|手机|手機|联|聯|派|送|配|签|簽|收|取|提|代|的|先生|女士|小姐|师傅|師傅|同学|老师|本人|预|預|再|进|進|揽|攬|上|通|给|給|致|拨|撥|请|請|因|未|无|無)/u;
/** What begins so is no name, whatever follows. */
const NO_NAME =
  /^(?:不|未|没|沒|无|無|已|正在|拒|要求|电话|電話|手机|手機|地址|姓名|信息|资料|資料|号码|號碼|出差|外出|时间|時間|明日|明天|今日|今天|于今|于明|于昨|和收|和寄|由于|都|应|應该|时|成功|全部|安排|安全|常|公共|公开|平台|国家|单号|连续|连同|连络|连系|解释|包裹|包括|原因|但|如|会|會|能|可|需|请|請|将|將|就|仍|再|更|改|另|另有|与|與|及|或|和|在|到|来电|來電|去|上门|上門|下单|下單|下班|休|取消|联系|聯絡|聯繫|确认|確認|同意|指定|自|代|签|簽|预约|預約|通知|接|派|送|收|揽|攬|取|准备|準備|查看|查询|查收|查無|查无|回复|回覆|暂|暫|放|错误|錯誤|有|为|為|是|的|因|被|把|从|從|向|对|對|多次|多|三次|两次|一|二|两|兩)/u;

/** A run after a label: the name at its beginning, if one stands there. `isAnnounced`: a mark says that a name follows. */
function maskRun(run: string, isAnnounced: boolean): string {
  const role = ROLE_FIRST.exec(run)?.[0] ?? '';
  const rest = run.slice(role.length);
  if (rest === '') return run;
  const length = nameLengthOf(rest, isAnnounced && role === '');
  if (length === 0) return run;
  const name = Array.from(rest).slice(0, length).join('');
  return `${role}${maskName(name)}${rest.slice(name.length)}`;
}

/** Characters of the name a run begins with; 0 when it begins with none. */
function nameLengthOf(run: string, isAnnounced: boolean): number {
  const dotted = /^\p{Script=Han}{1,8}[·•‧・]\p{Script=Han}{1,8}/u.exec(run)?.[0];
  if (dotted !== undefined) return Array.from(dotted).length;
  if (NO_NAME.test(run) && !(isAnnounced && isSurelySurname(run) && Array.from(run).length <= 3)) return 0;
  const characters = Array.from(run);
  if (NICKNAME.test(run)) return 2;
  const surname = surnameOf(run);
  if (surname === undefined) return isAnnounced && characters.length <= 4 && !ORGANISATION.test(run) ? characters.length : 0;
  const least = Array.from(surname).length + 1;
  for (const length of [least, least + 1])
    if (length <= characters.length && FOLLOWS.test(characters.slice(length).join(''))) return length;
  return isAnnounced || isSurelySurname(run) ? Math.min(characters.length, least + 1) : 0;
}

/** A run before a phone: its last word is a name, unless it is a word for phone, a role or a place. */
function maskTail(run: string): string {
  const head =
    /^.{0,14}(?:的|由|请联系|請聯絡|请联络|联系|聯絡|聯繫|致电|致電|找|是|为|為|叫|员|員|人|哥|师傅|師傅|站长|站長|店长|店長|老板|老闆|点|點|站|部|店)/u.exec(
      run,
    )?.[0] ?? '';
  const tail = run.slice(head.length).replace(/(?:电话|電話|手机|手機|联系|聯絡){1,3}$/u, '');
  const after = run.slice(head.length + tail.length);
  const { length } = Array.from(tail);
  const isName =
    tail.includes('·') ||
    (length >= 2 &&
      length <= 4 &&
      !NO_NAME.test(tail) &&
      !ROLE_FIRST.test(tail) &&
      (surnameOf(tail) !== undefined || head.endsWith('的')) &&
      !isPlace(tail) &&
      !/(?:电话|電話|热线|熱線|客服|专线|專線|座机|号|號)/u.test(tail));
  return isName ? `${head}${maskName(tail)}${after}` : run;
}

/** Words after an English label: those that are a name, which begins with capitals where nothing announces it. */
function maskSaid(whole: string, label: string, said: string, isAnnounced: boolean): string {
  const words = said.split(' ');
  const roles = words.findIndex((word) => !ROLE_WORDS.has(word.toLowerCase().replace(/[^\p{L}-]/gu, '')));
  if (roles < 0) return whole;
  const isPlace = /(?:delivered|handed(?: over)?|given) to\s$/i.test(label);
  if (/(?:to|by)\s$/i.test(label) && !/sign/i.test(label) && words.some((word) => COMPANY.test(word))) return whole;
  const named: string[] = [];
  for (const word of words.slice(roles)) {
    if (TITLE.test(word)) named.push(word);
    else if (STOPS.test(word) || !(isAnnounced || /^\p{Lu}/u.test(word))) break;
    else named.push(word);
  }
  // "Delivered to Hangzhou" is a place, "delivered to Anna Li" is somebody.
  const isSomebody = named.length > (isPlace && !TITLE.test(named[0] ?? '') ? 1 : 0) && named.some((word) => !TITLE.test(word));
  if (!isSomebody) return whole;
  const masked = named.map((word) => (TITLE.test(word) ? word : `${Array.from(word)[0]}***`));
  return `${label}${[...words.slice(0, roles), ...masked, ...words.slice(roles + named.length)].join(' ')}`;
}

const COMPANY =
  /^(?:post|mail|express|logistics|ltd|inc|gmbh|corp|usps|ups|dhl|fedex|gls|dpd|hermes|evri|yodel|airlines?|airways|cargo|couriers?)[.,]?$/i;
const STOPS =
  /^(?:phone|tel|mobile|contact|call|on|will|is|was|has|at|in|and|or|from|for|to|the|your|who|please|attempted|unable|not|no|refused|unavailable|absent|address|name|out|en|via|about)[.,:]?$/i;
