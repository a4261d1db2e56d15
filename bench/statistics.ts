/** The value below which a share (0–1) of the values lie; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** What a load test saw. */
export interface Pace {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/**
 * Calls `work` from `lanes` callers at once, each waiting for its own, for so many seconds. The first error ends it and is thrown.
 * @param work gets the caller's index and how often that caller has called.
 */
export async function pace(lanes: number, seconds: number, work: (lane: number, count: number) => Promise<void>): Promise<Pace> {
  const times: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const run = async (lane: number): Promise<void> => {
    for (let count = 0; performance.now() < endsAt; count += 1) {
      const beganAt = performance.now();
      await work(lane, count);
      times.push(performance.now() - beganAt);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
  const elapsedSeconds = (performance.now() - startedAt) / 1000;
  return { perSecond: times.length / elapsedSeconds, p50Ms: median(times), p99Ms: percentile(times, 0.99) };
}

/** Of rounds run by turns, the one in which the first stood to the second as in the middle: what else the machine does met both alike. */
export function middleRound(rounds: readonly (readonly [Pace, Pace])[]): readonly [Pace, Pace] {
  const ratio = ([ours, reference]: readonly [Pace, Pace]): number => ours.perSecond / reference.perSecond;
  const found = [...rounds].sort((a, b) => ratio(a) - ratio(b))[Math.floor(rounds.length / 2)];
  if (!found) throw new Error('nothing was measured');
  return found;
}
