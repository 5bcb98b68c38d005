import type { GridCriteria } from '#shared/domain/support/types.ts';
import { criteriaLines } from '#shared/text/grid-words.ts';

/** Criteria in words, as answers have them. */
export const saidCriteria = (criteria: GridCriteria): [string, string][] =>
  criteriaLines(criteria).map(([heading, sentence]) => [heading, sentence]);
