import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { hashText } from '../../core/ids.ts';
import type { Side } from '../../rules/shipments/types.ts';
import { addWrong, countsOf, findUntil, GUESS_WINDOW_MS } from '../../rules/verification/guessing.ts';
import type { Verification, VerificationResult } from '../../rules/verification/types.ts';
import { toCleanText } from '../clean.ts';
import type { Store } from '../store.ts';
import { lockTallies, writeTallies } from './counters.ts';
import { toDigits } from './phones.ts';

/**
 * The check of the last four digits of a shipment's parties, or of who left their phone with a complaint (its reference is the
 * number then), with its limits; they hold under any number of guesses at once and over all instances.
 */
export function createVerification(store: Store, clock: Clock): Verification {
  return {
    async checkLastFour(trackingNumber, digits, guesser) {
      const now = clock.now();
      const number = toCleanText(trackingNumber);
      const parties = await findParties(store, number);
      const { isRight, sides } = compare(parties?.phones ?? [], digits);
      // Counted per shipment: guesses at its pieces' numbers are guesses at the same phones.
      const counts = countsOf(parties?.number ?? number, guesser);
      const keys = counts.map(({ key }) => hashText(key));
      return store.transaction(async (query): Promise<VerificationResult> => {
        const before = await lockTallies(query, keys, GUESS_WINDOW_MS, now);
        const closedUntil = findUntil(counts, before, now);
        if (closedUntil) return { kind: 'waiting', until: closedUntil };
        if (isRight) return { kind: 'verified', sides: parties?.isShipment ? sides : [] };
        const after = addWrong(before, now);
        await writeTallies(query, keys, after);
        const until = findUntil(counts, after, now);
        return { kind: 'refused', ...(until && { until }) };
      });
    },
  };
}

interface Parties {
  readonly number: string;
  readonly isShipment: boolean;
  /** Of the sender and the recipient. */
  readonly phones: readonly string[];
}

/** One statement for both kinds of number: how long it takes must not tell which of them exist. */
async function findParties(store: Store, number: string): Promise<Parties | undefined> {
  const [row] = await store.query<{ number: string; isShipment: boolean; one: string; other: string }>(
    `SELECT tracking_number AS number, true AS "isShipment", sender_phone AS one, recipient_phone AS other FROM shipments
     WHERE id = coalesce((SELECT id FROM shipments WHERE tracking_number = $1), (SELECT shipment_id FROM pieces WHERE number = $1))
     UNION ALL SELECT reference, false, coalesce(contact_phone, ''), '' FROM complaints WHERE reference = $1`,
    [number],
  );
  return row && { number: row.number, isShipment: row.isShipment, phones: [toDigits(row.one), row.other] };
}

/** Takes the same time for any digits, any place of the first difference, and for a number that does not exist. */
function compare(phones: readonly string[], digits: string): { readonly isRight: boolean; readonly sides: readonly Side[] } {
  const given = digestOf(toDigits(digits));
  const sides = SIDES.filter((_, index) => {
    const phone = phones[index] ?? '';
    const isSame = timingSafeEqual(given, digestOf(phone.slice(-4)));
    return isSame && phone.length >= 4;
  });
  return { isRight: sides.length > 0, sides };
}

const SIDES: readonly Side[] = ['sender', 'recipient'];

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
