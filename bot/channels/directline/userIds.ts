const USER_ID = /^[^\s\p{C}]{1,128}$/u;
/**
 * The space of ids nobody vouches for. A client may call itself what it likes, also by the id of a signed-in customer or of
 * another visitor: what it says is shown to it again, and its identity is the conversation.
 */
const GUEST = 'guest:';

/** An id as a backend may vouch for it: 1–128 visible characters, not of the guests' space, in whatever case or width. */
export function isUserId(value: unknown): value is string {
  return typeof value === 'string' && USER_ID.test(value) && !isGuestId(value.normalize('NFKC').toLowerCase());
}

/** Who a conversation belongs to when nobody vouches for its user: itself, so that no two ever share their cases. */
export function guestOf(conversationId: string): string {
  return GUEST + conversationId;
}

/** The author of a message who calls himself `chosen`, marked as the choice that it is. */
export function toChosenId(chosen: string): string {
  return GUEST + chosen;
}

/** The id as the client knows it. */
export function toShownId(userId: string): string {
  return userId.startsWith(GUEST) ? userId.slice(GUEST.length) : userId;
}

/** True for an id no backend vouches for. */
export function isGuestId(userId: string): boolean {
  return userId.startsWith(GUEST);
}
