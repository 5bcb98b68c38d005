import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { changeFigureWords, figureWords, gapWords } from '#shared/text/compare-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { MarkTag } from './mark-tag.tsx';
import type { Compared, ComparedRow } from './types.ts';
import styles from './compare.module.css';

type Part = 'mark' | 'rank' | 'name' | 'years' | 'change';

/** A blank sorts after the greatest figure: it is not a nought among the least. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Columns of a table of compared schools, in the order asked for. */
export function comparedColumns(
  { years }: Pick<Compared, 'years'>,
  parts: readonly Part[],
): readonly Column<ComparedRow>[] {
  const columns: Readonly<Record<Part, readonly Column<ComparedRow>[]>> = {
    mark: [
      {
        key: 'mark',
        header: 'Mark',
        nowrap: true,
        value: ({ mark, rank }) => (mark === 'X' ? 0 : mark === 'O' ? 1 : rank === undefined ? 3 : 2),
        render: ({ mark }) => (mark ? <MarkTag mark={mark} /> : ''),
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
            <span title={`${figureWords(sharedBy)} schools tie`}>{figureWords(rank)}=</span>
          ) : (
            figureWords(rank)
          ),
      },
    ],
    name: [
      {
        key: 'name',
        header: 'School',
        width: '34%',
        value: ({ name }) => name,
        render: ({ name, laEstab }) => (
          <>
            {name} <span className={styles.muted}>{laEstab}</span>
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
      render: ({ figures }) => {
        const { value = null, gap = 'nothing' } = figures[at] ?? {};
        return value === null ? <span className={styles.muted}>{gapWords(gap)}</span> : figureWords(value);
      },
    })),
    change: [
      {
        key: 'change',
        header: 'Change',
        numeric: true,
        nowrap: true,
        value: ({ change }) => change ?? LAST,
        render: ({ change }) =>
          change === null ? <span className={styles.muted}>Blank</span> : changeFigureWords(change),
      },
    ],
  };
  return parts.flatMap((part) => columns[part]);
}
