import type { Intent, Locale, Understanding } from '../core/types.ts';
import { LOCALES } from '../core/types.ts';
import type { Example } from './corpus.ts';
import type { Understander } from './index.ts';

/** One labelled sentence with what was made of it. */
export interface Judged {
  readonly example: Example;
  readonly result: Understanding;
  /** The locale found when nothing is known of the writer. */
  readonly coldLocale: Locale;
}

/** Reads every sentence as the first of a conversation in its own language. */
export function judge(understander: Understander, examples: readonly Example[]): readonly Judged[] {
  return examples.map((example) => ({
    example,
    result: understander.understand(example.text, { locale: example.locale }),
    coldLocale: understander.understand(example.text, { locale: undefined }).locale,
  }));
}

/** Shares, 0–1, of one set of sentences. NaN where there is nothing to count. */
export interface Figures {
  readonly count: number;
  /** Intent strictly right. */
  readonly accuracy: number;
  /** Category right, of complaints taken for complaints. */
  readonly categoryAccuracy: number;
  /** Out-of-scope lines named so or not acted on. */
  readonly outOfScopeRecall: number;
  /** In-scope lines called out of scope or not understood. */
  readonly inScopeRefused: number;
  /** Lines acted on. */
  readonly coverage: number;
  /** Of those, wrong. */
  readonly acceptedWrong: number;
  /** Expected calibration error over ten bins of confidence. */
  readonly calibrationError: number;
  readonly localeRight: number;
  readonly coldLocaleRight: number;
}

export function measure(judged: readonly Judged[]): Figures {
  const isRight = ({ example, result }: Judged): boolean => result.intent === example.intent;
  const isRefused = ({ result }: Judged): boolean => result.intent === 'out_of_scope' || result.decision === 'fallback';
  const inScope = judged.filter(({ example }) => example.intent !== 'out_of_scope');
  const outside = judged.filter(({ example }) => example.intent === 'out_of_scope');
  const accepted = judged.filter(({ result }) => result.decision === 'act');
  const complaints = judged.filter((each) => each.example.category !== undefined && isRight(each));
  return {
    count: judged.length,
    accuracy: share(judged, isRight),
    categoryAccuracy: share(complaints, ({ example, result }) => result.category === example.category),
    outOfScopeRecall: share(outside, isRefused),
    inScopeRefused: share(inScope, isRefused),
    coverage: accepted.length / judged.length,
    acceptedWrong: share(accepted, (each) => !isRight(each)),
    calibrationError: expectedCalibrationError(judged.map((each) => ({ confidence: each.result.confidence, isRight: isRight(each) }))),
    localeRight: share(judged, ({ example, result }) => result.locale === example.locale),
    coldLocaleRight: share(judged, ({ example, coldLocale }) => coldLocale === example.locale),
  };
}

/** Mean distance between confidence and hit rate over ten equal bins, weighted by their sizes. */
export function expectedCalibrationError(answers: readonly { readonly confidence: number; readonly isRight: boolean }[]): number {
  const gaps = Array.from({ length: 10 }, () => 0);
  for (const { confidence, isRight } of answers) {
    const bin = Math.min(9, Math.floor(confidence * 10));
    gaps[bin] = (gaps[bin] ?? 0) + (isRight ? 1 : 0) - confidence;
  }
  return gaps.reduce((total, gap) => total + Math.abs(gap), 0) / answers.length;
}

/** Precision, recall and F1 of each intent that occurs. */
export function measureIntents(judged: readonly Judged[]): readonly {
  readonly intent: Intent;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly count: number;
}[] {
  const intents = [...new Set(judged.map(({ example }) => example.intent))];
  return intents.map((intent) => {
    const wanted = judged.filter(({ example }) => example.intent === intent);
    const given = judged.filter(({ result }) => result.intent === intent);
    const recall = share(wanted, ({ result }) => result.intent === intent);
    const precision = share(given, ({ example }) => example.intent === intent);
    return { intent, precision, recall, f1: (2 * precision * recall) / (precision + recall), count: wanted.length };
  });
}

/** The most frequent wrong answers as `right → given`. */
export function listConfusions(judged: readonly Judged[], most = 12): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { example, result } of judged) {
    if (example.intent === result.intent) continue;
    const pair = `${example.intent} → ${result.intent}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
}

/** For thresholds on confidence: share of lines kept, share of those wrong, share of out-of-scope lines among the kept. */
export function traceThresholds(
  judged: readonly Judged[],
): readonly { readonly threshold: number; readonly kept: number; readonly wrong: number; readonly outOfScopeActedOn: number }[] {
  return [0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9].map((threshold) => {
    const kept = judged.filter(({ result }) => result.confidence >= threshold);
    const outside = judged.filter(({ example }) => example.intent === 'out_of_scope');
    return {
      threshold,
      kept: kept.length / judged.length,
      wrong: share(kept, ({ example, result }) => example.intent !== result.intent),
      outOfScopeActedOn: share(outside, ({ result }) => result.confidence >= threshold && result.intent !== 'out_of_scope'),
    };
  });
}

/** The sentences of each locale, and of all. */
export function splitByLocale(judged: readonly Judged[]): readonly (readonly [string, readonly Judged[]])[] {
  return [
    ...LOCALES.map((locale) => [locale, judged.filter(({ example }) => example.locale === locale)] as const),
    ['all', judged] as const,
  ];
}

function share<T>(items: readonly T[], matches: (item: T) => boolean): number {
  return items.filter(matches).length / items.length;
}
