import { describe, expect, it } from 'vitest';
import { indexLines, packLines } from '../../nlp/neighbours.ts';
import { toSparse } from '../../nlp/sparse.ts';

const vocabulary = new Map(['where', 'is', 'my', 'parcel', 'refund', 'cat'].map((name, index) => [name, index]));
const read = (text: string) => toSparse(new Set(text.split(' ')), vocabulary);
const PARCEL = 0;
const REFUND = 1;
const lines = packLines(['where is my parcel', 'my parcel', 'where is my refund', 'refund'].map(read), [PARCEL, PARCEL, REFUND, REFUND]);

/** For each label, copied: the array is used again. */
const compare = (text: string): readonly number[] => [...indexLines(lines, vocabulary.size, 3).compare(read(text))];

describe('neighbours', () => {
  it('are as near as can be where the line was learned', () => {
    expect(compare('my parcel')[PARCEL]).toBeCloseTo(1, 12);
    expect(compare('refund')[REFUND]).toBeCloseTo(1, 12);
  });

  it('weigh a feature by how rare it is', () => {
    // 4 lines: "my" is in 3, "refund" in 2. ln(5/3.5)² = 0.1272, ln(5/2.5)² = 0.4805; √(0.4805 / (0.4805 + 0.1272)) = 0.8892.
    expect(compare('my refund')[REFUND]).toBeCloseTo(0.8892, 4);
  });

  it('are further where words are strange', () => {
    const [plain = 0] = compare('my parcel');
    const [strange = 1] = compare('my parcel sings');
    expect(strange).toBeLessThan(plain * 0.6);
  });

  it('are nowhere for a label without lines, for strange words alone and for nothing', () => {
    expect(compare('my parcel')[2]).toBe(0);
    expect(compare('cat')).toEqual([0, 0, 0]);
    expect(compare('sings songs')).toEqual([0, 0, 0]);
    expect([...indexLines(lines, vocabulary.size, 3).compare(toSparse(new Set(), vocabulary))]).toEqual([0, 0, 0]);
  });

  it('remember nothing of the message before', () => {
    const neighbours = indexLines(lines, vocabulary.size, 3);
    const once = [...neighbours.compare(read('my parcel'))];
    neighbours.compare(read('where is my refund'));
    expect([...neighbours.compare(read('my parcel'))]).toEqual(once);
  });
});
