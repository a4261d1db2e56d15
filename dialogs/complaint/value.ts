import { formatMoney, type Money, toMoney } from '../../core/money.ts';
import type { GivenSum } from '../../core/values.ts';
import type { Turn } from '../turn.ts';
import { claimTexts } from './claimTexts.ts';
import type { ComplaintSlots } from './slots.ts';

/** Takes a sum for what the goods were worth: in what currency, the parcel tells later. */
export function keepSum(slots: ComplaintSlots, { amount, currency, isDollar, exactness }: GivenSum): void {
  slots.sum = { amount, ...(currency ? { currency } : {}), ...(isDollar ? { isDollar } : {}) };
  if (exactness === 'estimate') slots.sum.isRough = true;
  delete slots.value;
  delete slots.isValueSure;
  delete slots.isUnpriced;
}

/** What a story says the goods were worth: 值300块, "worth £80"; a rough sum is taken as such, one that is none is asked for. */
export function keepWorth(turn: Pick<Turn, 'understand'>, slots: ComplaintSlots): void {
  if (slots.sum) return;
  const worth = turn.understand(slots.story).values.worth;
  if (worth && worth.exactness !== 'vague') keepSum(slots, worth);
}

/** A sum and hardly a word more. */
export function sumAlone({ understanding: { text, values } }: Turn): GivenSum | undefined {
  const { sum } = values;
  return sum && sum.of !== 'fee' && text.length - (sum.end - sum.start) <= LONGEST_BESIDE ? sum : undefined;
}

const LONGEST_BESIDE = 10;

/** Turns the sum that was said into money. */
export async function settleSum(turn: Turn, slots: ComplaintSlots): Promise<Money | undefined> {
  if (slots.sum) slots.value = toMoney(slots.sum, await homeCurrency(turn, slots));
  return slots.value;
}

/** A later message takes the sum back: 其实是380, "sorry, 380". Told at once; false when it does not. */
export async function correctSum(turn: Turn, slots: ComplaintSlots): Promise<boolean> {
  const { text, values } = turn.understanding;
  const { sum } = values;
  // 係4800唔係4500 names the one that was taken.
  const namesOld = slots.sum !== undefined && text.normalize('NFKC').replaceAll(',', '').includes(String(slots.sum.amount));
  if (
    !slots.sum ||
    !sum ||
    !(sum.isCorrection || namesOld) ||
    sum.of === 'fee' ||
    sum.exactness === 'vague' ||
    text.length > LONGEST_CORRECTION
  )
    return false;
  if (turn.understanding.entities.some(({ type }) => type === 'phone') || sum.amount === slots.sum.amount) return false;
  keepSum(slots, { ...sum, currency: sum.currency ?? slots.sum.currency });
  const value = toMoney(slots.sum, await homeCurrency(turn, slots));
  await turn.reply(claimTexts.corrected, { values: { value: tell(turn, value) } });
  return true;
}

const LONGEST_CORRECTION = 60;

export const tell = ({ locale }: Turn, value: Money | undefined): string => (value ? formatMoney(value, locale) : '');

const CURRENCIES: Readonly<Record<string, string>> = { HK: 'HKD', TW: 'TWD', MO: 'MOP', US: 'USD', GB: 'GBP', JP: 'JPY' };
const DOLLARS: ReadonlySet<string> = new Set(['HK', 'TW', 'US']);

/** In what a sum is meant whose words do not say: of the parcel's two ends the one that writes so, else what the company reckons in. */
async function homeCurrency(turn: Turn, { parcel, sum }: ComplaintSlots): Promise<string> {
  if (sum?.currency) return sum.currency;
  const shipment = parcel ? await turn.services.shipments.find(parcel) : undefined;
  const ends = shipment ? [shipment.recipient.country, shipment.sender.country] : [];
  const country = ends.find((end) => (sum?.isDollar ? DOLLARS.has(end) : end !== 'CN' && turn.locale !== 'zh-Hans' && end in CURRENCIES));
  if (country) return CURRENCIES[country] ?? 'CNY';
  return sum?.isDollar ? (turn.locale === 'zh-Hant' ? 'HKD' : 'USD') : 'CNY';
}
