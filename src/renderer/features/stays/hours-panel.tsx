import { formatDayMonth } from '#shared/domain/calendar/format-date.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Stay } from './types.ts';

/** Hours at the provider week by week, worked out from the times of its sessions. */
export function HoursPanel({ hours }: Pick<Stay, 'hours'>) {
  if (hours.length === 0) return null;
  return (
    <Panel title="Hours a week" context="Worked out from the times of the sessions">
      <DefinitionList
        items={hours.map((week) => ({
          term: `Week of ${formatDayMonth(week.monday)}`,
          detail: plural(week.hours, 'hour'),
        }))}
      />
    </Panel>
  );
}
