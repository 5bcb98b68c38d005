/** `T` with every key that may be undefined made optional instead, as exactOptionalPropertyTypes wants it. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without the keys whose value is undefined: an absent value is an absent key everywhere in the app. */
export function dropUndefined<T extends object>(value: T): Present<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the filter does, the compiler cannot follow
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<T>;
}
