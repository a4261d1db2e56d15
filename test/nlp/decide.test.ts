import { expect, it } from 'vitest';
import { ACT_AT, CLARIFY_AT, decide, LEAD_AT, MARGIN } from '../../nlp/decide.ts';

const rank = (best: number, next: number) => [
  { intent: 'invoice', confidence: best } as const,
  { intent: 'price_quote', confidence: next } as const,
];

it('acts when one intent is likely and alone', () => {
  expect(decide(rank(ACT_AT, ACT_AT - MARGIN - 0.01), 1)).toBe('act');
});

it('asks when two intents are close', () => {
  expect(decide(rank(ACT_AT, ACT_AT - MARGIN + 0.01), 1)).toBe('clarify');
});

it('asks when the best is possible only', () => {
  expect(decide(rank(ACT_AT - 0.01, 0), 1)).toBe('clarify');
  expect(decide(rank(CLARIFY_AT, 0.2), 1)).toBe('clarify');
});

it('admits not to have understood below that, and for nothing at all', () => {
  expect(decide(rank(CLARIFY_AT - 0.01, 0.1), 1)).toBe('fallback');
  expect(decide([], 1)).toBe('fallback');
});

it('admits not to have understood what is about as familiar as what is out of scope', () => {
  expect(decide(rank(0.9, 0), LEAD_AT)).toBe('act');
  expect(decide(rank(0.9, 0), LEAD_AT - 0.01)).toBe('fallback');
  expect(decide([{ intent: 'out_of_scope', confidence: 0.9 }], 0)).toBe('act');
});
