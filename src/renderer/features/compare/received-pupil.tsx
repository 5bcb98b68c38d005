import type { OperationOutput } from '#shared/contract/contract.ts';
import { figureWords } from '#shared/text/compare-words.ts';
import { groupValueWords } from '#shared/text/group-words.ts';
import { categoryWords } from '#shared/text/return-words.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { BackIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';

type Exclusion = OperationOutput<'authority.pupil'>['exclusions'][number];

const COLUMNS: readonly Column<Exclusion>[] = [
  {
    key: 'start',
    header: 'Start',
    nowrap: true,
    value: ({ startDate }) => startDate,
    render: ({ startDate }) => <DateText date={startDate} />,
  },
  { key: 'school', header: 'School', width: '30%', value: ({ schoolName }) => schoolName },
  { key: 'kind', header: 'Kind', value: ({ category }) => categoryWords(category) },
  {
    key: 'days',
    header: 'Days',
    numeric: true,
    value: ({ days }) => days ?? 0,
    render: ({ days }) => (days === undefined ? '' : figureWords(days)),
  },
  {
    key: 'reasons',
    header: 'Reasons',
    render: ({ reasons, startDate }) =>
      reasons.map((code) => groupValueWords('reason', code, schoolYearOf(startDate))).join('; '),
  },
];

/** One pupil at every school that returned something, found by the UPN. */
export function ReceivedPupil({ upn, onClose }: { readonly upn: string; readonly onClose: () => void }) {
  const query = useOperation('authority.pupil', { upn });
  const say = usePersonName();
  return (
    <Loaded query={query} what="the pupil">
      {({ name, dob, exclusions }) => (
        <Panel
          title={say(name)}
          context={
            <>
              UPN {upn}, born <DateText date={dob} />. All exclusions that count, whichever school returned
              them.
            </>
          }
          actions={
            <Button size="small" icon={BackIcon} onClick={onClose}>
              All pupils
            </Button>
          }
          flush
        >
          <DataTable
            caption="Exclusions of the pupil at every school"
            columns={COLUMNS}
            rows={exclusions}
            rowKey={({ key }) => key}
            empty={null}
          />
        </Panel>
      )}
    </Loaded>
  );
}
