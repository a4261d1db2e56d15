import type { Decision, Intent } from '../core/types.ts';

/** One intent with its probability. */
export interface Scored {
  readonly intent: Intent;
  /** Calibrated probability, 0–1. */
  readonly confidence: number;
}

/** At this probability the bot acts. */
export const ACT_AT = 0.5;
/** … if the next intent is at least so far behind. */
export const MARGIN = 0.15;
/** Below this not even three buttons are worth offering. */
export const CLARIFY_AT = 0.25;

/** What the scores allow; `ranking` best first. An empty one is not understood. */
export function decide(ranking: readonly Scored[]): Decision {
  const [best, next] = ranking;
  if (!best || best.confidence < CLARIFY_AT) return 'fallback';
  const margin = best.confidence - (next?.confidence ?? 0);
  return best.confidence >= ACT_AT && margin >= MARGIN ? 'act' : 'clarify';
}
