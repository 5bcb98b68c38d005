import type { MatchVariable } from './types.ts';

/**
 * What each variable counts in the distance between two schools. Special needs, free meals and first language say who the
 * pupils are, which is what comparator schools are chosen by; size says less of exclusions, and a school twice as large is
 * no worse a comparator, so it counts half. Phase is no variable: only schools of one phase are compared.
 */
export const MATCH_WEIGHTS: Readonly<Record<MatchVariable, number>> = {
  sen: 1,
  fsm: 1,
  eal: 1,
  headcount: 0.5,
};

/** Of the variables both schools must have so many in common; a distance over one alone says too little. */
export const LEAST_VARIABLES = 2;
