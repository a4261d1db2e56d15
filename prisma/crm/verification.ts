import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { hashText } from '../../core/ids.ts';
import type { Verification } from '../../core/services.ts';
import { toCleanText } from '../clean.ts';
import type { Store } from '../store.ts';
import { addToCounters, type Limit, lockCounters } from './counters.ts';
import { toDigits } from './phones.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_WRONG_PER_NUMBER = 5;
const MAX_WRONG_PER_CLIENT = 20;

/**
 * The check of the last four digits of a shipment's parties, or of who left their phone with a complaint (its reference is the
 * number then), with its limits; they hold under any number of guesses at once and over all instances.
 */
export function createVerification(store: Store, clock: Clock): Verification {
  return {
    async checkLastFour(trackingNumber, digits, clientKey) {
      const now = clock.now();
      const number = toCleanText(trackingNumber);
      const parties = await findParties(store, number);
      const isRight = matches(parties?.phones ?? [], digits);
      // Counted per shipment: guesses at its pieces' numbers are guesses at the same phones. One order for all: number, client.
      const limits: readonly Limit[] = [
        { key: hashText(`verify:number:${parties?.number ?? number}`), max: MAX_WRONG_PER_NUMBER, windowMs: HOUR_MS },
        { key: hashText(`verify:client:${clientKey}`), max: MAX_WRONG_PER_CLIENT, windowMs: DAY_MS },
      ];
      return store.transaction(async (query) => {
        const { isUsedUp } = await lockCounters(query, limits, now);
        if (isUsedUp) return 'locked';
        if (isRight) return 'verified';
        await addToCounters(query, limits);
        return 'refused';
      });
    },
  };
}

/** One statement for both kinds of number: how long it takes must not tell which of them exist. */
async function findParties(store: Store, number: string): Promise<{ number: string; phones: readonly string[] } | undefined> {
  const [row] = await store.query<{ number: string; one: string; other: string }>(
    `SELECT tracking_number AS number, sender_phone AS one, recipient_phone AS other FROM shipments
     WHERE id = coalesce((SELECT id FROM shipments WHERE tracking_number = $1), (SELECT shipment_id FROM pieces WHERE number = $1))
     UNION ALL SELECT reference, coalesce(contact_phone, ''), '' FROM complaints WHERE reference = $1`,
    [number],
  );
  return row && { number: row.number, phones: [toDigits(row.one), row.other] };
}

/** Takes the same time for any digits, any place of the first difference, and for a number that does not exist. */
function matches(phones: readonly string[], digits: string): boolean {
  const given = digestOf(toDigits(digits));
  let isRight = false;
  for (const phone of [phones[0] ?? '', phones[1] ?? '']) {
    const isSame = timingSafeEqual(given, digestOf(phone.slice(-4)));
    isRight = (isSame && phone.length >= 4) || isRight;
  }
  return isRight;
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
