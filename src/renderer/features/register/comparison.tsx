import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import type { Compared } from './compared.ts';
import { RegisterProblems } from './register-problems.tsx';
import styles from './register.module.css';

type Clash = Compared['clashes'][number];

const KINDS: Readonly<Record<Clash['kind'], string>> = {
  'other-code': 'Other code',
  'no-mark': 'No mark',
  'no-record': 'No record',
};

const COLUMNS: readonly Column<Clash>[] = [
  {
    key: 'kind',
    header: 'Clash',
    width: '110px',
    value: ({ kind }) => kind,
    render: ({ kind }) => (
      <StatusTag tone={kind === 'no-record' ? 'due' : 'overdue'}>{KINDS[kind]}</StatusTag>
    ),
  },
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
    value: ({ name }) => name,
    render: ({ name, pupilId, upn }) => (
      <>
        {pupilId === undefined ? (
          name
        ) : (
          <TextLink to="/pupils/$pupilId" params={{ pupilId }}>
            <PersonName name={name} />
          </TextLink>
        )}
        <div className={styles.upn}>{upn}</div>
      </>
    ),
  },
  {
    key: 'register',
    header: 'Register',
    width: '72px',
    value: ({ registerCode }) => registerCode ?? '',
    render: ({ registerCode }) => <code className={styles.code}>{registerCode ?? '–'}</code>,
  },
  {
    key: 'record',
    header: 'Record',
    width: '72px',
    value: ({ recordCode }) => recordCode ?? '',
    render: ({ recordCode }) => <code className={styles.code}>{recordCode ?? '–'}</code>,
  },
  { key: 'text', header: 'What to do', width: '38%', value: ({ text }) => text },
];

/** What a register and the record say of each other. */
export function Comparison({ compared }: { readonly compared: Compared }) {
  const { clashes, agreeing, read, from, to, fileName, problems } = compared;
  const days = from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
  return (
    <Stack gap={3}>
      <Callout
        tone={clashes.length === 0 ? 'done' : 'due'}
        live="status"
        title={
          clashes.length === 0
            ? 'The register and the record agree'
            : `${plural(clashes.length, 'difference')} to look at`
        }
      >
        {fileName}: {plural(read, 'mark')} read, {days}. {plural(agreeing, 'session')} out{' '}
        {agreeing === 1 ? 'carries' : 'carry'} the right code.
      </Callout>
      <RegisterProblems problems={problems} />
      {clashes.length === 0 ? null : (
        <DataTable
          caption="Where the register and the record differ"
          columns={COLUMNS}
          rows={clashes}
          rowKey={({ kind, upn, date, slot }) => `${kind} ${upn} ${date} ${slot}`}
          maxHeight="60vh"
          empty={null}
        />
      )}
    </Stack>
  );
}
