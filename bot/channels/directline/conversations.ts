import { AppError } from '../../../core/errors.ts';
import { readAcceptLanguage } from '../../../core/i18n.ts';
import { createId, createSecret } from '../../../core/ids.ts';
import { isObject, readObject } from '../../http/body.ts';
import type { Call, HttpAnswer } from '../../http/route.ts';
import type { Limiter } from '../../limiter.ts';
import type { Links } from '../../links.ts';
import type { Access } from './access.ts';
import { begin, findOrBegin } from './begin.ts';
import { parseWatermark } from './history.ts';
import type { DirectLineDeps } from './settings.ts';
import type { IssuedToken, Session, Tokens } from './tokens.ts';
import { guestOf, isUserId } from './userIds.ts';

export interface ConversationRoutes {
  generateToken(call: Call): Promise<HttpAnswer>;
  refreshToken(call: Call): HttpAnswer;
  start(call: Call): Promise<HttpAnswer>;
  resume(call: Call): Promise<HttpAnswer>;
  /** A token for a visitor nobody vouches for, as our own page gives out. @throws AppError RATE_LIMITED per address. */
  mintVisitorToken(address: string, options?: VisitorOptions): IssuedToken & { readonly userId: string };
}

export interface VisitorOptions {
  /** Opens the conversation of a token that ran out at most 30 days ago; one that is older or not ours begins a new one. */
  readonly previousToken?: string | undefined;
  /** Binds a new conversation to a customer: only for customers that are nobody, in a demonstration. */
  readonly customerExternalId?: string | undefined;
}

const VISITOR_GRACE_SECONDS = 30 * 86_400;

interface Parts extends Pick<DirectLineDeps, 'inbox' | 'conversations'> {
  readonly access: Access;
  readonly tokens: Tokens;
  readonly links: Links;
  readonly visitorTokens: Limiter;
}

const MAX_BODY_BYTES = 16 * 1024;

/** The calls that begin, resume and prolong a conversation. */
export function createConversationRoutes({ inbox, conversations, access, tokens, links, visitorTokens }: Parts): ConversationRoutes {
  return {
    async generateToken({ req, caller: { address } }) {
      // By the secret alone: a visitor's token could else make tokens for other users.
      if (access.identify(req.headers.authorization, address).kind !== 'secret') throw new AppError('FORBIDDEN');
      const body = await readObject(req, MAX_BODY_BYTES, true);
      return { status: 200, body: tokens.issue(readVouchedSession(body)) };
    },

    refreshToken({ req, caller: { address } }) {
      const caller = access.identify(req.headers.authorization, address);
      if (caller.kind === 'secret') throw new AppError('FORBIDDEN');
      return { status: 200, body: tokens.issue(caller.session) };
    },

    async start({ req, caller: { address, origin } }) {
      const caller = access.identify(req.headers.authorization, address);
      const body = await readObject(req, MAX_BODY_BYTES, true);
      // The user in a client's body names nobody: the token said whose conversation this is.
      const session = caller.kind === 'secret' ? readVouchedSession(body) : caller.session;
      const isNew = await begin(inbox, session, [read(body, 'locale'), ...readAcceptLanguage(req.headers['accept-language'])]);
      return { status: isNew ? 201 : 200, body: describe(session, origin, 0) };
    },

    async resume({ req, param, query, caller: { address, origin } }) {
      const conversationId = param('id');
      const caller = access.enter(req.headers.authorization, address, conversationId);
      const session = await findOrBegin(
        { inbox, conversations },
        caller,
        conversationId,
        readAcceptLanguage(req.headers['accept-language']),
      );
      return { status: 200, body: describe(session, origin, parseWatermark(query.get('watermark'))) };
    },

    mintVisitorToken(address, { previousToken, customerExternalId } = {}) {
      visitorTokens.take(address);
      const previous = previousToken === undefined ? undefined : readPrevious(previousToken);
      const isSameCustomer = previous?.customerExternalId === customerExternalId;
      // A token the company's backend made is for the backend to renew.
      if (previous?.isVisitor && isSameCustomer) return { ...tokens.issue(previous), userId: previous.userId };
      const userId = `visitor-${createSecret(16)}`;
      const session = { conversationId: createId(), userId, isUserForced: true, isVisitor: true, customerExternalId };
      return { ...tokens.issue(session), userId };
    },
  };

  function readPrevious(token: string): Session | undefined {
    try {
      return tokens.verifyRecent(token, VISITOR_GRACE_SECONDS);
    } catch (error) {
      if (error instanceof AppError) return undefined; // forged or too old: the visitor begins anew
      throw error;
    }
  }

  function describe(session: Session, origin: string, watermark: number): object {
    const { conversationId } = session;
    const credential = links.sign('stream', conversationId);
    const base = `${origin.replace(/^http/, 'ws')}/v3/directline/conversations/${conversationId}/stream`;
    return { ...tokens.issue(session), streamUrl: `${base}?watermark=${watermark}&t=${credential}`, referenceGrammarId: conversationId };
  }
}

/** A new conversation for the user, and the customer, that the company's backend names. */
function readVouchedSession(body: Readonly<Record<string, unknown>>): Session {
  const [user, customer] = [read(body, 'user'), read(body, 'customer')];
  const userId = isObject(user) ? read(user, 'id') : undefined;
  const externalId = isObject(customer) ? read(customer, 'externalId') : undefined;
  if (userId !== undefined && !isUserId(userId))
    throw refusal('user.id', 'must be 1 to 128 visible characters, not beginning with "guest:"');
  if (customer !== undefined && !isUserId(externalId)) throw refusal('customer.externalId', 'must be 1 to 128 visible characters');
  // A signed-in customer without a user id still must not be free to choose one: it would be bound to his shipments.
  const isUserForced = userId !== undefined || externalId !== undefined;
  const conversationId = createId();
  const fallback = isUserForced ? `customer-${createSecret(16)}` : guestOf(conversationId);
  return {
    conversationId,
    userId: userId ?? fallback,
    isUserForced,
    customerExternalId: isUserId(externalId) ? externalId : undefined,
  };
}

/** A property by its name in any case, the exact one first: the official client's suite writes `User` and `Id`. */
function read(object: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const key = Object.keys(object).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

function refusal(path: string, message: string): AppError {
  return new AppError('INVALID_INPUT', { errors: [{ path, message }] });
}
