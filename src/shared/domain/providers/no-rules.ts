import type { ProviderRules } from './types.ts';

/** The rules of a provider that asks for nothing. */
export const NO_RULES: ProviderRules = {
  yearGroups: [],
  separateGroups: false,
  codeOfConduct: false,
  parentChooses: false,
  papers: [],
  weeklyReview: false,
  evaluation: false,
  courses: [],
  termRota: false,
};
