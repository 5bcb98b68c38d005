import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { categoryWords } from '#shared/text/return-words.ts';
import { useCommand } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { PrintIcon, ReturnIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import type { Check, CheckedRecord, Period } from './types.ts';
import { VerdictFix } from './verdict-fix.tsx';
import styles from './returns.module.css';

type Choice = 'all' | 'in' | 'out' | 'problems';

const CHOICES: readonly (readonly [Choice, string, (record: CheckedRecord) => boolean])[] = [
  ['all', 'All', () => true],
  ['in', 'In the return', ({ verdict }) => verdict === 'in'],
  ['out', 'Left out', ({ verdict }) => verdict === 'out'],
  ['problems', 'With problems', ({ problems }) => problems.length > 0],
];

const COLUMNS: readonly Column<CheckedRecord>[] = [
  {
    key: 'verdict',
    header: 'Verdict',
    width: '84px',
    value: ({ verdict }) => verdict,
    render: ({ verdict }) =>
      verdict === 'in' ? <StatusTag tone="done">In</StatusTag> : <StatusTag tone="closed">Out</StatusTag>,
  },
  {
    key: 'pupil',
    header: 'Pupil',
    width: '19%',
    value: ({ name }) => name,
    render: ({ name, pupilId }) => (
      <TextLink to="/pupils/$pupilId" params={{ pupilId }}>
        <PersonName name={name} />
      </TextLink>
    ),
  },
  { key: 'upn', header: 'UPN', value: ({ upn }) => upn },
  {
    key: 'kind',
    header: 'Kind',
    nowrap: true,
    value: ({ category }) => categoryWords(category),
    render: ({ category, state, leftOn }) =>
      `${categoryWords(category)}${state === 'draft' ? ' (draft)' : ''}${leftOn ? ' (left)' : ''}`,
  },
  {
    key: 'start',
    header: 'Start',
    nowrap: true,
    value: ({ startDate }) => startDate ?? '',
    render: ({ startDate }) => (startDate ? <DateText date={startDate} /> : 'No date yet'),
  },
  {
    key: 'sessions',
    header: 'Sessions',
    numeric: true,
    value: ({ sessions }) => sessions ?? '',
  },
  {
    key: 'why',
    header: 'Why',
    width: '36%',
    value: ({ verdictRule }) => verdictRule,
    render: (record) => (
      <div className={styles.words}>
        {record.why} <VerdictFix record={record} />
      </div>
    ),
  },
];

/** Every record that has to do with the window: in or out, and why. */
export function RecordsPanel({ check, period }: { readonly check: Check; readonly period: Period }) {
  const mayExport = useMay('returns.export');
  const switching = useCommand('returns.include-lunchtimes');
  const [choice, setChoice] = useState<Choice>('all');
  const navigate = useNavigate();
  const matches = CHOICES.find(([key]) => key === choice)?.[2] ?? (() => true);
  return (
    <Panel
      title="Records"
      context="Every exclusion that has to do with this period: in the return or left out, and why."
      actions={
        check.records.length > 0 ? (
          <Button size="small" variant="quiet" icon={PrintIcon} onClick={() => window.print()}>
            Print
          </Button>
        ) : undefined
      }
      flush
    >
      {check.records.length > 0 ? (
        <div className={styles.filter} role="group" aria-label="Show">
          {CHOICES.map(([key, label, belongs]) => (
            <Button
              key={key}
              size="small"
              variant={choice === key ? 'secondary' : 'quiet'}
              pressed={choice === key}
              onClick={() => setChoice(key)}
            >
              {label}{' '}
              <span className={styles.count}>
                {check.records.filter(belongs).length.toLocaleString('en-GB')}
              </span>
            </Button>
          ))}
        </div>
      ) : null}
      {mayExport ? (
        <div className={styles.lunchtimes}>
          <CheckboxField
            name="lunchtimes"
            label="Lunchtimes go in the return"
            hint="The census does not collect them; switch this on when your authority asks for them. They count towards the 5, 15 and 45 days either way."
            checked={check.lunchtimes}
            disabled={switching.isPending}
            onChange={(include) => switching.mutate({ include })}
          />
        </div>
      ) : null}
      <DataTable
        caption={`Records of the ${period.name}; open one for its case`}
        columns={COLUMNS}
        rows={check.records.filter(matches)}
        rowKey={({ exclusionId }) => exclusionId}
        onOpen={({ exclusionId }) => void navigate({ to: '/record', search: { exclusion: exclusionId } })}
        empty={
          check.records.length === 0 ? (
            <EmptyState icon={ReturnIcon} title="No exclusions in this period">
              Nothing was recorded that starts from {formatDate(period.from)} to {formatDate(period.to)}.
            </EmptyState>
          ) : (
            <EmptyState
              icon={ReturnIcon}
              title="None of these"
              action={<Button onClick={() => setChoice('all')}>Show all records</Button>}
            />
          )
        }
        maxHeight="60vh"
      />
    </Panel>
  );
}
