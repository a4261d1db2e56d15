import type { JwtPayload } from 'jsonwebtoken';
import type { Clock } from '../../../core/clock.ts';
import { AppError } from '../../../core/errors.ts';
import { createSigner } from '../../signing.ts';
import { guestOf } from './userIds.ts';

/** Who may do what in which conversation, as a token says it. */
export interface Session {
  readonly conversationId: string;
  /** Who the conversation belongs to; made of the conversation itself where nobody vouches for the user. */
  readonly userId: string;
  /** A backend chose the user: the client may not call itself otherwise. */
  readonly isUserForced: boolean;
  /** Our own page made the token, for a visitor nobody knows: the page may renew it. */
  readonly isVisitor?: boolean;
  /** The customer of the company's system this chat is bound to. Only who holds the secret can set it. */
  readonly customerExternalId?: string | undefined;
}

/** A token as Direct Line's clients expect it. */
export interface IssuedToken {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
}

export interface Tokens {
  issue(session: Session): IssuedToken;
  /** @throws AppError TOKEN_EXPIRED; FORBIDDEN when it was not signed by us for this purpose. */
  verify(token: string): Session;
  /** As `verify`, but a token that ran out at most `graceSeconds` ago passes too: for opening a visitor's chat again, nothing else. */
  verifyRecent(token: string, graceSeconds: number): Session;
}

/** Checking a signature costs some 40 µs and one token comes with every message; 10,000 take about 6 MB. */
const MAX_REMEMBERED = 10_000;

/** JWT (RFC 7519) HS256. The claim `user` is what the official client reads to know that its own user id does not count. */
export function createTokens(options: { readonly secret: string; readonly clock: Clock; readonly ttlSeconds: number }): Tokens {
  const { clock, ttlSeconds } = options;
  const { sign, read } = createSigner(options.secret, clock);
  const remembered = new Map<string, { readonly session: Session; readonly expiresAt: number }>();
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1000);

  return {
    issue(session) {
      const { conversationId, userId, isUserForced, isVisitor = false, customerExternalId } = session;
      const claims = {
        conv: conversationId,
        sub: userId,
        ...(isUserForced && { user: userId }),
        vis: isVisitor,
        ...(customerExternalId && { cust: customerExternalId }),
      };
      return { conversationId, token: sign('chat', ttlSeconds, claims), expires_in: ttlSeconds };
    },
    verify(token) {
      const known = remembered.get(token);
      if (known) {
        if (known.expiresAt > nowSeconds()) return known.session;
        remembered.delete(token);
      }
      const claims = read('chat', token);
      const session = toSession(claims);
      if (remembered.size >= MAX_REMEMBERED) for (const oldest of remembered.keys()) if (remembered.delete(oldest)) break;
      remembered.set(token, { session, expiresAt: claims.exp ?? 0 });
      return session;
    },
    verifyRecent: (token, graceSeconds) => toSession(read('chat', token, graceSeconds)),
  };
}

/** Of a token that does not say whether it is a visitor's, as older ones: their random ids look so. Needed for 30 days after an upgrade. */
const OLD_VISITOR = /^visitor-[0-9a-z]{16}$/i;

function toSession(claims: JwtPayload): Session {
  const { conv, sub, user, cust, vis } = claims;
  if (typeof conv !== 'string' || typeof sub !== 'string') throw new AppError('FORBIDDEN');
  const isUserForced = typeof user === 'string';
  return {
    conversationId: conv,
    // Older tokens carry the id a client chose: it is nobody's.
    userId: isUserForced ? sub : guestOf(conv),
    isUserForced,
    isVisitor: typeof vis === 'boolean' ? vis : isUserForced && OLD_VISITOR.test(sub),
    customerExternalId: typeof cust === 'string' ? cust : undefined,
  };
}
