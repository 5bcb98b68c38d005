import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { isRate } from '#shared/domain/compare/measures.ts';
import { changeFigureWords, figureWords, groupingWords } from '#shared/text/compare-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { plural } from '../../ui/words/format.ts';
import { FigureWithN } from './figure-with-n.tsx';
import { MarkTag } from './mark-tag.tsx';
import { YearCell } from './year-cell.tsx';
import type { Compared, ComparedBy, ComparedRow } from './types.ts';
import styles from './compare.module.css';

type Part = 'letter' | 'rank' | 'name' | 'years' | 'change';

/** A blank sorts after the greatest figure: it is not a nought among the least. */
const LAST = Number.MAX_SAFE_INTEGER;

const markOrder = ({ mark, rank }: ComparedRow): number =>
  mark === 'X' ? 0 : mark === 'O' ? 1 : rank === undefined ? 3 : 2;

const isWhole = (value: number): boolean => Number.isInteger(value * 2);

/** Columns of a table of compared schools, in the order asked for. */
export function comparedColumns(
  { years }: Pick<Compared, 'years'>,
  parts: readonly Part[],
  { by, measure }: Pick<ComparedBy, 'by' | 'measure'>,
): readonly Column<ComparedRow>[] {
  const decimals = isRate(measure) ? 2 : 1;
  const columns: Readonly<Record<Part, readonly Column<ComparedRow>[]>> = {
    letter: [
      {
        key: 'letter',
        header: 'Mark',
        nowrap: true,
        value: markOrder,
        render: ({ mark }) => (mark ? <MarkTag mark={mark} short /> : ''),
      },
    ],
    rank: [
      {
        key: 'rank',
        header: 'Place',
        numeric: true,
        nowrap: true,
        value: ({ rank }) => rank ?? LAST,
        render: ({ rank, sharedBy = 1 }) =>
          rank === undefined ? (
            <span className={styles.muted}>Unranked</span>
          ) : sharedBy > 1 ? (
            <span title={`${figureWords(sharedBy)} tie`}>{figureWords(rank)}=</span>
          ) : (
            figureWords(rank)
          ),
      },
    ],
    name: [
      {
        key: 'name',
        header: by === 'school' ? 'School' : groupingWords(by),
        width: '38%',
        value: ({ name }) => name,
        render: ({ name, key, schools }) => (
          <>
            {name} <span className={styles.muted}>{by === 'school' ? key : plural(schools, 'school')}</span>
          </>
        ),
      },
    ],
    years: years.map((year, at) => ({
      key: String(year),
      header: formatSchoolYear(year),
      numeric: true,
      nowrap: true,
      value: ({ figures }) => figures[at]?.value ?? LAST,
      render: (row) => <YearCell row={row} at={at} by={by} decimals={decimals} />,
    })),
    change: [
      {
        key: 'change',
        header: by === 'school' ? 'Change' : 'Matched change',
        numeric: true,
        nowrap: true,
        value: ({ change }) => change?.value ?? LAST,
        render: ({ change }) =>
          change === undefined || change.value === null ? (
            <span className={styles.muted}>Blank</span>
          ) : by === 'school' ? (
            changeFigureWords(change.value, isWhole(change.value) ? undefined : decimals)
          ) : (
            <FigureWithN text={changeFigureWords(change.value, decimals)} n={figureWords(change.n)} />
          ),
      },
      ...(by === 'school'
        ? []
        : [
            {
              key: 'pooled',
              header: 'Pooled',
              numeric: true,
              nowrap: true,
              value: ({ change }: ComparedRow) => change?.pooled ?? LAST,
              render: ({ change }: ComparedRow) =>
                change === undefined || change.pooled === null
                  ? ''
                  : changeFigureWords(change.pooled, decimals),
            },
          ]),
    ],
  };
  return parts.flatMap((part) => columns[part]);
}
