import { describe, expect, it } from 'vitest';
import { addWrong, countsOf, findUntil, GUESS_WINDOW_MS, type Guesser, type Tally } from '../../../rules/verification/guessing.ts';

const START = Date.parse('2026-11-28T00:00:00Z');
const MINUTE_MS = 60_000;

/** Everybody tries whenever they may, for a day: how many wrong answers each hears, and whether somebody new may try at the end. */
function attack(guessers: readonly Guesser[]): { readonly wrong: number; readonly isNewcomerLetIn: boolean; readonly isClosed: boolean } {
  const tallies = new Map<string, Tally>();
  const countsBy = new Map<Guesser, ReturnType<typeof countsOf>>();
  const read = (guesser: Guesser, now: Date) => {
    const counts = countsBy.get(guesser) ?? countsOf('XB1', guesser);
    countsBy.set(guesser, counts);
    const fresh = { count: 0, expiresAt: new Date(now.getTime() + GUESS_WINDOW_MS) };
    const found = counts.map(({ key }) => tallies.get(key)).map((tally) => (tally && tally.expiresAt > now ? tally : fresh));
    return { counts, found, until: findUntil(counts, found, now) };
  };
  const tryOnce = (guesser: Guesser, now: Date): boolean => {
    const { counts, found, until } = read(guesser, now);
    if (until) return false;
    const after = addWrong(found, now);
    for (const [index, { key }] of counts.entries()) tallies.set(key, after[index]!);
    return true;
  };
  let wrong = 0;
  for (let minute = 0; minute < 24 * 60; minute++) {
    const now = new Date(START + minute * MINUTE_MS);
    for (const guesser of guessers) while (tryOnce(guesser, now)) wrong += 1;
  }
  const newcomer = { person: 'owner', clientKey: '203.0.113.9' };
  const end = new Date(START + GUESS_WINDOW_MS - MINUTE_MS);
  const isNewcomerLetIn = tryOnce(newcomer, end) && tryOnce(newcomer, end);
  return { wrong, isNewcomerLetIn, isClosed: !isNewcomerLetIn && !tryOnce({ ...newcomer, person: 'x', clientKey: '203.0.113.10' }, end) };
}
const people = (count: number, clientKey: (n: number) => string): Guesser[] =>
  Array.from({ length: count }, (_, n) => ({ person: `p${n}`, clientKey: clientKey(n) }));

describe('a day of guessing at one parcel', () => {
  // The waits after the tries at once: 1 + 2 + 4 + 8 + 16 + 32 = 63 minutes are 6 tries, and of the other 1,377 minutes each hour is one.
  const AFTER = 6 + Math.floor((24 * 60 - 1 - 63) / 60);

  it.each([
    { who: 'one person', guessers: people(1, () => '203.0.113.7'), wrong: 3 + AFTER },
    { who: 'one address, a new conversation for each try', guessers: people(20, () => '203.0.113.7'), wrong: 12 + AFTER },
  ])('by $who hears $wrong wrong answers and hinders nobody else', ({ guessers, wrong }) => {
    expect(attack(guessers)).toMatchObject({ wrong, isNewcomerLetIn: true });
  });

  it('by one site with a whole /48 closes no parcel', () => {
    const site = attack(people(30, (n) => `2001:db8:1:${n.toString(16)}::/64`));
    expect(site).toMatchObject({ wrong: 24 + AFTER, isClosed: false });
  });

  it('by any number of addresses hears 60, worth 1.2 %', () => {
    const botnet = attack(people(100, (n) => `10.0.${n >> 8}.${n & 255}`));
    expect(botnet).toMatchObject({ wrong: 60, isClosed: true });
    expect((botnet.wrong * 2) / 10 ** 4).toBeLessThan(0.015);
  });
});
