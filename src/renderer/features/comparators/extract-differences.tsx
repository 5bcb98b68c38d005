import { useState } from 'react';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { DifferenceList } from './difference-list.tsx';
import type { ExtractOf, ExtractSchool } from './types.ts';
import styles from './comparators.module.css';

/** School by school: counts on both sides, and below the differences of the one that is opened. */
export function ExtractDifferences({
  fileName,
  schools,
  of,
}: {
  readonly fileName: string;
  readonly schools: readonly ExtractSchool[];
  readonly of: ExtractOf;
}) {
  const [opened, setOpened] = useState(() => keyOf(schools.find(differs) ?? schools[0]));
  const differing = schools.filter(differs).length;
  const shown = schools.find((one) => keyOf(one) === opened);
  return (
    <>
      <Panel
        title={`${plural(schools.length, 'return')} in ${fileName}`}
        context={
          differing === 0
            ? 'Nothing differs.'
            : `${differing.toLocaleString('en-GB')} ${differing === 1 ? 'differs' : 'differ'} from what is here. Open one to see how.`
        }
        flush
      >
        <DataTable
          caption="Returns of the extract and how they differ from what is here"
          columns={columnsOf(of)}
          rows={schools}
          rowKey={keyOf}
          selectedKey={opened}
          onOpen={(one) => setOpened(keyOf(one))}
          maxHeight={schools.length > 12 ? '50vh' : undefined}
          empty={null}
        />
      </Panel>
      {shown ? <DifferenceList school={shown} of={of} /> : null}
    </>
  );
}

const keyOf = (school: ExtractSchool | undefined): string =>
  school === undefined ? '' : `${school.laEstab} ${school.from} ${school.to}`;

const differs = ({ received, onlyHere, onlyThere, altered }: ExtractSchool): boolean =>
  !received || onlyHere.length + onlyThere.length + altered.length > 0;

const count = (
  key: string,
  header: string,
  of: (school: ExtractSchool) => number,
): Column<ExtractSchool> => ({
  key,
  header,
  numeric: true,
  value: of,
  render: (school) => of(school).toLocaleString('en-GB'),
});

function columnsOf(of: ExtractOf): readonly Column<ExtractSchool>[] {
  return [
    {
      key: 'school',
      header: 'School',
      width: '28%',
      value: ({ name }) => name,
      render: ({ name, laEstab }) => (
        <>
          {name} <span className={styles.muted}>{laEstab}</span>
        </>
      ),
    },
    { key: 'period', header: 'Period', value: ({ from }) => from, render: ({ period }) => period },
    {
      key: 'state',
      header: 'Outcome',
      nowrap: true,
      render: (school) =>
        !school.received ? (
          <StatusTag tone="due">{of === 'authority' ? 'Nothing received' : 'Never exported'}</StatusTag>
        ) : differs(school) ? (
          <StatusTag tone="due">Differs</StatusTag>
        ) : (
          <StatusTag tone="done">The same</StatusTag>
        ),
    },
    count('here', 'Here', ({ here }) => here),
    count('there', 'In the extract', ({ there }) => there),
    count('same', 'The same', ({ same }) => same),
    count('onlyHere', 'Only here', ({ onlyHere }) => onlyHere.length),
    count('onlyThere', 'Only there', ({ onlyThere }) => onlyThere.length),
    count('altered', 'Differ', ({ altered }) => altered.length),
  ];
}
