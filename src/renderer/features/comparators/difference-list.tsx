import { fieldWords } from '#shared/text/published-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import type { ExtractOf } from './extract-panel.tsx';
import type { Difference, ExtractSchool } from './types.ts';
import styles from './comparators.module.css';

interface Row extends Difference {
  readonly key: string;
  readonly what: string;
}

/** The differences of one school, one exclusion a row, with what each side says. */
export function DifferenceList({ school, of }: { readonly school: ExtractSchool; readonly of: ExtractOf }) {
  const shown = usePersonName();
  const rows: readonly Row[] = [
    ...labelled(school.altered, 'Differs'),
    ...labelled(school.onlyHere, 'Only here'),
    ...labelled(school.onlyThere, 'Only in the extract'),
  ];
  const columns: readonly Column<Row>[] = [
    { key: 'what', header: 'What', nowrap: true, value: ({ what }) => what },
    {
      key: 'pupil',
      header: 'Pupil',
      value: ({ name }) => name,
      render: ({ name, upn }) => (
        <>
          <PersonName name={name} /> <span className={styles.muted}>{upn}</span>
        </>
      ),
    },
    { key: 'kind', header: 'Kind', value: ({ category }) => category },
    {
      key: 'start',
      header: 'Starts',
      nowrap: true,
      value: ({ startDate }) => startDate,
      render: ({ startDate }) => <DateText date={startDate} />,
    },
    {
      key: 'fields',
      header: 'Here, and in the extract',
      width: '34%',
      render: ({ fields }) =>
        fields.map(({ field, here, there }) => {
          const hide = field === 'surname' || field === 'forename';
          return (
            <span key={field} className={styles.cell}>
              {fieldWords(field)}: {hide ? shown(here) : here} here, {hide ? shown(there) : there} in the
              extract
            </span>
          );
        }),
    },
  ];
  return (
    <Panel title={school.name} context={`${school.period}. ${contextOf(school, of)}`} flush>
      <DataTable
        caption={`Differences of ${school.name}, ${school.period}`}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p className={styles.nothing}>Nothing differs: both sides have the same exclusions.</p>}
        maxHeight={rows.length > 200 ? '60vh' : undefined}
      />
    </Panel>
  );
}

const labelled = (differences: readonly Difference[], what: string): readonly Row[] =>
  differences.map((one, at) => ({ ...one, what, key: `${what} ${at}` }));

function contextOf({ received, same }: ExtractSchool, of: ExtractOf): string {
  if (received) return `${plural(same, 'exclusion')} ${same === 1 ? 'is' : 'are'} the same on both sides.`;
  return of === 'authority'
    ? 'No return of this school and period was received, so all of it is only in the extract.'
    : 'This period was never exported here, so all of it is only in the extract.';
}
