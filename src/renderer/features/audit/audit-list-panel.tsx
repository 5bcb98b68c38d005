import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { AuditTable, type AuditEntry } from '../../ui/audit/audit-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { HistoryIcon, NextIcon, PreviousIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { filterOf, isNarrowed, type AuditSearch } from './audit-search.ts';

const PAGE = 50;

interface AuditListPanelProps {
  readonly search: AuditSearch;
  readonly onOpen: (row: AuditEntry) => void;
  readonly onShowAll: () => void;
}

/** The rows, a page at a time, newest first. */
export function AuditListPanel({ search, onOpen, onShowAll }: AuditListPanelProps) {
  // The row before which each page ends; none for the newest.
  const [pages, setPages] = useState<readonly (number | undefined)[]>([undefined]);
  const before = pages.at(-1);
  const list = useOperation(
    'audit.list',
    { ...filterOf(search), limit: PAGE, ...(before === undefined ? {} : { before }) },
    { keepPrevious: true },
  );
  const next = list.data?.next;
  return (
    <Panel flush>
      <Loaded query={list} what="the audit trail">
        {({ rows }) => (
          <AuditTable
            caption="The audit trail, newest first"
            rows={rows}
            selected={search.row === undefined ? undefined : Number(search.row)}
            onOpen={onOpen}
            empty={
              isNarrowed(search) ? (
                <EmptyState
                  icon={HistoryIcon}
                  title="No row of the trail is like that"
                  action={<Button onClick={onShowAll}>Show all</Button>}
                >
                  Choose other days, another person or another area.
                </EmptyState>
              ) : (
                <EmptyState icon={HistoryIcon} title="Nothing has been done yet">
                  Whatever is done, looked at from outside or taken out appears here.
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      {pages.length > 1 || next !== undefined ? (
        <ScreenOnly>
          <Row gap={2} justify="end">
            <Button
              size="small"
              icon={PreviousIcon}
              disabled={pages.length === 1}
              onClick={() => setPages(pages.slice(0, -1))}
            >
              Newer
            </Button>
            <Button
              size="small"
              icon={NextIcon}
              disabled={next === undefined}
              onClick={() => setPages([...pages, next])}
            >
              Older
            </Button>
          </Row>
        </ScreenOnly>
      ) : null}
    </Panel>
  );
}
