import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors.ts';
import type { Rank } from '../../../rules/access/money.ts';
import { BOT, type Principal } from '../../../rules/access/principal.ts';
import { decideClaimDecline, decideClaimOffer } from '../../../rules/claims/decide.ts';
import { CLAIM_STATUSES, type ClaimResult, type ClaimStatus } from '../../../rules/claims/types.ts';
import { customer, staff } from '../../principals.ts';
import { cny } from './input.ts';

const claim = (more: Partial<ClaimResult> = {}, status: ClaimStatus = 'ASSESSING') => ({
  status,
  value: cny(20_000),
  result: { regime: 'EXPRESS_CN', lines: [], offer: cny(4800), isAutomatic: true, needsPersonBecause: [], ...more } as ClaimResult,
});
function refusalOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'allowed';
}

/** Who has just this rank's authority. */
const as = (rank: Rank): Principal => {
  if (rank === 'bot') return BOT;
  return rank === 'crg' ? staff('s1', 'agent', 'crg') : staff('s1', rank);
};

describe('an offer', () => {
  const offer = (minor: number, rank: Rank, more: Partial<ClaimResult> = {}, status: ClaimStatus = 'ASSESSING') =>
    refusalOf(() => decideClaimOffer(claim(more, status), cny(minor), as(rank)));

  it('is made within whoever’s limit, of any amount a person finds right', () => {
    expect(offer(50_000, 'agent', { isAutomatic: false })).toBe('allowed');
    expect(offer(50_001, 'agent')).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'agent' });
    expect(offer(900_000_000, 'admin')).toBe('allowed');
  });

  it('of the bot is what the rules came to, and only when nothing asks for a person', () => {
    expect(offer(4800, 'bot')).toBe('allowed');
    expect(offer(4799, 'bot')).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'agent', role: 'bot' });
    expect(offer(4800, 'bot', { isAutomatic: false })).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'agent', role: 'bot' });
    expect(offer(60_000, 'bot', { offer: cny(60_000) })).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'crg', role: 'bot' });
  });

  it.each([0, -1, 0.5, Number.NaN])('of %d is refused', (minor) => {
    expect(offer(minor, 'admin')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('in another currency than the claim is refused', () => {
    const usd = { minor: 100, currency: 'USD' };
    expect(refusalOf(() => decideClaimOffer(claim(), usd, as('admin')))).toMatchObject({ code: 'INVALID_INPUT' });
    // Where nothing could be computed, the currency is that of what was claimed.
    const whole = { ...claim({ offer: undefined, isAutomatic: false }), value: { minor: 30_000, currency: 'USD' } };
    expect(refusalOf(() => decideClaimOffer(whole, usd, as('agent')))).toBe('allowed');
    expect(refusalOf(() => decideClaimOffer(whole, cny(100), as('admin')))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is made until one is accepted', () => {
    expect(CLAIM_STATUSES.filter((status) => offer(100, 'agent', {}, status) === 'allowed')).toEqual([
      'ASSESSING',
      'OFFERED',
      'REFUSED',
      'DECLINED',
    ]);
    expect(offer(100, 'agent', {}, 'PAID')).toEqual({ code: 'TRANSITION_REFUSED', from: 'PAID', to: 'OFFERED', allowed: [] });
  });
});

describe('declining', () => {
  const decline = (reason: string, rank: Rank, status: ClaimStatus = 'ASSESSING') =>
    refusalOf(() => decideClaimDecline({ status }, reason, as(rank)));

  it('is for a person who says why, never for the bot', () => {
    expect(decline('外包装完好', 'agent')).toBe('allowed');
    expect(decline('外包装完好', 'bot')).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'agent', role: 'bot' });
    expect(refusalOf(() => decideClaimDecline({ status: 'ASSESSING' }, 'x', customer('c1')))).toMatchObject({ code: 'AUTHORITY_EXCEEDED' });
    expect(decline('  ', 'agent')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('takes back no offer and no acceptance', () => {
    expect(CLAIM_STATUSES.filter((status) => decline('x', 'admin', status) === 'allowed')).toEqual(['ASSESSING', 'REFUSED']);
  });
});
