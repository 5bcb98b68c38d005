import { RISK_LEVEL_WORDS } from '#shared/text/support-words.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { PrivateWords } from '../../ui/words/private-words.tsx';
import styles from './support.module.css';

type Row = OperationOutput<'support.grid'>['rows'][number];

/** The columns of the grid as it is exported, without the UPN. */
export const GRID_COLUMNS: readonly Column<Row>[] = [
  {
    key: 'pupil',
    header: 'Pupil',
    width: '13%',
    render: ({ id, name, ncYear }) => (
      <>
        <TextLink to="/support/entries/$entryId" params={{ entryId: id }}>
          <PersonName name={name} />
        </TextLink>
        {ncYear === undefined ? null : <div className={styles.quiet}>Year {ncYear}</div>}
      </>
    ),
  },
  {
    key: 'categories',
    header: 'Category',
    value: ({ categories }) => categories.join(' '),
    render: ({ categories, level }) => (
      <>
        {categories.join(', ')}
        {level === undefined ? null : <div className={styles.quiet}>{RISK_LEVEL_WORDS[level]}</div>}
      </>
    ),
  },
  {
    key: 'why',
    header: 'Why',
    width: '19%',
    render: ({ why }) => why.map((one) => <div key={one}>{one}</div>),
  },
  {
    key: 'since',
    header: 'Since',
    value: ({ since }) => since,
    render: ({ since }) => <DateText date={since} form="bare" />,
    nowrap: true,
  },
  {
    key: 'keyWorker',
    header: 'Key worker',
    width: '13%',
    value: ({ keyWorker }) => keyWorker?.name ?? '',
    render: ({ keyWorker }) =>
      keyWorker === undefined ? (
        <span className={styles.quiet}>Nobody</span>
      ) : (
        <>
          {keyWorker.name}
          <div className={styles.quiet}>{keyWorker.role}</div>
        </>
      ),
  },
  { key: 'done', header: 'Done in the term', width: '30%', render: ({ done }) => done ?? '' },
  {
    key: 'then',
    header: 'Review or signed off',
    value: ({ signedOff, reviewOn }) => signedOff?.on ?? reviewOn ?? '',
    render: ({ signedOff, reviewOn }) =>
      signedOff === undefined ? (
        reviewOn === undefined ? null : (
          <>
            Review <DateText date={reviewOn} form="bare" />
          </>
        )
      ) : (
        <>
          Signed off <DateText date={signedOff.on} form="bare" />
          <div className={styles.quiet}>
            <PrivateWords text={signedOff.why} />
          </div>
        </>
      ),
  },
];
