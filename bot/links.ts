import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { createSigner } from './signing.ts';

/** What an address may open. */
export type LinkKind = 'stream' | 'file';

/** Signatures for addresses, which end up in proxies' logs: each opens one stream or one file and nothing else. On every channel. */
export interface Links {
  sign(kind: LinkKind, id: string): string;
  /** The id the link was signed for. @throws AppError TOKEN_EXPIRED; FORBIDDEN when we did not sign it for this */
  verify(kind: LinkKind, token: string): string;
}

/** Seconds. A stream is opened at once after its address was given; a picture is drawn again while its page is open. */
const TTL: Readonly<Record<LinkKind, number>> = { stream: 300, file: 3600 };

export function createLinks(secret: string, clock: Clock): Links {
  const signer = createSigner(secret, clock);
  return {
    sign: (kind, id) => signer.sign(kind, TTL[kind], { sub: id }),
    verify(kind, token) {
      const { sub } = signer.read(kind, token);
      if (!sub) throw new AppError('FORBIDDEN');
      return sub;
    },
  };
}
