import { say } from '../../core/i18n.ts';
import type { Money } from '../../core/money.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale, Text } from '../../core/types.ts';
import type { ClaimResult, PersonReason, Regime } from './types.ts';

/** A sentence with its places filled in every language; amounts and names are written as each language writes them. */
export function fill(text: Text, values: Readonly<Record<string, string | number | Money | Text>>): Text {
  const write = (value: string | number | Money | Text, locale: Locale): string | number => {
    if (typeof value !== 'object') return value;
    return 'minor' in value ? formatMoney(value, locale) : value[locale];
  };
  const inLocale = (locale: Locale): string =>
    say(text, locale, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value, locale)])));
  return { 'zh-Hans': inLocale('zh-Hans'), 'zh-Hant': inLocale('zh-Hant'), en: inLocale('en') };
}

/** What the customer reads of each line. Terms are called ours, and a law is named: the two are never mixed in one sentence. */
export const lineTexts = {
  insuredWhole: {
    'zh-Hans': '这票快件保价 {insured}，损失 {loss}：按我们的保价条款，损失全额赔，最高到保价金额，共 {amount}。',
    'zh-Hant': '這件包裹保價 {insured}，損失 {loss}：依本公司的保價條款，損失全額賠償，以保價金額為上限，共 {amount}。',
    en: 'It was insured for {insured} and the loss is {loss}: under our insurance terms we pay the whole loss up to the insured amount, {amount}.',
  },
  insuredPart: {
    'zh-Hans': '这票快件保价 {insured}，物品价值 {value}，其中损失 {loss}：按我们的保价条款，依保价金额与价值的比例赔，共 {amount}。',
    'zh-Hant': '這件包裹保價 {insured}，物品價值 {value}，其中損失 {loss}：依本公司的保價條款，按保價金額與價值的比例賠償，共 {amount}。',
    en: 'It was insured for {insured}; it was worth {value} and {loss} of that is lost: under our insurance terms we pay in the proportion insured, {amount}.',
  },
  insuredWholePostal: {
    'zh-Hans': '保价的给据邮件丢失或全部损毁：《邮政法》第四十七条规定按保价额赔，共 {amount}。',
    'zh-Hant': '保價的給據郵件遺失或全部損毀：中國《郵政法》第四十七條規定按保價額賠償，共 {amount}。',
    en: 'An insured registered postal item, lost or wholly destroyed: article 47 of the PRC Postal Law gives the insured amount, {amount}.',
  },
  insuredPartPostal: {
    'zh-Hans': '保价的给据邮件，保价 {insured}，价值 {value}，其中损失 {loss}：按《邮政法》第四十七条依比例赔，共 {amount}。',
    'zh-Hant': '保價的給據郵件，保價 {insured}，價值 {value}，其中損失 {loss}：依中國《郵政法》第四十七條按比例賠償，共 {amount}。',
    en: 'A registered postal item insured for {insured}, worth {value}, {loss} of that lost: article 47 of the PRC Postal Law gives the proportion insured, {amount}.',
  },
  freightMultiple: {
    'zh-Hans':
      '没有保价：按我们的条款赔实际损失 {loss}，最高为运费 {freight}的 {multiple} 倍，共 {amount}。损失更大的话，可以不接受，由同事来核定。',
    'zh-Hant':
      '未保價：依本公司的條款賠償實際損失 {loss}，最高為運費 {freight}的 {multiple} 倍，共 {amount}。損失更大的話可以不接受，由專人為您核定。',
    en: 'Not insured: under our terms we pay the actual loss of {loss}, at most {multiple} times the freight of {freight}, {amount}. If you lost more, you need not accept: a colleague will look at it.',
  },
  freightMultipleCapped: {
    'zh-Hans':
      '没有保价：按我们的条款赔实际损失 {loss}，最高为运费 {freight}的 {multiple} 倍且不超过 {cap}，共 {amount}。损失更大的话，可以不接受，由同事来核定。',
    'zh-Hant':
      '未保價：依本公司的條款賠償實際損失 {loss}，最高為運費 {freight}的 {multiple} 倍且不超過 {cap}，共 {amount}。損失更大的話可以不接受，由專人為您核定。',
    en: 'Not insured: under our terms we pay the actual loss of {loss}, at most {multiple} times the freight of {freight} and no more than {cap}, {amount}. If you lost more, you need not accept: a colleague will look at it.',
  },
  postageMultiple: {
    'zh-Hans': '没有保价的给据邮件：《邮政法》第四十七条规定赔实际损失 {loss}，以资费 {freight}的 {multiple} 倍为限，共 {amount}。',
    'zh-Hant': '未保價的給據郵件：中國《郵政法》第四十七條規定賠償實際損失 {loss}，以資費 {freight}的 {multiple} 倍為限，共 {amount}。',
    en: 'An uninsured registered postal item: article 47 of the PRC Postal Law gives the actual loss of {loss}, limited to {multiple} times the postage of {freight}, {amount}.',
  },
  weight: {
    'zh-Hans':
      '国际运输，{law}以每公斤 {sdr} 特别提款权为限：{kg} 公斤，按 {asOf} 的汇率（1 特别提款权 = {rate}）为 {limit}；损失 {loss}，赔 {amount}。',
    'zh-Hant':
      '國際運輸，{law}以每公斤 {sdr} 特別提款權為限：{kg} 公斤，依 {asOf} 的匯率（1 特別提款權 = {rate}）為 {limit}；損失 {loss}，賠償 {amount}。',
    en: 'International carriage: {law} limits it to {sdr} SDR per kilogram. {kg} kg at the rate of {asOf} (1 SDR = {rate}) is {limit}; the loss is {loss}, so {amount}.',
  },
  overdue: {
    'zh-Hans': '比承诺的时间晚了 {days} 天以上还没到：按我们的条款，当作丢失处理。',
    'zh-Hant': '比承諾的時間晚了 {days} 天以上仍未送達：依本公司的條款，視同遺失處理。',
    en: 'More than {days} days after the promised time and still not there: under our terms it counts as lost.',
  },
  delayed: {
    'zh-Hans': '比承诺的时间晚了：按我们的条款，退运费 {freight}的 {percent}%，共 {amount}。',
    'zh-Hant': '比承諾的時間晚：依本公司的條款，退還運費 {freight}的 {percent}%，共 {amount}。',
    en: 'Later than promised: under our terms we give back {percent}% of the freight of {freight}, {amount}.',
  },
  freight: {
    'zh-Hans': '另外，按我们的条款退运费 {freight}的 {percent}%，共 {amount}。',
    'zh-Hant': '另外，依本公司的條款退還運費 {freight}的 {percent}%，共 {amount}。',
    en: 'Besides, under our terms we give back {percent}% of the freight of {freight}, {amount}.',
  },
  converted: {
    'zh-Hans': '其他币种的金额按 {asOf} 的汇率折算。',
    'zh-Hant': '其他幣別的金額依 {asOf} 的匯率換算。',
    en: 'Amounts in other currencies are converted at the rate of {asOf}.',
  },
} as const satisfies Record<string, Text>;

/** Two sentences as one, with a blank where the language writes one. */
export function joinTexts(first: Text, second: Text): Text {
  return {
    'zh-Hans': first['zh-Hans'] + second['zh-Hans'],
    'zh-Hant': first['zh-Hant'] + second['zh-Hant'],
    en: `${first.en} ${second.en}`,
  };
}

/** The conventions, as a sentence names them. */
export const lawNames: Readonly<Record<Exclude<Regime, 'EXPRESS_CN' | 'POSTAL_CN'>, Text>> = {
  MONTREAL: { 'zh-Hans': '《蒙特利尔公约》第二十二条', 'zh-Hant': '《蒙特婁公約》第二十二條', en: 'article 22 of the Montreal Convention' },
  CMR: {
    'zh-Hans': '《国际公路货物运输合同公约》第二十三条',
    'zh-Hant': '《國際公路貨物運送契約公約》第二十三條',
    en: 'article 23 of the CMR convention',
  },
};

/** Why a colleague must decide, as that colleague reads it. */
export const personReasons: Readonly<Record<PersonReason, Text>> = {
  above_bot_limit: { 'zh-Hans': '金额超过机器人的权限', 'zh-Hant': '金額超過機器人的權限', en: 'Above what the bot may offer' },
  not_verified: { 'zh-Hans': '客户身份还没核实', 'zh-Hant': '尚未核對客戶身分', en: 'The customer is not verified' },
  no_carrier_fault: {
    'zh-Hans': '轨迹里没有我们的责任事件',
    'zh-Hant': '貨態中沒有本公司的責任事件',
    en: 'No scan says that it was our fault',
  },
  shipment_unknown: { 'zh-Hans': '不知道是哪一票快件', 'zh-Hant': '不知道是哪一件包裹', en: 'Which shipment it is about is not known' },
  claimed_before: {
    'zh-Hans': '同一票快件已有别的理赔',
    'zh-Hant': '同一件包裹已有其他理賠',
    en: 'There is another claim for the same shipment',
  },
  shown_delivered: { 'zh-Hans': '系统显示已签收', 'zh-Hant': '系統顯示已簽收', en: 'The shipment is shown as delivered' },
  too_early: { 'zh-Hans': '还没到受理的时间，可能只是晚到', 'zh-Hant': '尚未到受理時間，可能只是晚到', en: 'Too early: it may still come' },
  not_late: { 'zh-Hans': '没有晚于承诺时间', 'zh-Hant': '沒有晚於承諾時間', en: 'It is not later than promised' },
  promise_unknown: { 'zh-Hans': '没有承诺时间可比', 'zh-Hant': '沒有承諾時間可供比對', en: 'There is no promised time to compare with' },
  value_unproven: { 'zh-Hans': '价值只有口头说明', 'zh-Hant': '價值僅有口頭說明', en: 'The value rests on the customer’s word alone' },
  value_contradicts: {
    'zh-Hans': '客户说的价值和寄件时申报或保价的相差很多',
    'zh-Hant': '客戶說的價值和寄件時申報或保價的相差很多',
    en: 'The value is far from what was declared or insured, and the customer was not asked',
  },
  share_unknown: {
    'zh-Hans': '不知道损坏或缺少了多少',
    'zh-Hant': '不知道損壞或短少了多少',
    en: 'How much of it is harmed or missing is not known',
  },
  freight_unknown: { 'zh-Hans': '系统里没有运费', 'zh-Hant': '系統裡沒有運費', en: 'The freight is not on record' },
  weight_unknown: { 'zh-Hans': '系统里没有重量', 'zh-Hant': '系統裡沒有重量', en: 'The weight is not on record' },
  piece_weight_unknown: {
    'zh-Hans': '多件货，不知道受损那件的重量',
    'zh-Hant': '多件貨，不知道受損那件的重量',
    en: 'Several pieces: the weight of the harmed one is not known',
  },
  currency_differs: { 'zh-Hans': '金额的币种不一致', 'zh-Hant': '金額的幣別不一致', en: 'The amounts are in different currencies' },
  rate_unknown: {
    'zh-Hans': '没有这个币种的汇率',
    'zh-Hant': '沒有這個幣別的匯率',
    en: 'There is no rate for this currency',
  },
  rate_outdated: {
    'zh-Hans': '汇率已超过一个月',
    'zh-Hant': '匯率已超過一個月',
    en: 'The rate is more than a month old',
  },
  rule_missing: {
    'zh-Hans': '寄件那天没有适用的规则',
    'zh-Hant': '寄件當天沒有適用的規則',
    en: 'No rule was in force on the day it was sent',
  },
  rule_unverified: {
    'zh-Hans': '所用规则还没核对出处',
    'zh-Hant': '所用規則尚未核對出處',
    en: 'A rule used has not been checked with its source',
  },
  law_gives_more: { 'zh-Hans': '依法可能赔得更多', 'zh-Hant': '依法可能賠得更多', en: 'The law may give more than this' },
  nothing_due: { 'zh-Hans': '按规则算出来是零', 'zh-Hant': '依規則計算為零', en: 'The rules come to nothing' },
};

const OFFER: Text = { 'zh-Hans': '我们赔付 {amount}。', 'zh-Hant': '我們賠償 {amount}。', en: 'We pay you {amount}.' };

/** The offer as the customer reads it: the amount first, then how it came about where it is the calculated one. At most 1,000 characters. */
export function describeOffer(result: ClaimResult, amount: Money, locale: Locale): string {
  const sum = fill(OFFER, { amount })[locale];
  const isCalculated = result.offer?.minor === amount.minor && result.offer.currency === amount.currency;
  const lines = isCalculated ? result.lines.map((line) => line.says[locale]) : [];
  return [sum, ...lines].join('\n').slice(0, 1000);
}

const DECLINED: Text = {
  'zh-Hans': '很抱歉，这次我们不能赔付：{reason}\n如果您不同意，请告诉我们，会有同事再为您核实。',
  'zh-Hant': '很抱歉，這次無法賠償：{reason}\n如果您不同意，請告訴我們，會有專人再為您查核。',
  en: 'We are sorry, we cannot pay for this: {reason}\nIf you disagree, tell us, and a colleague will look at it again.',
};

/** A refusal as the customer reads it: why, and that a person will look again. `reason` in the ticket's language, cut to fit 1,000 characters. */
export function describeDecline(reason: string, locale: Locale): string {
  return say(DECLINED, locale, { reason: reason.trim().slice(0, 800) });
}
