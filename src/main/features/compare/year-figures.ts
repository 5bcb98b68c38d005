import type { YearFigures } from '#shared/domain/compare/types.ts';
import type { YearTotal } from '../../storage/repositories/received-years.ts';

/** What a school's returns state of a whole year, before what is not known is blanked. */
export interface Stated {
  readonly incidents: number;
  readonly days: number;
  readonly permanent: number;
  readonly pupils: number;
  readonly repeatPupils: number;
  readonly withoutLength: number;
}

/** A year that the school's returns hold only a part of: nothing of it is known as a whole. */
export const PART_OF_YEAR: Omit<YearFigures, 'headcount'> = {
  incidents: null,
  days: null,
  permanent: null,
  pupils: null,
  'repeat-pupils': null,
  gap: 'part',
};

/** What is stated of a year that is covered whole; without a row, noughts. */
export const statedIn = (row: YearTotal | undefined): Stated => ({
  incidents: row?.fixedPeriod ?? 0,
  days: (row?.sessions ?? 0) / 2,
  permanent: row?.permanent ?? 0,
  pupils: row?.pupils ?? 0,
  repeatPupils: row?.repeatPupils ?? 0,
  withoutLength: row ? row.fixedPeriod - row.withLength : 0,
});

/** The figures of a whole year; days are blank where an exclusion came without its length. */
export function figuresOf(stated: Stated, headcount: number | null): YearFigures {
  const { incidents, permanent, pupils, repeatPupils, withoutLength } = stated;
  return {
    incidents,
    days: withoutLength > 0 ? null : stated.days,
    permanent,
    pupils,
    'repeat-pupils': repeatPupils,
    headcount,
    ...(withoutLength > 0 ? { gap: 'lengths' } : {}),
  };
}
