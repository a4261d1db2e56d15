import type { Money } from '../../core/money.ts';

/** Who may offer money, least first. `crg`: the team for key accounts. An auditor may offer nothing. */
export const CLAIM_ROLES = ['bot', 'agent', 'crg', 'manager', 'admin'] as const;
export type ClaimRole = (typeof CLAIM_ROLES)[number];

/** The most a role may offer for one claim, whole amount; null: any amount, in any currency. */
export type ClaimAuthority = Readonly<Record<ClaimRole, Money | null>>;

const yuan = (amount: number): Money => ({ minor: amount * 100, currency: 'CNY' });

/** People at the front may settle what is usual without asking; the company sets its own amounts. */
export const DEFAULT_CLAIM_AUTHORITY: ClaimAuthority = {
  bot: yuan(50),
  agent: yuan(500),
  crg: yuan(2000),
  manager: yuan(20_000),
  admin: null,
};

/** Whether a role may offer this by itself. An amount in another currency than the limit's is above every limit. */
export function mayOffer(role: ClaimRole, money: Money, authority: ClaimAuthority = DEFAULT_CLAIM_AUTHORITY): boolean {
  const limit = authority[role];
  return limit === null || (limit.currency === money.currency && money.minor <= limit.minor);
}

/** The least role that may offer it; `admin` when no limit reaches so far. */
export function roleFor(money: Money, authority: ClaimAuthority = DEFAULT_CLAIM_AUTHORITY): ClaimRole {
  return CLAIM_ROLES.find((role) => mayOffer(role, money, authority)) ?? 'admin';
}
