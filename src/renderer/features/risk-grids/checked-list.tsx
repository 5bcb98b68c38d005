import { DataTable } from '../../ui/data/data-table.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import type { Checked } from './types.ts';

/** What a list and the grids have apart from each other. */
export function CheckedList({ checked }: { readonly checked: Checked }) {
  const { listed, both, onlyListed, onlyInGrids, schools } = checked;
  return (
    <>
      <Callout
        tone="info"
        title={`${both} of ${plural(listed, 'pupil')} on the list are in a grid`}
        live="status"
      >
        {schools.here < schools.expected
          ? `Grids of ${schools.here} of ${schools.expected} schools are here: a pupil of another school cannot be found.`
          : 'The grids of all schools are here.'}
      </Callout>
      <Panel title="On the list and in no grid" context={plural(onlyListed.length, 'pupil')} flush>
        <DataTable
          caption="Pupils on the list and in no grid"
          columns={[
            { key: 'upn', header: 'UPN', value: ({ upn }) => upn, nowrap: true },
            {
              key: 'name',
              header: 'Name on the list',
              width: '60%',
              value: ({ name }) => name ?? '',
              render: ({ name }) => (name === undefined ? '' : <PersonName name={name} />),
            },
            { key: 'line', header: 'Line', numeric: true, value: ({ line }) => line },
          ]}
          rows={onlyListed}
          rowKey={({ upn }) => upn}
          maxHeight="40vh"
          empty={
            <EmptyState icon={DoneIcon} title="Nobody">
              Every pupil on the list is in a grid.
            </EmptyState>
          }
        />
      </Panel>
      <Panel title="In a grid and not on the list" context={plural(onlyInGrids.length, 'pupil')} flush>
        <DataTable
          caption="Pupils in a grid and not on the list"
          columns={[
            {
              key: 'name',
              header: 'Pupil',
              value: ({ name }) => name,
              render: ({ name }) => <PersonName name={name} />,
            },
            { key: 'upn', header: 'UPN', value: ({ upn }) => upn, nowrap: true },
            { key: 'school', header: 'School', width: '26%', value: ({ school }) => school },
            {
              key: 'why',
              header: 'Why in the grid',
              width: '34%',
              render: ({ why }) => why.map((one) => <div key={one}>{one}</div>),
            },
            {
              key: 'signedOff',
              header: 'Signed off',
              value: ({ signedOffOn }) => signedOffOn ?? '',
              render: ({ signedOffOn }) =>
                signedOffOn === undefined ? null : <DateText date={signedOffOn} />,
              nowrap: true,
            },
          ]}
          rows={onlyInGrids}
          rowKey={({ upn }) => upn}
          maxHeight="50vh"
          empty={
            <EmptyState icon={DoneIcon} title="Nobody">
              Every pupil in the grids whom you asked for is on the list.
            </EmptyState>
          }
        />
      </Panel>
    </>
  );
}
