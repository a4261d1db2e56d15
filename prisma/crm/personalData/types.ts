import type { TimelineEntry } from '../../../rules/customers/types.ts';

/**
 * Tables whose rows stand for a person or one of their matters, each found by those before it: rows of others are somebody's by naming
 * one of these.
 */
export const ROOTS = ['customers', 'channel_identities', 'conversations', 'complaints'] as const;
export type Root = (typeof ROOTS)[number];

/** Why and how long rows are kept; `retention.ts` says the days and removes them. */
export type RetentionClass =
  | 'complaints'
  | 'transcripts'
  | 'uploads'
  | 'outbox'
  | 'waybills'
  /** By a purge of their own, beside their functions. */
  | 'candidates'
  | 'counters'
  /** They go with the row they belong to. */
  | 'parent'
  /** The company's own, or numbers of nobody. */
  | 'unlimited';

/** What erasing a person does with rows of theirs. */
export type Erasing =
  | { readonly effect: 'deleted'; readonly counted: string; readonly where?: string }
  | {
      readonly effect: 'redacted';
      /** Under which name the certificate counts them; absent: they are part of something that is counted. */
      readonly counted?: string;
      /** SQL of what the columns become. @param nobody an SQL literal: one made-up id for all of an erasure's rows */
      set(nobody: string): string;
      readonly where?: string;
    }
  /** They stay as they are, or what is done is done elsewhere: why, or where. */
  | { readonly effect: 'kept'; readonly because: string };

/** A table of cases: each has `id`, `reference` and `conversation_id`, and what belongs to it stays as long as it is needed. */
export interface CaseData {
  /** SQL of whether it is open, or may not be touched. */
  readonly isNeeded: string;
  /** SQL of the instant it ended. */
  readonly endedAt: string;
  /** Table that joins uploads to it, and its column with the case's id. */
  readonly files?: { readonly table: string; readonly owner: string };
}

/** One table, and everything that must happen with a person's data in it. `t` is the table in all SQL here. */
export interface TableData {
  readonly table: string;
  /** How a row is somebody's: the columns that name a row of the root; any of them makes it theirs. */
  readonly of?: Readonly<Partial<Record<Root, readonly string[]>>>;
  /** Columns that name a customer, identity or conversation and make no row theirs, with the reason. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Rows in which a person may be spoken of, found by words: `quoted` as JSON writes ids and addresses, `plain` as people write names too. */
  readonly mentions?: { readonly column: string; readonly words: 'quoted' | 'plain' };
  /** What a person is called and reached by, as SELECTs of one column from what names a row of `own_customers`. */
  readonly knows?: Readonly<Partial<Record<'names' | 'phones' | 'emails', string>>>;
  readonly case?: CaseData;
  /** On the customer's timeline: SQL of the id people know it by, its instant and the arguments of json_build_object. */
  readonly timeline?: { readonly kind: TimelineEntry['kind']; readonly id: string; readonly at: string; readonly data: string };
  /** In a person's copy: `by` which root's rows it is found, what it shows, and WHERE, GROUP BY and ORDER BY beside. */
  readonly copy?: {
    readonly section: string;
    readonly by: Root | 'shipments';
    readonly shows: string;
    readonly where?: string;
    readonly end: string;
  };
  readonly erasing: readonly Erasing[];
  /** Erased before all others, since its lock holds off a turn that is under way. */
  readonly isErasedFirst?: true;
  /** Column in which what was mended in the company stays, without whom it happened to. */
  readonly mended?: string;
  readonly retention: RetentionClass;
  /** Joining two customers moves the row; `unlessThere`: not what the other has too, by these columns. Absent: it stays. */
  readonly merge?: 'moved' | { readonly unlessThere: readonly string[] };
}
