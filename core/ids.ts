import { createHash, createHmac, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
let lastMs = 0;
let counter = 0;

/**
 * An opaque id for machines: 26 lower-case Crockford base-32 characters, sorted by time of creation to the millisecond
 * and by order within this process. Ten characters of time, sixteen of which 70 bits are random: not guessable.
 */
export function createId(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  }
  counter = (counter + 1) % 1024;
  return encodeTime(lastMs) + encodeCounter(counter) + createSecret(14);
}

/** Below every id made from this instant on, above those made before: for asking by index for what is new. */
export function toLowestId(ms: number): string {
  return encodeTime(ms);
}

/** `length` random characters of five bits each; 26 make 130 bits. For tokens in links and generated secrets. */
export function createSecret(length: number): string {
  let out = '';
  for (let i = 0; i < length; i++) out += ALPHABET[nextRandomByte() & 31];
  return out;
}

/** Random bytes are drawn by the page: a call for each id costs ten times as much. Each byte is used once and wiped. */
let pool = Buffer.alloc(0);
let poolAt = 0;
function nextRandomByte(): number {
  if (poolAt >= pool.length) {
    pool = randomBytes(4096);
    poolAt = 0;
  }
  const byte = pool[poolAt] ?? 0;
  pool[poolAt++] = 0;
  return byte;
}

/** The reference a person reads aloud, e.g. `CMP-20261121-0007`. `number` counts from 1 within the day; past 9999 it grows wider. */
export function formatReference(prefix: 'CMP' | 'RMA' | 'CBR' | 'ERA', dayOn: string, number: number): string {
  return `${prefix}-${dayOn.replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}

/** SHA-256 in hex; for keys that must be comparable but not readable. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** HMAC-SHA256 in hex: comparable by who holds the key, and to nobody else even where the text could be guessed, as phones can. */
export function hashKeyed(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function encodeTime(ms: number): string {
  let rest = ms;
  let out = '';
  for (let i = 0; i < 10; i++) {
    out = ALPHABET[rest % 32] + out;
    rest = Math.floor(rest / 32);
  }
  return out;
}

function encodeCounter(value: number): string {
  return `${ALPHABET[value >> 5]}${ALPHABET[value & 31]}`;
}
