import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { AddIcon, ImportIcon, SupportIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { AttendanceForm } from './attendance-form.tsx';
import { AttendanceImport } from './attendance-import.tsx';
import { RaiseForm } from './raise-form.tsx';
import { registerColumns } from './register-columns.tsx';

type Opened = 'raise' | 'attendance' | 'attendance-file';

/** The at-risk register: who needs support, why, with whom, and what is to be seen to. */
export function SupportPage() {
  const navigate = useNavigate();
  const mayEdit = useMay('support.edit');
  const [state, setState] = useState<'open' | 'signed-off'>('open');
  const [opened, setOpened] = useState<Opened>();
  const register = useOperation('support.list', { state }, { keepPrevious: true });
  const criteria = useOperation('support.criteria', {});
  const close = () => setOpened(undefined);
  const toOpen = (what: Opened) => () => setOpened(opened === what ? undefined : what);
  const due = register.data?.due;
  return (
    <Page>
      <PageHeader
        title="Support"
        status={
          due ? (
            <>
              {due.meetings > 0 ? (
                <StatusTag tone="overdue">{plural(due.meetings, 'meeting')} missed</StatusTag>
              ) : null}
              {due.reviews > 0 ? <StatusTag tone="due">{plural(due.reviews, 'review')} due</StatusTag> : null}
              {due.signOffs > 0 ? (
                <StatusTag tone="info">{plural(due.signOffs, 'sign-off')} proposed</StatusTag>
              ) : null}
              {due.keyWorkers > 0 ? (
                <StatusTag tone="due">{plural(due.keyWorkers, 'pupil')} without a key worker</StatusTag>
              ) : null}
            </>
          ) : null
        }
        context="Pupils at risk, from what puts them there until they are signed off"
        actions={
          mayEdit ? (
            <>
              <Button
                icon={ImportIcon}
                pressed={opened === 'attendance-file'}
                onClick={toOpen('attendance-file')}
              >
                Attendance from a file
              </Button>
              <Button pressed={opened === 'attendance'} onClick={toOpen('attendance')}>
                Note attendance
              </Button>
              <Button icon={AddIcon} pressed={opened === 'raise'} onClick={toOpen('raise')}>
                Add a pupil
              </Button>
            </>
          ) : undefined
        }
      />
      {opened === 'attendance' ? <AttendanceForm onClose={close} /> : null}
      {opened === 'attendance-file' ? <AttendanceImport onClose={close} /> : null}
      {opened === 'raise' ? (
        <Loaded query={criteria} what="the criteria">
          {(found) => <RaiseForm criteria={found} onClose={close} />}
        </Loaded>
      ) : null}
      <Panel
        title="At-risk register"
        actions={
          <SegmentedChoice
            label="Which entries"
            hideLabel
            value={state}
            onChange={setState}
            options={[
              { value: 'open', label: 'On the register' },
              { value: 'signed-off', label: 'Signed off' },
            ]}
          />
        }
        flush
      >
        <Loaded query={register} what="the at-risk register">
          {({ entries, levels }) => (
            <DataTable
              key={state}
              caption={state === 'open' ? 'Pupils on the at-risk register' : 'Pupils who were signed off'}
              columns={registerColumns(state, levels.length > 0)}
              rows={entries}
              rowKey={({ id }) => id}
              onOpen={({ id: entryId }) =>
                void navigate({ to: '/support/entries/$entryId', params: { entryId } })
              }
              initialSort={
                state === 'open'
                  ? { key: 'due', direction: 'ascending' }
                  : { key: 'signedOff', direction: 'descending' }
              }
              maxHeight="62vh"
              empty={
                state === 'open' ? (
                  <EmptyState icon={SupportIcon} title="Nobody is on the register">
                    A pupil comes on it with an exclusion or a figure of attendance that meets a criterion, or
                    by hand.
                  </EmptyState>
                ) : (
                  <EmptyState icon={SupportIcon} title="Nobody was signed off">
                    Who is signed off stands here with the reason.
                  </EmptyState>
                )
              }
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
