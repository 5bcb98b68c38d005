import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import styles from './patterns.module.css';
import type { EarlyPupil } from './types.ts';

/** Pupils excluded more than once, with what else stands out, and the way to the at-risk register. */
export function EarlyPanel({ pupils }: { readonly pupils: readonly EarlyPupil[] }) {
  return (
    <Panel
      title="Worth a talk"
      context="Excluded more than once in these days. It says nothing about why: ask the pupil, the parents and who teaches them."
      flush
    >
      <DataTable
        caption="Pupils worth a talk"
        columns={[
          {
            key: 'pupil',
            header: 'Pupil',
            width: '24%',
            render: ({ pupilId, name, form }) => (
              <>
                <TextLink to="/pupils/$pupilId" params={{ pupilId }}>
                  <PersonName name={name} />
                </TextLink>
                {form ? <span className={styles.quiet}> {form}</span> : null}
              </>
            ),
          },
          {
            key: 'times',
            header: 'Times',
            numeric: true,
            value: ({ times }) => times,
          },
          {
            key: 'signs',
            header: 'What stands out',
            value: ({ signs }) => -signs.length,
            render: ({ signs }) => signs.map((sign) => <div key={sign}>{sign}</div>),
          },
          {
            key: 'last',
            header: 'Last began',
            nowrap: true,
            value: ({ lastOn }) => lastOn,
            render: ({ lastOn }) => <DateText date={lastOn} form="short" />,
          },
          {
            key: 'register',
            header: 'At-risk register',
            render: ({ entryId }) =>
              entryId === undefined ? (
                <TextLink to="/support">Not on it</TextLink>
              ) : (
                <TextLink to="/support/entries/$entryId" params={{ entryId }}>
                  On it
                </TextLink>
              ),
          },
        ]}
        rows={pupils}
        rowKey={({ pupilId }) => pupilId}
        maxHeight="46vh"
        empty={
          <EmptyState icon={DoneIcon} title="Nobody was excluded more than once in these days">
            Choose an earlier first day to look further back.
          </EmptyState>
        }
      />
    </Panel>
  );
}
