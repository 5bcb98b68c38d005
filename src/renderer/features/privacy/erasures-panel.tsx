import { RETENTION_KINDS } from '#shared/domain/privacy/types.ts';
import { retentionKindWords } from '#shared/text/privacy-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';

interface Row {
  readonly id: string;
  readonly at: string;
  readonly byName: string;
  readonly kind: string;
  readonly reason: string;
  readonly rows: number;
}

const kindWords = (kind: string): string => {
  const known = RETENTION_KINDS.find((one) => one === kind);
  return known === undefined ? 'Everything about a pupil' : retentionKindWords(known);
};

const COLUMNS: readonly Column<Row>[] = [
  { key: 'at', header: 'When', nowrap: true, render: ({ at }) => <InstantText instant={at} /> },
  { key: 'by', header: 'By', value: ({ byName }) => byName },
  { key: 'kind', header: 'What', value: ({ kind }) => kindWords(kind) },
  { key: 'rows', header: 'Entries', numeric: true, value: ({ rows }) => rows },
  { key: 'reason', header: 'Why', value: ({ reason }) => reason },
];

/** What was erased, without whom it was about. */
export function ErasuresPanel() {
  const erasures = useOperation('privacy.erasures', {});
  return (
    <Loaded query={erasures} what="what was erased">
      {({ erasures: rows }) => (
        <Panel
          title="What was erased"
          context="Done again by itself when an older backup is brought back."
          flush={rows.length > 0}
        >
          <DataTable
            caption="Erasures"
            columns={COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
            maxHeight="40vh"
            empty={
              <EmptyState icon={CheckIcon} title="Nothing was erased yet">
                Each erasure stands here, with who did it and why.
              </EmptyState>
            }
          />
        </Panel>
      )}
    </Loaded>
  );
}
