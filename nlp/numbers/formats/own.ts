import { gs1Mod10 } from '../checkDigits.ts';
import type { NumberFormat } from './format.ts';
import { checkAt } from './format.ts';

/** The company's own tracking numbers; configuration. */
export interface OwnFormat {
  /** Source of a regular expression for the whole number, without anchors. */
  readonly pattern: string;
  /** The letters it starts with, upper-case. */
  readonly prefix: string;
  /** `gs1_mod10`: the last digit is the GS1 check digit of the digits between prefix and it. */
  readonly checksum: 'gs1_mod10' | 'none';
  /** A valid number, for showing to customers; its length is the length of every own number. */
  readonly example: string;
}

/** The demo company's format: `XB`, 11 digits, GS1 check digit. 12345678901: 3·(1+3+5+7+9+1) + (2+4+6+8+0) = 98, so 2. */
export const DEMO_OWN_FORMAT: OwnFormat = {
  pattern: 'XB\\d{12}',
  prefix: 'XB',
  checksum: 'gs1_mod10',
  example: 'XB123456789012',
};

/** The configured own format as a rule beside the carriers' ones. Throws when the pattern is no regular expression. */
export function toNumberFormat(own: OwnFormat): NumberFormat {
  const rule = {
    carrier: 'own',
    id: 'own',
    name: 'Own number',
    lengths: [own.example.length, own.example.length],
    pattern: new RegExp(`^(?:${own.pattern})$`),
    evidence: 'prefix',
  } as const;
  if (own.checksum === 'none') return rule;
  const from = own.prefix.length;
  return { ...rule, typo: 'always', check: (number) => checkAt(number, from, number.length - 1, gs1Mod10) };
}
