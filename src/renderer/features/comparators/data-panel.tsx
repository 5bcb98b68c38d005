import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { levelWords } from '#shared/text/published-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { FileProblems } from '../../ui/data/file-problems.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { useDelayed } from '../../ui/hooks/use-delayed.ts';
import { InboxIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ImportResult } from './import-result.tsx';
import type { PublishedFile } from './types.ts';
import { useListImport } from './use-list-import.ts';
import styles from './comparators.module.css';

/** Where figures of others and lists of schools come in, and what is here of them. */
export function DataPanel() {
  const mayImport = useMay('authority.import');
  const files = useOperation('authority.published', {});
  const state = useListImport();
  const slow = useDelayed(state.running, 100);
  const [removing, setRemoving] = useState<PublishedFile>();
  const remove = useCommand('authority.remove-published');
  return (
    <Stack gap={4}>
      {state.error ? (
        <>
          <ErrorCallout title="Nothing was imported" error={state.error} />
          <FileProblems problems={state.error.problems ?? []} of="the file" />
        </>
      ) : null}
      {state.result ? <ImportResult result={state.result} /> : null}
      {slow ? (
        <JobProgress
          label={state.progress?.text ?? 'Reading'}
          fraction={state.progress?.fraction}
          {...(state.progress ? { onCancel: state.cancel } : {})}
          cancelling={state.cancelling}
        />
      ) : null}
      {mayImport && !slow ? (
        <ScreenOnly>
          <Stack gap={3}>
            <FileDrop
              title="Drop the Department’s open data of exclusions here"
              hint="CSV files as they were published, up to 300 MB. Each is taken whole or not at all."
              chooseLabel="Choose published data…"
              onChoose={() => state.choose('published')}
              onDropFiles={state.drop}
              busy={state.choosing || state.running}
            />
            <Row gap={2}>
              <Button onClick={() => state.choose('register')}>National register of schools…</Button>
              <Button onClick={() => state.choose('profiles')}>Table of school profiles…</Button>
              <Button onClick={() => state.choose('clusters')}>Table of clusters…</Button>
            </Row>
            <p className={styles.muted}>
              Profiles: laestab, school_year, headcount, fsm, sen, eal (the last three in per cent). Clusters:
              laestab, cluster.
            </p>
          </Stack>
        </ScreenOnly>
      ) : null}
      {remove.error ? <ErrorCallout title="The file was not taken out" error={remove.error.error} /> : null}
      <Panel
        title="Published files"
        context="The file imported last speaks where two have the same figure."
        flush
      >
        <Loaded query={files} what="the published files">
          {({ files: rows }) => (
            <DataTable
              caption="Published files that were imported"
              columns={columnsOf(mayImport ? setRemoving : undefined)}
              rows={rows}
              rowKey={({ id }) => id}
              empty={
                <EmptyState icon={InboxIcon} title="No published file is here yet">
                  Download suspensions and permanent exclusions from the Department’s statistics, or the
                  school-level file, and import the CSV files. They are figures of others: nothing of them is
                  sent anywhere.
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Panel>
      <ConfirmDialog
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title="Take this file out?"
        confirmLabel="Take it out"
        destructive
        busy={remove.isPending}
        onConfirm={() => {
          if (removing) remove.mutate({ id: removing.id }, { onSettled: () => setRemoving(undefined) });
        }}
      >
        The figures of “{removing?.fileName}” are not shown any more. The file can be imported again.
      </ConfirmDialog>
    </Stack>
  );
}

function columnsOf(onRemove: ((file: PublishedFile) => void) | undefined): readonly Column<PublishedFile>[] {
  return [
    {
      key: 'file',
      header: 'File',
      width: '30%',
      value: ({ fileName }) => fileName,
      render: ({ fileName }) => <span className={styles.file}>{fileName}</span>,
    },
    { key: 'layout', header: 'What it is', value: ({ layout }) => layout },
    {
      key: 'levels',
      header: 'Of',
      render: ({ levels }) =>
        levels.map(({ level, from, to }) => (
          <span key={level} className={styles.cell}>
            {levelWords(level)},{' '}
            {from === to ? formatSchoolYear(from) : `${formatSchoolYear(from)} to ${formatSchoolYear(to)}`}
          </span>
        )),
    },
    {
      key: 'lines',
      header: 'Lines',
      numeric: true,
      value: ({ lines }) => lines,
      render: ({ lines }) => lines.toLocaleString('en-GB'),
    },
    {
      key: 'at',
      header: 'Imported',
      value: ({ importedAt }) => importedAt,
      render: ({ importedAt, importedBy }) => (
        <>
          <InstantText instant={importedAt} />
          <span className={`${styles.muted} ${styles.cell}`}>{importedBy}</span>
        </>
      ),
    },
    ...(onRemove
      ? [
          {
            key: 'remove',
            header: 'Change',
            render: (file: PublishedFile) => (
              <Button size="small" variant="quiet" onClick={() => onRemove(file)}>
                Take out…
              </Button>
            ),
          },
        ]
      : []),
  ];
}
