import { LOCALES, type Text } from '../../core/types.ts';
import type { Segment, SegmentBasis } from './segments.ts';

/** The groups as people call them. */
export const SEGMENT_NAMES: Readonly<Record<Segment, Text>> = {
  TOP10_STABLE: {
    'zh-Hans': '贡献额最高的 10% 稳定客户',
    'zh-Hant': '貢獻額前 10% 的穩定客戶',
    en: 'Top 10 % by contribution, stable',
  },
  GROWING_HIGH: { 'zh-Hans': '高贡献额的成长客户', 'zh-Hant': '高貢獻額的成長客戶', en: 'High contribution, growing' },
  STABLE_MID: { 'zh-Hans': '中贡献额的稳定客户', 'zh-Hant': '中貢獻額的穩定客戶', en: 'Middle contribution, stable' },
  SEASONAL_LOW: { 'zh-Hans': '低贡献额的季节性客户', 'zh-Hant': '低貢獻額的季節性客戶', en: 'Low contribution, seasonal' },
  CHURNED_MID: {
    'zh-Hans': '过去六个月流失的中贡献额客户',
    'zh-Hant': '近六個月流失的中貢獻額客戶',
    en: 'Middle contribution, lost within six months',
  },
  CHURNED_LOW: {
    'zh-Hans': '过去六个月流失的低贡献额客户',
    'zh-Hant': '近六個月流失的低貢獻額客戶',
    en: 'Low contribution, lost within six months',
  },
  REACTIVATED_LOW: {
    'zh-Hans': '刚恢复交易的低贡献额客户',
    'zh-Hant': '剛恢復交易的低貢獻額客戶',
    en: 'Low contribution, back after a pause',
  },
  UNASSIGNED: { 'zh-Hans': '未归入客户群', 'zh-Hant': '未歸入客戶群', en: 'In no group' },
};

const REASONS: Readonly<Record<Segment, Text>> = {
  TOP10_STABLE: {
    'zh-Hans': '近 12 个月有 {activeMonths} 个月发货，贡献额排在前 10%，近半年 {current} 元，前半年 {previous} 元，变化不到 25%。',
    'zh-Hant': '近 12 個月有 {activeMonths} 個月寄件，貢獻額居前 10%，近半年 {current} 元，前半年 {previous} 元，變動未達 25%。',
    en: 'Shipped in {activeMonths} of 12 months and is in the top 10 % by contribution: CNY {current} in the last half-year, CNY {previous} in the one before, less than 25 % apart.',
  },
  GROWING_HIGH: {
    'zh-Hans': '贡献额排在前 20%，近半年 {current} 元，前半年 {previous} 元，增长至少 25%。',
    'zh-Hant': '貢獻額居前 20%，近半年 {current} 元，前半年 {previous} 元，成長至少 25%。',
    en: 'In the top 20 % by contribution: CNY {current} in the last half-year after CNY {previous} in the one before, at least 25 % more.',
  },
  STABLE_MID: {
    'zh-Hans': '贡献额 {contribution} 元，居于前 20% 之后的 30%，近 12 个月有 {activeMonths} 个月发货。',
    'zh-Hant': '貢獻額 {contribution} 元，位於前 20% 之後的 30%，近 12 個月有 {activeMonths} 個月寄件。',
    en: 'CNY {contribution} is in the 30 % after the top 20 %, with shipments in {activeMonths} of 12 months.',
  },
  SEASONAL_LOW: {
    'zh-Hans': '贡献额 {contribution} 元，在后 50%；{season}% 的发货集中在每年不超过 4 个月里。',
    'zh-Hant': '貢獻額 {contribution} 元，位於後 50%；{season}% 的寄件集中在每年至多 4 個月內。',
    en: 'CNY {contribution} is in the lower half, and {season} % of the shipments fall into at most 4 months of a year.',
  },
  CHURNED_MID: {
    'zh-Hans': '最后一次发货在 {lastShippedOn}，已超过六个月；此前一年贡献额 {activeYear} 元，属中等以上。',
    'zh-Hant': '最後一次寄件為 {lastShippedOn}，已逾六個月；此前一年貢獻額 {activeYear} 元，屬中等以上。',
    en: 'Last shipped on {lastShippedOn}, more than six months ago; the year before brought CNY {activeYear}, middle or more.',
  },
  CHURNED_LOW: {
    'zh-Hans': '最后一次发货在 {lastShippedOn}，已超过六个月；此前一年贡献额 {activeYear} 元，在后 50%。',
    'zh-Hant': '最後一次寄件為 {lastShippedOn}，已逾六個月；此前一年貢獻額 {activeYear} 元，位於後 50%。',
    en: 'Last shipped on {lastShippedOn}, more than six months ago; the year before brought CNY {activeYear}, in the lower half.',
  },
  REACTIVATED_LOW: {
    'zh-Hans': '停发 {pause} 天后在最近 60 天内恢复发货，贡献额 {contribution} 元，在后 50%。',
    'zh-Hant': '停寄 {pause} 天後，於最近 60 天內恢復寄件，貢獻額 {contribution} 元，位於後 50%。',
    en: 'Shipped again within the last 60 days after a pause of {pause} days; CNY {contribution} is in the lower half.',
  },
  UNASSIGNED: {
    'zh-Hans': '近 12 个月发货 {shipments} 票，贡献额 {contribution} 元，不符合七个客户群中的任何一个。',
    'zh-Hant': '近 12 個月寄件 {shipments} 件，貢獻額 {contribution} 元，不符合七個客戶群中的任何一個。',
    en: '{shipments} shipments and CNY {contribution} in 12 months meet the rule of none of the seven groups.',
  },
};

const WAS_HIGH: Text = {
  'zh-Hans': '流失前属于贡献额最高的 20%，请尽快联系。',
  'zh-Hant': '流失前屬於貢獻額前 20%，請儘快聯繫。',
  en: ' They were in the top 20 % before: get in touch soon.',
};
const OTHER_CURRENCY: Text = {
  'zh-Hans': '另有 {otherCurrency} 票以其他币种计费，未计入金额。',
  'zh-Hant': '另有 {otherCurrency} 件以其他幣別計費，未計入金額。',
  en: ' {otherCurrency} more were paid in other currencies and are in no amount.',
};

/** Why somebody is in their group, with the numbers it was computed from. The limits named are those of DEFAULT_SEGMENT_RULES. */
export function explainSegment(segment: Segment, basis: SegmentBasis): Text {
  const values: Readonly<Record<string, string>> = {
    activeMonths: String(basis.activeMonths),
    shipments: String(basis.shipments),
    contribution: toYuan(basis.contributionMinor),
    current: toYuan(basis.currentMinor),
    previous: toYuan(basis.previousMinor),
    activeYear: toYuan(basis.activeYearMinor ?? 0),
    lastShippedOn: basis.lastShippedOn ?? '',
    pause: String(basis.pauseDays ?? 0),
    season: String(Math.round((basis.seasonShare ?? 0) * 100)),
    otherCurrency: String(basis.otherCurrency),
  };
  const parts = [REASONS[segment], ...(basis.wasHigh ? [WAS_HIGH] : []), ...(basis.otherCurrency > 0 ? [OTHER_CURRENCY] : [])];
  const entries = LOCALES.map((locale) => {
    const sentence = parts.map((part) => part[locale]).join('');
    return [locale, sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)];
  });
  return Object.fromEntries(entries) as Record<keyof Text, string>;
}

/** `12,345.60`: whole fen, no float. */
function toYuan(minor: number): string {
  const [whole = '0', fen = '00'] = (minor / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fen}`;
}
