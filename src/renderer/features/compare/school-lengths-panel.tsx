import { COMPARED_PHASES, type ComparedPhase } from '#shared/domain/compare/types.ts';
import { figureWords } from '#shared/text/compare-words.ts';
import { HIDDEN_NOTE } from '#shared/text/group-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { FigureWithN } from './figure-with-n.tsx';
import type { ReasonLengths } from './types.ts';

interface Props {
  readonly laEstab: string;
  readonly phase: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

interface Row {
  readonly code: string;
  readonly reason: string;
  readonly own: ReasonLengths['schools'][number];
  readonly all: ReasonLengths;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'reason', header: 'Main reason', width: '46%', value: ({ reason }) => reason },
  {
    key: 'own',
    header: 'Mean days here',
    numeric: true,
    nowrap: true,
    value: ({ own }) => own.meanDays,
    render: ({ own }) => <FigureWithN text={figureWords(own.meanDays, 1)} n={figureWords(own.n)} />,
  },
  {
    key: 'all',
    header: 'Mean days of its phase',
    numeric: true,
    nowrap: true,
    value: ({ all }) => all.meanDays ?? -1,
    render: ({ all }) =>
      all.meanDays === undefined || all.n === undefined ? (
        'Hidden'
      ) : (
        <FigureWithN text={figureWords(all.meanDays, 1)} n={figureWords(all.n)} />
      ),
  },
];

/** Like incidents, like lengths? The school's own beside those of all schools of its phase; few ones are hidden. */
export function SchoolLengthsPanel({ laEstab, phase: anyPhase, from, to }: Props) {
  const phase: ComparedPhase = COMPARED_PHASES.find((one) => one === anyPhase) ?? 'secondary';
  const query = useOperation('authority.compare-lengths', { phase, from, to });
  return (
    <Loaded query={query} what="the lengths">
      {({ reasons }) => (
        <Panel
          title="Length by main reason"
          context="n is the number of exclusions."
          footer={HIDDEN_NOTE}
          flush
        >
          <DataTable
            caption="Length of the school’s exclusions by main reason"
            columns={COLUMNS}
            rows={reasons.flatMap((all) => {
              const own = all.schools.find((school) => school.laEstab === laEstab);
              return own ? [{ code: all.code, reason: all.reason, own, all }] : [];
            })}
            rowKey={({ code }) => code}
            empty={
              <EmptyState icon={DoneIcon} title="None that can be shown">
                No reason has five exclusions or more here, or none was returned with its length.
              </EmptyState>
            }
          />
        </Panel>
      )}
    </Loaded>
  );
}
