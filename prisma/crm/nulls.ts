/** Keys that may be null are absent instead, as in the product's types. */
export type Present<Row> = { readonly [K in keyof Row as null extends Row[K] ? never : K]: Row[K] } & {
  readonly [K in keyof Row as null extends Row[K] ? K : never]?: Exclude<Row[K], null>;
};

/** A row without its columns that are null; what stands deeper in it is left as it is. */
export function withoutNulls<T extends object>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<T>;
}
