import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AddIcon, DoneIcon, EditIcon, SupportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import { TargetList } from '../../ui/support/target-list.tsx';
import type { Plan, PupilSupport } from '../../ui/support/types.ts';
import { useTried } from '../../ui/support/use-tried.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { PlanForm } from './plan-form.tsx';

interface PlanPanelProps {
  readonly support: PupilSupport;
  readonly mayEdit: boolean;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
}

/** The open plan with its targets, or the way to begin one. */
export function PlanPanel({ support, mayEdit, editing, onEdit }: PlanPanelProps) {
  const { plan } = support;
  const [closing, setClosing] = useState(false);
  if (editing && mayEdit) {
    return (
      <Panel title={plan ? 'Change the plan' : 'New plan'}>
        <PlanForm key={plan?.version ?? 0} support={support} onClose={() => onEdit(false)} />
      </Panel>
    );
  }
  if (plan === undefined) {
    return (
      <Panel title="Plan">
        <EmptyState
          icon={SupportIcon}
          title="No plan is open"
          action={
            mayEdit ? (
              <Button variant="primary" icon={AddIcon} onClick={() => onEdit(true)}>
                Write a plan
              </Button>
            ) : undefined
          }
        >
          A few targets, by what one sees that they are met, and what is done towards them.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      title="Plan"
      context={
        <>
          From <DateText date={plan.from} />, written by {plan.writtenBy}
        </>
      }
      actions={
        mayEdit ? (
          <>
            <Button size="small" icon={EditIcon} onClick={() => onEdit(true)}>
              Change
            </Button>
            <Button size="small" icon={DoneIcon} expanded={closing} onClick={() => setClosing(!closing)}>
              Close…
            </Button>
          </>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {closing ? <CloseForm plan={plan} onClose={() => setClosing(false)} /> : null}
        <TargetList targets={plan.targets} />
        <DefinitionList
          items={[
            { term: 'Signed by the pupil', detail: <Signed on={plan.pupilSignedOn} /> },
            { term: 'Signed by the parents', detail: <Signed on={plan.parentSignedOn} /> },
          ]}
        />
      </Stack>
    </Panel>
  );
}

function Signed({ on }: { readonly on: string | undefined }) {
  return on === undefined ? 'Not yet' : <DateText date={on} />;
}

function CloseForm({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const close = useCommand('plans.close');
  const [why, setWhy] = useState('');
  const missing = why.trim() === '' ? [{ path: 'why', message: 'Enter why.' }] : [];
  const { attempt, errorOf } = useTried(missing, close.error?.error);
  const send = () => {
    if (!attempt()) return;
    close.mutate(
      { planId: plan.id, version: plan.version, why },
      { onSuccess: () => notify({ title: 'Plan closed', text: 'It stays here to be read.' }) },
    );
  };
  return (
    <Panelled label="Close the plan" onSend={send} onClose={onClose} busy={close.isPending}>
      {close.error ? <ErrorCallout title="Not closed" error={close.error.error} /> : null}
      <TextField
        label="Why the plan ends"
        name="why"
        value={why}
        onChange={setWhy}
        maxLength={400}
        autoFocus
        error={errorOf('why')}
      />
      <FormButtons send="Close the plan" busy={close.isPending} onClose={onClose} />
    </Panelled>
  );
}
