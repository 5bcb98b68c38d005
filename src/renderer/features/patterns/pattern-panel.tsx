import { DataTable } from '../../ui/data/data-table.tsx';
import { ShareBar } from '../../ui/data/share-bar.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Found } from './types.ts';

type Pattern = Found['reason'];

interface PatternPanelProps {
  readonly title: string;
  /** "reason", "place": what there are several of. */
  readonly what: string;
  readonly pattern: Pattern;
  /** Exclusions in all. */
  readonly all: number;
}

/** How often each came up and for how many pupils; what came up once only counted. */
export function PatternPanel({ title, what, pattern: { rows, once, notNoted }, all }: PatternPanelProps) {
  const beside = [
    once === 0 ? undefined : `${plural(once, `${what} that`, `${what}s that`)} came up once`,
    notNoted === 0 ? undefined : `not noted ${plural(notNoted, 'time')}`,
  ].filter((part) => part !== undefined);
  return (
    <Panel title={title} context={beside.length === 0 ? undefined : `Besides: ${beside.join(', ')}`} flush>
      <DataTable
        caption={`${title} of the exclusions`}
        columns={[
          { key: 'label', header: title, render: ({ label }) => label },
          {
            key: 'times',
            header: 'Exclusions',
            width: '38%',
            render: ({ times }) => <ShareBar part={times} all={all} />,
          },
          { key: 'pupils', header: 'Pupils', numeric: true, render: ({ pupils }) => pupils },
        ]}
        rows={rows}
        rowKey={({ label }) => label}
        maxHeight="440px"
        empty={
          <EmptyState icon={DoneIcon} title="Nothing came up twice">
            What came up once is no pattern.
          </EmptyState>
        }
      />
    </Panel>
  );
}
