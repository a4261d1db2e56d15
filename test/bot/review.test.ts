import { describe, expect, it } from 'vitest';
import { formatReview, groupCandidates } from '../../bot/review.ts';
import { parseExamples } from '../../nlp/corpus.ts';
import type { Candidate } from '../../rules/conversations/types.ts';

const candidate = (text: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ kind: 'fallback', occurredAt: new Date('2026-11-21T02:00:00Z'), locale: 'zh-Hans', text, intent: 'track_shipment', confidence: 0.4 },
  ranking: [{ intent: 'track_shipment', confidence: 0.4 }],
  ...more,
});

describe('a review', () => {
  it('puts alike messages together, most frequent first, and languages apart', () => {
    const texts = ['能开电子发票吗', '快递到哪了呀', '快递到哪了', '快递到哪了呢'];
    const groups = groupCandidates([...texts.map((text) => candidate(text)), candidate('快递到哪了', { locale: 'zh-Hant' })]);
    expect(groups.map(({ count, members }) => [count, members.map(({ text }) => text)])).toEqual([
      [3, texts.slice(1)],
      [1, ['能开电子发票吗']],
      [1, ['快递到哪了']],
    ]);
  });

  it('heads a group with what customers chose, and can be pasted as it is', () => {
    const guess = { intent: 'price_quote', confidence: 0.41 } as const;
    const text = '⟨tracking_number⟩ 咋整';
    const groups = groupCandidates([
      candidate(text, { ...guess, kind: 'clarified' }),
      candidate(text, { ...guess, kind: 'chosen', chosenIntent: 'claim_compensation' }),
    ]);
    const review = formatReview(groups);
    expect(review.split('\n')[0]).toBe(
      '// 1 × zh-Hans; customers chose claim_compensation 1×; guessed price_quote 2×, at most 0.41 sure; clarified 1×',
    );
    expect(parseExamples(review, 'zh-Hans', 'review')).toEqual([
      { text: 'XB000000012348 咋整', locale: 'zh-Hans', intent: 'claim_compensation' },
    ]);
  });

  it('lets no message pass for a heading or a note', () => {
    const review = formatReview(groupCandidates([candidate('# greet'), candidate('// x y')]));
    expect(parseExamples(review, 'zh-Hans', 'review').map(({ text }) => text)).toEqual(['greet', 'x y']);
  });

  it('groups ten thousand different messages within seconds', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      candidate(`第${n % 977}件${String.fromCharCode(0x4e00 + (n % 4999))}包裹${n % 31}`),
    );
    expect(groupCandidates(many).reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  }, 60_000);
});
