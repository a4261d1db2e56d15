import { expect, it } from 'vitest';
import { ACT_AT, CLARIFY_AT, decide, MARGIN } from '../../nlp/decide.ts';

const rank = (best: number, next: number) => [
  { intent: 'invoice', confidence: best } as const,
  { intent: 'price_quote', confidence: next } as const,
];

it('acts when one intent is likely and alone', () => {
  expect(decide(rank(ACT_AT, ACT_AT - MARGIN - 0.01))).toBe('act');
});

it('asks when two intents are close', () => {
  expect(decide(rank(ACT_AT, ACT_AT - MARGIN + 0.01))).toBe('clarify');
});

it('asks when the best is possible only', () => {
  expect(decide(rank(ACT_AT - 0.01, 0))).toBe('clarify');
  expect(decide(rank(CLARIFY_AT, 0.2))).toBe('clarify');
});

it('admits not to have understood below that, and for nothing at all', () => {
  expect(decide(rank(CLARIFY_AT - 0.01, 0.1))).toBe('fallback');
  expect(decide([])).toBe('fallback');
});
