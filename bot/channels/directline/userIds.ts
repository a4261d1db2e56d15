import { createSecret } from '../../../core/ids.ts';

const USER_ID = /^[^\s\p{C}]{1,128}$/u;
/**
 * Marks ids a client chose for itself. Without it a visitor could call himself by the id of a signed-in customer, whose
 * identity on this channel is bound to the customer's shipments.
 */
const GUEST = 'guest:';

/** An id as a backend may vouch for it: 1–128 visible characters, not of the guests' space. */
export function isUserId(value: unknown): value is string {
  return typeof value === 'string' && USER_ID.test(value) && !value.startsWith(GUEST);
}

/** The stored id of someone who calls himself `chosen`; a random one when that is no id. */
export function toGuestId(chosen: unknown): string {
  return GUEST + (isUserId(chosen) ? chosen : createSecret(16));
}

/** The id as the client knows it. */
export function toShownId(userId: string): string {
  return userId.startsWith(GUEST) ? userId.slice(GUEST.length) : userId;
}

/** True for an id no backend vouches for. */
export function isGuestId(userId: string): boolean {
  return userId.startsWith(GUEST);
}
