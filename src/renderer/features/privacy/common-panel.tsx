import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { commonKindEffect, retentionKindWords } from '#shared/text/privacy-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { CommonDue } from './types.ts';

/** Old returns, refused files and details of the audit trail: nobody's alone, and erased together. */
export function CommonPanel() {
  const review = useOperation('privacy.review', {});
  const erase = useCommand('privacy.erase-common');
  const [chosen, setChosen] = useState<CommonDue>();
  const columns: readonly Column<CommonDue>[] = [
    { key: 'kind', header: 'What', render: ({ kind }) => retentionKindWords(kind) },
    { key: 'rows', header: 'Entries', numeric: true, value: ({ rows }) => rows },
    {
      key: 'oldest',
      header: 'Oldest',
      nowrap: true,
      render: ({ oldest }) => <DateText date={oldest} />,
    },
    { key: 'effect', header: 'Erasing', render: ({ kind }) => commonKindEffect(kind) },
    {
      key: 'decide',
      header: 'Decide',
      render: (row) => (
        <Button size="small" onClick={() => setChosen(row)}>
          Erase…
        </Button>
      ),
    },
  ];
  return (
    <Loaded query={review} what="the records that are due">
      {({ common }) => (
        <Panel
          title="Files, returns and the audit trail"
          context="Held for many pupils together, and over their time."
          flush={common.length > 0}
        >
          <DataTable
            caption="Records of many pupils that are over their time"
            columns={columns}
            rows={common}
            rowKey={({ kind }) => kind}
            empty={
              <EmptyState icon={CheckIcon} title="Nothing is due">
                Old returns and refused files are listed here when their time is over.
              </EmptyState>
            }
          />
          {chosen ? (
            <ReasonDialog
              title={`Erase ${plural(chosen.rows, 'entry', 'entries')}?`}
              confirmLabel="Erase for good"
              destructive
              busy={erase.isPending}
              error={erase.error?.error}
              onClose={() => setChosen(undefined)}
              onConfirm={(reason) =>
                erase.mutate(
                  { kind: chosen.kind, before: chosen.before, reason },
                  {
                    onSuccess: ({ rows }) => {
                      notify({ title: 'Erased', text: plural(rows, 'entry', 'entries') });
                      setChosen(undefined);
                    },
                  },
                )
              }
            >
              {retentionKindWords(chosen.kind)} of before {formatDate(chosen.before)}.{' '}
              {commonKindEffect(chosen.kind)} It cannot be undone; backups made before today hold it until
              they are thinned out.
            </ReasonDialog>
          ) : null}
        </Panel>
      )}
    </Loaded>
  );
}
