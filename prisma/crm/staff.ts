import type { Clock } from '../../core/clock.ts';
import { createId } from '../../core/ids.ts';
import { STAFF_ROLES, type StaffRole } from '../../rules/access/roles.ts';
import type { Store } from '../store.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** Somebody who may sign in; never holds the password hash. */
export interface StaffMember {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
}

export interface NewStaff extends Omit<StaffMember, 'id'> {
  readonly password: string;
}

/** The company's staff and their sign-in. */
export interface Staff {
  /** Makes the first sign-in; does nothing and returns false when there is any staff. */
  createFirst(member: NewStaff): Promise<boolean>;
  /** False when the address is taken; nothing of the existing member is changed. */
  create(member: NewStaff): Promise<boolean>;
  /** Undefined when the address is unknown, the password wrong or the member disabled; all three take the same time. */
  verify(email: string, password: string): Promise<StaffMember | undefined>;
  /** Undefined when unknown or disabled; for each request of a signed-in member. */
  find(id: string): Promise<StaffMember | undefined>;
}

const COLUMNS = { id: true, email: true, name: true, role: true, passwordHash: true } as const;

/** Staff in the store; addresses are compared in lower case. */
export function createStaff(store: Store, clock: Clock): Staff {
  const { prisma } = store;
  const create = async ({ password, email, name, role }: NewStaff): Promise<boolean> => {
    const now = clock.now();
    const passwordHash = await hashPassword(password);
    const member = { id: createId(now.getTime()), email: email.toLowerCase(), name, role, passwordHash, createdAt: now };
    // Two instances may start at once: the unique address lets one of them make the member.
    const { count } = await prisma.staff.createMany({ data: [member], skipDuplicates: true });
    return count > 0;
  };
  return {
    create,
    createFirst: async (member) => (await prisma.staff.count()) === 0 && create(member),
    async verify(email, password) {
      const row = await prisma.staff.findFirst({ where: { email: email.toLowerCase(), disabledAt: null }, select: COLUMNS });
      const isRight = await verifyPassword(password, row?.passwordHash);
      return row && isRight ? toMember(row) : undefined;
    },
    async find(id) {
      const row = await prisma.staff.findFirst({ where: { id, disabledAt: null }, select: COLUMNS });
      return row ? toMember(row) : undefined;
    },
  };
}

function toMember({ id, email, name, role }: { id: string; email: string; name: string; role: string }): StaffMember {
  // A role this release does not know may do the least.
  return { id, email, name, role: STAFF_ROLES.find((known) => known === role) ?? 'auditor' };
}
