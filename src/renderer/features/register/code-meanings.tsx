import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { DATED_CODES, type DatedCode } from '#shared/domain/register/codes.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import styles from './register.module.css';

const COLUMNS: readonly Column<DatedCode>[] = [
  {
    key: 'code',
    header: 'Code',
    width: '64px',
    render: ({ code }) => <code className={styles.code}>{code}</code>,
  },
  { key: 'meaning', header: 'Meaning', width: '36%', render: ({ meaning }) => meaning },
  { key: 'counts', header: 'Counts as', render: ({ counts }) => counts },
  {
    key: 'dates',
    header: 'In use',
    render: ({ from, to }) =>
      to === undefined ? `from ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`,
  },
  {
    key: 'source',
    header: 'Source',
    render: ({ source, certainty }) => (certainty === 'read' ? source : `${source} (not confirmed)`),
  },
];

/** What each code means today, with the source; older meanings stand below. */
export function CodeMeanings({ today }: { readonly today: string }) {
  const inUse = ({ from, to }: DatedCode): boolean => from <= today && (to === undefined || today <= to);
  const rows = [...DATED_CODES.filter(inUse), ...DATED_CODES.filter((row) => !inUse(row))];
  return (
    <Disclosure summary="What the codes mean, from when, and where that stands">
      <DataTable
        caption="Register codes that touch exclusion"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ code, from }) => `${code} ${from}`}
        empty={null}
      />
    </Disclosure>
  );
}
