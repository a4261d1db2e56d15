import { AppError } from '../../../core/errors.ts';
import { type KeyCheck, readBearer } from '../../http/keyCheck.ts';
import type { Source } from '../../quota.ts';
import type { Session, Tokens } from './tokens.ts';

/** Who calls: the company's backend by the secret, or a client by a token bound to one conversation. */
export type Caller = { readonly kind: 'secret' } | { readonly kind: 'token'; readonly session: Session };

export interface Access {
  /**
   * @param authorization the header; `address` the client's, for counting wrong secrets.
   * @throws AppError UNAUTHENTICATED without a bearer, FORBIDDEN for a wrong one (the client then asks its page for a new
   *   token, as it would not after 401), TOKEN_EXPIRED, RATE_LIMITED for a wrong secret after too many.
   */
  identify(authorization: string | undefined, address: string): Caller;
  /** As `identify`, for one conversation. @throws also FORBIDDEN when the token is another conversation's. */
  enter(authorization: string | undefined, address: string, conversationId: string): Caller;
}

/** Whose use a call counts as: the company's backend speaks for all its customers from one address, which is not counted. */
export function sourceOf(caller: Caller, conversationId: string, address: string): Source {
  return { conversationId, clientKey: caller.kind === 'secret' ? undefined : address };
}

/** For limits in the conversation: as `sourceOf`, the backend's address is nobody's, and each of its conversations has its own key. */
export function clientKeyOf(caller: Caller, conversationId: string, address: string): string {
  return caller.kind === 'secret' ? `conversation:${conversationId}` : address;
}

const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/;

export function createAccess({ checkSecret, tokens }: { readonly checkSecret: KeyCheck; readonly tokens: Tokens }): Access {
  function identify(authorization: string | undefined, address: string): Caller {
    const bearer = readBearer(authorization);
    if (bearer === undefined) throw new AppError('UNAUTHENTICATED');
    // A token's form is no secret, and hashing the secret for each message would be waste.
    if (JWT.test(bearer)) return { kind: 'token', session: tokens.verify(bearer) };
    if (checkSecret(authorization, address)) return { kind: 'secret' };
    throw new AppError('FORBIDDEN');
  }

  return {
    identify,
    enter(authorization, address, conversationId) {
      const caller = identify(authorization, address);
      if (caller.kind === 'token' && caller.session.conversationId !== conversationId) throw new AppError('FORBIDDEN');
      return caller;
    },
  };
}
