import { countedKindWords } from '#shared/text/backup-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Preview } from './types.ts';

type Kind = Preview['kinds'][number];

const COLUMNS: readonly Column<Kind>[] = [
  { key: 'kind', header: 'What', render: ({ kind }) => countedKindWords(kind) },
  { key: 'inBackup', header: 'In the backup', numeric: true, value: ({ inBackup }) => inBackup },
  { key: 'now', header: 'Now', numeric: true, value: ({ now }) => now },
  { key: 'added', header: 'Taken away', numeric: true, value: ({ added }) => added },
  { key: 'changed', header: 'As they were then', numeric: true, value: ({ changed }) => changed },
  { key: 'missing', header: 'Come back', numeric: true, value: ({ missing }) => missing },
];

/** What a restore would do, before anybody decides. */
export function PreviewFacts({ preview }: { readonly preview: Preview }) {
  const { kinds, sameHistory, changesSince, newest, erasures, migrated } = preview;
  const told = kinds.filter(({ inBackup, now }) => inBackup > 0 || now > 0);
  return (
    <Stack gap={4}>
      {sameHistory ? null : (
        <Callout tone="overdue" title="This backup is not of these records">
          It is of another database, or of another course of this one. Restore it only if that is what you
          want.
        </Callout>
      )}
      <Text>
        The backup was copied, opened and checked: it can be restored.
        {migrated ? ' It is of an older version and was brought to this one.' : ''}{' '}
        {changesSince === 0
          ? 'Nothing was recorded since.'
          : `${plural(changesSince, 'entry', 'entries')} of the audit trail came since.`}
        {erasures > 0 ? ` ${plural(erasures, 'erasure')} since will be done again.` : ''}
      </Text>
      <DataTable
        caption="What a restore would change"
        columns={COLUMNS}
        rows={told}
        rowKey={({ kind }) => kind}
        empty={<Text muted>The backup has no records.</Text>}
      />
      {newest.length > 0 ? (
        <DataTable
          caption="The newest changes that would be taken away"
          showCaption
          columns={[
            { key: 'at', header: 'When', render: ({ at }) => <InstantText instant={at} />, width: '26%' },
            { key: 'by', header: 'Who', render: ({ by }) => by },
            { key: 'pupil', header: 'Pupil', render: ({ pupil }) => pupil ?? '' },
            { key: 'operation', header: 'What', render: ({ operation }) => operation },
          ]}
          rows={newest}
          rowKey={({ at, operation }) => `${at} ${operation}`}
          empty={null}
        />
      ) : null}
    </Stack>
  );
}
