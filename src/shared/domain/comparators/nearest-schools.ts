import { LEAST_VARIABLES, MATCH_WEIGHTS } from './match-weights.ts';
import { MATCH_VARIABLES, type MatchVariable, type SchoolProfile } from './types.ts';

export interface Match<P extends SchoolProfile> {
  readonly school: P;
  /** In standard deviations: 0 is alike in everything both have. */
  readonly distance: number;
  /** The variables both have, which the distance is over. */
  readonly over: readonly MatchVariable[];
}

export interface Matches<P extends SchoolProfile> {
  /** The nearest first; equally near ones by number. */
  readonly nearest: readonly Match<P>[];
  /** Spread of each variable among the schools that have it (sample standard deviation); null where it has none. */
  readonly spreads: Readonly<Record<MatchVariable, number | null>>;
}

/**
 * The schools most like one. Each variable is measured in its standard deviation over all the schools given and the school
 * itself, so that a point of free meals and a point of first language count by how rare they are. The distance is the root
 * of the weighted mean of the squared differences, over the variables that both schools have; where all schools are alike
 * in a variable, they do not differ in it. Schools with fewer than two variables in common are not compared.
 * The same schools give the same answer, in whatever order they come.
 */
export function nearestSchools<P extends SchoolProfile>(
  school: SchoolProfile,
  others: readonly P[],
  count: number,
  weights: Readonly<Record<MatchVariable, number>> = MATCH_WEIGHTS,
): Matches<P> {
  const pool = others.filter(({ laEstab }) => laEstab !== school.laEstab);
  const all = [school, ...pool].toSorted((a, b) => (a.laEstab < b.laEstab ? -1 : 1));
  const spreads = {
    sen: spreadOf(all, 'sen'),
    fsm: spreadOf(all, 'fsm'),
    eal: spreadOf(all, 'eal'),
    headcount: spreadOf(all, 'headcount'),
  };
  const nearest = pool
    .flatMap((other) => {
      const over = MATCH_VARIABLES.filter(
        (variable) => school[variable] !== null && other[variable] !== null,
      );
      if (over.length < LEAST_VARIABLES) return [];
      let squares = 0;
      let weight = 0;
      for (const variable of over) {
        const difference = ((school[variable] ?? 0) - (other[variable] ?? 0)) / (spreads[variable] ?? 1);
        squares += weights[variable] * difference * difference;
        weight += weights[variable];
      }
      return [{ school: other, distance: Math.sqrt(squares / weight), over }];
    })
    .toSorted((a, b) => a.distance - b.distance || (a.school.laEstab < b.school.laEstab ? -1 : 1));
  return { nearest: nearest.slice(0, count), spreads };
}

function spreadOf(schools: readonly SchoolProfile[], variable: MatchVariable): number | null {
  const values = schools.flatMap((one) => one[variable] ?? []);
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return squares === 0 ? null : Math.sqrt(squares / (values.length - 1));
}
