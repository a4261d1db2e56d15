import { luhn, mod10, mod37_36 } from '../checkDigits.ts';
import type { NumberFormat } from './format.ts';
import { lastIs } from './format.ts';

/** OnTrac leaves out the digit its letter stands for (C = 4, D = 5), but makes the check with it. */
function onTracCheck(mark: string): (number: string) => boolean {
  return (number) => {
    const serial = number.slice(1, -1);
    const whole = serial.startsWith(mark) ? serial : `${mark}${serial}`;
    return mod10(whole, { odds: 2 }) === number.slice(-1);
  };
}

/** Regional carriers of North America and Europe. */
export const WORLD_FORMATS: readonly NumberFormat[] = [
  {
    carrier: 'amazon',
    id: 'amazon_logistics',
    name: 'Amazon Logistics',
    lengths: [15, 15],
    evidence: 'prefix',
    pattern: /^TB[ACM]\d{12}$/,
  },
  {
    carrier: 'amazon',
    id: 'amazon_international',
    name: 'Amazon International',
    lengths: [11, 11],
    evidence: 'shape',
    pattern: /^[AFC]\d{10}$/,
  },
  {
    carrier: 'canpar',
    id: 'canpar_22',
    name: 'Canpar',
    lengths: [22, 22],
    evidence: 'prefix',
    pattern: /^[CDKLSUXZ]\d{21}$/,
  },
  {
    carrier: 'dpd',
    id: 'dpd',
    name: 'DPD (28)',
    lengths: [28, 28],
    evidence: 'shape',
    pattern: /^\d{27}[0-9A-Z]$/,
    check: lastIs(mod37_36),
  },
  {
    carrier: 'dpd',
    id: 'dpd_14',
    name: 'DPD (14)',
    lengths: [15, 15],
    evidence: 'shape',
    pattern: /^\d{14}[0-9A-Z]$/,
    check: lastIs(mod37_36),
  },
  {
    carrier: 'gofo',
    id: 'gofo_us',
    name: 'GOFO Express',
    lengths: [18, 18],
    evidence: 'prefix',
    pattern: /^GFUS\d{14}$/,
  },
  {
    carrier: 'landmark',
    id: 'landmark_global',
    name: 'Landmark Global',
    lengths: [13, 13],
    evidence: 'prefix',
    pattern: /^LTN\d{8}N1$/,
  },
  {
    carrier: 'lasership',
    id: 'lasership_lx',
    name: 'LaserShip L',
    lengths: [10, 10],
    evidence: 'prefix',
    pattern: /^L[AIEHNX][1-3]\d{7}$/,
  },
  {
    carrier: 'lasership',
    id: 'lasership_1ls7',
    name: 'LaserShip 1LS7 (15)',
    lengths: [15, 15],
    evidence: 'prefix',
    pattern: /^1LS7[12]\d{10}$/,
  },
  {
    carrier: 'lasership',
    id: 'lasership_1ls7_18',
    name: 'LaserShip 1LS7 (18)',
    lengths: [18, 18],
    evidence: 'prefix',
    pattern: /^1LS7[12]\d{2}01[1-4]\d{6}-1$/,
    hyphens: true,
  },
  {
    carrier: 'lasership',
    id: 'lasership_1lscx',
    name: 'LaserShip 1LSCX',
    lengths: [15, 15],
    evidence: 'prefix',
    pattern: /^1LSCX[0-9A-Z]{10}$/,
  },
  {
    carrier: 'old_dominion',
    id: 'old_dominion',
    name: 'Old Dominion',
    lengths: [11, 11],
    evidence: 'shape',
    pattern: /^(?:77[78]|072|780)\d{8}$/,
    check: lastIs(luhn),
  },
  {
    carrier: 'old_dominion',
    id: 'old_dominion_guaranteed',
    name: 'Old Dominion Guaranteed',
    lengths: [11, 11],
    evidence: 'shape',
    pattern: /^80\d{9}$/,
    check: lastIs(luhn),
  },
  {
    carrier: 'ontrac',
    id: 'ontrac_c',
    name: 'OnTrac C',
    lengths: [15, 15],
    evidence: 'prefix',
    typo: 'labelled',
    pattern: /^C\d{14}$/,
    check: onTracCheck('4'),
  },
  {
    carrier: 'ontrac',
    id: 'ontrac_d',
    name: 'OnTrac D',
    lengths: [15, 15],
    evidence: 'prefix',
    typo: 'labelled',
    pattern: /^D\d{14}$/,
    check: onTracCheck('5'),
  },
  {
    carrier: 'purolator',
    id: 'purolator_numeric',
    name: 'Purolator',
    lengths: [12, 12],
    evidence: 'shape',
    pattern: /^[0-5]\d{11}$/,
    check: lastIs(luhn),
  },
  {
    carrier: 'purolator',
    id: 'purolator_alpha',
    name: 'Purolator (alpha)',
    lengths: [12, 12],
    evidence: 'shape',
    pattern: /^[A-Z]{3}\d{9}$/,
  },
  {
    carrier: 'speedee',
    id: 'speedee',
    name: 'Spee-Dee',
    lengths: [20, 20],
    evidence: 'prefix',
    pattern: /^SP\d{18}$/,
  },
  {
    carrier: 'yodel',
    id: 'yodel',
    name: 'Yodel',
    lengths: [18, 19],
    evidence: 'prefix',
    pattern: /^JJ?D\d{16}$/,
  },
];
