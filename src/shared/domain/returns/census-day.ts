import { addDays, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';

const THURSDAY = 4;

/**
 * The day of a school census: the first Thursday of October, the third of January, the third of May (seen in census
 * dates of 2013 to 2026; the Department may move one, so the header of a return is what counts).
 */
export function censusDay(term: 'AUT' | 'SPR' | 'SUM', year: number): IsoDate {
  const [month, which] = { AUT: ['10', 1] as const, SPR: ['01', 3] as const, SUM: ['05', 3] as const }[term];
  const first = `${year}-${month}-01`;
  return addDays(first, ((THURSDAY - weekdayOf(first) + 7) % 7) + 7 * (which - 1));
}
