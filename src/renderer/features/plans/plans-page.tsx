import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { findPupils } from '../../api/find-pupils.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { AddIcon, SupportIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import { PupilField, type ChosenPupil } from '../../ui/support/pupil-field.tsx';
import styles from '../../ui/support/support.module.css';
import { useTried } from '../../ui/support/use-tried.ts';
import { plural } from '../../ui/words/format.ts';
import { planColumns } from './plan-columns.tsx';

/** All plans of support: who has one, how its targets stand, and which are to be reviewed. */
export function PlansPage() {
  const navigate = useNavigate();
  const mayEdit = useMay('support.edit');
  const [state, setState] = useState<'open' | 'closed'>('open');
  const [choosing, setChoosing] = useState(false);
  const list = useOperation('plans.list', { state }, { keepPrevious: true });
  const due = list.data?.due ?? 0;
  const open = (pupilId: string) => void navigate({ to: '/support/plans/$pupilId', params: { pupilId } });
  return (
    <Page>
      <PageHeader
        title="Plans"
        status={due > 0 ? <StatusTag tone="overdue">{plural(due, 'review')} due</StatusTag> : null}
        context="Targets of a pupil, looked at every half term, wherever the pupil is taught"
        actions={
          mayEdit ? (
            <Button icon={AddIcon} pressed={choosing} onClick={() => setChoosing(!choosing)}>
              Begin a plan
            </Button>
          ) : undefined
        }
      />
      {choosing ? (
        <Panel title="Whose plan">
          <ChoosePupil onChoose={open} onClose={() => setChoosing(false)} />
        </Panel>
      ) : null}
      <Panel
        title="Plans of support"
        actions={
          <SegmentedChoice
            label="Which plans"
            hideLabel
            value={state}
            onChange={setState}
            options={[
              { value: 'open', label: 'Open' },
              { value: 'closed', label: 'Closed' },
            ]}
          />
        }
        flush
      >
        <Loaded query={list} what="the plans">
          {({ plans }) => (
            <DataTable
              key={state}
              caption={state === 'open' ? 'Open plans' : 'Closed plans'}
              columns={planColumns(state)}
              rows={plans}
              rowKey={({ id }) => id}
              onOpen={({ pupilId }) => open(pupilId)}
              initialSort={
                state === 'open'
                  ? { key: 'review', direction: 'ascending' }
                  : { key: 'closed', direction: 'descending' }
              }
              maxHeight="70vh"
              empty={
                <EmptyState
                  icon={SupportIcon}
                  title={state === 'open' ? 'No plan is open' : 'No plan was closed'}
                >
                  {state === 'open'
                    ? 'Begin one with a few targets; it is looked at on the last day of each half term.'
                    : 'Closed plans stand here with the reason.'}
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function ChoosePupil({
  onChoose,
  onClose,
}: {
  readonly onChoose: (pupilId: string) => void;
  readonly onClose: () => void;
}) {
  const [pupil, setPupil] = useState<ChosenPupil | null>(null);
  const missing = pupil === null ? [{ path: 'pupilId', message: 'Choose the pupil.' }] : [];
  const { attempt, errorOf } = useTried(missing, undefined);
  const send = () => {
    if (attempt() && pupil) onChoose(pupil.pupilId);
  };
  return (
    <div className={styles.narrow}>
      <Panelled label="Whose plan" onSend={send} onClose={onClose} busy={false}>
        <PupilField value={pupil} onChange={setPupil} load={findPupils} error={errorOf('pupilId')} />
        <FormButtons send="Go on" busy={false} onClose={onClose} />
      </Panelled>
    </div>
  );
}
