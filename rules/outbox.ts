/** Something that must happen after the commit, at least once. */
export interface OutboxEntry {
  readonly kind: string;
  /** Unique: the same key is never enqueued twice. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dueAt: Date;
}
