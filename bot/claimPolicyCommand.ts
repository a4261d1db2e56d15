import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import { formatMoney } from '../core/money.ts';
import type { ClaimRule, RuleTerms } from '../rules/claims/rules.ts';
import { isOutdated } from '../rules/claims/weightLimit.ts';
import { readClaimPolicy } from './claimPolicy.ts';

/*
 * `npm run claims:policy`: the policy claims are computed by, as CLAIM_POLICY and the built-in rules make it; exit code 1 with every
 * problem of the file when it is not right.
 */
function describeTerms(terms: RuleTerms): string {
  switch (terms.on) {
    case 'insured':
      return 'insured: the loss up to the insured amount';
    case 'uninsured':
      return terms.by === 'weight'
        ? `uninsured: up to ${terms.sdrPerKg} SDR per kilogram`
        : `uninsured: up to ${terms.multiple} times the freight${terms.cap ? `, at most ${formatMoney(terms.cap, 'en')}` : ''}`;
    case 'delayed':
      return `late: ${terms.freightPercent}% of the freight`;
    case 'freight':
      return `freight given back: lost ${terms.percent.lost}%, damaged ${terms.percent.damaged}%, short ${terms.percent.shortage}%`;
    case 'overdue':
      return `counts as lost after ${terms.days.sameCity}/${terms.days.domestic}/${terms.days.international} days (city/country/abroad)`;
  }
}

function describeRule({ id, regime, basis, effectiveFrom, effectiveTo = '', source, isVerified, terms }: ClaimRule): string {
  return `${id}  ${regime ?? 'all'}  ${effectiveFrom}..${effectiveTo}  ${basis}${isVerified ? '' : ', not verified: a person decides'}\n    ${describeTerms(terms)}\n    ${source}`;
}

try {
  const { CLAIM_POLICY } = readConfig();
  const { policy, adoptedOn } = readClaimPolicy(CLAIM_POLICY);
  const now = systemClock.now();
  console.log(adoptedOn ? `Policy of ${CLAIM_POLICY}, adopted on ${adoptedOn}.` : 'The built-in policy: CLAIM_POLICY is not set.');
  for (const rule of policy.rules) console.log(describeRule(rule));
  console.log('Rates, per special drawing right:');
  for (const { currency, perSdr, asOf } of policy.sdrRates)
    console.log(`${currency} ${perSdr}  ${asOf}${isOutdated(asOf, now) ? '  older than a month: a person decides' : ''}`);
  console.log(
    `Hours before a claim: ${Object.entries(policy.waitHours)
      .map(([kind, hours]) => `${kind} ${hours}`)
      .join(', ')}.`,
  );
} catch (error) {
  console.error(error instanceof AppError ? `${error.message} ${JSON.stringify(error.facts)}` : error);
  process.exitCode = 1;
}
