/** An exact fraction of minor units, not negative: amounts are rounded once, at the end. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** `8.33` as 833/100. @throws RangeError for anything but digits with at most one point */
export function parseDecimal(text: string): Ratio {
  const [, whole, digits = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal: ${text}`);
  return { n: BigInt(whole + digits), d: 10n ** BigInt(digits.length) };
}

export function ratioOf(n: number | bigint, d: number | bigint = 1n): Ratio {
  return { n: BigInt(n), d: BigInt(d) };
}

export function multiply(...factors: readonly Ratio[]): Ratio {
  return factors.reduce((product, { n, d }) => ({ n: product.n * n, d: product.d * d }), ratioOf(1));
}

/** To whole minor units, a half upwards: 0.5 fen is 1 fen. */
export function roundHalfUp({ n, d }: Ratio): bigint {
  return (2n * n + d) / (2n * d);
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
