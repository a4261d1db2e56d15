import { describe, expect, it } from 'vitest';
import { remember, rememberBy } from '../../core/remember.ts';

describe('work that is remembered', () => {
  it('is done once for each text, also where it gives nothing', () => {
    const done: string[] = [];
    const work = remember((text) => {
      done.push(text);
      return text === 'a' ? 1 : undefined;
    });
    expect([work('a'), work('b'), work('a'), work('b')]).toEqual([1, undefined, 1, undefined]);
    expect(done).toEqual(['a', 'b']);
  });

  it('is done each time where it is not worth keeping', () => {
    const done: string[] = [];
    const work = rememberBy(
      (text: string) => (text.length > 3 ? undefined : text),
      (text: string) => `${text}${done.push(text)}`,
    );
    expect([work('ab'), work('ab'), work('long'), work('long')]).toEqual(['ab1', 'ab1', 'long2', 'long3']);
  });

  it('forgets all before it grows without end', () => {
    const done: string[] = [];
    const work = remember((text) => done.push(text));
    for (let n = 0; n < 5000; n += 1) work(String(n));
    expect(done).toHaveLength(5000);
    work('0');
    expect(done).toHaveLength(5001);
  });
});
