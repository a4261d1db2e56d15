import type { Clock } from '../../core/clock.ts';
import { DAY_MS } from '../../core/days.ts';
import type { Locale } from '../../core/types.ts';
import type { Candidate } from '../../rules/conversations/types.ts';
import type { Store } from '../store.ts';

/** How long a candidate is kept: long enough for a season's wording, short enough for what masking missed. */
const KEPT_DAYS = 180;

/** A candidate as a reviewer gets it. */
export interface StoredCandidate extends Candidate {
  readonly id: string;
}

export interface CandidateQuery {
  readonly since?: Date;
  readonly locale?: Locale;
  /** Most rows read, newest first. */
  readonly limit: number;
}

/** Messages kept to learn from. They are written with their turn, by the commit of conversations.ts. */
export interface Candidates {
  /** Those no review has marked as taken over yet, newest first. */
  list(query: CandidateQuery): Promise<readonly StoredCandidate[]>;
  /** Marks candidates as taken over into training text: they are listed no more. */
  markExported(ids: readonly string[]): Promise<void>;
}

export function createCandidates(store: Store, clock: Clock): Candidates {
  return {
    async list({ since, locale, limit }) {
      const rows = await store.query<Row>(LIST, [since ?? null, locale ?? null, limit]);
      return rows.map(({ chosenIntent, ...row }) => ({ ...row, ...(chosenIntent !== null && { chosenIntent }) }));
    },
    async markExported(ids) {
      await store.query('UPDATE nlu_candidates SET exported_at = $1 WHERE id IN (SELECT json_array_elements_text($2::json))', [
        clock.now(),
        JSON.stringify(ids),
      ]);
    },
  };
}

/** Removes candidates older than 180 days; returns how many. For a job, once an hour. */
export async function purgeCandidates(store: Store, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  const rows = await store.query('DELETE FROM nlu_candidates WHERE occurred_at < $1 RETURNING 1 AS one', [before]);
  return rows.length;
}

interface Row extends Omit<StoredCandidate, 'chosenIntent'> {
  readonly chosenIntent: NonNullable<StoredCandidate['chosenIntent']> | null;
}

const LIST = `
  SELECT id, occurred_at AS "occurredAt", locale, text, intent, confidence, ranking, kind, chosen_intent AS "chosenIntent"
  FROM nlu_candidates
  WHERE exported_at IS NULL AND ($1::timestamptz IS NULL OR occurred_at >= $1) AND ($2::text IS NULL OR locale = $2)
  ORDER BY occurred_at DESC, id DESC LIMIT $3`;
