/** A stretch of a text, by UTF-16 offsets, and what is shown instead. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** What is said instead of a secret of which nothing may be seen. */
export const HIDDEN = '****';

/** The matches of one group of a pattern that has the `d` flag, as spans. */
export function* groupsOf(
  pattern: RegExp,
  text: string,
  group = 1,
): Generator<{ readonly start: number; readonly end: number; readonly match: RegExpExecArray }> {
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.[group] ?? [-1, -1];
    if (start >= 0 && end > start) yield { start, end, match };
  }
}

/** The text with its spans replaced; of two that overlap the earlier one counts, of two that begin together the longer, and the rest of the other is hidden too. */
export function replaceSpans(text: string, spans: readonly Span[]): string {
  let shown = '';
  let from = 0;
  for (const span of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (span.end <= from) continue;
    if (span.start < from) {
      from = span.end;
      continue;
    }
    shown += text.slice(from, span.start) + span.shown;
    from = span.end;
  }
  return shown + text.slice(from);
}
