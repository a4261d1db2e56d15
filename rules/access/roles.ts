/**
 * What may be done over HTTP, as `what:how`. A key's scopes are some of these; each endpoint names the one it needs. `claims:pay`
 * stands apart from `claims:write`: who offers money does not also say that it has left.
 */
export const PERMISSIONS = [
  'shipments:read',
  'shipments:write',
  'callbacks:read',
  'callbacks:write',
  'complaints:read',
  'complaints:write',
  'claims:read',
  'claims:write',
  'claims:pay',
  'customers:read',
  'customers:write',
  'customers:merge',
  'customers:export',
  'customers:erase',
  'webhooks:read',
  'webhooks:retry',
  'reports:read',
  'metrics:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The most of one offer by currency, in minor units; a currency that is not named: nothing. `any`: any amount in any currency. */
export type MoneyLimit = Readonly<Record<string, number>> | 'any';

export const STAFF_ROLES = ['agent', 'supervisor', 'manager', 'admin', 'auditor'] as const;
/** What somebody is at the company; an API key has one too. */
export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_GROUPS = ['crg'] as const;
/** A team whose members may offer more than their role. `crg`: customer relations group, the team for key accounts. */
export type StaffGroup = (typeof STAFF_GROUPS)[number];
/** What tickets and reports call them. */
export const GROUP_TEAMS: Readonly<Record<StaffGroup, string>> = { crg: 'CRG' };

/**
 * So many yuan, and about as much in round sums of the other currencies claims are made in: a limit is a rule of the company, which no
 * rate of the day moves. Minor units.
 */
const yuan = (amount: number): MoneyLimit => ({
  ...{ CNY: amount * 100, HKD: amount * 100, TWD: amount * 400, USD: amount * 14, EUR: amount * 12, GBP: amount * 10, JPY: amount * 20 },
});
const AGENT: readonly Permission[] = [
  ...(['shipments:read', 'shipments:write', 'callbacks:read', 'callbacks:write'] as const),
  ...(['complaints:read', 'complaints:write', 'claims:read', 'claims:write', 'customers:read', 'customers:write'] as const),
];
const SUPERVISOR: readonly Permission[] = [...AGENT, 'customers:merge', 'reports:read'];
const MANAGER: readonly Permission[] = [...SUPERVISOR, 'claims:pay', 'customers:export'];

/** Who may do what, and offer how much for one claim or complaint by themselves. The only place that says so. */
export const ROLES: Readonly<Record<StaffRole, { readonly may: readonly Permission[]; readonly offers: MoneyLimit }>> = {
  agent: { may: AGENT, offers: yuan(500) },
  supervisor: { may: SUPERVISOR, offers: yuan(5000) },
  manager: { may: MANAGER, offers: yuan(20_000) },
  admin: { may: PERMISSIONS, offers: 'any' },
  auditor: { may: PERMISSIONS.filter((permission) => permission.endsWith(':read')), offers: {} },
};
/** On top of the member's role. */
export const GROUP_OFFERS: Readonly<Record<StaffGroup, MoneyLimit>> = { crg: yuan(2000) };
/** Of the bot, where the rules of claims came to the amount and nothing asks for a person. */
export const BOT_OFFERS: MoneyLimit = yuan(50);
