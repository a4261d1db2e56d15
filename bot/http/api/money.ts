import { z } from 'zod';
import type { Money } from '../../../core/money.ts';
import { findDecimals } from '../../../core/money.ts';

/** A decimal string, as no float can be trusted with money: up to 11 digits before the point, so that minor units stay exact. */
const amount = z.string().regex(/^\d{1,11}(\.\d{1,3})?$/, 'must be a decimal string of at most 11 digits such as "199.00"');

const currency = z
  .string()
  .overwrite((value) => value.trim().toUpperCase())
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code of three letters such as CNY');

/** An amount in minor units by the currency's own exponent; more decimals than it has are refused, never rounded. */
export const money = z.object({ amount, currency }).transform((value, context): Money => {
  const [whole = '', fraction = ''] = value.amount.split('.');
  const decimals = findDecimals(value.currency);
  const problem = findProblem(value.currency, decimals, fraction.length);
  if (problem) context.issues.push({ code: 'custom', input: value, ...problem });
  return { minor: Number(whole + fraction.padEnd(decimals ?? 0, '0')), currency: value.currency };
});

function findProblem(code: string, decimals: number | undefined, given: number): { path: string[]; message: string } | undefined {
  if (decimals === undefined) return { path: ['currency'], message: 'is no currency of ISO 4217' };
  if (given > decimals) return { path: ['amount'], message: `has ${given} decimals, ${code} has ${decimals}` };
  return undefined;
}
