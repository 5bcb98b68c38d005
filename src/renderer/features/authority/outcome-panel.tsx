import { useEffect, useRef, useState } from 'react';
import { countsWords, outcomeWords, type ImportOutcome } from '#shared/text/return-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { FileProblems } from './file-problems.tsx';
import { OutcomeTag } from './outcome-tag.tsx';
import type { FileOutcome } from './types.ts';
import styles from './authority.module.css';

interface Row extends FileOutcome {
  readonly key: string;
}

/** In the order in which they ask for attention. */
const ORDER: readonly ImportOutcome[] = ['refused', 'not-read', 'replaced', 'older', 'duplicate', 'imported'];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'file',
    header: 'File',
    width: '24%',
    value: ({ fileName }) => fileName,
    render: ({ fileName }) => <span className={styles.file}>{fileName}</span>,
  },
  {
    key: 'outcome',
    header: 'Outcome',
    width: '116px',
    value: ({ outcome }) => ORDER.indexOf(outcome),
    render: ({ outcome }) => <OutcomeTag outcome={outcome} />,
  },
  {
    key: 'school',
    header: 'School',
    width: '18%',
    value: ({ school }) => school?.name ?? '',
    render: ({ school }) => school?.name ?? '',
  },
  { key: 'period', header: 'Census', width: '150px', value: ({ period }) => period ?? '' },
  {
    key: 'holds',
    header: 'Holds',
    width: '18%',
    render: ({ counts, nil }) => (counts ? (nil ? 'Nil return' : countsWords(counts)) : ''),
  },
  {
    key: 'message',
    header: 'What happened',
    render: ({ message, problems, fileName }) => (
      <>
        {message}
        {problems.length > 0 ? <FileProblems problems={problems} fileName={fileName} /> : null}
      </>
    ),
  },
];

/** What became of every file of an import, by outcome. */
export function OutcomePanel({
  outcomes,
  onAgain,
}: {
  readonly outcomes: readonly FileOutcome[];
  readonly onAgain: () => void;
}) {
  const [choice, setChoice] = useState<ImportOutcome>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [outcomes]);
  const rows = outcomes
    .map((outcome, at) => ({ ...outcome, key: String(at) }))
    .filter(({ outcome }) => choice === undefined || outcome === choice)
    .toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const count = (outcome: ImportOutcome) => outcomes.filter((file) => file.outcome === outcome).length;
  return (
    <div ref={box} tabIndex={-1} className={styles.outcomes}>
      <Summary taken={count('imported') + count('replaced')} count={count} all={outcomes.length} />
      <Panel
        title={plural(outcomes.length, 'file')}
        footer={
          <>
            <Button onClick={onAgain}>Import more</Button>
            <ButtonLink to="/authority" variant="primary">
              See the schools
            </ButtonLink>
          </>
        }
        flush
      >
        <div className={styles.filter} role="group" aria-label="Show">
          <Chip
            pressed={choice === undefined}
            label="All"
            count={outcomes.length}
            onPress={() => setChoice(undefined)}
          />
          {ORDER.filter((outcome) => count(outcome) > 0).map((outcome) => (
            <Chip
              key={outcome}
              pressed={choice === outcome}
              label={outcomeWords(outcome)}
              count={count(outcome)}
              onPress={() => setChoice(outcome)}
            />
          ))}
        </div>
        <DataTable
          caption="Files of the import and what became of each"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ key }) => key}
          empty={null}
        />
      </Panel>
    </div>
  );
}

interface SummaryProps {
  readonly taken: number;
  readonly all: number;
  readonly count: (outcome: ImportOutcome) => number;
}

function Summary({ taken, all, count }: SummaryProps) {
  const [refused, notRead, left] = [count('refused'), count('not-read'), count('older') + count('duplicate')];
  const parts = [
    ...(left > 0 ? [`${plural(left, 'file')} ${left === 1 ? 'was' : 'were'} here already or older.`] : []),
    ...(refused > 0
      ? [
          `${plural(refused, 'file')} ${refused === 1 ? 'was' : 'were'} refused whole: nothing of ${refused === 1 ? 'it' : 'them'} was kept.`,
        ]
      : []),
    ...(notRead > 0
      ? [`You cancelled: ${plural(notRead, 'file')} ${notRead === 1 ? 'was' : 'were'} not read.`]
      : []),
  ];
  return (
    <Callout
      tone={refused > 0 ? 'due' : notRead > 0 ? 'info' : 'done'}
      title={`${taken.toLocaleString('en-GB')} of ${plural(all, 'file')} imported`}
      live="status"
    >
      {parts.length > 0 ? parts.join(' ') : 'Every file was taken whole.'}
    </Callout>
  );
}

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Chip({ label, count, pressed, onPress }: ChipProps) {
  return (
    <Button size="small" variant={pressed ? 'secondary' : 'quiet'} pressed={pressed} onClick={onPress}>
      {label} <span className={styles.muted}>{count.toLocaleString('en-GB')}</span>
    </Button>
  );
}
