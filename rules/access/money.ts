import { AppError } from '../../core/errors.ts';
import type { Money } from '../../core/money.ts';
import type { Principal } from './principal.ts';
import { BOT_OFFERS, GROUP_OFFERS, type MoneyLimit, ROLES, type StaffGroup, type StaffRole } from './roles.ts';

/** People who may offer money, least first; an auditor never may. */
const RANKS = ['agent', 'crg', 'supervisor', 'manager', 'admin'] as const satisfies readonly (StaffRole | StaffGroup)[];
/** Whose limit an offer is held against. */
export type Rank = StaffRole | StaffGroup | 'bot';

/** The most each may offer at once. */
export type MoneyLimits = Readonly<Record<Rank, MoneyLimit>>;

/** Of the table in roles.ts: people at the front may settle what is usual without asking. */
export const MONEY_LIMITS: MoneyLimits = {
  bot: BOT_OFFERS,
  agent: ROLES.agent.offers,
  ...GROUP_OFFERS,
  supervisor: ROLES.supervisor.offers,
  manager: ROLES.manager.offers,
  admin: ROLES.admin.offers,
  auditor: ROLES.auditor.offers,
};

/**
 * Whether somebody may offer this by themselves: within the limit of their role or of a group of theirs, and, for a system that
 * says whom it acts for, within that person's too.
 */
export function mayOffer(by: Principal, money: Money, limits: MoneyLimits = MONEY_LIMITS): boolean {
  return findRefusing(by, money, limits) === undefined;
}

/** @throws AppError AUTHORITY_EXCEEDED {needs: the least rank that may, role: whose limit it is above} */
export function assertMayOffer(by: Principal, money: Money): void {
  const role = findRefusing(by, money, MONEY_LIMITS);
  if (role !== undefined) throw new AppError('AUTHORITY_EXCEEDED', { needs: leastFor(money), role });
}

/** The least person who may offer it: a role or a group; `admin` when no limit reaches so far. */
export function leastFor(money: Money): Rank {
  return RANKS.find((rank) => isWithin(MONEY_LIMITS[rank], money)) ?? 'admin';
}

/** As whom the money is offered. Customers and what runs by itself have no limit to offer within. */
function ranksOf(by: Principal): readonly Rank[] {
  switch (by.kind) {
    case 'system':
      return [by.role];
    case 'staff':
      return [by.role, ...by.groups];
    case 'customer':
      return [];
    case 'product':
      return by.name === 'bot' ? ['bot'] : [];
  }
}

/** Whose limit an amount is above; undefined when it may be offered. */
function findRefusing(by: Principal, money: Money, limits: MoneyLimits): Rank | Principal['kind'] | undefined {
  const ranks = ranksOf(by);
  if (!ranks.some((rank) => isWithin(limits[rank], money))) return ranks[0] ?? by.kind;
  const named = by.kind === 'system' ? by.actingFor?.rank : undefined;
  return named !== undefined && !isWithin(limits[named], money) ? named : undefined;
}

function isWithin(limit: MoneyLimit, { minor, currency }: Money): boolean {
  return limit === 'any' || minor <= (limit[currency] ?? 0);
}
