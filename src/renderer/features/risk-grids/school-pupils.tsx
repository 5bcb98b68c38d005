import { useEffect, useRef } from 'react';
import { RISK_LEVEL_WORDS } from '#shared/text/support-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SupportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { PrivateWords } from '../../ui/words/private-words.tsx';
import styles from './risk-grids.module.css';
import type { GridPupil, GridTerm } from './types.ts';

const COLUMNS: readonly Column<GridPupil>[] = [
  {
    key: 'pupil',
    header: 'Pupil',
    width: '16%',
    value: ({ name }) => name,
    render: ({ name, upn, ncYear }) => (
      <>
        <PersonName name={name} />
        <div className={styles.muted}>
          {upn}
          {ncYear === undefined ? null : <div>Year {ncYear}</div>}
        </div>
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
        {level === undefined ? null : <div className={styles.muted}>{RISK_LEVEL_WORDS[level]}</div>}
      </>
    ),
  },
  {
    key: 'why',
    header: 'Why',
    width: '22%',
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
    width: '14%',
    value: ({ keyWorker }) => keyWorker?.name ?? '',
    render: ({ keyWorker }) =>
      keyWorker === undefined ? (
        <span className={styles.muted}>Nobody</span>
      ) : (
        <>
          {keyWorker.name}
          <div className={styles.muted}>{keyWorker.role}</div>
        </>
      ),
  },
  { key: 'done', header: 'Done in the term', width: '20%', render: ({ done }) => done ?? '' },
  {
    key: 'signedOff',
    header: 'Signed off',
    width: '16%',
    value: ({ signedOff }) => signedOff?.on ?? '',
    render: ({ signedOff }) =>
      signedOff === undefined ? null : (
        <>
          <DateText date={signedOff.on} form="bare" />
          <div className={styles.muted}>
            <PrivateWords text={signedOff.why} />
          </div>
        </>
      ),
  },
];

/** The pupils of one school’s grid, by name. That they were looked at stands in the audit trail. */
export function SchoolPupils({
  term,
  laEstab,
  onClose,
}: {
  readonly term: GridTerm;
  readonly laEstab: string;
  readonly onClose: () => void;
}) {
  const pupils = useOperation('authority.grid-pupils', { ...term, laEstab });
  const box = useRef<HTMLDivElement>(null);
  // It opens below a table that fills the screen.
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [pupils.data]);
  return (
    <div ref={box} tabIndex={-1} className={styles.opened}>
      <Panel
        title={pupils.data?.school.name ?? 'Pupils at risk'}
        context="As the school’s grid has them"
        actions={
          <Button size="small" onClick={onClose}>
            Close
          </Button>
        }
        flush
      >
        <Loaded query={pupils} what="the pupils">
          {({ rows }) => (
            <DataTable
              caption="Pupils at risk of the school"
              columns={COLUMNS}
              rows={rows}
              rowKey={({ upn, since }) => `${upn} ${since}`}
              maxHeight="56vh"
              empty={
                <EmptyState icon={SupportIcon} title="Nobody was on the school’s register">
                  The school sent a grid that says so.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
