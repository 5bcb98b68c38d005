/** A row as it is shown: what is empty in the database is missing. */
export type WithoutNulls<T> = { readonly [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

/** The same object without what is null in it. */
export const withoutNulls = <T extends object>(row: T): WithoutNulls<T> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly what the type says is left out
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<T>;
