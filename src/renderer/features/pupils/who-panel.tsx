import { useNavigate } from '@tanstack/react-router';
import { useOperation } from '../../api/client.ts';
import { AuditTable } from '../../ui/audit/audit-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { HistoryIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';

const SHOWN = 10;

/** Who did what with this pupil's record: changed it, looked at it from outside, took it out. */
export function WhoPanel({ pupilId }: { readonly pupilId: string }) {
  const navigate = useNavigate();
  const list = useOperation('audit.list', { pupilId, limit: SHOWN });
  return (
    <ScreenOnly>
      <Panel
        title="Who did what"
        context="The last rows of the audit trail about this pupil: what was done, looked at from outside and taken out."
        flush
        footer={
          list.data?.next === undefined ? undefined : (
            <TextLink to="/settings/audit" search={{ pupil: pupilId }}>
              All of this pupil’s rows
            </TextLink>
          )
        }
      >
        <Loaded query={list} what="the audit trail">
          {({ rows }) => (
            <AuditTable
              caption="The audit trail of this pupil, newest first"
              rows={rows}
              ofOnePupil
              onOpen={({ id }) =>
                void navigate({ to: '/settings/audit', search: { pupil: pupilId, row: String(id) } })
              }
              empty={
                <EmptyState icon={HistoryIcon} title="Nothing is in the audit trail about this pupil yet" />
              }
            />
          )}
        </Loaded>
      </Panel>
    </ScreenOnly>
  );
}
