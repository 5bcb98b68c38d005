import type { Column } from '../../ui/data/data-table.tsx';
import styles from './risk-grids.module.css';
import type { Compared, ComparedSchool } from './types.ts';

type Figure = 'pupilsOnRoll' | 'pupils' | 'withKeyWorker' | 'withoutKeyWorker' | 'signedOff' | 'nothingDone';

const whole = (value: number): string => value.toLocaleString('en-GB');

const rate = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1));

/** The columns of the comparison, with the totals of all schools at the foot. */
export function schoolColumns(total: Compared['total']): readonly Column<ComparedSchool>[] {
  const figure = (key: Figure, header: string): Column<ComparedSchool> => ({
    key,
    header,
    numeric: true,
    value: (row) => row[key],
    render: (row) => whole(row[key]),
    ...(total === undefined ? {} : { total: whole(total[key]) }),
  });
  return [
    {
      key: 'school',
      header: 'School',
      width: '20%',
      value: ({ name }) => name,
      render: ({ name, laEstab }) => (
        <>
          {name}
          <div className={styles.muted}>{laEstab}</div>
        </>
      ),
      total: 'All schools',
    },
    figure('pupilsOnRoll', 'On roll'),
    figure('pupils', 'At risk'),
    {
      key: 'rate',
      header: 'In each 100',
      numeric: true,
      value: ({ perHundred }) => perHundred ?? null,
      render: ({ perHundred }) => rate(perHundred),
      ...(total === undefined ? {} : { total: rate(total.perHundred) }),
    },
    {
      key: 'categories',
      header: 'By category, in each 100',
      width: '20%',
      render: ({ byCategory, categories }) =>
        byCategory.map(({ letter, pupils, perHundred }) => (
          <div key={letter}>
            {letter} {categories.find((one) => one.letter === letter)?.name}:{' '}
            <span className={styles.figure}>
              {whole(pupils)} <span className={styles.muted}>({rate(perHundred)})</span>
            </span>
          </div>
        )),
    },
    figure('withKeyWorker', 'Key worker'),
    figure('withoutKeyWorker', 'No key worker'),
    figure('signedOff', 'Signed off'),
    figure('nothingDone', 'Nothing done'),
    {
      key: 'set',
      header: 'Set',
      value: ({ set }) => set,
      render: ({ set }) => `Set ${set}`,
      nowrap: true,
    },
  ];
}
