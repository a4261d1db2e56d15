import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';

/** Makes and reads JWTs (RFC 7519, HS256), each good for one purpose. */
export interface Signer {
  /** @param ttl seconds */
  sign(purpose: string, ttl: number, claims: object): string;
  /** @param graceSeconds how long ago it may have run out. @throws AppError TOKEN_EXPIRED; FORBIDDEN when it was not signed by us for this purpose */
  read(purpose: string, token: string, graceSeconds?: number): jwt.JwtPayload;
}

export function createSigner(secret: string, clock: Clock): Signer {
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1000);
  // The channel the first of them were made for; those that are out must go on being read.
  const toAudience = (purpose: string): string => `directline:${purpose}`;

  return {
    sign(purpose, ttl, claims) {
      const iat = nowSeconds();
      return jwt.sign({ ...claims, aud: toAudience(purpose), iat, exp: iat + ttl }, key, { algorithm: 'HS256' });
    },
    read(purpose, token, graceSeconds = 0) {
      try {
        const times = { clockTimestamp: nowSeconds(), clockTolerance: graceSeconds };
        const claims = jwt.verify(token, key, { algorithms: ['HS256'], audience: toAudience(purpose), ...times });
        if (typeof claims !== 'string') return claims;
      } catch (error) {
        if (error instanceof jwt.TokenExpiredError) throw new AppError('TOKEN_EXPIRED');
        // Any other fault is one answer: which part of a forged token was wrong is nobody's business.
      }
      throw new AppError('FORBIDDEN');
    },
  };
}
