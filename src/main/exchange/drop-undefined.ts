/** `T` with every key that may be undefined made optional instead, as exactOptionalPropertyTypes wants it. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without the keys whose value is undefined: an absent value is an absent key everywhere in the app. */
export function dropUndefined<T extends object>(value: T): Present<T> {
  // A plain loop: it runs for every record of every file, and lists of entries would take a tenth of an import's time.
  const present: Partial<T> = {};
  for (const key in value) {
    if (value[key] !== undefined) present[key] = value[key];
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the loop does, the compiler cannot follow
  return present as unknown as Present<T>;
}
