import { AppError } from '../../core/errors.ts';
import { may, type Principal } from '../../rules/access/principal.ts';
import type { Permission } from '../../rules/access/roles.ts';
import type { FindHolder } from './keyCheck.ts';
import type { Call } from './route.ts';

/** Finds out who calls; shared by all areas that take API keys, so that guesses are counted together. */
export type Authenticate = FindHolder<Principal>;

/**
 * Who makes this call, by the key they sent.
 * @param permission what they must be allowed; undefined: any valid key will do
 * @throws AppError UNAUTHENTICATED, FORBIDDEN {permission}, RATE_LIMITED
 */
export function authorize(authenticate: Authenticate, { req, caller }: Call, permission?: Permission): Principal {
  const by = authenticate(req.headers.authorization, caller.address);
  if (!by) throw new AppError('UNAUTHENTICATED');
  if (permission !== undefined && !may(by, permission)) throw new AppError('FORBIDDEN', { permission });
  return by;
}
