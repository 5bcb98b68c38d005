import type { OperationOutput } from '#shared/contract/contract.ts';
import { countedKindWords } from '#shared/text/backup-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import type { RecoveredKind } from './types.ts';

const COLUMNS: readonly Column<RecoveredKind>[] = [
  { key: 'kind', header: 'What', render: ({ kind }) => countedKindWords(kind) },
  { key: 'rows', header: 'Recovered', numeric: true, value: ({ rows }) => rows },
  {
    key: 'newer',
    header: 'Newer than the backup',
    numeric: true,
    value: ({ added, newer }) => added + newer,
  },
  { key: 'older', header: 'As in the backup', numeric: true, value: ({ keptOlder }) => keptOlder },
  { key: 'lost', header: 'Lost', numeric: true, value: ({ lost, orphans }) => lost + orphans },
  {
    key: 'certain',
    header: 'Complete',
    render: ({ lost, orphans, keptOlder, certain }) =>
      !certain ? (
        <StatusTag tone="due">Cannot be told</StatusTag>
      ) : lost + orphans > 0 ? (
        <StatusTag tone="overdue">No</StatusTag>
      ) : keptOlder > 0 ? (
        <StatusTag tone="due">Some older</StatusTag>
      ) : (
        <StatusTag tone="done">Yes</StatusTag>
      ),
  },
];

/** What can be, or was, recovered: by kind, and what not. */
export function RecoveredFacts({ told }: { readonly told: OperationOutput<'recovery.preview'> }) {
  return (
    <Stack gap={3}>
      <Callout tone={told.readable ? 'info' : 'due'}>
        {told.backupAt === undefined ? (
          'No backup could be used. '
        ) : (
          <>
            The backup of <InstantText instant={told.backupAt} /> is good.{' '}
          </>
        )}
        {told.readable
          ? 'The damaged file was read as far as it goes.'
          : 'Nothing of the damaged file can be read: what was entered after the backup is not there.'}
      </Callout>
      <DataTable
        caption="What is recovered"
        columns={COLUMNS}
        rows={told.kinds.filter(({ rows, lost, orphans, certain }) => rows + lost + orphans > 0 || !certain)}
        rowKey={({ kind }) => kind}
        empty="There are no records."
      />
    </Stack>
  );
}
