import type { Locale } from '../../core/types.ts';

/** What a word beside a figure says of its currency. `yuan` and `dollar`: several have that name. */
export type Unit = string | 'yuan' | 'dollar' | 'cent' | 'jiao' | 'pence';

const CODES =
  'usd hkd twd eur gbp jpy cny mop sgd aud cad nzd chf krw thb myr inr rub vnd idr php aed sek nok dkk pln czk huf brl mxn zar sar';

/** Longest first where one begins another. */
const BEFORE: readonly (readonly [string, Unit])[] = [
  ['nt\\$|ntd|新?台币', 'TWD'],
  ['hk\\$|港[币元纸]', 'HKD'],
  ['mop\\$|澳门[币元]', 'MOP'],
  ['us\\$|美[元金]', 'USD'],
  ['au\\$|a\\$|澳[元币]', 'AUD'],
  ['ca\\$|c\\$|加[元币]', 'CAD'],
  ['nz\\$|纽币', 'NZD'],
  ['sg\\$|s\\$|新[币元]|坡币', 'SGD'],
  ['r\\$', 'BRL'],
  ['jp¥|日[元圆币]', 'JPY'],
  ['rmb|cn¥|人民币|¥', 'CNY'],
  ['€|欧元|euros?', 'EUR'],
  ['£|英镑', 'GBP'],
  ['₩|韩[元币]', 'KRW'],
  ['₫', 'VND'],
  ['฿|泰铢', 'THB'],
  ['₹|rs\\.?', 'INR'],
  ['₽', 'RUB'],
  ['rm', 'MYR'],
  ...CODES.split(' ').map((code): readonly [string, Unit] => [code, code.toUpperCase()]),
  ['\\$', 'dollar'],
];

const AFTER: readonly (readonly [string, Unit])[] = [
  ['[元块]?港[币元纸]|蚊鸡?|hk dollars?|hong kong dollars?|hk\\$', 'HKD'],
  ['[元块]?新?台币|台[元毫]|nt dollars?|ntd|taiwan(?:ese)? dollars?|nt\\$', 'TWD'],
  ['澳门[币元]|patacas?', 'MOP'],
  ['美[元金刀]|刀(?![具子片叉架剪口柄把])|us dollars?|american dollars?', 'USD'],
  ['欧元|欧(?![洲美式码])|euros?|€', 'EUR'],
  ['英镑|镑|pounds?(?! (?:of|in weight|heavy|weight))|quid|sterling|£', 'GBP'],
  ['日[元圆币]|円|yen', 'JPY'],
  ['新[币元]|坡币|sing(?:apore)? dollars?', 'SGD'],
  ['韩[元币]|(?:korean )?won', 'KRW'],
  ['泰[铢币]|(?:thai )?baht', 'THB'],
  ['林吉特|马币|令吉|(?:malaysian )?ringgit', 'MYR'],
  ['越南盾|(?:vietnamese )?dong', 'VND'],
  ['印尼盾|(?:indonesian )?rupiah', 'IDR'],
  ['菲律宾比索|philippine pesos?', 'PHP'],
  ['印度?卢比|卢比|(?:indian )?rupees?', 'INR'],
  ['卢布|(?:russian )?rub(?:les?)?', 'RUB'],
  ['瑞士法郎|瑞郎|(?:swiss )?francs?', 'CHF'],
  ['迪拉姆|dirhams?', 'AED'],
  ['加[元币]|canadian dollars?|loonies', 'CAD'],
  ['澳[元币大刀]|au(?:stralian|ssie)? dollars?', 'AUD'],
  ['纽[元币]|新西兰元|(?:new zealand|nz|kiwi) dollars?', 'NZD'],
  ['元人民币|块人民币|人民币|rmb|yuan|kuai|renminbi', 'CNY'],
  ...CODES.split(' ').map((code): readonly [string, Unit] => [code, code.toUpperCase()]),
  ['dollars?|bucks?|\\$', 'dollar'],
  ['cents?', 'cent'],
  ['pence|p', 'pence'],
  [
    '块钱|块?大洋|块(?![石布板肉砖玻糖皂屏木巧蛋电手地漆皮儿表显硬主内钟玉香毯披豆奶饼积拼橡墨泡冰金面])|元(?![旦素件宵宝凶老月])|圆(?![形圈桌珠筒通圈])|文(?![件档字章化具本艺凭案])',
    'yuan',
  ],
  ['[毛角](?![巾线衣毯毛笔发形度落色铁钢])钱?', 'jiao'],
];

const source = (table: readonly (readonly [string, Unit])[]): string => table.map(([words]) => words).join('|');
const compile = (table: readonly (readonly [string, Unit])[]): readonly (readonly [RegExp, Unit])[] =>
  table.map(([words, unit]) => [new RegExp(`^(?:${words})$`), unit]);
const PREFIX = new RegExp(`(?<![a-z])(${source(BEFORE)})[ :]?$`);
const SUFFIX = new RegExp(`^ ?(?:of )?(${source(AFTER)})(?![a-z])`);
const PREFIX_UNITS = compile(BEFORE);
const SUFFIX_UNITS = compile(AFTER);
const LONGEST_WORD = 20;

/** Any word of money: a cheap look before the figures are read. */
export const MONEY_WORD =
  /[¥￥$＄€£₩₫฿₹₽元圆圓块塊蚊文毛角千万萬刀円欧歐镑鎊铢銖盾]|[旧舊嚿撇]水|rmb|ntd|dollars?|bucks?|yuan|kuai|euros?|pounds?|quid|cents?|pence|\dp\b|\d ?[kw]\b|grand|[币幣]|francs?|rupees?|won|yen|baht|pesos?|ringgit|rupiah|dong|卢|盧|林吉特|令吉|迪拉姆|瑞郎|dirham|pataca|\brm ?\d|usd|hkd|twd|eur|gbp|jpy|cny|mop|sgd|aud|cad|nzd|chf|krw|thb|myr|inr|rub|vnd|idr|php|aed|sek|nok|dkk|pln|czk|huf|brl|mxn|zar|sar/i;

/** The unit written before a figure that begins at `start`, and where it begins. */
export function unitBefore(plain: string, start: number): { readonly unit: Unit; readonly start: number } | undefined {
  const match = PREFIX.exec(plain.slice(Math.max(0, start - LONGEST_WORD), start));
  const word = match?.[1];
  return word === undefined ? undefined : { unit: lookUp(PREFIX_UNITS, word), start: start - (match?.[0].length ?? 0) };
}

/** The unit written after a figure that ends at `end`, and where it ends. */
export function unitAfter(plain: string, end: number): { readonly unit: Unit; readonly end: number } | undefined {
  const match = SUFFIX.exec(plain.slice(end, end + LONGEST_WORD + 2));
  const word = match?.[1];
  return word === undefined ? undefined : { unit: lookUp(SUFFIX_UNITS, word), end: end + (match?.[0].length ?? 0) };
}

const lookUp = (units: readonly (readonly [RegExp, Unit])[], word: string): Unit => units.find(([words]) => words.test(word))?.[1] ?? word;

const OF_COUNTRY: Readonly<Record<string, string>> = {
  ...{ CN: 'CNY', HK: 'HKD', MO: 'MOP', TW: 'TWD', US: 'USD', GB: 'GBP', SG: 'SGD', AU: 'AUD', CA: 'CAD', NZ: 'NZD', JP: 'JPY' },
  ...{ KR: 'KRW', MY: 'MYR', TH: 'THB', VN: 'VND', ID: 'IDR', PH: 'PHP', IN: 'INR', CH: 'CHF' },
  ...{ DE: 'EUR', FR: 'EUR', IT: 'EUR', ES: 'EUR', NL: 'EUR', BE: 'EUR', AT: 'EUR', IE: 'EUR', FI: 'EUR', PT: 'EUR' },
};
const DOLLARS: ReadonlySet<string> = new Set(['HKD', 'TWD', 'USD', 'SGD', 'AUD', 'CAD', 'NZD']);
const YUAN: ReadonlySet<string> = new Set(['CNY', 'HKD', 'TWD', 'MOP', 'JPY']);

/** ISO 4217; undefined where the words fit several and neither country nor language settles it. */
export function currencyOf(unit: Unit, locale: Locale, country?: string): string | undefined {
  const home = country === undefined ? undefined : OF_COUNTRY[country];
  switch (unit) {
    case 'dollar':
    case 'cent':
      if (home && DOLLARS.has(home)) return home;
      // A Hong Kong or Taiwan customer's dollar is not the American one.
      return locale === 'zh-Hant' ? undefined : 'USD';
    case 'yuan':
    case 'jiao':
      if (home && YUAN.has(home)) return home;
      return locale === 'zh-Hant' ? undefined : 'CNY';
    case 'pence':
      return 'GBP';
    default:
      return unit;
  }
}
