import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import { useOperation } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { formatTime } from '../../ui/words/format.ts';

/** The times of the day and the area's promise, as they were set up. */
export function SchoolDayPanel({ times }: { readonly times: readonly SessionTime[] }) {
  const promise = useOperation('setup.status', {}).data?.promiseFromDay;
  return (
    <Panel title="The school day" context="As it was set up.">
      <DefinitionList
        items={[
          ...times.map(({ slot, starts, ends }) => ({
            term: slot === 'am' ? 'Morning (am)' : 'Afternoon (pm)',
            detail: `${formatTime(starts)} to ${formatTime(ends)}`,
          })),
          {
            term: 'Education',
            detail:
              promise === undefined
                ? 'From the sixth day of an exclusion, as the law asks; no promise beyond it'
                : promise === 1
                  ? 'From the first day of an exclusion, by the area’s promise'
                  : `From day ${promise} of an exclusion, by the area’s promise`,
          },
        ]}
      />
    </Panel>
  );
}
