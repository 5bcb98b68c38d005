import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { figureWords, suspicionWords } from '#shared/text/compare-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon, FlagIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import type { Compared } from './types.ts';

type Suspect = Compared['suspects'][number];

const COLUMNS: readonly Column<Suspect>[] = [
  { key: 'name', header: 'School', width: '34%', value: ({ name }) => name },
  {
    key: 'year',
    header: 'School year',
    nowrap: true,
    value: ({ schoolYear }) => schoolYear,
    render: ({ schoolYear }) => formatSchoolYear(schoolYear),
  },
  {
    key: 'what',
    header: 'Suspect',
    value: ({ suspicion }) => suspicion,
    render: ({ suspicion }) => (
      <StatusTag tone="due" icon={FlagIcon}>
        {suspicionWords(suspicion)}
      </StatusTag>
    ),
  },
  { key: 'incidents', header: 'Incidents', numeric: true, value: ({ incidents }) => incidents },
  {
    key: 'days',
    header: 'Days stated',
    numeric: true,
    value: ({ days }) => days,
    render: ({ days }) => figureWords(days),
  },
  {
    key: 'without',
    header: 'Without length',
    numeric: true,
    value: ({ withoutLength }) => withoutLength,
  },
];

/** Figures that cannot be true together; whoever looks at a mean should know of them. */
export function SuspectsPanel({ suspects }: { readonly suspects: Compared['suspects'] }) {
  return (
    <Panel
      title="Suspect noughts"
      context="Days and incidents that cannot both be right. Where exclusions came without a length, the days are left blank in every figure. Ask the school."
      flush
    >
      <DataTable
        caption="Suspect noughts"
        columns={COLUMNS}
        rows={suspects}
        rowKey={({ laEstab, schoolYear }) => `${laEstab} ${schoolYear}`}
        maxHeight="320px"
        empty={
          <EmptyState icon={DoneIcon} title="None in these years">
            Every school’s incidents and days can be true together.
          </EmptyState>
        }
      />
    </Panel>
  );
}
