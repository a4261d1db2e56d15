import type { CustomerPrincipal, ProductPrincipal, StaffPrincipal, SystemPrincipal } from '../rules/access/principal.ts';
import { PERMISSIONS, type StaffGroup, type StaffRole } from '../rules/access/roles.ts';

/** A member of staff under an id that is their name too. */
export function staff(id: string, role: StaffRole = 'agent', ...groups: StaffGroup[]): StaffPrincipal {
  return { kind: 'staff', id, name: id, role, groups };
}

/** A customer who signed in. */
export function customer(id: string): CustomerPrincipal {
  return { kind: 'customer', id, level: 2 };
}

/** A part of the product other than the bot, such as its rules. */
export function product(name: string): ProductPrincipal {
  return { kind: 'product', name };
}

/** A key that opens whatever its role may. */
export function key(name: string, role: StaffRole = 'admin'): SystemPrincipal {
  return { kind: 'system', name, role, scopes: PERMISSIONS };
}
