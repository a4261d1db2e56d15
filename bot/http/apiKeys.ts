import { z } from 'zod';
import type { Environment } from '../../core/config.ts';
import { AppError } from '../../core/errors.ts';
import type { SystemPrincipal } from '../../rules/access/principal.ts';
import { PERMISSIONS, type Permission, ROLES, STAFF_ROLES } from '../../rules/access/roles.ts';
import type { HeldKey } from './keyCheck.ts';

/** As an audit names whoever uses API_KEY. */
const ADMIN_NAME = 'api';

type Settings = Pick<Environment, 'API_KEY' | 'API_KEYS'>;

const name = z
  .string('is missing')
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9, - and _, a letter first')
  .refine((given) => given !== ADMIN_NAME, `"${ADMIN_NAME}" is the name of API_KEY`);
const apiKey = z
  .strictObject(
    {
      name,
      secret: z.string('is missing').regex(/^[\x21-\x7e]{32,}$/, 'needs at least 32 visible ASCII characters'),
      role: z.enum(STAFF_ROLES, `must be one of ${STAFF_ROLES.join(', ')}`),
      scopes: z
        .array(z.enum(PERMISSIONS, { error: ({ input }) => `${toShown(input)} is none of ${PERMISSIONS.join(', ')}` }), 'is missing')
        .min(1, 'is empty'),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? `has ${issue.keys.join(', ')}, which is not known` : 'must be an object') },
  )
  .superRefine(({ role, scopes }, context) => {
    for (const scope of scopes)
      if (!ROLES[role].may.includes(scope))
        context.addIssue({ code: 'custom', path: ['scopes'], message: `${scope} is more than the role ${role} may` });
  });

/**
 * Everything wrong with API_KEYS, each with its place, e.g. `API_KEYS: key 2 (crm): scopes: …`; empty when it is usable. No secret
 * is in it.
 */
export function listKeyProblems(settings: Settings): readonly string[] {
  return parse(settings).problems;
}

/**
 * The keys of the API and whose they are: API_KEY, which may do everything, and those of API_KEYS.
 * @throws AppError CONFIG_INVALID {problems}
 */
export function readApiKeys(settings: Settings & { readonly API_KEY: string }): readonly HeldKey<SystemPrincipal>[] {
  const { keys, problems } = parse(settings);
  if (problems.length > 0) throw new AppError('CONFIG_INVALID', { problems });
  const admin: SystemPrincipal = { kind: 'system', name: ADMIN_NAME, role: 'admin', scopes: PERMISSIONS };
  return [
    { secret: settings.API_KEY, holder: admin },
    ...keys.map(({ secret, ...key }) => ({ secret, holder: { kind: 'system', ...key } as const })),
  ];
}

interface ApiKey {
  readonly name: string;
  readonly secret: string;
  readonly role: SystemPrincipal['role'];
  readonly scopes: readonly Permission[];
}

function parse({ API_KEY, API_KEYS }: Settings): { readonly keys: readonly ApiKey[]; readonly problems: readonly string[] } {
  if (API_KEYS === undefined) return { keys: [], problems: [] };
  const list = readList(API_KEYS);
  if (!list) return { keys: [], problems: ['API_KEYS: is no JSON list of keys such as the one in .env.example'] };
  const keys: ApiKey[] = [];
  const problems: string[] = [];
  const names = new Set<string>();
  const holders = new Map<string, string>(API_KEY === undefined ? [] : [[API_KEY, 'API_KEY']]);
  list.forEach((entry, at) => {
    const place = placeOf(entry, at);
    const result = apiKey.safeParse(entry);
    if (!result.success) {
      problems.push(...result.error.issues.map(({ path, message }) => [place, ...path.slice(0, 1), message].join(': ')));
      return;
    }
    const { data } = result;
    const other = holders.get(data.secret);
    if (names.has(data.name)) problems.push(`${place}: there is another key of this name`);
    if (other !== undefined) problems.push(`${place}: has the secret of ${other}: make one for each`);
    names.add(data.name);
    holders.set(data.secret, data.name);
    keys.push(data);
  });
  return { keys, problems };
}

/** Undefined where it is no list. What JSON.parse says is left out: it quotes the text, and with it secrets. */
function readList(text: string): readonly unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : undefined;
  } catch {
    return undefined; // the caller says what is expected
  }
}

function placeOf(entry: unknown, at: number): string {
  const given = typeof entry === 'object' && entry !== null && 'name' in entry ? name.safeParse(entry.name).data : undefined;
  return `API_KEYS: key ${at + 1}${given === undefined ? '' : ` (${given})`}`;
}

/** A scope as it was given; cut short, should a secret have slipped into its place. */
function toShown(given: unknown): string {
  return typeof given === 'string' && given.length <= 24 ? `"${given}"` : 'an entry';
}
