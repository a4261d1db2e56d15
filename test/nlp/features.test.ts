import { describe, expect, it } from 'vitest';
import { listFeatures } from '../../nlp/features.ts';
import { ENTITY_MARKS } from '../../nlp/numbers/entities.ts';
import { toSparse } from '../../nlp/sparse.ts';

describe('listFeatures', () => {
  it('takes Chinese by one and two characters, with the ends marked', () => {
    expect([...listFeatures('查件')].sort()).toEqual(['^查', '查', '查件', '件', '件$'].sort());
  });

  it('takes English by words, pairs of words and letters inside words', () => {
    const features = listFeatures('lost it');
    // lost → <lost>: three and four letters.
    for (const name of ['lost', 'it', '^ lost', 'lost it', 'it $', '~<lo', '~ost', '~st>', '~lost']) expect(features).toContain(name);
  });

  it('reads both scripts and both languages of one text', () => {
    const features = listFeatures('幫我check單號');
    for (const name of ['帮我', 'check', '单号']) expect(features).toContain(name);
  });

  it('is blind to which number was named', () => {
    const mark = ENTITY_MARKS.tracking_number;
    expect(listFeatures(`查 ${mark} 到哪了`)).toContain(mark);
    expect(listFeatures('寄 20 公斤')).toEqual(listFeatures('寄 35 公斤'));
  });

  it('gives the same features in the same order every time', () => {
    const text = '快递员态度差！！！ I want to complain 😡';
    expect([...listFeatures(text)]).toEqual([...listFeatures(text)]);
  });

  it('has nothing to say of an empty text', () => {
    expect(listFeatures('').size).toBeLessThanOrEqual(1);
  });
});

describe('toSparse', () => {
  it('has length 1 when every feature is known', () => {
    const { indices, weight } = toSparse(
      new Set(['a', 'b', 'c', 'd']),
      new Map([
        ['a', 0],
        ['b', 1],
        ['c', 2],
        ['d', 3],
      ]),
    );
    expect(indices.length * weight ** 2).toBeCloseTo(1);
  });

  it('is shorter when features are unknown', () => {
    // One of four known: 1 · (1/√4)² = 1/4.
    const { indices, weight } = toSparse(new Set(['a', 'x', 'y', 'z']), new Map([['a', 0]]));
    expect(indices.length * weight ** 2).toBeCloseTo(0.25);
  });

  it('is zero for nothing', () => {
    expect(toSparse(new Set(), new Map())).toEqual({ indices: new Uint32Array(), weight: 0, unknown: 0 });
  });
});
