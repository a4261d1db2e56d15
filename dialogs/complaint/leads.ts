import { t } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { TicketCategory } from '../../rules/complaints/codes.ts';
import { namedTroubles } from './categories.ts';
import { type ComplaintSlots, hasHarm } from './slots.ts';

const FURIOUS = t(
  '真的对不起，换谁都会生气。我马上给您登记，尽量少问。',
  '真的很抱歉，換誰都會生氣。我馬上為您登記，盡量少問。',
  'I am truly sorry; anyone would be angry. I will register this now and ask as little as I can.',
);
const SORRY = t('很抱歉让您不满意。', '很抱歉讓您不滿意。', 'I am sorry we let you down.');
const SORRY_SO = t('遇上这样的事，很抱歉。', '遇上這樣的事，很抱歉。', 'I am sorry this happened.');
const LEADS: Readonly<Partial<Record<TicketCategory, Text>>> = {
  delay: t('让您等了这么久，很抱歉。', '讓您等了這麼久，很抱歉。', 'I am sorry you have been kept waiting.'),
  damage: t('东西弄坏了，很抱歉。', '東西弄壞了，很抱歉。', 'I am sorry your things were damaged.'),
  loss: t('包裹找不到，您一定很着急，很抱歉。', '包裹找不到，您一定很著急，很抱歉。', 'A missing parcel is a real worry; I am sorry.'),
  shortage: t('东西少了，很抱歉。', '東西少了，很抱歉。', 'I am sorry something is missing.'),
  misdelivery: t('送错了地方，很抱歉。', '送錯了地方，很抱歉。', 'I am sorry it went to the wrong place.'),
  service_attitude: t('受了这样的气，很抱歉。', '讓您受了這樣的氣，很抱歉。', 'I am sorry you were treated that way.'),
  fee_dispute: t(
    '钱的事要说清楚，很抱歉让您费心。',
    '錢的事要說清楚，很抱歉讓您費心。',
    'Charges should be clear; I am sorry for the trouble.',
  ),
  fake_delivery_sign: t('没收到却显示签收，很抱歉。', '沒收到卻顯示簽收，很抱歉。', 'Marked as delivered but not with you: I am sorry.'),
  privacy: t('您的信息被这样对待，很抱歉。', '您的個資被這樣對待，很抱歉。', 'Your details should never be used that way; I am sorry.'),
  pickup: t('让您白等了，很抱歉。', '讓您白等了，很抱歉。', 'I am sorry you waited for nothing.'),
  bot_service: t('是我没帮上忙，很抱歉。', '是我沒幫上忙，很抱歉。', 'I am sorry I was no help.'),
};

/** Named by their own word, so that the sentence cannot miss. */
const SURE: ReadonlySet<TicketCategory> = new Set(['pickup', 'bot_service', 'privacy']);

/**
 * The sentence an intake begins with, once: furious people hear that it will be short, calm ones about their matter, if their
 * words name it: being sorry for the wrong thing is worse than being sorry.
 */
export function leadFor({ mood, story, isClaim }: ComplaintSlots, category: TicketCategory): Text {
  if (mood.anger === 2) return FURIOUS;
  if (story === '') return isClaim ? SORRY_SO : SORRY;
  return (SURE.has(category) || namedTroubles(story).includes(category) ? LEADS[category] : undefined) ?? SORRY_SO;
}

/** Bodies before parcels. Mainland China: 110 police, 120 ambulance, 119 fire; Taiwan 110 and 119; Hong Kong and Macau 999. */
const SAFETY = t(
  '先顾人身安全：有人威胁或伤害您，请马上拨打 110；有人受伤拨 120；起火、泄漏或有刺鼻气味，先离开再拨 119。',
  '請先顧好人身安全：有人威脅或傷害您、有人受傷、起火或洩漏，請先離開並求助。台灣報警撥 110，救護和消防撥 119；香港、澳門撥 999。',
  'Safety first: if somebody threatens or hurts you, anyone is injured, or something burns, leaks or smells, get away from there and call your local emergency number.',
);
/** 12356: the mainland's psychological aid line; 1925: Taiwan's; 18111: Hong Kong's. English speakers may be anywhere. */
const CARE = t(
  '听到您这么难受，我很担心。您不用一个人扛：可以打 12356 心理援助热线，也可以找一位信任的人陪着您；有危险请马上拨打 110 或 120。\n快递的事交给我来登记。',
  '聽到您這麼難受，我很擔心。您不用一個人撐：台灣可撥 1925 安心專線，香港可撥 18111，也可以找一位信任的人陪著您；有危險請馬上求助，台灣撥 119，香港、澳門撥 999。\n包裹的事交給我來登記。',
  'I am worried to hear how bad this feels. You do not have to carry it alone: please talk to somebody you trust or a crisis line near you, and if you are in danger call your local emergency number now.\nLeave the parcel to me; I will register it.',
);

/** What must be said before anything about a parcel; undefined in nearly every case. */
export function safetyFor({ mood }: Pick<ComplaintSlots, 'mood'>): Text | undefined {
  if (mood.risks.includes('self_harm')) return CARE;
  return hasHarm({ mood }) ? SAFETY : undefined;
}
