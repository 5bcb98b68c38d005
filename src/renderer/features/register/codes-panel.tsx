import { useState } from 'react';
import { addDays } from '#shared/kernel/plain-date.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { CopyIcon, DoneIcon, ExportIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { copyText } from '../../ui/words/copy-text.ts';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { rowsAsText, type RegisterRow } from './rows-as-text.ts';
import { weekOf, type Period } from './week-of.ts';
import styles from './register.module.css';

const COLUMNS: readonly Column<RegisterRow>[] = [
  {
    key: 'session',
    header: 'Session',
    nowrap: true,
    value: ({ date, slot }) => `${date} ${slot}`,
    render: ({ date, slot }) => <SessionText date={date} slot={slot} />,
  },
  {
    key: 'pupil',
    header: 'Pupil',
    width: '20%',
    value: ({ name }) => name,
    render: ({ name, exclusionId }) => (
      <TextLink to="/record" search={{ exclusion: exclusionId }}>
        <PersonName name={name} />
      </TextLink>
    ),
  },
  { key: 'form', header: 'Form', value: ({ form }) => form ?? '' },
  { key: 'upn', header: 'UPN', value: ({ upn }) => upn },
  {
    key: 'code',
    header: 'Code',
    width: '64px',
    value: ({ code }) => code,
    render: ({ code }) => <code className={styles.code}>{code}</code>,
  },
  { key: 'why', header: 'Why', width: '32%', value: ({ why }) => why },
];

interface CodesPanelProps {
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
  readonly exclusionId: string | undefined;
}

/** The codes of a period, to copy into the register or to export. */
export function CodesPanel({ period, onPeriod, exclusionId }: CodesPanelProps) {
  const today = useToday();
  const of = exclusionId === undefined ? {} : { exclusionId };
  const query = useOperation('register.codes', { ...period, ...of }, { keepPrevious: true });
  const write = useCommand('register.export');
  const [error, setError] = useState<AppError>();
  const change = (part: { readonly from?: string | null; readonly to?: string | null }) => {
    const next = { from: part.from ?? period.from, to: part.to ?? period.to };
    // Moving the first day past the last takes the last along: the days are never in the wrong order on the way.
    onPeriod(
      next.to < next.from ? (part.from ? { ...next, to: next.from } : { ...next, from: next.to }) : next,
    );
  };
  const copy = (rows: readonly RegisterRow[]) => {
    if (copyText(rowsAsText(rows))) notify({ title: `${plural(rows.length, 'session')} copied` });
    else notify({ tone: 'overdue', title: 'Nothing was copied', text: 'Export the list instead.' });
  };
  const exportCsv = () => {
    setError(undefined);
    write.mutate(period, {
      onSuccess: ({ fileName, rows }) =>
        notify({ title: 'Codes written', text: `${fileName}, ${plural(rows, 'session')}` }),
      onError: (failure) => {
        if (failure.error.code !== 'cancelled') setError(failure.error);
      },
    });
  };
  const rows = query.data?.rows ?? [];
  const week = weekOf(today);
  const lastWeek = { from: addDays(week.from, -7), to: addDays(week.to, -7) };

  return (
    <Panel
      title="Codes"
      context="Sessions from today on are shown as booked: mark them when they have happened."
      actions={
        rows.length > 0 ? (
          <>
            <Button size="small" icon={CopyIcon} onClick={() => copy(rows)}>
              Copy the list
            </Button>
            {exclusionId === undefined ? (
              <Button size="small" icon={ExportIcon} loading={write.isPending} onClick={exportCsv}>
                Export CSV…
              </Button>
            ) : null}
          </>
        ) : undefined
      }
      flush
    >
      <div className={styles.period}>
        <Stack gap={3}>
          <Row gap={3} align="start">
            <DateField
              label="First day"
              name="from"
              value={period.from}
              onChange={(from) => change({ from })}
            />
            <DateField label="Last day" name="to" value={period.to} onChange={(to) => change({ to })} />
            <div className={styles.weeks}>
              <Week label="This week" week={week} period={period} onPeriod={onPeriod} />
              <Week label="Last week" week={lastWeek} period={period} onPeriod={onPeriod} />
            </div>
          </Row>
          {error ? <ErrorCallout title="The codes were not written" error={error} /> : null}
        </Stack>
      </div>
      <Loaded query={query} what="the codes">
        {(found) => (
          <DataTable
            caption="Sessions out with their register codes"
            columns={COLUMNS}
            rows={found.rows}
            rowKey={({ pupilId, date, slot }) => `${pupilId} ${date} ${slot}`}
            maxHeight="60vh"
            empty={
              <EmptyState icon={DoneIcon} title="No sessions out in these days">
                Nobody is excluded from a session of this period, so no code has to be changed.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}

interface WeekProps {
  readonly label: string;
  readonly week: Period;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

function Week({ label, week, period, onPeriod }: WeekProps) {
  const shown = period.from === week.from && period.to === week.to;
  return (
    <Button variant={shown ? 'secondary' : 'quiet'} pressed={shown} onClick={() => onPeriod(week)}>
      {label}
    </Button>
  );
}
