import { describe, expect, it } from 'vitest';
import { createGathered } from '../../prisma/gather.ts';

/** Statements that end when they are told to. */
function createLine(fails: (batch: readonly number[]) => boolean = () => false) {
  const batches: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const send = async (batch: readonly number[]): Promise<readonly string[]> => {
    batches.push(batch);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (fails(batch)) throw new Error(`no ${batch.join()}`);
    return batch.map((item) => `did ${item}`);
  };
  const endAll = async (): Promise<void> => {
    while (ends.length > 0) {
      ends.shift()?.();
      // One for what ended, one for what that lets begin.
      for (let at = 0; at < 2; at += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { batches, send, endAll };
}

describe('gathered work', () => {
  it('waits for nothing while the line is free, and shares a statement while it is not', async () => {
    const { batches, send, endAll } = createLine();
    const ask = createGathered(send, { atOnce: 2, most: 3 });
    const answers = [1, 2, 3, 4, 5, 6].map(ask);
    // The second statement takes all that is ready at the same moment.
    expect(batches).toEqual([[1]]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(batches).toEqual([[1], [2, 3, 4]]);
    await endAll();
    expect(await Promise.all(answers)).toEqual(['did 1', 'did 2', 'did 3', 'did 4', 'did 5', 'did 6']);
    expect(batches).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it('tells everyone of an error, and goes on', async () => {
    let isDown = true;
    const { send, endAll } = createLine(() => isDown);
    const ask = createGathered(send, { atOnce: 1, most: 9 });
    const answers = Promise.allSettled([1, 2, 3].map(ask));
    await endAll();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    isDown = false;
    const later = ask(4);
    await endAll();
    expect(await later).toBe('did 4');
  });

  it('does one by one what failed together for the sake of one', async () => {
    const { batches, send, endAll } = createLine((batch) => batch.includes(3));
    const ask = createGathered(send, { atOnce: 1, most: 9, mayRetryAlone: () => true });
    const answers = Promise.allSettled([1, 2, 3, 4].map(ask));
    await endAll();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
  });
});
