import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { DataTable } from '../../ui/data/data-table.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { appErrorOf, Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';

type Line = OperationOutput<'health.check'>['lines'][number];

const TAGS = {
  bad: <StatusTag tone="overdue">Wrong</StatusTag>,
  look: <StatusTag tone="due">Look</StatusTag>,
  good: <StatusTag tone="done">Well</StatusTag>,
} as const satisfies Record<Line['state'], unknown>;

const ORDER = Object.keys(TAGS);

/** How the server is, with what to do; what is wrong stands first. */
export function HealthPanel() {
  const health = useOperation('health.check', {}, { refreshEvery: 30_000 });
  const again = (
    <Button loading={health.isFetching} onClick={() => void health.refetch()}>
      Look again
    </Button>
  );
  const gone = health.error ? appErrorOf(health.error) : undefined;
  if (gone?.code === 'unreachable') {
    return (
      <Callout tone="overdue" title="The server cannot be reached" live="status" actions={again}>
        {gone.message} See whether other PCs reach it. If they do, look at this PC’s network; if not, ask
        whoever looks after the server to see that it runs. What is recorded meanwhile waits in the{' '}
        <Link to="/outbox">outbox</Link>.
      </Callout>
    );
  }
  return (
    <Panel title="How the server is" context={contextOf(health.data?.lines)} actions={again} flush>
      <Loaded query={health} what="how the server is">
        {({ lines }) => (
          <DataTable
            caption="How the server is"
            columns={[
              { key: 'state', header: 'State', width: '110px', render: ({ state }) => TAGS[state] },
              { key: 'text', header: 'What was looked at, and what to do', render: ({ text }) => text },
            ]}
            rows={lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))}
            rowKey={({ text }) => text}
            empty={null}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function contextOf(lines: readonly Line[] | undefined): string | undefined {
  if (!lines) return undefined;
  const wrong = lines.filter(({ state }) => state !== 'good').length;
  return wrong === 0 ? 'All is well.' : `${plural(wrong, 'thing')} to see to.`;
}
