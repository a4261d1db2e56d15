/**
 * Who did something. `id`: the customer's channel identity or customer id; the staff member's, or `key:` and an API key's
 * name; a part of the product.
 */
export interface Actor {
  readonly type: 'customer' | 'bot' | 'agent' | 'system';
  readonly id: string;
}

/** Whose doing something is counted as. */
export interface Credit {
  readonly actor: Actor;
  /** Their team, as tickets name it. */
  readonly group?: string;
}

/** How far a customer proved who they are; see Verification levels in ARCHITECTURE.md. */
export type VerifiedLevel = 0 | 1 | 2;
