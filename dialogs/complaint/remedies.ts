import { t } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { RemedyType } from '../../rules/complaints/codes.ts';

/** What a customer may wish for, in their words, as buttons. */
export const remedyTitles: Readonly<Record<RemedyType, Text>> = {
  apology: t('道歉', '道歉', 'An apology'),
  explanation: t('说明原因', '說明原因', 'An explanation'),
  expedite: t('尽快送到', '盡快送到', 'Get it moving'),
  redelivery: t('重新派送', '重新配送', 'Deliver it again'),
  refund: t('退运费', '退運費', 'Refund the shipping'),
  compensation: t('赔偿', '賠償', 'Compensation'),
  replacement: t('补一份', '補一份', 'A replacement'),
  coupon: t('优惠券', '優惠券', 'A voucher'),
  investigation: t('查清楚', '查清楚', 'Find out what happened'),
  other: t('其他', '其他', 'Something else'),
};

/** In the order they are looked for: money for goods before money for the carriage, deeds before words. */
const WORDS: readonly (readonly [RemedyType, RegExp])[] = [
  [
    'refund',
    /退.{0,4}(?:运费|運費|邮费|郵費|快递费|快遞費)|(?:运费|運費|邮费|郵費).{0,4}退|差价|差價|refund.{0,16}(?:shipping|postage|fee|freight|delivery)|(?:shipping|postage|freight).{0,10}(?:back|refund)/i,
  ],
  ['compensation', /[赔賠](?!礼|禮|罪)|补偿|補償|索赔|索賠|compensat|reimburs|pay (?:me|for)|my money/i],
  [
    'redelivery',
    /重新?(?:派|送|配)|再(?:派|送|配)(?:一次|一趟)?|送到(?:家|门|門|楼上|樓上)|派送上门|deliver (?:it )?again|redeliver|bring it/i,
  ],
  [
    'replacement',
    /补发|補發|补寄|補寄|补一|補一|换(?:一)?(?:个|件|新)(?!号|电)|換(?:一)?(?:個|件|新)(?!號|電)|重发|重發|重寄|replace|send (?:me )?(?:a )?(?:new|another)/i,
  ],
  ['expedite', /尽快|盡快|赶紧|趕緊|催|快点|快點|快啲|今天(?:就|必须)|马上送|馬上送|get it moving|hurry|asap|as soon as|deliver it|speed/i],
  [
    'investigation',
    /查(?:清|明|一下|出|监控|監控)|调查|調查|调监控|調監控|处罚|處罰|开除|開除|investigat|find (?:out|it)|look into|trace/i,
  ],
  ['refund', /退钱|退錢|退款|refund|money back/i],
  ['coupon', /优惠券|優惠券|券|折扣|voucher|coupon|discount/i],
  ['apology', /道歉|赔礼|賠禮|认错|認錯|对不起|對不起|apolog|sorry/i],
  ['explanation', /说法|說法|解释|解釋|说明|說明|交代|原因|为什么|為什麼|点解|點解|explain|explanation|reason|why/i],
];
/** A wish is denied: 不要你们道歉. */
const DENIED = /(?:不要|不需要|不想要|不用|唔要|唔使|別|别|don't want|no )[^，。,.;；]{0,6}$/i;

/** The remedy some words ask for; undefined when they ask for none. */
export function findRemedy(text: string): RemedyType | undefined {
  const plain = text.normalize('NFKC');
  return WORDS.find(([, words]) => {
    const found = words.exec(plain);
    return found !== null && !DENIED.test(plain.slice(0, found.index));
  })?.[0];
}

const PLAIN =
  /(?:要求|要你们|要你們|希望|请你们|請你們|麻烦|麻煩|给我|給我|必须|必須|i want (?:you to|a|an|my)|i (?:expect|demand)|please)[^，。,.!！]{0,16}/gi;

/** What a story plainly asks for (要求退运费, "please deliver it again"): then nobody is asked what they wish. */
export function findPlainWish(story: string): RemedyType | undefined {
  const wishes = story.normalize('NFKC').match(PLAIN) ?? [];
  return wishes.map(findRemedy).find((remedy) => remedy !== undefined && remedy !== 'compensation');
}

/** A demand for money within a story: 要求赔偿, not 赔了夫人. */
export function demandsMoney(story: string): boolean {
  return /(?:要|求|给我|給我|必须|必須|得|应该|應該|怎么|怎麼|照价|照價|原价|原價|全额|全額|申请|申請|能)[^，。]{0,6}[赔賠](?!礼|禮|罪)|[赔賠](?:偿|償|钱|錢|我|给我|給我)|索赔|索賠|理赔|理賠|compensat|reimburs|want my money/i.test(
    story,
  );
}
