import type { Grouping } from '#shared/domain/compare/types.ts';
import { figureWords, gapWords } from '#shared/text/compare-words.ts';
import { FigureWithN } from './figure-with-n.tsx';
import type { ComparedRow } from './types.ts';
import styles from './compare.module.css';

interface Props {
  readonly row: ComparedRow;
  /** Which of the years. */
  readonly at: number;
  readonly by: Grouping;
  readonly decimals: number;
}

/** A school's figure, or why it is blank; of a group the mean with its n, or the total where no mean is made. */
export function YearCell({ row, at, by, decimals }: Props) {
  const figure = row.figures[at];
  if (figure === undefined) return null;
  const { value, n, total, gap } = figure;
  if (by !== 'school') {
    return row.listed ? (
      <FigureWithN text={`${figureWords(total)} in all`} n={figureWords(n)} />
    ) : (
      <FigureWithN text={value === null ? null : figureWords(value, decimals)} n={figureWords(n)} />
    );
  }
  if (value === null) return <span className={styles.muted}>{gapWords(gap ?? 'nothing')}</span>;
  return figureWords(value, Number.isInteger(value * 2) ? undefined : decimals);
}
