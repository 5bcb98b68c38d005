import type { Result } from '#shared/kernel/result.ts';
import type { ProblemList } from '../file-problems.ts';
import type { LargeFile } from './large-file.ts';
import { numberAt, readSmallTable, type TableRow } from './small-table.ts';

const SHARES = ['fsm', 'sen', 'eal'] as const;

type ProfileColumn = 'laestab' | 'school_year' | 'headcount' | (typeof SHARES)[number];

/** Shares are hundredths of a per cent; null is not known. */
export interface ReadProfile {
  readonly laEstab: string;
  readonly schoolYear: number;
  readonly headcount: number | null;
  readonly fsm: number | null;
  readonly sen: number | null;
  readonly eal: number | null;
}

/**
 * A table of school profiles: laestab, school_year (2024/25 or 202425), headcount, fsm, sen, eal, the last three in per
 * cent. An empty cell is not known, and never nought.
 */
export const readProfileTable = (file: LargeFile): Result<readonly ReadProfile[]> =>
  readSmallTable<ProfileColumn, ReadProfile>(
    file,
    { required: ['laestab', 'school_year'], optional: ['headcount', ...SHARES] },
    (row, problems) => {
      const laEstab = numberAt(row, 'laestab', problems);
      const schoolYear = yearAt(row, problems);
      const headcount = figureAt(row, 'headcount', 100_000, problems);
      const [fsm, sen, eal] = SHARES.map((column) => figureAt(row, column, 100, problems));
      if (laEstab === undefined || schoolYear === undefined) return undefined;
      const share = (value: number | null | undefined) =>
        value === undefined || value === null ? null : Math.round(value * 100);
      return {
        laEstab,
        schoolYear,
        headcount: headcount ?? null,
        fsm: share(fsm),
        sen: share(sen),
        eal: share(eal),
      };
    },
  );

function yearAt(row: TableRow<ProfileColumn>, problems: ProblemList): number | undefined {
  const text = row.at('school_year');
  const [, first, second] = /^(\d{4})(?:[/-]?(\d{2}))?$/.exec(text) ?? [];
  const year = Number(first);
  const follows = second === undefined || (year + 1) % 100 === Number(second);
  if (first !== undefined && follows && year >= 2003 && year < 2100) return year;
  problems.error({
    line: row.line,
    element: 'school_year',
    value: text,
    message: 'This is not a school year.',
    remedy: 'Write it as 2024/25, or as its first year.',
  });
  return undefined;
}

/** The figure; null for an empty cell; undefined, with the problem listed, where it is none. */
function figureAt(
  row: TableRow<ProfileColumn>,
  column: 'headcount' | (typeof SHARES)[number],
  most: number,
  problems: ProblemList,
): number | null | undefined {
  const text = row.at(column).replace(/%$/, '').trim();
  if (text === '') return null;
  const whole = column === 'headcount';
  if ((whole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text) && Number(text) <= most) return Number(text);
  problems.error({
    line: row.line,
    element: column,
    value: row.at(column),
    message: whole ? 'This is not a number of pupils.' : 'This is not a share in per cent.',
    remedy: whole ? 'Write it in figures, e.g. 1140.' : 'Write it in per cent, e.g. 12.5, or leave it empty.',
  });
  return undefined;
}
