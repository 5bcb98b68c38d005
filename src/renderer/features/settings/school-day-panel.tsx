import { useState } from 'react';
import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { PromiseField } from '../../ui/calendar/promise-field.tsx';
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
  const promise = useOperation('setup.status', {}).data?.promiseFromDay;
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
          { term: 'Education', detail: promiseWords(promise) },
        ]}
      />
    </Panel>
  );
}

function promiseWords(fromDay: number | undefined): string {
  if (fromDay === undefined) {
    return 'From the sixth day of an exclusion, as the law asks; no promise beyond it';
  }
  const day = fromDay === 1 ? 'the first day' : `day ${fromDay}`;
  return `From ${day} of an exclusion, by the area’s promise`;
}

interface SchoolDayFormProps {
  readonly times: readonly SessionTime[];
  readonly promise: number | undefined;
  readonly onClose: () => void;
}

function SchoolDayForm({ times, promise, onClose }: SchoolDayFormProps) {
  const save = useCommand('calendar.save-day');
  const [sessionTimes, setSessionTimes] = useState(times);
  const [promised, setPromised] = useState(promise !== undefined);
  const submit = () => {
    const promiseFromDay = promised ? { promiseFromDay: promise ?? 1 } : {};
    save.mutate(
      { sessionTimes: [...sessionTimes], ...promiseFromDay },
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
        <PromiseField checked={promised} onChange={setPromised} />
      </Stack>
    </Panel>
  );
}
