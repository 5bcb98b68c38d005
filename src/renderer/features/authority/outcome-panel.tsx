import { useEffect, useRef, useState } from 'react';
import type { ImportOutcome } from '#shared/domain/returns/import-outcomes.ts';
import { countsWords, outcomeWords } from '#shared/text/return-words.ts';
import { FileProblems } from '../../ui/data/file-problems.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { ImportSummary } from './import-summary.tsx';
import { OutcomeTag } from './outcome-tag.tsx';
import type { FileOutcome, Imported } from './types.ts';
import styles from './authority.module.css';

interface Row extends FileOutcome {
  readonly key: string;
  /** The name within the folder that all came from. */
  readonly shown: string;
}

/** The folder that all files of an import came from, with its last stroke; empty where there are several. */
function folderOf(outcomes: readonly FileOutcome[]): string {
  const folders = new Set(outcomes.map(({ fileName }) => fileName.slice(0, fileName.lastIndexOf('/') + 1)));
  const [folder = ''] = folders;
  return folders.size === 1 ? folder : '';
}

/** Where all came from, and that a very long list is not whole. */
function contextOf(folder: string, listed: number, unlisted: number): string | undefined {
  const parts = [
    ...(folder ? [`From the folder “${folder.slice(0, -1)}”`] : []),
    ...(unlisted > 0 ? [`the ${listed.toLocaleString('en-GB')} that most need a look are listed`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** In the order in which they ask for attention. */
const ORDER: readonly ImportOutcome[] = ['refused', 'not-read', 'replaced', 'older', 'duplicate', 'imported'];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'file',
    header: 'File',
    width: '26%',
    value: ({ fileName }) => fileName,
    render: ({ shown }) => <ShownName name={shown} />,
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
    header: 'School and census',
    width: '20%',
    value: ({ school }) => school?.name ?? '',
    render: ({ school, period }) => (
      <>
        {school?.name}
        <div className={styles.muted}>{period}</div>
      </>
    ),
  },
  {
    key: 'holds',
    header: 'Holds',
    width: '18%',
    render: ({ counts, nil }) => (counts ? (nil ? 'Nil return' : countsWords(counts)) : ''),
  },
  {
    key: 'message',
    header: 'What happened',
    render: ({ message, problems, fileName, outcome, receivedId }) => (
      <div className={styles.words}>
        <span className={styles.file}>{message}</span>
        {outcome === 'replaced' && receivedId !== undefined ? (
          <div>
            <TextLink to="/authority/received/$receivedId/differences" params={{ receivedId }}>
              See what it changed
            </TextLink>
          </div>
        ) : null}
        <FileProblems problems={problems} of={fileName} />
      </div>
    ),
  },
];

/** What became of every file of an import, by outcome. */
export function OutcomePanel({
  imported,
  onAgain,
  onGoOn,
}: {
  readonly imported: Imported;
  readonly onAgain: () => void;
  /** Imports the files that were not read. */
  readonly onGoOn: (fileIds: readonly string[]) => void;
}) {
  const { files: outcomes, totals, unlisted } = imported;
  const [choice, setChoice] = useState<ImportOutcome>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, [outcomes]);
  const folder = folderOf(outcomes);
  const rows = outcomes
    .map((outcome, at) => ({ ...outcome, key: String(at), shown: outcome.fileName.slice(folder.length) }))
    .filter(({ outcome }) => choice === undefined || outcome === choice)
    .toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const count = (outcome: ImportOutcome) => totals[outcome];
  const all = outcomes.length + unlisted;
  const notRead = [...new Set(outcomes.flatMap(({ fileId }) => fileId ?? []))];
  return (
    <div ref={box} tabIndex={-1} className={styles.outcomes}>
      <ImportSummary all={all} count={count} />
      <Panel
        title={plural(all, 'file')}
        context={contextOf(folder, outcomes.length, unlisted)}
        footer={
          <>
            {notRead.length > 0 ? (
              <Button variant="primary" onClick={() => onGoOn(notRead)}>
                Go on with {plural(count('not-read'), 'file')}
              </Button>
            ) : null}
            {count('refused') > 0 ? (
              <ButtonLink to="/authority/refused">See the refused files</ButtonLink>
            ) : null}
            <Button onClick={onAgain}>Import more</Button>
            <ButtonLink to="/authority" variant={notRead.length > 0 ? 'secondary' : 'primary'}>
              See the schools
            </ButtonLink>
          </>
        }
        flush
      >
        <div className={styles.filter} role="group" aria-label="Show">
          <Chip pressed={choice === undefined} label="All" count={all} onPress={() => setChoice(undefined)} />
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

/** The file's own name under that of its folder. */
function ShownName({ name }: { readonly name: string }) {
  const at = name.lastIndexOf('/') + 1;
  return (
    <>
      {at > 0 ? <div className={styles.muted}>{name.slice(0, at)}</div> : null}
      <span className={styles.file}>{name.slice(at)}</span>
    </>
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
