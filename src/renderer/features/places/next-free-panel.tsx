import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useDebounced } from '../../ui/hooks/use-debounced.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { NamedText } from './named-text.tsx';
import { sessionKey } from './board-view.ts';
import styles from './board.module.css';

type NextFree = OperationOutput<'places.next-free'>['providers'][number];

interface NextFreePanelProps {
  readonly exclusionId: string;
  readonly name: string;
  /** How many the pupil needs. */
  readonly sessions: number;
  readonly mayBook: boolean;
  readonly onBoard: (date: string) => void;
}

/** When each provider can next take the pupil, and its wait list. */
export function NextFreePanel({ exclusionId, name, sessions, mayBook, onBoard }: NextFreePanelProps) {
  const personName = usePersonName();
  const [inARow, setInARow] = useState<number | null>(Math.min(sessions, 2));
  const asked = useDebounced(inARow ?? 1, 250);
  const next = useOperation('places.next-free', { exclusionId, sessions: asked }, { keepPrevious: true });
  const waiting = useOperation('waiting.list', { exclusionId });
  const add = useCommand('waiting.add');
  const leave = useCommand('waiting.leave');
  const waitingAt = new Map(waiting.data?.waiting.map((one) => [one.providerId, one]));

  const join = ({ providerId, providerName }: NextFree) =>
    add.mutate(
      { exclusionId, providerId },
      {
        onSuccess: ({ freeOn }) =>
          notify({
            title: `On the wait list of ${providerName}`,
            text: freeOn
              ? `It could take the pupil on ${sayShortSession(freeOn)} already.`
              : 'You are told here and on Today when a place comes free.',
          }),
        onError: ({ error }) =>
          notify({ tone: 'overdue', title: 'Not put on the list', text: error.message }),
      },
    );
  const columns: Column<NextFree>[] = [
    { key: 'provider', header: 'Provider', value: ({ providerName }) => providerName },
    {
      key: 'next',
      header: 'Next free',
      value: (row) => (row.next?.[0] ? sessionKey(row.next[0]) : null),
      render: (row) => {
        const [first] = row.next ?? [];
        if (!first)
          return (
            <Disclosure summary="Not within the days searched">
              <NamedText>{row.why ?? 'It has no such run.'}</NamedText>
            </Disclosure>
          );
        return (
          <Button size="small" variant="quiet" onClick={() => onBoard(first.date)}>
            {sayShortSession(first)}
            <VisuallyHidden> at {row.providerName}, show on the board</VisuallyHidden>
          </Button>
        );
      },
    },
    {
      key: 'wait',
      header: 'Wait list',
      nowrap: true,
      render: (row) => {
        const there = waitingAt.get(row.providerId);
        if (!mayBook) return there ? 'Waiting' : '';
        return there ? (
          <Button size="small" loading={leave.isPending} onClick={() => leave.mutate({ id: there.id })}>
            Take off
            <VisuallyHidden> the wait list of {row.providerName}</VisuallyHidden>
          </Button>
        ) : (
          <Button size="small" loading={add.isPending} onClick={() => join(row)}>
            Wait
            <VisuallyHidden> for a place at {row.providerName}</VisuallyHidden>
          </Button>
        );
      },
    },
  ];
  return (
    <Panel
      title="When a place is free"
      context={`The next sessions in a row that each provider could take ${personName(name)}`}
      actions={
        <div className={styles.inRow}>
          <NumberField
            label="Sessions in a row"
            name="sessions"
            width="narrow"
            value={inARow}
            min={1}
            max={60}
            onChange={setInARow}
          />
        </div>
      }
      flush
    >
      <Loaded query={next} what="the next free places">
        {({ providers }) => (
          <DataTable
            caption="When each provider can next take the pupil"
            columns={columns}
            rows={providers}
            rowKey={({ providerId }) => providerId}
            initialSort={{ key: 'next', direction: 'ascending' }}
            maxHeight="50vh"
            empty={<EmptyState icon={PlaceIcon} title="No providers yet" />}
          />
        )}
      </Loaded>
    </Panel>
  );
}
