import type { PhaseGuess } from './types.ts';

/**
 * Ranges of establishment numbers and the phase most schools in them have, checked against the names in the
 * department's school data file 2017/18: 1000s nursery (393 of 461 say so), 1100s PRU (every school with "PRU"
 * in its name), 2000-3999 and 5200-5399 primary, 4000-4999 and 5400-5499 secondary, 6900s academies that are
 * secondary in the main, 7000-7299 special. Everything else, and independent schools (6000s), is unknown.
 */
const RANGES: readonly (readonly [from: number, to: number, phase: PhaseGuess])[] = [
  [1000, 1099, 'nursery'],
  [1100, 1199, 'pru'],
  [1800, 1899, 'nursery'],
  [2000, 3999, 'primary'],
  [4000, 4999, 'secondary'],
  [5200, 5399, 'primary'],
  [5400, 5499, 'secondary'],
  [6900, 6999, 'secondary'],
  [7000, 7299, 'special'],
];

const ALL_THROUGH = /\ball[- ]through\b/i;

/** Guesses a school's phase from its four-digit establishment number, or from a name that says "all-through". */
export function guessPhase(estab: string, name: string): PhaseGuess {
  if (ALL_THROUGH.test(name)) return 'all-through';
  const number = Number(estab);
  const range = RANGES.find(([from, to]) => number >= from && number <= to);
  return range === undefined ? 'unknown' : range[2];
}
