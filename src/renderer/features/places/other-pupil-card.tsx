import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { OtherPupil } from './picked.ts';

type Stay = OperationOutput<'stays.list'>['stays'][number];

interface OtherPupilCardProps {
  readonly pupil: OtherPupil;
  readonly onLeave: () => void;
}

const COLUMNS: readonly Column<Stay>[] = [
  {
    key: 'provider',
    header: 'Stay',
    render: ({ placementId, providerName }) => (
      <a href={`#/places/stays/${encodeURIComponent(placementId)}`}>{providerName}</a>
    ),
  },
  {
    key: 'when',
    header: 'When',
    render: ({ from, to, sessions }) =>
      `${formatShortDate(from)}${from === to ? '' : ` to ${formatShortDate(to)}`}, ${plural(sessions, 'session')}`,
  },
];

/** A pupil who is not excluded, picked for the board, with the stays there are. */
export function OtherPupilCard({ pupil, onLeave }: OtherPupilCardProps) {
  const personName = usePersonName();
  const stays = useOperation('stays.list', { pupilId: pupil.pupilId });
  return (
    <Panel
      title={personName(pupil.name)}
      context={[
        pupil.from,
        pupil.purpose === 'respite' ? 'A break, no exclusion' : 'Hosted for another school',
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <Button size="small" variant="quiet" onClick={onLeave}>
          Let go
        </Button>
      }
      flush
    >
      <Loaded query={stays} what="the stays">
        {({ stays: list }) => (
          <DataTable
            caption="Stays of the pupil"
            columns={COLUMNS}
            rows={list.filter(({ cancelled }) => !cancelled)}
            rowKey={({ placementId }) => placementId}
            empty={
              <EmptyState icon={PlaceIcon} title="No stay yet">
                Choose sessions on the board, then book or hold them.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}
