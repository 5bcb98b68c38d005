import { clockTime } from '#shared/text/clock-time.ts';
import { useOperation } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SaveIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

/** What was done on this PC while the shared database could not be reached, and is still to be sent. */
export function OutboxPage() {
  const list = useOperation('outbox.list', {});
  const away = useOperation('outbox.status', {}).data?.away;
  return (
    <Page width="form">
      <PageHeader
        title="Outbox"
        context="What was recorded while the shared database could not be reached. It is sent by itself, in this order, each once."
      />
      <Stack gap={4}>
        {away ? (
          <Callout tone="info" title={`The shared database cannot be reached since ${clockTime(away.since)}`}>
            Exclusions can be drafted and issued and their letters printed. Places are booked when it is back.
            What is shown is as it was at {clockTime(away.takenAt)}, with what you have recorded since.
          </Callout>
        ) : null}
        <Loaded query={list} what="the outbox">
          {({ entries }) =>
            entries.length === 0 ? (
              <EmptyState icon={SaveIcon} title="Nothing waits to be sent" />
            ) : (
              <Stack gap={3}>
                {entries.map((entry) => (
                  <WaitingPanel key={entry.id} entry={entry} away={away !== undefined} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}
