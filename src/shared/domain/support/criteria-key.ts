import type { GridCriteria } from './types.ts';

/** The same for criteria that put the same pupils on a register: what they are called inside the program is left out. */
export const criteriaKey = ({
  categories,
  criteria,
}: Pick<GridCriteria, 'categories' | 'criteria'>): string =>
  JSON.stringify([
    categories.map(({ letter, name }) => `${letter} ${name.toLowerCase()}`).toSorted(),
    criteria.map(({ category, rule }) => `${category} ${JSON.stringify(rule).toLowerCase()}`).toSorted(),
  ]);
