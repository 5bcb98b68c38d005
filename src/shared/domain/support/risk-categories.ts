import type { RiskCategory, RiskReason } from './types.ts';

/** The letters of the categories that reasons put a pupil in, each once, in order. */
export const lettersOf = (reasons: readonly RiskReason[]): readonly string[] =>
  [...new Set(reasons.map(({ category }) => category))].toSorted();

/** The role suggested for the key worker: that of the first category of the pupil which has one. */
export const suggestedRole = (
  categories: readonly RiskCategory[],
  reasons: readonly RiskReason[],
): string | undefined =>
  lettersOf(reasons)
    .flatMap((letter) => categories.find((category) => category.letter === letter)?.keyWorkerRole ?? [])
    .find((role) => role !== '');
