import type { IncomingMessage } from 'node:http';
import type { Environment } from '../../../core/config.ts';
import { AppError } from '../../../core/errors.ts';

/** An app id opens the door to Azure's channels; without one `EMULATOR` opens it to this machine's own clients. */
export type BotFrameworkConfig = Partial<
  Pick<Environment, 'MICROSOFT_APP_ID' | 'MICROSOFT_APP_PASSWORD' | 'MICROSOFT_APP_TENANT_ID' | 'EMULATOR'>
>;

/** Who may come in: nobody, Azure's channels, or the Bot Framework Emulator on this machine. */
export type Door = 'closed' | 'azure' | 'emulator';

export function chooseDoor({ MICROSOFT_APP_ID, EMULATOR }: BotFrameworkConfig): Door {
  if (MICROSOFT_APP_ID !== undefined) return 'azure';
  return EMULATOR ? 'emulator' : 'closed';
}

/**
 * Looks at a request before its body is read.
 * @throws AppError NOT_FOUND at a closed door; UNAUTHENTICATED without a token where one is needed; for the emulator's door
 *   FORBIDDEN unless everything about the request is local, NOT_JSON for another kind of body.
 */
export function admitRequest(door: Door, { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): void {
  switch (door) {
    case 'closed':
      throw new AppError('NOT_FOUND');
    case 'azure':
      if (!headers.authorization) throw new AppError('UNAUTHENTICATED');
      return;
    case 'emulator':
      // The socket's own address: headers such as X-Forwarded-For are the client's to invent.
      if (!isLoopbackAddress(socket.remoteAddress)) throw new AppError('FORBIDDEN');
      // A page in the developer's browser is local too. It cannot send JSON across origins without our leave, nor, with its own
      // name pointed at 127.0.0.1, say `Host: localhost`.
      if (!isLoopbackUrl(`http://${headers.host ?? ''}`)) throw new AppError('FORBIDDEN');
      if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new AppError('NOT_JSON');
      return;
    default:
      door satisfies never;
  }
}

/**
 * Whether replies may be posted to this service address. Azure's is signed by the token and carries our own token back, so
 * never in the clear; the emulator's comes from anyone local, and must not be a way to other hosts.
 */
export function mayCall(door: Door, serviceUrl: string): boolean {
  switch (door) {
    case 'closed':
      return false;
    case 'azure':
      return URL.canParse(serviceUrl) && new URL(serviceUrl).protocol === 'https:';
    case 'emulator':
      return isLoopbackUrl(serviceUrl);
    default:
      return door satisfies never;
  }
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

/** The URL parser has brought every spelling of an address (127.1, 0x7f.0.0.1) into one form. */
function isLoopbackUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return false;
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}
