import { useState } from 'react';
import { useOperation } from '../../../api/client.ts';
import { useDutyNotes } from '../../../api/use-duty-notes.ts';
import { useMay } from '../../../api/use-may.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import type { DutyShown } from '../../../ui/duties/types.ts';
import { DutyIcon } from '../../../ui/icons.ts';
import { Disclosure } from '../../../ui/layout/disclosure.tsx';
import { Panel } from '../../../ui/layout/panel.tsx';
import { SplitLayout } from '../../../ui/layout/split-layout.tsx';
import { notify } from '../../../ui/overlay/notify.tsx';
import { plural } from '../../../ui/words/format.ts';
import { DutyChanges, type DutyChange } from './duty-changes.tsx';
import { DutyEntry, type Opened } from './duty-entry.tsx';
import styles from './case.module.css';

interface DutiesTabProps {
  readonly exclusionId: string;
  readonly duties: readonly DutyShown[];
  readonly changes: readonly DutyChange[];
}

/** Everything the case obliges, in the order of its days, and what changed in it and why. */
export function DutiesTab({ exclusionId, duties, changes }: DutiesTabProps) {
  const user = useOperation('session.get', {}).data?.userName ?? '';
  const mayNote = useMay('duties.fulfil');
  const notes = useDutyNotes();
  const [opened, setOpened] = useState<Opened>();
  /** Where the focus goes once the list is read again. */
  const [settled, setSettled] = useState<string>();
  // What is done comes after what is not; otherwise they stay in the order of their days.
  const owed = duties
    .filter(({ status }) => status !== 'no-longer-owed')
    .toSorted((one, other) => Number(one.status === 'done') - Number(other.status === 'done'));
  const former = duties.filter(({ status }) => status === 'no-longer-owed');
  const left = owed.filter(({ status }) => status !== 'done').length;

  const entry = (duty: DutyShown) => (
    <DutyEntry
      key={duty.key}
      duty={duty}
      exclusionId={exclusionId}
      user={user}
      mayNote={mayNote}
      busy={notes.busy}
      error={notes.error}
      opened={opened?.key === duty.key ? opened.what : undefined}
      takeFocus={settled === duty.key}
      onOpen={(what) => {
        notes.clear();
        setOpened(what === undefined ? undefined : { key: duty.key, what });
      }}
      onDone={(note) =>
        notes.fulfil(exclusionId, duty.key, note, () => {
          setOpened(undefined);
          setSettled(duty.key);
          notify({ title: 'Noted as done', text: duty.title });
        })
      }
      onReopen={(reason) =>
        notes.reopen(exclusionId, duty.key, reason, () => {
          setOpened(undefined);
          setSettled(duty.key);
          notify({
            tone: 'info',
            title: 'Open again',
            text: `${duty.title}. What was noted stays in the history.`,
          });
        })
      }
    />
  );

  return (
    <SplitLayout kind="form" aside={<DutyChanges changes={changes} />}>
      <Panel
        title="Duties"
        context={
          owed.length === 0
            ? undefined
            : left === 0
              ? 'All are done'
              : `${plural(left, 'duty', 'duties')} to do or to come`
        }
        flush
      >
        {owed.length === 0 ? (
          <EmptyState icon={DutyIcon} title="Nothing is owed in this case">
            When something happens in it, what follows from it appears here.
          </EmptyState>
        ) : (
          <ul className={styles.duties}>{owed.map(entry)}</ul>
        )}
        {former.length === 0 ? null : (
          <div className={styles.former}>
            <Disclosure summary={`${plural(former.length, 'duty', 'duties')} no longer owed`}>
              <ul className={styles.duties}>{former.map(entry)}</ul>
            </Disclosure>
          </div>
        )}
      </Panel>
    </SplitLayout>
  );
}
