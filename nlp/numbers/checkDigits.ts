/**
 * Check digits of parcel numbers. Every function takes the characters the check is made over (upper-case, no separators)
 * and returns the check character that belongs to them.
 */

interface Mod10Weights {
  /** Factor of the 1st, 3rd, 5th … character; default 1. */
  readonly evens?: number;
  /** Factor of the 2nd, 4th, 6th … character; default 1. */
  readonly odds?: number;
  /** Count from the right end; default from the left. */
  readonly fromRight?: boolean;
}

const CODE_OF_0 = 48;
const CODE_OF_9 = 57;

/** Remainder of the serial by 7 (DHL Express). The serial must have at most 15 digits. */
export function mod7(serial: string): string {
  return String(Number(serial) % 7);
}

/** Weighted sum to the next ten. A letter counts as (ASCII code − 3) mod 10, as UPS defines it: A = 2, B = 3 … */
export function mod10(serial: string, { evens = 1, odds = 1, fromRight = false }: Mod10Weights): string {
  let sum = 0;
  for (let index = 0; index < serial.length; index += 1) {
    const code = serial.charCodeAt(fromRight ? serial.length - 1 - index : index);
    const value = code <= CODE_OF_9 ? code - CODE_OF_0 : (code - 3) % 10;
    sum += value * (index % 2 === 0 ? evens : odds);
  }
  return String((10 - (sum % 10)) % 10);
}

/** GS1 General Specifications §7.9: weights 3, 1, 3 … from the right, for any length (GTIN, SSCC, our own numbers). */
export function gs1Mod10(serial: string): string {
  return mod10(serial, { evens: 3, odds: 1, fromRight: true });
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** UPU standard S10: over the eight digits of the serial. */
export function s10(serial: string): string {
  const remainder = weightedSum(serial, S10_WEIGHTS) % 11;
  if (remainder === 0) return '5';
  return remainder === 1 ? '0' : String(11 - remainder);
}

/** Weighted sum, modulo 11, then modulo 10 (FedEx Express). As many weights as digits. */
export function weightedMod11Mod10(serial: string, weights: readonly number[]): string {
  return String((weightedSum(serial, weights) % 11) % 10);
}

/** ISO/IEC 7812-1 annex B: every second digit from the right doubled, its digits added. */
export function luhn(serial: string): string {
  let sum = 0;
  for (let index = 0; index < serial.length; index += 1) {
    const digit = serial.charCodeAt(serial.length - 1 - index) - CODE_OF_0;
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

const BASE_36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO/IEC 7064 MOD 37,36 as in the DPD parcel label specification 2.4.1; the check may be a letter. */
export function mod37_36(serial: string): string {
  let carry = 36;
  for (const character of serial) {
    carry += BASE_36.indexOf(character);
    if (carry > 36) carry -= 36;
    carry *= 2;
    if (carry > 36) carry -= 37;
  }
  return BASE_36.charAt((37 - carry) % 36);
}

const ID_CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999 (ISO 7064 MOD 11-2): over the first 17 digits of a Chinese identity number; 10 is written X. */
export function idCardMod11_2(serial: string): string {
  return '10X98765432'.charAt(weightedSum(serial, ID_CARD_WEIGHTS) % 11);
}

function weightedSum(serial: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) {
    sum += (serial.charCodeAt(index) - CODE_OF_0) * (weights[index] ?? 0);
  }
  return sum;
}
