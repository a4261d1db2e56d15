import { describe, expect, it } from 'vitest';
import { excerptOf, MOST_READ } from '../../core/excerpt.ts';

describe('excerptOf', () => {
  it.each(['', '查件', 'x'.repeat(MOST_READ), '么'.repeat(MOST_READ), '①'.repeat(MOST_READ)])(
    'leaves alone what is short enough',
    (text) => {
      expect(excerptOf(text)).toBe(text);
    },
  );

  it.each(['ﷺ', 'ﬃ…', '好', 'a b', '😀', '㍿\n', '½', '\ud800', '\udc00x'])(
    'reads the ends of a long text, however long its long form is: %j',
    (piece) => {
      const text = `开始${piece.repeat(3000)}结束`;
      const read = excerptOf(text);
      expect(read.normalize('NFKC').length).toBeLessThanOrEqual(MOST_READ + 1);
      expect(read.normalize('NFKC').length).toBeGreaterThan(MOST_READ / 2);
      expect(read.startsWith('开始')).toBe(true);
      expect(read.endsWith('结束')).toBe(true);
    },
  );

  it('splits neither a pair nor a number', () => {
    expect(excerptOf('😀'.repeat(2000))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
    const [head = '', tail = ''] = excerptOf(`${'7351902846 '.repeat(300)}完`).split('\n');
    expect(head).toMatch(/(?:^|\D)7351902846 ?$/);
    expect(tail).toMatch(/^ ?7351902846 /);
  });
});
