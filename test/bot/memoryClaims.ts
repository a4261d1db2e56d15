import { AppError } from '../../core/errors.ts';
import type { Money } from '../../core/money.ts';
import { assertMayOffer } from '../../rules/access/money.ts';
import { actorOf, type Principal } from '../../rules/access/principal.ts';
import type { ClaimDesk, EvidencePack } from '../../rules/claims/desk.ts';
import type { Claim } from '../../rules/claims/types.ts';

/** What the desk was asked to do, as `offer 19900 CNY by agent a1`. */
export interface MemoryClaims extends ClaimDesk {
  readonly asked: string[];
}

/** Answers with one claim for one reference; money is offered within the limits of the roles. */
export function createMemoryClaims(claim: Claim, pack: EvidencePack): MemoryClaims {
  const asked: string[] = [];
  const note = (reference: string, what: string, by: Principal): void => {
    if (reference !== claim.complaintReference) throw new AppError('NOT_FOUND', { reference });
    asked.push(`${what} by ${actorOf(by).type} ${actorOf(by).id}`);
  };
  return {
    asked,
    async offer(reference, { amount, text }, by) {
      note(reference, `offer ${amount.minor} ${amount.currency}${text === undefined ? '' : ` “${text}”`}`, by);
      assertMayOffer(by, amount);
      return { ...claim, status: 'OFFERED', offered: amount satisfies Money, offeredBy: actorOf(by).id };
    },
    async decline(reference, reason, by) {
      note(reference, `decline “${reason}”`, by);
      return { ...claim, status: 'DECLINED' };
    },
    async markPaid(reference) {
      if (reference !== claim.complaintReference) throw new AppError('NOT_FOUND', { reference });
      return { ...claim, status: 'PAID', paidAt: claim.createdAt };
    },
    readEvidencePack: async (reference) => (reference === claim.complaintReference ? pack : undefined),
  };
}

const money = (yuan: number): Money => ({ minor: yuan * 100, currency: 'CNY' });
const CREATED_AT = new Date('2026-11-21T02:00:00Z');

/** Damaged goods of 300 CNY, for which our terms give 199. */
export const CLAIM: Claim = {
  ...{ id: 'k1', complaintReference: 'CMP-20261121-0001', status: 'ASSESSING', kind: 'damaged', evidence: 'A', value: money(300) },
  result: {
    ...{ regime: 'EXPRESS_CN', offer: money(199), isAutomatic: false, needsPersonBecause: ['above_bot_limit'] },
    lines: [
      {
        ...{ ruleId: 'express-cn.terms.uninsured', basis: 'terms', inputs: { freight: 1200, factor: 3 }, amount: money(199) },
        says: { 'zh-Hans': '按条款', 'zh-Hant': '依條款', en: 'By our terms' },
      },
    ],
  },
  createdAt: CREATED_AT,
};

export const EVIDENCE: EvidencePack = {
  complaint: {
    ...{ id: 'c1', reference: CLAIM.complaintReference, status: 'INVESTIGATING', category: 'damage', severity: 'P2', locale: 'zh-Hant' },
    ...{ description: '箱子壓扁了', verifiedLevel: 2, createdAt: CREATED_AT, remedySought: 'compensation' },
    files: [{ id: 'f1', name: '箱子.jpg', contentType: 'image/jpeg', sizeBytes: 1000 }],
  },
  claim: CLAIM,
  shipment: {
    ...{ trackingNumber: 'XB000000012348', service: 'STANDARD', status: 'DELIVERED', createdAt: CREATED_AT, from: '广州市', to: '杭州市' },
    ...{ declared: money(300), pieceCount: 1, items: [{ description: '蓝牙耳机', quantity: 1, unit: money(300) }] },
    events: [{ at: CREATED_AT, status: 'DELIVERED', text: '已签收', isFault: false }],
  },
  history: [{ at: CREATED_AT, actor: { type: 'customer', id: 'u1' }, action: 'opened', to: 'NEW', words: '箱子壓扁了' }],
};
