import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { ROLL_UP_CATEGORIES } from '#shared/domain/compare/types.ts';
import { categoryColumnWords, groupingWords } from '#shared/text/compare-words.ts';
import type { FigureReport } from '../../exchange/figure-report.ts';
import { BLANKS, MARKS, SOURCE } from './about-figures.ts';

const CELLS = { X: 'X', O: 'O', unmarked: '', blank: 'Unranked' } as const;

/** The grid of marks over the five categories. */
export function rollUpReport({
  years,
  by,
  rows,
  unmarked,
}: OperationOutput<'authority.roll-up'>): FigureReport {
  const span = [years[0], years.at(-1)].map((year) => (year === undefined ? '' : formatSchoolYear(year)));
  return {
    title: `Marks over the five categories, ${span.join(' to ')}`,
    about: [MARKS, BLANKS, SOURCE],
    tables: [
      {
        title: 'Marks',
        note: `${unmarked} without a mark are left out.`,
        columns: [
          { header: groupingWords(by) },
          ...ROLL_UP_CATEGORIES.map(({ key }) => ({ header: categoryColumnWords(key) })),
          { header: 'X', numeric: true },
          { header: 'O', numeric: true },
        ],
        rows: rows.map(({ name, cells, x, o }) => [
          name,
          ...ROLL_UP_CATEGORIES.map(({ key }) => {
            const cell = cells[key];
            return cell === undefined ? 'Other phase' : CELLS[cell];
          }),
          x,
          o,
        ]),
      },
    ],
  };
}
