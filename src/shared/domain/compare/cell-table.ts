/** Whose figures a cell holds: fixed-period exclusions (with their days and pupils), or permanent ones. */
export const CELL_KINDS = ['fixed-period', 'permanent'] as const;

export type CellKind = (typeof CELL_KINDS)[number];

/** Pupils of one school who are alike in all that is shown of them; for reasons, exclusions that are alike. */
export interface AlikeUnits {
  readonly school: string;
  /** What they are counted under: one group, or the main reason and each of the reasons. */
  readonly categories: readonly string[];
  /** Of each one: fixed-period exclusions, their half days (0 where no days are shown), and permanent exclusions. */
  readonly fixedPeriod: number;
  readonly sessions: number;
  readonly permanent: number;
  /** How many they are. */
  readonly count: number;
}

/** A school with everything that its figures are added into: its phase, its cluster, the authority, all. */
export interface Membership {
  readonly school: string;
  readonly groups: readonly string[];
}

export interface Category {
  readonly key: string;
  /** Whether the cells of these categories add up to the total of their row. */
  readonly adds: boolean;
}

/** The units of one school and set of categories that have exclusions of a kind. */
export interface Entry {
  readonly kind: number;
  readonly school: number;
  readonly set: number;
  /** How many units, their exclusions of the kind, and the half days of these. */
  units: number;
  exclusions: number;
  halfDays: number;
}

/** The table that is published, by number: places are the schools, then the groups. */
export interface CellTable {
  readonly schools: number;
  readonly places: number;
  readonly categories: readonly Category[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly categoryOf: ReadonlyMap<string, number>;
  /** Of each school: the places its figures are in, itself first. */
  readonly partOf: readonly (readonly number[])[];
  /** Of each place: the schools in it. */
  readonly schoolsOf: readonly (readonly number[])[];
  /** Sets of categories that units have, or might have. */
  readonly sets: readonly (readonly number[])[];
  readonly entries: readonly Entry[];
  /** Units of each cell, and whether it is hidden; see `cellAt`. */
  readonly counts: Int32Array;
  readonly hidden: Uint8Array;
}

/** Where a cell is in `counts` and `hidden`. */
export const cellAt = (table: CellTable, kind: number, place: number, category: number): number =>
  (kind * table.places + place) * table.categories.length + category;

/** Counts the units into the cells of their school and of everything the school is part of; nothing is hidden yet. */
export function cellTable(
  units: readonly AlikeUnits[],
  members: readonly Membership[],
  categories: readonly Category[],
): CellTable {
  const groups = [...new Set(members.flatMap((member) => member.groups))];
  const placeOf = new Map(
    [...members.map(({ school }) => `school ${school}`), ...groups].map((key, at) => [key, at] as const),
  );
  const partOf = members.map((member, at) => [
    at,
    ...member.groups.flatMap((group) => placeOf.get(group) ?? []),
  ]);
  const schoolsOf: number[][] = Array.from({ length: placeOf.size }, () => []);
  for (const [school, places] of partOf.entries()) for (const place of places) schoolsOf[place]?.push(school);
  const categoryOf = new Map(categories.map(({ key }, at) => [key, at]));
  const setOf = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  const read = new Map<readonly string[], number>();
  const know = (keys: readonly string[]): number => {
    // Units that are read from one text share their list.
    const before = read.get(keys);
    if (before !== undefined) return before;
    const set = keys.flatMap((key) => categoryOf.get(key) ?? []).toSorted((a, b) => a - b);
    const known = setOf.get(set.join()) ?? sets.push(set) - 1;
    setOf.set(set.join(), known);
    read.set(keys, known);
    return known;
  };
  const length = CELL_KINDS.length * placeOf.size * categories.length;
  const entries = new Map<string, Entry>();
  const table = {
    schools: members.length,
    places: placeOf.size,
    categories,
    placeOf,
    categoryOf,
    partOf,
    schoolsOf,
    sets,
    counts: new Int32Array(length),
    hidden: new Uint8Array(length),
  };
  for (const unit of units) {
    const school = placeOf.get(`school ${unit.school}`);
    if (school === undefined) continue;
    const set = know(unit.categories);
    for (const [kind, exclusions, halfDays] of [
      [0, unit.fixedPeriod, unit.sessions],
      [1, unit.permanent, 0],
    ] as const) {
      if (exclusions === 0) continue;
      const key = `${kind} ${school} ${set}`;
      const entry = entries.get(key) ?? { kind, school, set, units: 0, exclusions: 0, halfDays: 0 };
      entry.units += unit.count;
      entry.exclusions += unit.count * exclusions;
      entry.halfDays += unit.count * halfDays;
      entries.set(key, entry);
      for (const place of partOf[school] ?? []) {
        for (const category of sets[set] ?? []) {
          const at = (kind * table.places + place) * categories.length + category;
          table.counts[at] = (table.counts[at] ?? 0) + unit.count;
        }
      }
    }
  }
  // A pupil might be in any of the groups, though nobody is.
  if (categories.every(({ adds }) => adds)) for (const { key } of categories) know([key]);
  return { ...table, entries: [...entries.values()] };
}
