/** Past it all is forgotten: a few megabytes at most. */
const MOST_KEPT = 2000;

/**
 * The same work, done once for what comes again: carriers write the same sentences, customers the same few words, and one answer asks
 * for some of them several times. For pure work of tenths of a millisecond; what it gives must not be changed.
 * @param keyOf what its result depends on; undefined where it is not worth keeping
 */
export function rememberBy<A extends readonly unknown[], T>(
  keyOf: (...given: A) => string | undefined,
  work: (...given: A) => T,
): (...given: A) => T {
  const kept = new Map<string, T>();
  return (...given) => {
    const key = keyOf(...given);
    if (key === undefined) return work(...given);
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as T;
    const made = work(...given);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  };
}

/** Work over one text. */
export const remember = <T>(work: (text: string) => T): ((text: string) => T) => rememberBy((text: string) => text, work);
