import type { OperationOutput } from '#shared/contract/contract.ts';
import { auditWords, outcomeName } from '#shared/text/audit-words.ts';
import { roleName } from '#shared/text/role-words.ts';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '../data/data-table.tsx';
import { StatusTag } from '../data/status-tag.tsx';
import type { Tone } from '../theme/tone.ts';
import { InstantText } from '../words/instant-text.tsx';
import { PersonName } from '../words/person-name.tsx';

export type AuditEntry = OperationOutput<'audit.list'>['rows'][number];

const TONES: Readonly<Record<AuditEntry['outcome'], Tone>> = {
  done: 'done',
  refused: 'overdue',
  seen: 'info',
  left: 'due',
};

const WHEN: Column<AuditEntry> = {
  key: 'at',
  header: 'When',
  nowrap: true,
  render: ({ at }) => <InstantText instant={at} />,
};

const WHO: Column<AuditEntry> = {
  key: 'who',
  header: 'Who',
  render: ({ userName, role }) => (userName === '' ? 'Nobody signed in' : `${userName}, ${roleName(role)}`),
};

const WHAT: Column<AuditEntry> = { key: 'what', header: 'What', render: (row) => auditWords(row) };

const PUPIL: Column<AuditEntry> = {
  key: 'pupil',
  header: 'Pupil',
  render: ({ pupil }) => (pupil ? <PersonName name={pupil.name} /> : ''),
};

const OUTCOME: Column<AuditEntry> = {
  key: 'outcome',
  header: 'Outcome',
  nowrap: true,
  render: ({ outcome }) => <StatusTag tone={TONES[outcome]}>{outcomeName(outcome)}</StatusTag>,
};

export interface AuditTableProps {
  readonly caption: string;
  readonly rows: readonly AuditEntry[];
  /** All of them are of one pupil, who needs no naming. */
  readonly ofOnePupil?: boolean | undefined;
  readonly selected?: number | undefined;
  readonly onOpen?: ((row: AuditEntry) => void) | undefined;
  readonly empty: ReactNode;
  readonly maxHeight?: string | undefined;
}

/** Rows of the audit trail in plain words: when, who, what, about whom, and what came of it. */
export function AuditTable({ ofOnePupil = false, selected, ...props }: AuditTableProps) {
  return (
    <DataTable
      {...props}
      columns={ofOnePupil ? [WHEN, WHO, WHAT, OUTCOME] : [WHEN, WHO, WHAT, PUPIL, OUTCOME]}
      rowKey={({ id }) => String(id)}
      selectedKey={selected === undefined ? undefined : String(selected)}
    />
  );
}
