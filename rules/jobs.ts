/** Something that must happen later, at least once: whoever does it must bear doing it twice. */
export interface NewJob {
  /** Which of the product's handlers does it, e.g. `crm.webhook`. */
  readonly kind: string;
  /**
   * Unique among all jobs there are: the same key again changes nothing; or, when this one `isReplaceable`, it takes the other's
   * place, done or not.
   */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dueAt: Date;
  /** Jobs of one lane are done one after the other, in the order they were made. Default: a lane of its own. */
  readonly lane?: string;
  readonly isReplaceable?: boolean;
}

/** One thing to do, as its claimer gets it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** Receivers that may get a thing twice know it again by this. */
  readonly key: string;
  readonly lane: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 at the first attempt. */
  readonly attempts: number;
}

export interface DeadJob extends Omit<Job, 'lane'> {
  readonly lastError: string;
  readonly deadAt: Date;
}

/** For those who want something done; what goes with a change is written by that change's own statement. */
export interface JobQueue {
  add(jobs: readonly NewJob[]): Promise<void>;
}

/** Work that is due, for those who do it. */
export interface DueJobs {
  /**
   * Takes at most some `limit` due jobs of a kind for `leaseMs`, default two minutes; nobody else gets them meanwhile. Most are those
   * due longest, a fifth the freshest, so that news does not wait behind a backlog. Of one lane a job is handed out only together
   * with all before it that are neither done nor dead: done one after the other, and the rest given back when one fails, what is of
   * one lane leaves in the order it was made, however many instances there are.
   */
  claim(kind: string, limit: number, leaseMs?: number): Promise<readonly Job[]>;
  /** True when jobs that waited behind these are due now. */
  done(ids: readonly string[]): Promise<boolean>;
  /** Puts a job off by its attempts: for each of `firstDelaysMs`, then 1 min, 5 min, 30 min, 2 h, 12 h; after that it is dead. */
  retry(job: Pick<Job, 'id' | 'attempts'>, reason: string, firstDelaysMs?: readonly number[]): Promise<'waiting' | 'dead'>;
  /** Has a job done again after `delayMs`, as if for the first time; `reason`: why this time came to nothing. */
  repeat(id: string, delayMs: number, reason?: string): Promise<void>;
  /** Gives back all that is claimed by whoever has gone: only where nobody else can work on the store. */
  reclaim(): Promise<void>;
  /** Gives back what was claimed and not begun: due after `delayMs` (default 0), and the attempt does not count. */
  release(ids: readonly string[], delayMs?: number): Promise<void>;
}

/** Work that was given up. */
export interface DeadJobs {
  /** Latest first; of one kind, or of all. */
  listDead(limit: number, kind?: string): Promise<readonly DeadJob[]>;
  /** Gives a dead job its attempts back, due now; false when it is not dead, or not of the `kind` named. */
  revive(id: string, kind?: string): Promise<boolean>;
}

/** Something to be done again and again, by the clock: removing what is old, looking at what has come due. */
export interface Chore {
  readonly name: string;
  /** Milliseconds from one round's end to the next; default an hour. */
  readonly everyMs?: number;
  /** Does what there is to do at `now`; returns how many rows it touched. Two instances at once must do no harm. */
  run(now: Date): Promise<number>;
}
