import { describe, expect, it } from 'vitest';
import { type TurnBudget, withinBudget } from '../../bot/turnBudget.ts';

describe('the time of a turn', () => {
  const never = new Promise<never>(() => {});

  it('leaves what the turn comes to as it is', async () => {
    expect(await withinBudget(async () => 'done')).toBe('done');
    await expect(withinBudget(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });

  it('runs out for one that has not begun: nothing was written, and it must not begin any more', async () => {
    let known: TurnBudget | undefined;
    const waiting = withinBudget((budget) => {
      known = budget;
      return never;
    }, 5);
    await expect(waiting).rejects.toMatchObject({ code: 'BUSY' });
    expect(known?.isOver).toBe(true);
  });

  it('runs out for one that has begun: what became of it is unknown, and its late end troubles nobody', async () => {
    let fail: (error: Error) => void = () => {};
    const hanging = withinBudget((budget) => {
      budget.hasBegun = true;
      return new Promise((_resolve, reject) => {
        fail = reject;
      });
    }, 5);
    await expect(hanging).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN', facts: { retryAfterSeconds: 1 } });
    fail(new Error('the store gave up at last'));
  });
});
