/** One kind of number of one carrier. */
export interface NumberFormat {
  /** Carrier id: `own`, `sf`, `ups` … */
  readonly carrier: string;
  readonly id: string;
  readonly name: string;
  /** Shortest and longest number, in characters: lets a lookup by length skip the pattern. */
  readonly lengths: readonly [number, number];
  /** Anchored; for upper-case text without spaces. */
  readonly pattern: RegExp;
  /** What the pattern alone tells: `prefix` where its letters or leading digits are the carrier's mark, else `shape`. */
  readonly evidence: 'prefix' | 'shape';
  /** Whether the check digit holds, for a number that fits the pattern. Absent where the format has none. */
  readonly check?: (number: string) => boolean;
  /** The carrier prints hyphens as part of the number; elsewhere they are the customer's and are dropped. */
  readonly hyphens?: true;
  /**
   * When a number that fits but fails its check is reported as mistyped: `always` where nothing else looks like it,
   * `labelled` where only the words "tracking number" before it make that likely. Default never.
   */
  readonly typo?: 'always' | 'labelled';
  /** The pattern takes letters anywhere, so words behind a spaced number must not be drawn into it. */
  readonly loose?: true;
}

/** A check whose last character is the check digit of all others. */
export function lastIs(compute: (serial: string) => string): (number: string) => boolean {
  return (number) => checkAt(number, 0, number.length - 1, compute);
}

/** Whether the character at `at` is the check digit of the characters from `from` up to it. */
export function checkAt(number: string, from: number, at: number, compute: (serial: string) => string): boolean {
  return compute(number.slice(from, at)) === number.charAt(at);
}
