const PHONE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3})[- ]?(\d{3,4})(\d{4})(?!\d)/g;
const NAMED =
  /((?:派件员|派送员|快递员|配送員|配送员|业务员|业务員|收派员|揽收员|收件員|签收人|簽收人|收件人|寄件人|联系人|聯絡人|站长|店长)\s*(?:是|为|：|:)?\s*)([\u4e00-\u9fff]{2,4}?)(?=[，,。；;、（(【\s\d!！]|$|正在|已|电话|電話|手机)/g;
const NAMED_LATIN = /((?:courier|driver|signed (?:for )?by|received by|consignee|shipper)\s*:?\s+)((?:[A-Z][\w'.-]+\s?){1,3})/g;
/** Who signed, when that is a role and no name. */
const ROLE =
  /^(本人|本人签收|家人|家属|同事|邻居|门卫|保安|前台|物业|管理員|管理员|警衛|驿站|快递柜|智能柜|代收点|收发室|他人|其他|代签|師傅|师傅|网点|站点|self|recipient|reception|front desk|neighbou?r|mailroom|security|locker|colleague|family)/i;
const COMPOUND_SURNAME =
  /^(欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|长孙|長孫|宇文|司徒|夏侯|轩辕|軒轅|令狐|钟离|鍾離|端木|南宫|南宮)/;

/** `张*`, `欧阳*`, `J*** S***`; a role such as 本人 or 门卫 stays. Length is not kept: it would help a guess. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || ROLE.test(trimmed)) return trimmed;
  if (/^\p{Script=Han}/u.test(trimmed)) return `${COMPOUND_SURNAME.exec(trimmed)?.[0] ?? Array.from(trimmed)[0]}*`;
  return trimmed
    .split(/\s+/)
    .map((word) => `${Array.from(word)[0]}***`)
    .join(' ');
}

/** `138****5678`, area code and last four of a landline; anything else keeps its last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return `****${digits.slice(-2)}`;
}

/** A carrier's own words made fit for showing at L1: phones and names of couriers, signers and parties are masked. */
export function maskTraceText(text: string): string {
  return text
    .replace(PHONE, '$1****$3')
    .replace(LANDLINE, '$1-****$3')
    .replace(NAMED, (_whole, label: string, name: string) => label + maskName(name))
    .replace(NAMED_LATIN, (_whole, label: string, name: string) => `${label}${maskName(name)}${/\s$/.test(name) ? ' ' : ''}`);
}
