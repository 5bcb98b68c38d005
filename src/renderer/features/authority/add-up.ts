import type { SchoolRow } from './types.ts';

type Total = Omit<SchoolRow, 'laEstab' | 'name' | 'phase' | 'lastReceived'> & { readonly schools: number };

/** The figures of the schools shown, added up; pupils by school, so one who moved counts at each. */
export function addUp(rows: readonly SchoolRow[]): Total {
  const sum = (of: (row: SchoolRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    schools: rows.length,
    returns: sum(({ returns }) => returns),
    nilReturns: sum(({ nilReturns }) => nilReturns),
    pupils: sum(({ pupils }) => pupils),
    fixedPeriod: sum(({ fixedPeriod }) => fixedPeriod),
    permanent: sum(({ permanent }) => permanent),
    lunchtime: sum(({ lunchtime }) => lunchtime),
    sessions: sum(({ sessions }) => sessions),
  };
}
