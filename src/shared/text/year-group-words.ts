import { sayList } from './provider-words.ts';
import { sayYearGroup } from './rule-words.ts';

/** "Years 7 to 9", "Year 9", "Reception to Year 6", "Years 7 to 9 and 11"; "any year" for none given. */
export function sayYearGroups(years: readonly number[]): string {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  if (sorted.length === 0) return 'any year';
  const runs = runsOf(sorted);
  const [first] = runs;
  const reception = first?.[0] === 0 ? first : undefined;
  const rest = reception ? runs.slice(1) : runs;
  const words = [
    ...(reception ? [reception.length === 1 ? 'Reception' : `Reception to Year ${lastOf(reception)}`] : []),
    ...(rest.length > 0 ? [sayRuns(rest)] : []),
  ];
  return sayList(words);
}

const lastOf = (run: readonly number[]): string => String(run.at(-1) ?? 0);

function sayRuns(runs: readonly (readonly number[])[]): string {
  const [only] = runs;
  if (runs.length === 1 && only?.length === 1) return sayYearGroup(only[0] ?? 0);
  const parts = runs.flatMap((run) =>
    run.length > 2 ? [`${String(run[0] ?? 0)} to ${lastOf(run)}`] : run.map(String),
  );
  return `Years ${sayList(parts)}`;
}

/** [7, 8, 9, 11] as [[7, 8, 9], [11]]. */
function runsOf(sorted: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const year of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs;
}
