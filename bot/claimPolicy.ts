import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { findDecimals } from '../core/money.ts';
import { type ClaimPolicy, type ClaimRule, DEFAULT_CLAIM_POLICY } from '../rules/claims/rules.ts';
import { LOSS_KINDS, REGIMES } from '../rules/claims/types.ts';

/** A company's policy with the day it was adopted on; the built-in one has none. */
export interface LoadedPolicy {
  readonly policy: ClaimPolicy;
  readonly adoptedOn?: string;
}

/**
 * The policy of the file CLAIM_POLICY names, on top of the built-in one: a rule with a known id takes its place, other rules, rates and
 * waiting times are added. Unset: the built-in policy.
 * @throws AppError CONFIG_INVALID with every problem of the file
 */
export function readClaimPolicy(path: string | undefined): LoadedPolicy {
  if (path === undefined) return { policy: DEFAULT_CLAIM_POLICY };
  const problems = listPolicyProblems({ CLAIM_POLICY: path });
  if (problems.length > 0) throw new AppError('CONFIG_INVALID', { problems });
  const { adoptedOn, rules, sdrRates, waitHours } = policyFile.parse(parse(path));
  const kept = DEFAULT_CLAIM_POLICY.rules.filter(({ id }) => !rules.some((rule) => rule.id === id));
  const older = DEFAULT_CLAIM_POLICY.sdrRates.filter(
    (rate) => !sdrRates.some((own) => own.currency === rate.currency && own.asOf === rate.asOf),
  );
  return {
    adoptedOn,
    policy: {
      rules: [...kept, ...(rules as readonly ClaimRule[])],
      sdrRates: [...older, ...sdrRates],
      waitHours: { ...DEFAULT_CLAIM_POLICY.waitHours, ...waitHours },
    },
  };
}

/** What is wrong with the file, a line each, for the start to name all of it. */
export function listPolicyProblems({ CLAIM_POLICY: path }: { readonly CLAIM_POLICY?: string | undefined }): readonly string[] {
  if (path === undefined) return [];
  let given: unknown;
  try {
    given = parse(path);
  } catch (error) {
    return [`CLAIM_POLICY: ${path} is not a readable JSON file (${error instanceof Error ? error.message : String(error)})`];
  }
  const read = policyFile.safeParse(given);
  return read.success
    ? []
    : read.error.issues.map(({ path: at, message }) => `CLAIM_POLICY: ${at.map(String).join('.') || 'the file'} ${message}`);
}

const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const day = z.iso.date('must be a day such as 2026-11-01');
const decimal = z.string('must be a decimal in quotes such as "8.33"').regex(/^\d{1,9}(?:\.\d{1,6})?$/, 'must be a decimal such as "8.33"');
const currency = z.string().refine((code) => findDecimals(code) !== undefined, 'is no ISO 4217 currency');
const money = z
  .strictObject({ amount: decimal, currency })
  .refine(
    ({ amount, currency: code }) => (amount.split('.')[1]?.length ?? 0) <= (findDecimals(code) ?? 0),
    'has more decimals than its currency',
  )
  .transform(({ amount, currency: code }) => ({ minor: Math.round(Number(amount) * 10 ** (findDecimals(code) ?? 0)), currency: code }));
const percent = z.int('must be a whole number').min(0).max(100);
const days = z.int('must be a whole number').min(0).max(3650);

const terms = z.union(
  [
    z.strictObject({ on: z.literal('insured') }),
    z.strictObject({ on: z.literal('uninsured'), by: z.literal('freight'), multiple: z.int().min(1).max(1000), cap: money.optional() }),
    z.strictObject({ on: z.literal('uninsured'), by: z.literal('weight'), sdrPerKg: decimal }),
    z.strictObject({ on: z.literal('delayed'), freightPercent: percent }),
    z.strictObject({ on: z.literal('freight'), percent: z.strictObject({ lost: percent, damaged: percent, shortage: percent }) }),
    z.strictObject({ on: z.literal('overdue'), days: z.strictObject({ sameCity: days, domestic: days, international: days }) }),
  ],
  'fits no kind of rule: see docs/claim-policy.md',
);

const rule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9.-]{3,60}$/, 'must be 3 to 60 of a–z, 0–9, dot and hyphen'),
    regime: z.enum(REGIMES).optional(),
    basis: z.enum(['law', 'terms']),
    effectiveFrom: day,
    effectiveTo: day.optional(),
    source: z.string().min(1, 'must say where the number is from'),
    isVerified: z.boolean('must be true once somebody has read the number in its source, else false'),
    terms,
  })
  .refine(({ effectiveFrom, effectiveTo }) => effectiveTo === undefined || effectiveFrom <= effectiveTo, 'ends before it begins');

const hours = z.int('must be a whole number of hours').min(0).max(8760);

/** The file: strict, so that a misspelt key is named instead of left out. */
const policyFile = z
  .strictObject({
    adoptedOn: day,
    rules: z.array(rule).default([]),
    sdrRates: z
      .array(z.strictObject({ currency, perSdr: decimal.refine((text) => Number(text) > 0, 'must be above 0'), asOf: day }))
      .default([]),
    waitHours: z.partialRecord(z.enum(LOSS_KINDS), hours).default({}),
  })
  .superRefine(({ rules }, context) => {
    for (const [index, one] of rules.entries()) {
      const others = rules.slice(0, index);
      if (others.some(({ id }) => id === one.id))
        context.addIssue({ code: 'custom', path: ['rules', index, 'id'], message: `is there twice: ${one.id}` });
      const rival = others.find(
        (other) => other.terms.on === one.terms.on && other.regime === one.regime && other.effectiveFrom === one.effectiveFrom,
      );
      if (rival)
        context.addIssue({
          code: 'custom',
          path: ['rules', index],
          message: `is for the same as ${rival.id} from the same day: which counts would be chance`,
        });
    }
  });
