import { variableWords } from '#shared/text/published-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { PublishedValue } from './published-value.tsx';
import type { ComparatorRow } from './types.ts';
import styles from './comparators.module.css';

const share = (key: 'fsm' | 'sen' | 'eal'): Column<ComparatorRow> => ({
  key,
  header: `${variableWords(key)}, %`,
  numeric: true,
  render: ({ profile }) => {
    const value = profile[key];
    return value === null ? <NotKnown /> : value.toLocaleString('en-GB', { minimumFractionDigits: 1 });
  },
});

const figure = (key: 'permanent' | 'onePlus', header: string): Column<ComparatorRow> => ({
  key,
  header,
  numeric: true,
  render: ({ figures }) => {
    const value = figures[key];
    return value === null ? <NotKnown /> : <PublishedValue value={value} />;
  },
});

const NotKnown = () => <span className={styles.muted}>Not known</span>;

/** A school with its distance, what it was matched by, and its exclusions. */
export const NEAREST_COLUMNS: readonly Column<ComparatorRow>[] = [
  {
    key: 'school',
    header: 'School',
    width: '30%',
    render: ({ name, laEstab, own, distance, figures }) => (
      <>
        {distance === null ? <strong>{name}</strong> : name}
        <span className={`${styles.muted} ${styles.cell}`}>
          {laEstab}
          {own ? '' : ', another authority'}
          {figures.source === null ? '' : `; exclusions: ${figures.source}`}
        </span>
      </>
    ),
  },
  {
    key: 'distance',
    header: 'Distance',
    numeric: true,
    render: ({ distance, over }) =>
      distance === null ? (
        ''
      ) : (
        <>
          {distance.toFixed(2)}
          <span className={`${styles.muted} ${styles.nowrap}`}> over {over.length}</span>
        </>
      ),
  },
  {
    key: 'headcount',
    header: 'Pupils',
    numeric: true,
    render: ({ profile }) => profile.headcount?.toLocaleString('en-GB') ?? <NotKnown />,
  },
  share('sen'),
  share('fsm'),
  share('eal'),
  figure('permanent', 'Permanent'),
  {
    key: 'fixed',
    header: 'Fixed period (per 100)',
    numeric: true,
    render: ({ figures: { fixed, fixedRate } }) =>
      fixed === null ? (
        <NotKnown />
      ) : (
        <>
          <PublishedValue value={fixed} />
          {fixedRate === null ? null : (
            <span className={styles.muted}>
              {' '}
              (<PublishedValue value={fixedRate} />)
            </span>
          )}
        </>
      ),
  },
  figure('onePlus', 'Pupils excluded'),
];
