import type { Actor, Credit, VerifiedLevel } from './actor.ts';
import { GROUP_TEAMS, type Permission, ROLES, STAFF_GROUPS, type StaffGroup, type StaffRole } from './roles.ts';

/** A system of the company, known by its API key. */
export interface SystemPrincipal {
  readonly kind: 'system';
  /** The key's name; `api` for API_KEY. */
  readonly name: string;
  readonly role: StaffRole;
  readonly scopes: readonly Permission[];
  /** Whom of its own people the system says it acts for: a word for the audit, which may lower what may be offered and never raise it. */
  readonly actingFor?: { readonly id?: string; readonly rank?: StaffRole | StaffGroup };
}

/** A person of the company who signed in. */
export interface StaffPrincipal {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly groups: readonly StaffGroup[];
}

/** Somebody in a chat. */
export interface CustomerPrincipal {
  readonly kind: 'customer';
  /** Customer id, or who they are on the channel. */
  readonly id: string;
  readonly level: VerifiedLevel;
}

/** The product itself: the bot that talks, the rules that assess and warn. */
export interface ProductPrincipal {
  readonly kind: 'product';
  readonly name: string;
}

/**
 * Who acts. Made once, at the border, from a credential, and handed on to everything that is done in its name; never made of what a
 * body says. Plain data.
 */
export type Principal = SystemPrincipal | StaffPrincipal | CustomerPrincipal | ProductPrincipal;

export const BOT: ProductPrincipal = { kind: 'product', name: 'bot' };

/** Whether this permission is theirs: a key's where both its role and its scopes have it. Customers and the product have none. */
export function may(by: Principal, permission: Permission): boolean {
  if (by.kind === 'system') return ROLES[by.role].may.includes(permission) && by.scopes.includes(permission);
  return by.kind === 'staff' && ROLES[by.role].may.includes(permission);
}

/** A system in the name of one of its people. Nobody else acts for others: they stay who they are. */
export function actFor(
  by: Principal,
  { id, rank }: { readonly id?: string | undefined; readonly rank?: StaffRole | StaffGroup | undefined },
): Principal {
  if (by.kind !== 'system') return by;
  return { ...by, actingFor: { ...(id !== undefined && { id }), ...(rank !== undefined && { rank }) } };
}

/** The one whose credential it was, in one word for logs and registers: `key:crm`, a staff member's or customer's id, `bot`. */
export function nameOf(by: Principal): string {
  if (by.kind === 'system') return `key:${by.name}`;
  return by.kind === 'product' ? by.name : by.id;
}

/** Who an audit says it was: of a system, the person it named, else its key. The key of a named person: see `voucherOf`. */
export function actorOf(by: Principal): Actor {
  switch (by.kind) {
    case 'system':
      return { type: 'agent', id: by.actingFor?.id ?? nameOf(by) };
    case 'staff':
      return { type: 'agent', id: by.id };
    case 'customer':
      return { type: 'customer', id: by.id };
    case 'product':
      return { type: by.name === BOT.name ? 'bot' : 'system', id: by.name };
  }
}

/** Whose doing a fact is: of a member of several groups, the first's. */
export function creditOf(by: Principal): Credit {
  const group = groupOf(by);
  return { actor: actorOf(by), ...(group && { group: GROUP_TEAMS[group] }) };
}

function groupOf(by: Principal): StaffGroup | undefined {
  if (by.kind === 'staff') return by.groups[0];
  return by.kind === 'system' ? STAFF_GROUPS.find((group) => group === by.actingFor?.rank) : undefined;
}

/** The name of the key that vouches for the person it named, `{ key: 'crm' }`; nothing where the actor itself says who it was. */
export function voucherOf(by: Principal): { readonly key?: string } {
  return by.kind === 'system' && by.actingFor?.id !== undefined ? { key: by.name } : {};
}
