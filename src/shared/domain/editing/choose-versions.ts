import type { ComparedField, Version } from './compare-versions.ts';

export type Choice = 'mine' | 'theirs';

/** What is taken where nobody chose: whatever only one of the two changed. Missing: a person must choose. */
export const usualChoice = ({ standing }: Pick<ComparedField<Version>, 'standing'>): Choice | undefined =>
  standing === 'both' ? undefined : standing === 'mine' ? 'mine' : 'theirs';

/**
 * One record of two versions: for each field mine or theirs, as chosen, else as usual. Undefined while one is open that
 * only a person can choose.
 */
export function chooseVersions<V extends Version>(
  compared: readonly ComparedField<V>[],
  choices: Readonly<Partial<Record<string, Choice>>>,
): Partial<V> | undefined {
  const chosen = compared.map((one) => ({ ...one, choice: choices[one.field] ?? usualChoice(one) }));
  if (chosen.some(({ choice }) => choice === undefined)) return undefined;
  const entries = chosen.map(({ field, choice, mine, theirs }) => [field, choice === 'mine' ? mine : theirs]);
  // The fields are those of the record.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as Partial<V>;
}
