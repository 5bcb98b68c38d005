import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { categoryWords } from '#shared/text/return-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import type { Differences } from './types.ts';
import styles from './authority.module.css';

type Returned = Differences['added'][number];
type Altered = Differences['altered'][number];
type Field = Altered['fields'][number];

const FIELDS: Readonly<Record<Field, string>> = {
  category: 'Kind',
  startSession: 'Session of the start',
  endDate: 'End',
  sessions: 'Sessions',
  reasons: 'Reasons',
  inCare: 'In care',
  senProvision: 'SEN provision',
  surname: 'Surname',
  forename: 'Forename',
};

function valueWords(one: Returned, field: Field): string {
  const value = one[field];
  if (value === undefined) return 'not said';
  if (field === 'category') return categoryWords(String(value));
  if (field === 'endDate') return formatDate(String(value));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

const pupil = <Row,>(of: (row: Row) => Returned): Column<Row> => ({
  key: 'pupil',
  header: 'Pupil',
  value: (row) => `${of(row).surname} ${of(row).forename}`,
  render: (row) => (
    <>
      <PersonName name={`${of(row).forename} ${of(row).surname}`} />
      <div className={styles.muted}>{of(row).upn}</div>
    </>
  ),
});

const start = <Row,>(of: (row: Row) => Returned): Column<Row> => ({
  key: 'start',
  header: 'Start',
  nowrap: true,
  value: (row) => of(row).startDate,
  render: (row) => <DateText date={of(row).startDate} />,
});

const RETURNED: readonly Column<Returned>[] = [
  pupil((row) => row),
  start((row) => row),
  { key: 'kind', header: 'Kind', value: ({ category }) => categoryWords(category) },
  {
    key: 'sessions',
    header: 'Sessions',
    numeric: true,
    value: ({ sessions }) => sessions ?? -1,
    render: ({ sessions }) => sessions ?? '',
  },
  { key: 'reasons', header: 'Reasons', render: ({ reasons }) => reasons.join(', ') },
];

const ALTERED: readonly Column<Altered>[] = [
  pupil(({ after }) => after),
  start(({ after }) => after),
  {
    key: 'changes',
    header: 'What changed',
    render: ({ before, after, fields }) => (
      <ul className={styles.changes}>
        {fields.map((field) => (
          <li key={field}>
            {FIELDS[field]}:{' '}
            {isName(field) ? (
              <Names before={before} after={after} field={field} />
            ) : (
              `${valueWords(before, field)} → ${valueWords(after, field)}`
            )}
          </li>
        ))}
      </ul>
    ),
  },
];

const isName = (field: Field): field is 'surname' | 'forename' => field === 'surname' || field === 'forename';

const Names = ({ before, after, field }: Pair & { readonly field: 'surname' | 'forename' }) => (
  <>
    <PersonName name={before[field]} /> → <PersonName name={after[field]} />
  </>
);

type Pair = Pick<Altered, 'before' | 'after'>;

/** Exclusions as one of the two returns has them. */
export const ReturnedTable = ({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly Returned[];
}) => <DataTable caption={caption} columns={RETURNED} rows={rows} rowKey={keyOf} empty={null} />;

/** Exclusions that both have, with what differs. */
export const AlteredTable = ({ rows }: { readonly rows: readonly Altered[] }) => (
  <DataTable
    caption="Exclusions that both returns have, and what changed"
    columns={ALTERED}
    rows={rows}
    rowKey={({ after }) => keyOf(after)}
    empty={null}
  />
);

const keyOf = ({ upn, startDate, category, startSession, reasons, sessions }: Returned): string =>
  [upn, startDate, startSession ?? '', category, sessions ?? '', ...reasons].join(' ');
