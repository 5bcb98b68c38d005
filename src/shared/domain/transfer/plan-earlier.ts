import { namesSchool } from './names-school.ts';
import type { KeptDays, Statement, TermDays } from './types.ts';

/** What becomes of days that were typed by hand: `asked` waits for a person to say, and is left out until then. */
export type TypedBecomes = 'replaced' | 'kept' | 'asked';

export interface PlannedTerm {
  readonly schoolYear: TermDays['schoolYear'];
  readonly term: TermDays['term'];
  readonly before: number;
  readonly after: number;
  /** Where `after` comes from; empty when nothing is left of the term. */
  readonly source: string;
}

export interface EarlierPlan {
  /** Terms with days before or after, oldest first. */
  readonly terms: readonly PlannedTerm[];
  readonly typed: readonly (KeptDays & { readonly becomes: TypedBecomes })[];
}

interface PlanInput {
  readonly kept: readonly KeptDays[];
  /** What schools said by the files that were here, and by those that will be. */
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
  /** Terms whose typed days are from yet another school (true) or told by the files as well (false). */
  readonly answers: readonly {
    readonly schoolYear: number;
    readonly term: string;
    readonly count: boolean;
  }[];
}

const ORDER = { autumn: 0, spring: 1, summer: 2 } as const;

/**
 * How half days at earlier schools stand once files are there, so that none counts twice. What the files say counts;
 * whatever was over that was typed by hand. Typed days of a school that now speaks for itself are replaced, in every
 * term: the school may say none. Of others only a person knows whether the files tell them too.
 */
export function planEarlier({ kept, before, after, answers }: PlanInput): EarlierPlan {
  const said = daysByTerm(before);
  const says = daysByTerm(after);
  const typed = typedDays(kept, said).map((row) => {
    const answer = answers.find(({ schoolYear, term }) => schoolYear === row.schoolYear && term === row.term);
    const named = after.some(
      ({ school: { name, laEstab } }) => laEstab !== undefined && namesSchool(row.source, { name, laEstab }),
    );
    const becomes: TypedBecomes =
      named || answer?.count === false ? 'replaced' : answer === undefined ? 'asked' : 'kept';
    return { ...row, becomes };
  });
  const stays = new Map(typed.filter(({ becomes }) => becomes === 'kept').map((row) => [keyOf(row), row]));
  const keys = new Map(
    [...kept, ...after.flatMap(({ history }) => history.halfDays)].map((row) => [keyOf(row), row]),
  );
  const terms = [...keys].map(([key, { schoolYear, term }]) => {
    const own = stays.get(key);
    const told = says.get(key);
    return {
      schoolYear,
      term,
      before: kept.find((row) => keyOf(row) === key)?.halfDays ?? 0,
      after: (told?.halfDays ?? 0) + (own?.halfDays ?? 0),
      source: [...(own === undefined ? [] : [own.source]), ...(told?.names ?? []).map(saidInFile)].join('; '),
    };
  });
  return {
    terms: terms.toSorted((a, b) => a.schoolYear - b.schoolYear || ORDER[a.term] - ORDER[b.term]),
    typed,
  };
}

const FILE = 'File: ';

const saidInFile = (name: string): string => `${FILE}${name}`;

/** The part of kept days that is over what files said, with what was typed as its source. */
export const typedDays = (
  kept: readonly KeptDays[],
  said: ReadonlyMap<string, { readonly halfDays: number }>,
): readonly KeptDays[] =>
  kept.flatMap((row) => {
    const over = row.halfDays - (said.get(keyOf(row))?.halfDays ?? 0);
    const typed = row.source
      .split('; ')
      .filter((part) => !part.startsWith(FILE))
      .join('; ');
    return over > 0 ? [{ ...row, halfDays: over, source: typed === '' ? 'Typed by hand' : typed }] : [];
  });

/** Half days by term over all statements, with the names of the schools that have some there. */
export function daysByTerm(
  statements: readonly Statement[],
): ReadonlyMap<string, { readonly halfDays: number; readonly names: readonly string[] }> {
  const sums = new Map<string, { readonly halfDays: number; readonly names: readonly string[] }>();
  for (const { school, history } of statements) {
    for (const row of history.halfDays) {
      const sum = sums.get(keyOf(row)) ?? { halfDays: 0, names: [] };
      const names = sum.names.includes(school.name) ? sum.names : [...sum.names, school.name];
      sums.set(keyOf(row), { halfDays: sum.halfDays + row.halfDays, names });
    }
  }
  return sums;
}

/** A term of a school year as one text. */
export const keyOf = ({ schoolYear, term }: Omit<TermDays, 'halfDays'>): string =>
  `${String(schoolYear)} ${term}`;
