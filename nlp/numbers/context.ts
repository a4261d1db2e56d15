/** What the words around a number say it is. All functions read a folded text (see fold.ts) and look at a bounded stretch. */

const LABEL_REACH = 32;
const COPULA = '(?:[ :#=.,"\'“「『【(（]|是|为|為|IS|WAS)*$';
const NUMBER_WORD = '(?: ?(?:单号|單號|编号|編號|号码|號碼|代码|代碼|号|號|NUMBERS?|NUM|NOS?|ID|CODE|REFERENCE|REF))?';

const TRACKING_LABEL = new RegExp(
  '(?:(?<![订訂工保账帳易水诉訴赔賠])[单單](?:号|號)|运单|運單|面单|面單|快递|快遞|速递|速遞|物流|包裹|货件|貨件|快件|邮件|郵件|追踪|追蹤|跟踪|查件|查询码|' +
    `TRACKING|TRACK|WAYBILL|AWB|CONSIGNMENT|PARCEL|PACKAGE|SHIPMENT)${NUMBER_WORD}${COPULA}`,
);
const OTHER_LABEL = new RegExp(
  '(?:订单|訂單|交易|流水|合同|合約|保单|保單|工单|工單|发票|發票|税|稅|统编|統編|统一编号|統一編號|身份证|身份證|身分證|证件|證件|护照|護照|' +
    '银行卡|銀行卡|银行|銀行|信用卡|会员|會員|账|帳|卡|电话|電話|手机|手機|座机|传真|傳真|热线|熱線|微信|验证码|驗證碼|邮编|郵編|郵遞區號|' +
    '型号|型號|序列|条码|條碼|条形码|货号|貨號|商品|学号|工|取件码|取件碼|密码|密碼|金额|金額|运费|運費|余额|餘額|车牌|門牌|门牌|房|' +
    '(?<![A-Z])(?:ORDER|ACCOUNT|ACCT|MEMBER|MEMBERSHIP|CARD|INVOICE|CONTRACT|POLICY|CASE|TICKET|IMEI|SERIAL|S/N|SN|SKU|MODEL|PIN|OTP|ZIP|' +
    'POSTCODE|BANK|IBAN|QQ|WECHAT|WEIXIN|VX|WX|LINE|TEL|PHONE|TELEPHONE|MOBILE|FAX|WHATSAPP|HOTLINE|PASSPORT|LICEN[CS]E|VAT|TAX|BARCODE|' +
    `EAN|ISBN|UPC|TRANSACTION|PAYMENT|CUSTOMER|EMPLOYEE|STUDENT|USER|VERIFICATION))${NUMBER_WORD}${COPULA}`,
);
const PHONE_LABEL =
  /(?:电话|電話|手机|手機|座机|座機|联系|聯絡|联络|聯繫|致电|致電|来电|回电|拨打|撥打|打给|打給|热线|熱線|传真|傳真|(?<![A-Z])(?:TEL|PHONE|TELEPHONE|MOBILE|CELL|FAX|CALL|CALL ME (?:AT|ON)|WHATSAPP|HOTLINE|CONTACT|REACH ME (?:AT|ON)))(?: ?(?:号码|號碼|号|號|方式|NUMBER|NO))?(?:[ :#=.,(（]|是|为|為|IS|我)*$/;
const CONTEXT =
  /快递|快遞|速递|速遞|物流|包裹|单|單|件|货|貨|查|哪[里裡儿]|追[踪蹤]|跟踪|寄|[送到收]|号|號|(?<![A-Z])(?:TRACK|PARCEL|PACKAGE|SHIP|DELIVER|COURIER|WAYBILL|AWB|CONSIGNMENT|WHERE|STATUS|UPDATE|CHECK|LOOK|FIND|NUMBER|ARRIV|RECEIVE|ORDER|ITEM)/;
const CURRENCY_BEFORE = /(?:[¥$€£]|RMB|CNY|USD|HKD|TWD|NTD|EUR) ?$/;
const UNIT_AFTER = /^ ?(?:元|块|塊|円|圓|万|萬|%|KG|公斤|斤|G(?![A-Z])|CM|MM|RMB|CNY|USD|HKD|TWD|EUR|DOLLARS?|YUAN)/;

/** The words straight before `start` call what follows a tracking number. */
export function isLabelledTracking(text: string, start: number): boolean {
  return TRACKING_LABEL.test(before(text, start));
}

/** The words straight before `start` call what follows something else: an order, account, phone, card … */
export function isLabelledOther(text: string, start: number): boolean {
  return !isLabelledTracking(text, start) && OTHER_LABEL.test(before(text, start));
}

export function isLabelledPhone(text: string, start: number): boolean {
  return PHONE_LABEL.test(before(text, start));
}

/** The message speaks of parcels or of looking something up, or has little in it but the number. */
export function isAboutParcels(text: string, numberLength: number): boolean {
  return text.length - numberLength <= SHORT_MESSAGE || CONTEXT.test(text);
}

const SHORT_MESSAGE = 8;

/** Part of an amount, a decimal, an identifier with underscores or an address with @. */
export function isPartOfSomethingElse(text: string, start: number, end: number): boolean {
  const previous = text.charAt(start - 1);
  const next = text.charAt(end);
  if (previous === '_' || next === '_' || previous === '@' || next === '@') return true;
  if (previous === '.' && isDigit(text, start - 2)) return true;
  if (next === '.' && isDigit(text, end + 1)) return true;
  // A comma beside a long run of digits parts a list, beside a short one thousands.
  if (previous === ',' && isDigit(text, start - 2) && !/\d{4},$/.test(text.slice(Math.max(0, start - 5), start))) return true;
  if (next === ',' && /^,\d{1,3}(?!\d)/.test(text.slice(end, end + 5))) return true;
  return CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 4), start)) || UNIT_AFTER.test(text.slice(end, end + 8));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - LABEL_REACH), start);
}
