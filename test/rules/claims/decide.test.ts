import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors.ts';
import { type ClaimRole, DEFAULT_CLAIM_AUTHORITY, mayOffer, roleFor } from '../../../rules/claims/authority.ts';
import { decideClaimDecline, decideClaimOffer } from '../../../rules/claims/decide.ts';
import { CLAIM_STATUSES, type ClaimResult, type ClaimStatus } from '../../../rules/claims/types.ts';
import { cny } from './input.ts';

const claim = (more: Partial<ClaimResult> = {}, status: ClaimStatus = 'ASSESSING') => ({
  status,
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

describe('authority', () => {
  it.each([
    ['bot', 5000, 'agent'],
    ['agent', 50_000, 'crg'],
    ['crg', 200_000, 'manager'],
    ['manager', 2_000_000, 'admin'],
  ] as const)('of %s ends at %i fen, to the fen; above it %s is asked', (role, limit, next) => {
    expect(mayOffer(role, cny(limit))).toBe(true);
    expect(mayOffer(role, cny(limit + 1))).toBe(false);
    expect(roleFor(cny(limit))).toBe(role);
    expect(roleFor(cny(limit + 1))).toBe(next);
  });

  it('in another currency is nobody’s but the administrator’s', () => {
    expect(mayOffer('manager', { minor: 1, currency: 'USD' })).toBe(false);
    expect(roleFor({ minor: 1, currency: 'USD' })).toBe('admin');
  });

  it('is the company’s to set', () => {
    const authority = { ...DEFAULT_CLAIM_AUTHORITY, bot: cny(0), agent: cny(10_000) };
    expect(roleFor(cny(1), authority)).toBe('agent');
    expect(mayOffer('agent', cny(10_001), authority)).toBe(false);
  });
});

describe('an offer', () => {
  const offer = (minor: number, role: ClaimRole, more: Partial<ClaimResult> = {}, status: ClaimStatus = 'ASSESSING') =>
    refusalOf(() => decideClaimOffer(claim(more, status), cny(minor), role));

  it('is made within the role’s limit, of any amount a person finds right', () => {
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
    expect(refusalOf(() => decideClaimOffer(claim(), usd, 'admin'))).toMatchObject({ code: 'INVALID_INPUT' });
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
  const decline = (reason: string, role: ClaimRole, status: ClaimStatus = 'ASSESSING') =>
    refusalOf(() => decideClaimDecline({ status }, reason, role));

  it('is for a person who says why, never for the bot', () => {
    expect(decline('外包装完好', 'agent')).toBe('allowed');
    expect(decline('外包装完好', 'bot')).toEqual({ code: 'AUTHORITY_EXCEEDED', needs: 'agent', role: 'bot' });
    expect(decline('  ', 'agent')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('takes back no offer and no acceptance', () => {
    expect(CLAIM_STATUSES.filter((status) => decline('x', 'admin', status) === 'allowed')).toEqual(['ASSESSING', 'REFUSED']);
  });
});
