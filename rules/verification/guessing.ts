import { toNetworkKey } from '../../core/clientAddress.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/days.ts';

/** Who gives digits, as limits count them. */
export interface Guesser {
  /** Whose conversation it is, on its channel: somebody who is vouched for, or the conversation itself. */
  readonly person: string;
  /** See InboundMessage: the address, or the person's own key where there is none. */
  readonly clientKey: string;
}

/** Wrong digits counted under one key since the first of them. */
export interface Tally {
  readonly count: number;
  readonly lastAt?: Date;
  /** When they are forgotten: a day after the first. */
  readonly expiresAt: Date;
}

/** One thing wrong digits are counted under. */
export interface Count {
  readonly key: string;
  /** Wrong answers before the waits begin; the parcel's own count has none, see `findUntil`. */
  readonly atOnce?: number;
  /** Whether it is one parcel's: then fewer are let through while many guess at it. */
  readonly isOfParcel: boolean;
}

/** How long a tally lasts from its first wrong answer, in milliseconds; the numbers below are by this day. */
export const GUESS_WINDOW_MS = DAY_MS;
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = HOUR_MS;

/*
 * The numbers. Two of 10,000 values open a parcel, so that a wrong answer is worth a chance of 0.02 % to whoever makes it.
 *
 * A person has 3 tries at a parcel, then waits 1, 2, 4 … at most 60 minutes: 3 + 6 + 22 = 31 in a day. A new conversation costs an
 * attacker nothing, so the address counts too, for four people who mistype the same parcel's digits behind one carrier's NAT:
 * 12 + 6 + 22 = 40 in a day, 0.8 %. A site with a /48 of its own: 24 + 6 + 22 = 52.
 *
 * All together: above 45 on one parcel a newcomer has one try, and at 60 digits are closed for it, until a day after the first
 * wrong one: 60 × 0.02 % = 1.2 % for a botnet of any size. No single address gets as far as 45, so that one stranger hinders
 * nobody else; no single site closes a parcel.
 *
 * Over all parcels a person may err 20 times a day, which a warehouse clerk does not. An address may 400 times: thousands of
 * customers stand behind one, and of what they ask for few percent is mistyped; a network of IPv6 8 times as often.
 */
const AT_ONCE_OF_PARCEL = { person: 3, client: 12, network: 24 } as const;
const AT_ONCE = { person: 20, client: 400, network: 3200 } as const;
const MANY_GUESS = 45;
const CLOSED = 60;
const SHARE_WHILE_MANY_GUESS = 1 / 3;

/**
 * What wrong digits for a number are counted under, the parcel itself first; always in this order, since whoever locks several
 * must lock them alike.
 */
export function countsOf(number: string, { person, clientKey }: Guesser): readonly Count[] {
  const network = toNetworkKey(clientKey);
  const who = [
    ...(network === undefined ? [] : [['network', network] as const]),
    ['client', clientKey] as const,
    ['person', person] as const,
  ];
  return [
    { key: `guess:parcel:${number}`, isOfParcel: true },
    ...who.map(([kind, id]) => ({ key: `guess:parcel:${kind}:${id}\n${number}`, atOnce: AT_ONCE_OF_PARCEL[kind], isOfParcel: true })),
    ...who.map(([kind, id]) => ({ key: `guess:${kind}:${id}`, atOnce: AT_ONCE[kind], isOfParcel: false })),
  ];
}

/**
 * Until when nothing may be tried, as the tallies stand; undefined when it may be now.
 * @param tallies of `countsOf`, in its order
 */
export function findUntil(counts: readonly Count[], tallies: readonly Tally[], now: Date): Date | undefined {
  const parcel = tallies[0];
  const doMany = (parcel?.count ?? 0) >= MANY_GUESS;
  let until = parcel && parcel.count >= CLOSED ? parcel.expiresAt : now;
  for (const [index, { atOnce, isOfParcel }] of counts.entries()) {
    const { count = 0, lastAt } = tallies[index] ?? {};
    if (atOnce === undefined || lastAt === undefined) continue;
    const allowed = isOfParcel && doMany ? atOnce * SHARE_WHILE_MANY_GUESS : atOnce;
    if (count < allowed) continue;
    const end = new Date(lastAt.getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - allowed)));
    if (end > until) until = end;
  }
  return until > now ? until : undefined;
}

/** The tallies after one more wrong answer. A tally is kept for as long as the wait that follows from it may last. */
export function addWrong(tallies: readonly Tally[], now: Date): readonly Tally[] {
  return tallies.map(({ count, expiresAt }, index) => {
    const leastMs = index === 0 ? 0 : LONGEST_WAIT_MS;
    return { count: count + 1, lastAt: now, expiresAt: new Date(Math.max(expiresAt.getTime(), now.getTime() + leastMs)) };
  });
}
