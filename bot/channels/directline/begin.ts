import { AppError } from '../../../core/errors.ts';
import { chooseLocale } from '../../../core/i18n.ts';
import type { Inbox } from '../channel.ts';
import type { Caller } from './access.ts';
import type { DirectLineDeps } from './settings.ts';
import type { Session } from './tokens.ts';
import { isGuestId } from './userIds.ts';

/**
 * Opens the conversation of a session, if it is not open: true when it is new.
 * @param languages tags in order of preference: what the client says, then what its browser says.
 */
export function begin(inbox: Inbox, session: Session, languages: readonly unknown[]): Promise<boolean> {
  const { conversationId, userId, customerExternalId } = session;
  return inbox.open({
    id: conversationId,
    channel: 'directline',
    userId,
    locale: chooseLocale(languages.map((tag) => (typeof tag === 'string' ? tag : undefined))),
    ...(customerExternalId !== undefined && { customerExternalId }),
  });
}

/**
 * The session of a caller in a conversation that is meant to exist. A token's is begun if need be: a page may resume with a
 * token that was generated but never started. @throws AppError NOT_FOUND when the secret names a conversation there is not.
 */
export async function findOrBegin(
  { inbox, conversations }: Pick<DirectLineDeps, 'inbox' | 'conversations'>,
  caller: Caller,
  conversationId: string,
  languages: readonly (string | undefined)[],
): Promise<Session> {
  const stored = await conversations.read(conversationId, '');
  if (caller.kind === 'token') {
    if (!stored) await begin(inbox, caller.session, languages);
    return caller.session;
  }
  if (!stored) throw new AppError('NOT_FOUND');
  return { conversationId, userId: stored.userId, isUserForced: !isGuestId(stored.userId) };
}
