const PREFIX = 'XB';
const SERIAL_DIGITS = 11;

/**
 * A tracking number of the demo company: `XB`, the serial in 11 digits, their GS1 mod-10 check digit (GS1 General
 * Specifications §7.9). Throws when the serial is not 0 to 99999999999.
 */
export function createOwnNumber(serial: number | string): string {
  const digits = String(serial).padStart(SERIAL_DIGITS, '0');
  if (!/^\d{11}$/.test(digits)) throw new Error(`A serial has at most ${SERIAL_DIGITS} digits, got "${serial}".`);
  let sum = 0;
  for (let i = 0; i < SERIAL_DIGITS; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 3 : 1); // 11 digits: the first from the left is odd from the right too
  return `${PREFIX}${digits}${(10 - (sum % 10)) % 10}`;
}
