import { formatBirthDate } from '#shared/domain/calendar/format-date.ts';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { ncYearWords, senWords } from '#shared/text/pupil-words.ts';
import { Chip } from '../../ui/data/chip.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ExcludedIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { formatDays } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { registerName } from './pupil-name.ts';
import styles from './pupils.module.css';

type PupilRow = OperationOutput<'pupils.list'>['rows'][number];

const COLUMNS: readonly Column<PupilRow>[] = [
  {
    key: 'name',
    header: 'Name',
    width: '28%',
    render: (row) => (
      <TextLink to="/pupils/$pupilId" params={{ pupilId: row.id }} className={styles.name} tabIndex={-1}>
        <PersonName name={registerName(row)} />
        {row.preferredSurname === undefined ? null : (
          <span className={styles.known}>
            {' '}
            known as <PersonName name={row.preferredSurname} />
          </span>
        )}
      </TextLink>
    ),
  },
  { key: 'form', header: 'Form', width: '90px', render: (row) => row.form ?? '' },
  {
    key: 'year',
    header: 'Year group',
    width: '110px',
    nowrap: true,
    render: (row) => (row.ncYear === undefined ? '' : ncYearWords(row.ncYear)),
  },
  {
    key: 'dob',
    header: 'Date of birth',
    width: '140px',
    nowrap: true,
    render: (row) => formatBirthDate(row.dob),
  },
  { key: 'upn', header: 'UPN', width: '140px', nowrap: true, render: (row) => row.upn },
  {
    key: 'flags',
    header: 'Needs',
    render: (row) => (
      <span className={styles.flags}>
        {row.senProvision !== undefined && row.senProvision !== 'N' ? (
          <Chip label={senWords(row.senProvision)} />
        ) : null}
        {row.inCare ? <Chip label="In care" /> : null}
      </span>
    ),
  },
  {
    key: 'days',
    header: 'Days out this year',
    numeric: true,
    width: '140px',
    render: (row) =>
      row.yearHalfDays === 0 ? <span className={styles.none}>0</span> : formatDays(row.yearHalfDays),
  },
  {
    key: 'today',
    header: 'Today',
    width: '150px',
    nowrap: true,
    render: (row) => <Today row={row} />,
  },
];

function Today({ row }: { readonly row: PupilRow }) {
  if (row.excludedToday) {
    return (
      <StatusTag tone="due" icon={ExcludedIcon}>
        Out today
      </StatusTag>
    );
  }
  return row.leavingDate === undefined ? null : (
    <span className={styles.none}>
      Left <DateText date={row.leavingDate} />
    </span>
  );
}

interface PupilTableProps {
  readonly rows: readonly PupilRow[];
  readonly empty: ReactNode;
}

/** Pupils in register order; arrows move, Enter opens. */
export function PupilTable({ rows, empty }: PupilTableProps) {
  const navigate = useNavigate();
  return (
    <DataTable
      caption="Pupils"
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/pupils/$pupilId', params: { pupilId: row.id } })}
      empty={empty}
    />
  );
}
