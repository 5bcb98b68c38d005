import { daysByTerm, keyOf, typedDays } from './plan-earlier.ts';
import type { KeptDays, PupilHistory, Statement } from './types.ts';

/**
 * The half days at earlier schools as they go on to the next one, each with the school that it comes from, and together
 * exactly what is counted here: where somebody corrected a term to less than the files said, it goes on as corrected.
 */
export function handOnDays(
  kept: readonly KeptDays[],
  statements: readonly Statement[],
): PupilHistory['halfDays'] {
  const said = daysByTerm(statements);
  const inTerm = new Map(kept.map((row) => [keyOf(row), row]));
  const corrected = (key: string): boolean =>
    (inTerm.get(key)?.halfDays ?? 0) < (said.get(key)?.halfDays ?? 0);
  const typed = ({ source, ...days }: KeptDays) => ({ ...days, at: { name: source } });
  return [
    ...statements.flatMap(({ school, history }) =>
      history.halfDays.filter((row) => !corrected(keyOf(row))).map((row) => ({ ...row, at: school })),
    ),
    ...typedDays(kept, said).map(typed),
    ...kept
      .filter((row) => corrected(keyOf(row)))
      .map((row) => typed({ ...row, source: `Corrected by hand: ${row.source}` })),
  ];
}
