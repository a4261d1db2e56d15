/** 1 worst to 5 best. */
export type Score = 1 | 2 | 3 | 4 | 5;

/**
 * Ranks from 1 (least) to n; equal values share the mean of the ranks they take, so that the order they come in says nothing.
 * [10, 20, 20, 30] → [1, 2.5, 2.5, 4].
 */
export function rankByValue(values: readonly number[]): readonly number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (order[to + 1]?.value === order[from]?.value) to += 1;
    for (const { at } of order.slice(from, to + 1)) ranks[at] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** The fifth a rank falls into: ceil(5·rank/n). */
export function quintileOf(rank: number, count: number): Score {
  return Math.min(5, Math.max(1, Math.ceil((5 * rank) / count))) as Score;
}

/** By fixed limits, for too few to rank: one for each limit reached, and one. Limits rise. */
export function scoreByLimits(value: number, limits: readonly [number, number, number, number]): Score {
  return (1 + limits.filter((limit) => value >= limit).length) as Score;
}
