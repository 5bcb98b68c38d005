import { backupReasonWords } from '#shared/text/backup-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { HistoryIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import type { ListedBackup } from './types.ts';

interface Props {
  readonly backups: readonly ListedBackup[];
  readonly where: string;
  /** The backup made just before a restore, right after it. */
  readonly wayBack: string | undefined;
  readonly onChoose: (backup: ListedBackup) => void;
}

const PLACES = { first: 'This PC', second: 'Second place', chosen: 'Chosen folder' } as const;

const columns = (onChoose: Props['onChoose']): readonly Column<ListedBackup>[] => [
  {
    key: 'at',
    header: 'Made',
    value: ({ at }) => at,
    render: ({ at }) => <InstantText instant={at} />,
    width: '22%',
  },
  { key: 'reason', header: 'Why', render: ({ reason }) => backupReasonWords(reason) },
  { key: 'place', header: 'Where', render: ({ place }) => PLACES[place] },
  { key: 'pupils', header: 'Pupils', numeric: true, value: ({ pupils }) => pupils },
  { key: 'exclusions', header: 'Exclusions', numeric: true, value: ({ exclusions }) => exclusions },
  {
    key: 'size',
    header: 'Size',
    numeric: true,
    value: ({ bytes }) => bytes,
    render: ({ bytes }) => sizeText(bytes),
  },
  {
    key: 'do',
    header: 'Do',
    width: '130px',
    render: (backup) =>
      backup.whole ? (
        <Button size="small" onClick={() => onChoose(backup)}>
          Look into it
        </Button>
      ) : (
        <StatusTag tone="overdue">Damaged</StatusTag>
      ),
  },
];

const sizeText = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** The list, the newest first. */
export function BackupsPanel({ backups, where, wayBack, onChoose }: Props) {
  const back = backups.find(({ backupId }) => backupId === wayBack);
  return (
    <>
      {back ? (
        <Callout
          tone="info"
          title="The backup was restored"
          live="status"
          actions={<Button onClick={() => onChoose(back)}>Look at what was there before</Button>}
        >
          What was there before is kept as a backup of <InstantText instant={back.at} />: it can be restored
          in the same way.
        </Callout>
      ) : null}
      <Panel title="Backups" context={`In ${where}`} flush>
        <DataTable
          caption="Backups"
          columns={columns(onChoose)}
          rows={backups}
          rowKey={({ backupId }) => backupId}
          maxHeight="50vh"
          empty={
            <EmptyState icon={HistoryIcon} title="There is no backup yet">
              The first is made within a minute. Choose a second place below, so that a broken PC costs
              nothing.
            </EmptyState>
          }
        />
      </Panel>
    </>
  );
}
