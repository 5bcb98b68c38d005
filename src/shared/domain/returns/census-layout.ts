import type { ReturnPeriod } from './types.ts';

/** The layouts of census XML: of 2012 to summer 2020, and from the autumn census of 2020 on. */
export type CensusLayout = '2012' | '2020';

/** The year in which reasons became three, FIXD became SUSP. */
const NEW_IN = 2020;

/**
 * The layout that the census of this period has: to summer 2020 one `Reason`, `Gender` and FIXD; from autumn 2020 on
 * `Reasons/Reason`, `Sex` and SUSP. The yearly return of the former PRU census was collected in spring.
 */
export function censusLayoutOf({ kind, term, year = NEW_IN + 1 }: ReturnPeriod): CensusLayout {
  if (year === NEW_IN) return kind === 'census' && term === 'AUT' ? '2020' : '2012';
  return year < NEW_IN ? '2012' : '2020';
}
