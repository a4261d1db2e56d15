/** Straight before a value: it is taken back (不是200, "not 200"). */
const NEGATED =
  /(?:不是|不系|唔系|并非|而非|别打|不要打|别用|isn't|wasn't|not|rather than|instead of)(?: ?(?:之前的|刚才的|原来的|旧的|the|[¥$€£]))? ?$/;
/** Between two values: what came earlier no longer counts. */
const CORRECTED =
  /不是|不系|唔系|[哦啊呃噢诶]不|不对|唔对|唔啱|错|更正|纠正|改成|改为|改做|换成|其实|实际|应该是|而是|重新算|等等|等下|记岔|看岔|不好意思|唔好意思|抱歉|对不起|(?<![a-z])(?:no|not|sorry|actually|i meant?|meant|rather|correction|wrong|oops|wait|scratch that|make (?:it|that)|should be|should've been|turns out|mistake)(?![a-z])/;
const REACH = 20;

interface Placed {
  readonly start: number;
  readonly end: number;
}

/**
 * Of several values of one kind those that still stand: 不是A是B leaves B, "A, sorry, B" too. `plain` is the text made readable.
 */
export function keepStanding<T extends Placed>(values: readonly T[], plain: string): readonly T[] {
  const standing = values.filter(({ start }) => !NEGATED.test(plain.slice(Math.max(0, start - REACH), start)));
  for (let index = standing.length - 1; index > 0; index -= 1) {
    if (CORRECTED.test(plain.slice(standing[index - 1]?.end ?? 0, standing[index]?.start ?? 0))) return standing.slice(index);
  }
  return standing;
}

/** Whether the words before a value take an earlier one back. */
export function isCorrected(plain: string, start: number): boolean {
  return CORRECTED.test(plain.slice(0, start));
}
