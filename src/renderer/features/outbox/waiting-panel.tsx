import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { clockTime } from '#shared/text/clock-time.ts';
import { useCommand } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { DiscardForm } from './discard-form.tsx';

type Entry = OperationOutput<'outbox.list'>['entries'][number];

/** One command: what was sent, what the server said, and what can be done about it. */
export function WaitingPanel({ entry, away }: { readonly entry: Entry; readonly away: boolean }) {
  const again = useCommand('outbox.try-again');
  const save = useCommand('exclusions.save-draft');
  const discard = useCommand('outbox.discard');
  const navigate = useNavigate();
  const [discarding, setDiscarding] = useState(false);
  const nameOf = usePersonName();
  const stopped = entry.state === 'stopped';
  const error = (again.error ?? save.error ?? discard.error)?.error;

  /** As a draft of its own, which the usual screen changes; then it goes from here. */
  function change({ id: _id, version: _version, ...draft }: NonNullable<Entry['draft']>) {
    save.mutate(draft, {
      onSuccess: ({ id }) =>
        discard.mutate(
          { id: entry.id, reason: 'Kept as a draft of its own to be changed' },
          { onSuccess: () => void navigate({ to: '/record', search: { exclusion: id } }) },
        ),
    });
  }

  const name = nameOf(entry.pupilName);
  return (
    <Panel title={[entry.what, name].filter((part) => part !== '').join(': ')}>
      <Stack gap={3}>
        <Row gap={2}>
          <StatusTag tone={stopped ? 'overdue' : 'held'}>
            {stopped ? 'Not sent' : 'Waits to be sent'}
          </StatusTag>
          <span>
            {entry.title}. Given at {clockTime(entry.givenAt)} by {entry.givenBy}.
          </span>
        </Row>
        {stopped && entry.said !== undefined ? (
          <Callout tone="due" title="The server said">
            {entry.said}
          </Callout>
        ) : null}
        {error ? <ErrorCallout title="Not done" error={error} /> : null}
        {entry.sent.length > 0 ? <DefinitionList items={entry.sent} /> : null}
        {stopped ? (
          <Row gap={2}>
            <Button
              loading={again.isPending}
              disabled={away}
              disabledReason="The server cannot be reached."
              onClick={() => again.mutate({ id: entry.id })}
            >
              Try again
            </Button>
            {entry.draft ? (
              <Button
                loading={save.isPending}
                disabled={away}
                disabledReason="The server cannot be reached."
                onClick={() => entry.draft && change(entry.draft)}
              >
                Change…
              </Button>
            ) : null}
            <Button
              disabled={away}
              disabledReason="The server cannot be reached."
              expanded={discarding}
              onClick={() => setDiscarding(!discarding)}
            >
              Discard…
            </Button>
          </Row>
        ) : null}
        {discarding ? <DiscardForm id={entry.id} onClose={() => setDiscarding(false)} /> : null}
      </Stack>
    </Panel>
  );
}
