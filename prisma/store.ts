import type { PrismaClient } from './generated/client.ts';

/** What a statement takes as a value; dates become timestamptz, bytes bytea, objects must be given as JSON text. */
export type Param = string | number | boolean | null | Date | Uint8Array;

/** A hot statement: the server parses and plans it once per connection under `name`, which must be unique in the product. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Sends one statement with `$1`-style values: one round trip. Rows have the column names of the statement; timestamptz is a
 * Date, json is parsed, int4 and float8 are numbers (cast bigint, the two stores differ on it).
 * @throws AppError STORE_UNAVAILABLE when the store does not answer, OUTCOME_UNKNOWN when it went away in the middle; it recovers by
 *   itself.
 */
export type Query = <T>(sql: string | Statement, params?: readonly Param[]) => Promise<T[]>;

/** One connection held for a while. */
export interface Session {
  readonly query: Query;
  /** Runs a script of several statements, without values. */
  run(script: string): Promise<void>;
}

/** The CRM store, embedded or on a server: the same SQL runs on both, so nothing newer than PostgreSQL 15. */
export interface Store {
  /** For what is not hot: typed, but some five times dearer than `query`. */
  readonly prisma: PrismaClient;
  readonly isEmbedded: boolean;
  /** Whether its disk has room for what comes next; what a server has left only its own monitoring knows. */
  hasRoom(): boolean;
  /** Descriptors it may keep open. */
  readonly files: number;
  readonly query: Query;
  /**
   * One transaction on one connection (READ COMMITTED); an error rolls back. On the embedded store everyone else waits
   * meanwhile, so do nothing in it but SQL.
   */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** For session locks and scripts; the connection is discarded afterwards, with whatever was set on it. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Waits for what runs, then closes. The store cannot be used again. */
  close(): Promise<void>;
}
