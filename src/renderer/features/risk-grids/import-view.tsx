import { useState } from 'react';
import type { ImportOutcome } from '#shared/domain/returns/import-outcomes.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { outcomeWords } from '#shared/text/return-words.ts';
import { registerDropped } from '../../api/bridge.ts';
import { useCommand } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { FileProblems } from '../../ui/data/file-problems.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { useDelayed } from '../../ui/hooks/use-delayed.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import type { Tone } from '../../ui/theme/tone.ts';
import { plural } from '../../ui/words/format.ts';
import styles from './risk-grids.module.css';
import type { Imported } from './types.ts';

const IMPORT = ['authority.import-grids'] as const;

/** Grids in: dropped or chosen, each file whole or not at all, with what became of each. */
export function ImportView({ onCompare }: { readonly onCompare: () => void }) {
  const choose = useCommand('files.choose');
  const run = useCommand('authority.import-grids');
  const [error, setError] = useState<AppError>();
  const [imported, setImported] = useState<Imported>();
  const { job, cancelling, cancel } = useJob(IMPORT, run.isPending);
  const slow = useDelayed(run.isPending, 100);
  const importFiles = (fileIds: readonly string[]) => {
    if (fileIds.length === 0) return;
    setError(undefined);
    setImported(undefined);
    run.mutate(
      { fileIds: [...fileIds] },
      { onSuccess: setImported, onError: (failure) => setError(failure.error) },
    );
  };
  const chooseFrom = (purpose: 'grid-files' | 'grid-folder') => () =>
    choose.mutate(
      { purpose },
      {
        onSuccess: ({ files }) => importFiles(files.map(({ fileId }) => fileId)),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  return (
    <Stack gap={4}>
      {error ? <ErrorCallout title="Nothing was imported" error={error} /> : null}
      {imported === undefined && !slow ? (
        <FileDrop
          title="Drop grids here, or a whole folder of them"
          hint="CSV and Excel files that schools exported, also saved anew in a spreadsheet, and zip files of them. Each is taken whole or not at all; a later grid of a school and term takes the place of an earlier one."
          chooseLabel="Choose files…"
          onChoose={chooseFrom('grid-files')}
          onChooseFolder={chooseFrom('grid-folder')}
          onDropFiles={(files) =>
            void registerDropped(files).then((handles) => importFiles(handles.map(({ fileId }) => fileId)))
          }
          busy={choose.isPending || run.isPending}
        />
      ) : null}
      {slow ? (
        <JobProgress
          label={job?.text ?? 'Looking for grids'}
          fraction={job?.fraction}
          {...(job ? { onCancel: cancel } : {})}
          cancelling={cancelling}
        />
      ) : null}
      {imported ? (
        <Outcomes imported={imported} onCompare={onCompare} onAgain={() => setImported(undefined)} />
      ) : null}
    </Stack>
  );
}

const TONES: Readonly<Record<ImportOutcome, Tone>> = {
  imported: 'done',
  replaced: 'done',
  older: 'info',
  duplicate: 'info',
  refused: 'overdue',
  'not-read': 'closed',
};

const ORDER: readonly ImportOutcome[] = ['refused', 'not-read', 'replaced', 'older', 'duplicate', 'imported'];

type File = Imported['files'][number];

const COLUMNS: readonly Column<File>[] = [
  {
    key: 'file',
    header: 'File',
    width: '28%',
    value: ({ fileName }) => fileName,
    render: ({ fileName }) => <span className={styles.file}>{fileName}</span>,
  },
  {
    key: 'outcome',
    header: 'Outcome',
    width: '120px',
    value: ({ outcome }) => ORDER.indexOf(outcome),
    render: ({ outcome }) => <StatusTag tone={TONES[outcome]}>{outcomeWords(outcome)}</StatusTag>,
  },
  {
    key: 'school',
    header: 'School and term',
    width: '22%',
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
    render: ({ pupils }) => (pupils === undefined ? '' : plural(pupils, 'pupil')),
    nowrap: true,
  },
  {
    key: 'message',
    header: 'What happened',
    render: ({ message, problems, fileName }) => (
      <>
        <span className={styles.file}>{message}</span>
        <FileProblems problems={problems} of={fileName} />
      </>
    ),
  },
];

function Outcomes({
  imported: { totals, files },
  onCompare,
  onAgain,
}: {
  readonly imported: Imported;
  readonly onCompare: () => void;
  readonly onAgain: () => void;
}) {
  const taken = (totals.imported ?? 0) + (totals.replaced ?? 0);
  const refused = totals.refused ?? 0;
  return (
    <>
      <Callout
        tone={refused > 0 ? 'due' : 'done'}
        title={`${taken.toLocaleString('en-GB')} of ${plural(files.length, 'file')} imported`}
        live="status"
      >
        {refused > 0
          ? `${plural(refused, 'file')} refused whole: nothing of ${refused === 1 ? 'it' : 'them'} was kept. Ask the school for the grid again.`
          : 'Nothing was refused.'}
      </Callout>
      <Panel
        title={plural(files.length, 'file')}
        footer={
          <>
            <Button onClick={onAgain}>Import more</Button>
            <Button variant="primary" onClick={onCompare}>
              Compare schools
            </Button>
          </>
        }
        flush
      >
        <DataTable
          caption="Files of the import and what became of each"
          columns={COLUMNS}
          rows={files}
          rowKey={({ fileName }) => fileName}
          initialSort={{ key: 'outcome', direction: 'ascending' }}
          maxHeight="60vh"
          empty={null}
        />
      </Panel>
    </>
  );
}
