import type { Present } from './nulls.ts';

/** What a column of the schema's type is on the server. */
type ColumnType<T> = [T] extends [string]
  ? 'text'
  : [T] extends [number]
    ? 'int' | 'float8'
    : [T] extends [bigint]
      ? 'bigint'
      : [T] extends [boolean]
        ? 'boolean'
        : [T] extends [Date]
          ? 'timestamptz'
          : [T] extends [string[]]
            ? 'text[]'
            : 'jsonb';

/** All columns of a model, each with its type: one too many, one too few or of another type does not compile. */
type Columns<Model> = { readonly [K in keyof Model]-?: ColumnType<NonNullable<Model[K]>> };

/** A model with some columns as the rules have them, optional for nullable; bigints are numbers, all of ours are below 2^53. */
type Narrow<Model, Types> = {
  readonly [K in keyof Model]: K extends keyof Types
    ? Exclude<Types[K], undefined> | (undefined extends Types[K] ? null : never)
    : [Model[K]] extends [bigint | null]
      ? Exclude<Model[K], bigint> | number
      : Model[K];
};

/** A row as statements answer it; inside JSON its instants are text. */
export type RowOf<Row> = { readonly [K in keyof Row]: Date extends Row[K] ? Row[K] | string : Row[K] };

/** One table: everything that names its columns derives from this. Columns are the model's keys in snake case. */
export interface Table<Row> {
  readonly name: string;
  readonly keys: readonly (keyof Row & string)[];
  /** PostgreSQL's type of each column. */
  readonly types: { readonly [K in keyof Row]: string };
  /** The column of a key. */
  column(key: keyof Row & string): string;
  /** The columns under their keys, for a SELECT. @param alias of the table */
  select(alias: string): string;
  /** The same as one JSON object. @param keys some of them, in this order */
  object(alias: string, keys: readonly (keyof Row & string)[]): string;
  /** A JSON list of rows as a FROM item, under their keys. @param parameter e.g. `$1`. `isNumbered`: each row has an integer `n` besides */
  recordset(parameter: string, alias: string, isNumbered?: boolean): string;
  /** One JSON row as a FROM item; the planner knows that it is one. */
  record(parameter: string, alias: string): string;
  /** The same table without some columns, for reading less of it. */
  without<K extends keyof Row & string>(...keys: readonly K[]): Table<Omit<Row, K>>;
  /** `INSERT INTO … SELECT …` without its FROM. @param values SQL of columns that do not come from `alias` under their keys */
  insert(alias: string, values?: { readonly [K in keyof Row & string]?: string | undefined }): string;
  /** A row of any statement or document that selects these columns: no nulls, instants as dates; other keys are left out. */
  read(row: RowOf<Row>): Present<Row>;
}

/**
 * Describes a table by its model of the schema. `Types` says which columns the rules know more narrowly than the schema.
 * @example const CLAIMS = defineTable<ClaimModel, Pick<Claim, 'status'>>()('claims', { id: 'text', … })
 */
export function defineTable<Model, Types extends { readonly [K in keyof Types]: K extends keyof Model ? unknown : never } = object>() {
  return (name: string, columns: Columns<Model>): Table<Narrow<Model, Types>> => createTable<Narrow<Model, Types>>(name, columns);
}

type Key<Row> = keyof Row & string;

function createTable<Row>(name: string, columns: { readonly [K in keyof Row]: string }): Table<Row> {
  const keys = Object.keys(columns) as Key<Row>[];
  const typed = keys.map((key) => `"${key}" ${columns[key]}`).join(', ');
  const instants = new Set(keys.filter((key) => columns[key] === 'timestamptz'));
  return {
    ...{ name, keys, types: columns, column: toSnakeCase },
    select: (alias) =>
      keys.map((key) => `${alias}.${toSnakeCase(key)}${columns[key] === 'bigint' ? '::float8' : ''} AS "${key}"`).join(', '),
    object: (alias, some) => `json_build_object(${some.map((key) => `'${key}', ${alias}.${toSnakeCase(key)}`).join(', ')})`,
    recordset: (parameter, alias, isNumbered = false) =>
      `json_to_recordset(${parameter}::json) AS ${alias}(${isNumbered ? 'n int, ' : ''}${typed})`,
    record: (parameter, alias) => `json_to_record(${parameter}::json) AS ${alias}(${typed})`,
    without: (...some) => createTable(name, omit(columns, some)),
    insert: (alias, values = {}) =>
      `INSERT INTO ${name} (${keys.map(toSnakeCase).join(', ')}) SELECT ${keys.map((key) => values[key] ?? `${alias}."${key}"`).join(', ')}`,
    read(row) {
      const present: Partial<Record<Key<Row>, unknown>> = {};
      for (const key of keys) {
        const value = row[key];
        if (value !== null && value !== undefined) present[key] = instants.has(key) ? new Date(value as string | Date) : value;
      }
      return present as unknown as Present<Row>;
    },
  };
}

function omit<T, K extends keyof T>(record: T, keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(record as object).filter(([key]) => !(keys as readonly string[]).includes(key))) as Omit<T, K>;
}

/** The schema names its columns so; a test holds every description to the store. */
function toSnakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
