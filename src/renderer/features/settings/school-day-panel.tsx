import { useState } from 'react';
import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { PromiseField } from '../../ui/calendar/promise-field.tsx';
import { daysOf, promisedOf, promiseLines, type PromisedDays } from '../../ui/calendar/promised.ts';
import { SessionTimesFields } from '../../ui/calendar/session-times-fields.tsx';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { formatTime } from '../../ui/words/format.ts';

interface SchoolDayPanelProps {
  readonly times: readonly SessionTime[];
  readonly mayEdit: boolean;
}

/** The times of the day and the area's promise: as they are, and to change. */
export function SchoolDayPanel({ times, mayEdit }: SchoolDayPanelProps) {
  const { promiseFromDay, promiseInCareFromDay } = useOperation('setup.status', {}).data ?? {};
  const promise = { promiseFromDay, promiseInCareFromDay };
  const [editing, setEditing] = useState(false);
  if (editing) return <SchoolDayForm times={times} promise={promise} onClose={() => setEditing(false)} />;
  return (
    <Panel
      title="The school day"
      actions={
        mayEdit ? (
          <Button size="small" onClick={() => setEditing(true)}>
            Change the school day
          </Button>
        ) : undefined
      }
    >
      <DefinitionList
        items={[
          ...times.map(({ slot, starts, ends }) => ({
            term: slot === 'am' ? 'Morning (am)' : 'Afternoon (pm)',
            detail: `${formatTime(starts)} to ${formatTime(ends)}`,
          })),
          { term: 'Education', detail: promiseLines(promise).map((line) => <div key={line}>{line}</div>) },
        ]}
      />
    </Panel>
  );
}

interface SchoolDayFormProps {
  readonly times: readonly SessionTime[];
  readonly promise: PromisedDays;
  readonly onClose: () => void;
}

function SchoolDayForm({ times, promise, onClose }: SchoolDayFormProps) {
  const save = useCommand('calendar.save-day');
  const [sessionTimes, setSessionTimes] = useState(times);
  const [promised, setPromised] = useState(() => promisedOf(promise));
  const submit = () => {
    save.mutate(
      { sessionTimes: [...sessionTimes], ...daysOf(promised, promise) },
      {
        onSuccess: () => {
          notify({ title: 'The school day is saved' });
          onClose();
        },
      },
    );
  };
  const refused = save.error?.error;
  return (
    <Panel
      title="The school day"
      context="Exclusions already issued keep the sessions they were issued with."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" loading={save.isPending} onClick={submit}>
            Save the school day
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        {refused ? <ErrorCallout title="Not saved" error={refused} /> : null}
        <SessionTimesFields times={sessionTimes} onChange={setSessionTimes} errors={refused?.fields ?? []} />
        <PromiseField promised={promised} onChange={setPromised} />
      </Stack>
    </Panel>
  );
}
