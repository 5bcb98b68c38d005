/** How one field of a record stands when two people changed the same record from one beginning. */
type FieldStanding =
  /** Both ended alike, whether or not they changed it. */
  | 'alike'
  /** Only mine is another one than at the beginning. */
  | 'mine'
  /** Only theirs is. */
  | 'theirs'
  /** Both are, and each in its own way: nobody but a person can choose. */
  | 'both';

/** A record as plain data, by the names of its fields; a field that is not there is an empty one. */
export type Version = Readonly<Record<string, unknown>>;

export interface ComparedField<V extends Version> {
  readonly field: keyof V & string;
  readonly standing: FieldStanding;
  readonly base: V[keyof V] | undefined;
  readonly mine: V[keyof V] | undefined;
  readonly theirs: V[keyof V] | undefined;
}

/**
 * Field by field: what both began with, what I made of it, what they did. Values are compared by what they say (plain
 * data: texts, numbers, lists, objects whatever the order of their keys). Fields in the order of `fields`.
 */
export function compareVersions<V extends Version>(
  fields: readonly (keyof V & string)[],
  {
    base,
    mine,
    theirs,
  }: { readonly base: Partial<V>; readonly mine: Partial<V>; readonly theirs: Partial<V> },
): readonly ComparedField<V>[] {
  return fields.map((field) => ({
    field,
    standing: standingOf(base[field], mine[field], theirs[field]),
    base: base[field],
    mine: mine[field],
    theirs: theirs[field],
  }));
}

function standingOf(base: unknown, mine: unknown, theirs: unknown): FieldStanding {
  if (saysTheSame(mine, theirs)) return 'alike';
  if (saysTheSame(base, theirs)) return 'mine';
  return saysTheSame(base, mine) ? 'theirs' : 'both';
}

function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [first, second] = [filled(one), filled(other)];
  return (
    first.size === second.size && [...first].every(([key, value]) => saysTheSame(value, second.get(key)))
  );
}

const filled = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, one]) => one !== undefined));
