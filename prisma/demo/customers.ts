import { DAY_MS, HOUR_MS } from '../../core/days.ts';
import { toE164 } from '../crm/phones.ts';
import { createParty, personName, phoneOf } from './parties.ts';
import { demoCustomers, partyOf } from './people.ts';
import type { Random } from './random.ts';
import type { ContactRow, CustomerRow, DemoParty } from './rows.ts';
import { ABROAD_SPOTS, HOME_SPOTS, type Spot, spotOf } from './spots.ts';

/** A customer with where they are and how they ship. */
export interface Shipper {
  readonly row: CustomerRow;
  readonly contacts: readonly ContactRow[];
  readonly party: DemoParty;
  readonly spot: Spot;
  readonly isFirm: boolean;
  readonly habit: Habit;
}

/** How often a customer ships. The groups are those of the managers' customer report, beside ordinary ones. */
export interface Habit {
  readonly group: string;
  readonly count: number;
  readonly isFirm: boolean;
  /** Shipments in each 30 days, newest first, 24 digits; `S` two in June and November; `-` as the season brings them. */
  readonly months: string;
  /** Many parcels' worth in one: raises what the customer pays. */
  readonly size: 'small' | 'usual' | 'large';
}

export const HABITS: readonly Habit[] = [
  { group: 'TOP10_STABLE', count: 10, isFirm: true, months: '222222222222222222222222', size: 'large' },
  { group: 'GROWING_HIGH', count: 8, isFirm: true, months: '443333121111111010101010', size: 'large' },
  { group: 'STABLE_MID', count: 22, isFirm: true, months: '101110111011101110111011', size: 'usual' },
  { group: 'SEASONAL_LOW', count: 16, isFirm: true, months: 'S', size: 'small' },
  { group: 'CHURNED_MID', count: 12, isFirm: true, months: '000000011111111111100000', size: 'usual' },
  { group: 'CHURNED_LOW', count: 16, isFirm: false, months: '000000010010010000000000', size: 'small' },
  { group: 'REACTIVATED_LOW', count: 12, isFirm: false, months: '100000000010010000000000', size: 'small' },
  { group: 'ORDINARY', count: 101, isFirm: false, months: '-', size: 'usual' },
];
const SIGN_IN: Habit = { group: 'ORDINARY', count: 0, isFirm: false, months: '010100100100100000000000', size: 'usual' };

const FIRST_PHONE = 2000;
const SHOP_NAMES = [
  '云栖',
  '北辰',
  '青禾',
  '晨曦',
  '远航',
  '锦程',
  '木槿',
  '海纳',
  '星火',
  '南山',
  '拾光',
  '橙意',
  '知味',
  '万象',
  '初心',
  '鹿鸣',
];
const TRADES = [
  '茶叶店',
  '数码专营店',
  '文具店',
  '服饰旗舰店',
  '家居馆',
  '母婴店',
  '食品行',
  '五金经营部',
  '电子商务有限公司',
  '贸易有限公司',
];
const OLDEST_DAYS = 760;

/** All customers of the demo carrier: the three of the sign-in first, then the groups. Names and phones do not depend on `now`. */
export function createShippers(nowMs: number, random: Random): Shipper[] {
  const signIns = demoCustomers.map((customer, at) => {
    const party = partyOf(customer.person);
    return createShipper(at, customer.externalId, party, spotOf(party.city), SIGN_IN, nowMs);
  });
  let serial = signIns.length;
  const others = HABITS.flatMap((habit) =>
    Array.from({ length: habit.count }, () => {
      const spot = !habit.isFirm && random.chance(0.18) ? random.pick(ABROAD_SPOTS) : random.pick(HOME_SPOTS);
      const name = habit.isFirm ? `${random.pick(SHOP_NAMES)}${random.pick(TRADES)}` : personName(spot, random);
      const party = createParty(name, phoneOf(spot.country, FIRST_PHONE + serial), spot, random);
      return createShipper(serial, `C${10_000 + serial++}`, party, spot, habit, nowMs);
    }),
  );
  return [...signIns, ...others];
}

function createShipper(serial: number, externalId: string, party: DemoParty, spot: Spot, habit: Habit, nowMs: number): Shipper {
  const id = `demo-customer-${String(serial + 1).padStart(3, '0')}`;
  const createdAt = new Date(nowMs - OLDEST_DAYS * DAY_MS + serial * HOUR_MS);
  const contact = (kind: ContactRow['kind'], value: string): ContactRow => ({
    id: `${id}-${kind}`,
    customerId: id,
    kind,
    value,
    verifiedAt: createdAt,
    createdAt,
  });
  const phone = contact('phone', toE164(spot.language === 'en' ? `+${party.phone}` : party.phone, spot.country) ?? party.phone);
  // example.com is kept for documentation (RFC 2606): no mail can reach anybody.
  const contacts = habit.isFirm ? [phone, contact('email', `c${serial}@example.com`)] : [phone];
  const row = { id, externalId, name: party.name, locale: spot.language, isDemo: true, createdAt, updatedAt: createdAt } as const;
  return { row, contacts, party, spot, isFirm: habit.isFirm, habit };
}
