import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listPolicyProblems, readClaimPolicy } from '../../bot/claimPolicy.ts';
import { readConfig } from '../../core/config.ts';
import { calculateClaim } from '../../rules/claims/calculate.ts';
import { DEFAULT_CLAIM_POLICY } from '../../rules/claims/rules.ts';
import { cny, lost, NOW } from '../rules/claims/input.ts';

const directory = mkdtempSync(join(tmpdir(), 'claim-policy-'));
afterAll(() => rmSync(directory, { recursive: true }));

let files = 0;
/** A file with these words, or this as JSON. */
function write(content: unknown): string {
  files += 1;
  const path = join(directory, `${files}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const RULE = {
  id: 'express-cn.terms.uninsured',
  regime: 'EXPRESS_CN',
  basis: 'terms',
  effectiveFrom: '2025-10-01',
  source: 'terms of October 2025',
  isVerified: true,
  terms: { on: 'uninsured', by: 'freight', multiple: 7, cap: { amount: '1000.00', currency: 'CNY' } },
};
const problemsOf = (content: unknown): readonly string[] =>
  listPolicyProblems({ CLAIM_POLICY: write(content) }).map((line) => line.replace('CLAIM_POLICY: ', ''));

describe('a company’s own policy', () => {
  it('takes the place of the built-in rule with its id, from its day; the laws’ limits stay', () => {
    const { policy, adoptedOn } = readClaimPolicy(
      write({
        adoptedOn: '2025-10-01',
        rules: [RULE],
        sdrRates: [{ currency: 'SEK', perSdr: '12.9', asOf: '2025-10-20' }],
        waitHours: { lost: 48 },
      }),
    );
    expect(adoptedOn).toBe('2025-10-01');
    // Seven times 8.00, and the freight of 8.00 itself.
    expect(calculateClaim(lost(), NOW, policy).offer).toEqual(cny(6400));
    expect(calculateClaim(lost({ sentOn: '2025-09-30' }), NOW, policy).needsPersonBecause).toContain('rule_missing');
    expect(policy.rules.filter(({ basis }) => basis === 'law')).toEqual(DEFAULT_CLAIM_POLICY.rules.filter(({ basis }) => basis === 'law'));
    expect(policy.waitHours).toEqual({ ...DEFAULT_CLAIM_POLICY.waitHours, lost: 48 });
    // 8.00 × 12.9 / 9.72772 = 10.6088… kronor of freight, six times in all… seven and one: 8 × 10.61
    expect(calculateClaim(lost({ provenValue: { minor: 1_000_000, currency: 'SEK' } }), NOW, policy).offer).toEqual({
      minor: 8 * 1061,
      currency: 'SEK',
    });
  });

  it('is the built-in one where none is set', () => {
    expect(readClaimPolicy(undefined)).toEqual({ policy: DEFAULT_CLAIM_POLICY });
    expect(listPolicyProblems({})).toEqual([]);
  });

  it.each<readonly [string, unknown, RegExp]>([
    ['no JSON', '{', /is not a readable JSON file/],
    ['no day', { rules: [] }, /^adoptedOn must be a day/],
    ['a misspelt key', { adoptedOn: '2026-01-01', rates: [] }, /rates/],
    ['a day that is none', { adoptedOn: '2026-02-30' }, /^adoptedOn must be a day/],
    [
      'terms of no kind',
      { adoptedOn: '2026-01-01', rules: [{ ...RULE, terms: { on: 'uninsured', by: 'luck' } }] },
      /^rules\.0\.terms .*claim-policy\.md/,
    ],
    [
      'an end before the beginning',
      { adoptedOn: '2026-01-01', rules: [{ ...RULE, effectiveTo: '2025-09-01' }] },
      /^rules\.0 ends before it begins/,
    ],
    ['a rule twice', { adoptedOn: '2026-01-01', rules: [RULE, RULE] }, /is there twice/],
    ['two rules for the same', { adoptedOn: '2026-01-01', rules: [RULE, { ...RULE, id: 'other' }] }, /which counts would be chance/],
    [
      'a rate of nothing',
      { adoptedOn: '2026-01-01', sdrRates: [{ currency: 'SEK', perSdr: '0', asOf: '2026-01-01' }] },
      /^sdrRates\.0\.perSdr must be above 0/,
    ],
    [
      'no currency',
      { adoptedOn: '2026-01-01', sdrRates: [{ currency: 'XXY', perSdr: '1', asOf: '2026-01-01' }] },
      /^sdrRates\.0\.currency is no ISO 4217/,
    ],
    ['a time that is none', { adoptedOn: '2026-01-01', waitHours: { late: 3 } }, /late/],
  ])('stops the start, and says what is wrong: %s', (_title, content, problem) => {
    expect(problemsOf(content).join('\n')).toMatch(problem);
  });

  it('names all problems together, with those of other settings', () => {
    const path = write({ rules: [{ ...RULE, isVerified: 'yes' }], waitHours: { lost: -1 } });
    const start = (): unknown => readConfig({ CLAIM_POLICY: path, PORT: '70000' }, [listPolicyProblems]);
    expect(start).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        facts: {
          problems: expect.arrayContaining([
            expect.stringMatching(/^PORT/),
            expect.stringMatching(/adoptedOn/),
            expect.stringMatching(/rules\.0\.isVerified/),
            expect.stringMatching(/waitHours\.lost/),
          ]),
        },
      }),
    );
    expect(listPolicyProblems({ CLAIM_POLICY: join(directory, 'none.json') })).toEqual([
      expect.stringMatching(/is not a readable JSON file/),
    ]);
  });
});
