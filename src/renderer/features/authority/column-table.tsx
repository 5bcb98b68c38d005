import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import type { Columns } from './types.ts';
import styles from './authority.module.css';

interface ColumnTableProps {
  readonly found: Columns;
  /** Our column to the sender's heading, or to `=VALUE`. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChoose: (chosen: Readonly<Record<string, string>>) => void;
}

type Wanted = Columns['wanted'][number];

/** What must be named first, then what the file seems to have. */
const weightOf = ({ needed, suggested }: Wanted): number => (needed ? 0 : suggested === undefined ? 2 : 1);

const NONE = '';
const FIXED = '=';

/** For each part of a return, the sender's column that holds it, with some of its values. */
export function ColumnTable({ found, chosen, onChoose }: ColumnTableProps) {
  const { drawn } = useCurtain();
  const choose = (column: string, heading: string) => {
    const others = Object.fromEntries(Object.entries(chosen).filter(([one]) => one !== column));
    onChoose(heading === NONE ? others : { ...others, [column]: heading });
  };
  const options = [
    { value: NONE, label: 'Not in the file' },
    ...found.headings.map(({ heading }) => ({ value: heading, label: heading })),
    { value: FIXED, label: 'The same for all rows…' },
  ];
  const samplesOf = (heading: string): string =>
    found.headings.find((one) => one.heading === heading)?.samples.join(', ') ?? '';
  const columns: readonly Column<Wanted>[] = [
    {
      key: 'ours',
      header: 'Part of a return',
      width: '34%',
      render: ({ title, meaning, needed }) => (
        <>
          {title}
          {needed ? ' (needed)' : null}
          <div className={styles.muted}>{meaning}</div>
        </>
      ),
    },
    {
      key: 'theirs',
      header: 'Column of the file',
      width: '32%',
      render: ({ column, title }) => {
        const value = chosen[column] ?? NONE;
        return (
          <>
            <SelectField
              label={`Column for ${title}`}
              hideLabel
              name={column}
              value={value.startsWith(FIXED) ? FIXED : value}
              onChange={(heading) => choose(column, heading)}
              options={options}
            />
            {value.startsWith(FIXED) ? (
              <TextField
                label={`${title} of all rows`}
                name={`${column}-value`}
                value={value.slice(1)}
                onChange={(text) => choose(column, `${FIXED}${text}`)}
              />
            ) : null}
          </>
        );
      },
    },
    {
      key: 'samples',
      header: 'Values in it',
      // What stands in a file may be a pupil's name.
      render: ({ column }) =>
        drawn ? '…' : <span className={styles.file}>{samplesOf(chosen[column] ?? NONE)}</span>,
    },
  ];
  return (
    <DataTable
      caption="Parts of a return and the columns of the file that hold them"
      columns={columns}
      rows={found.wanted.toSorted((a, b) => weightOf(a) - weightOf(b))}
      rowKey={({ column }) => column}
      empty={null}
    />
  );
}
