import { hashKeyed } from '../../core/ids.ts';

/**
 * What is kept of somebody who was erased: keyed hashes, with which an import can be seen to speak of them, and nothing else can
 * be told. `key`: a secret of this installation; another key forgets whom imports must not bring back.
 */
export const erasedId = (key: string, externalId: string): string => hashKeyed(key, `external:${externalId}`);

/** As `erasedId`, of a phone in E.164. */
export const erasedPhone = (key: string, phone: string): string => hashKeyed(key, `phone:${phone}`);
