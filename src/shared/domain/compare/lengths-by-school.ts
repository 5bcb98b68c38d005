/** Fixed-period exclusions of one school for one main reason that were of one length. */
export interface LengthCount {
  readonly laEstab: string;
  /** Code of the main reason. */
  readonly reason: string;
  readonly halfDays: number;
  readonly exclusions: number;
}

export interface Lengths {
  /** Exclusions. */
  readonly n: number;
  /** School days, halves possible. */
  readonly meanDays: number;
  readonly minDays: number;
  readonly maxDays: number;
}

export interface ReasonAcrossSchools extends Lengths {
  readonly reason: string;
  /** Each school that excluded for it, the longest mean first. */
  readonly schools: readonly (Lengths & { readonly laEstab: string })[];
}

/** Like incidents, like lengths? How long exclusions for the same main reason were, school by school. */
export function lengthsBySchool(counts: readonly LengthCount[]): readonly ReasonAcrossSchools[] {
  return [...grouped(counts, ({ reason }) => reason)]
    .map(([reason, own]) => ({
      reason,
      ...lengthsOf(own),
      schools: [...grouped(own, ({ laEstab }) => laEstab)]
        .map(([laEstab, theirs]) => ({ laEstab, ...lengthsOf(theirs) }))
        .toSorted((a, b) => b.meanDays - a.meanDays || b.n - a.n || (a.laEstab < b.laEstab ? -1 : 1)),
    }))
    .toSorted((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
}

function lengthsOf(counts: readonly LengthCount[]): Lengths {
  let [n, halfDays] = [0, 0];
  for (const one of counts) {
    n += one.exclusions;
    halfDays += one.exclusions * one.halfDays;
  }
  const lengths = counts.map((one) => one.halfDays);
  return {
    n,
    meanDays: halfDays / 2 / n,
    minDays: Math.min(...lengths) / 2,
    maxDays: Math.max(...lengths) / 2,
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
