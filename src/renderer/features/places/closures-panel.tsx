import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate, formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { ClosedDayIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { Refusal } from './refusal.tsx';
import styles from './provider.module.css';

type Closure = OperationOutput<'providers.get'>['closures'][number];

interface ClosuresPanelProps {
  readonly providerId: string;
  readonly closures: readonly Closure[];
  readonly today: string;
  readonly mayEdit: boolean;
}

/** "Mon 1 to Fri 5 December 2025, mornings", "Tue 3 June 2025 pm". */
export function sayClosure({ from, to, slot }: Pick<Closure, 'from' | 'to' | 'slot'>): string {
  if (from === to) return slot === 'all' ? formatDate(from) : `${formatDate(from)} ${slot}`;
  const days = `${formatShortDate(from)} to ${formatDate(to)}`;
  return slot === 'all' ? days : `${days}, ${slot === 'am' ? 'mornings' : 'afternoons'}`;
}

const NEW = { from: null, to: null, slot: 'all', reason: '' } as const;

/** The days on which the provider is closed, from today on. */
export function ClosuresPanel({ providerId, closures, today, mayEdit }: ClosuresPanelProps) {
  const close = useCommand('providers.close');
  const reopen = useCommand('providers.reopen');
  const [draft, setDraft] = useState<{
    readonly from: string | null;
    readonly to: string | null;
    readonly slot: Closure['slot'];
    readonly reason: string;
  }>(NEW);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<{ readonly title: string; readonly failed: OperationError }>();
  const coming = closures.filter(({ to }) => to >= today);
  const change = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }));

  const attempt = async (title: string, step: () => Promise<void>) => {
    setRefused(undefined);
    try {
      await step();
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      if (failed.error.code === 'invalid-input') setErrors(failed.fields);
      else setRefused({ title, failed });
    }
  };

  const add = async () => {
    const { from, slot, reason } = draft;
    const missing = {
      ...(from === null ? { from: 'Enter the first day.' } : {}),
      ...(reason.trim() === '' ? { reason: 'Enter why it is closed.' } : {}),
    };
    setErrors(missing);
    if (from === null || reason.trim() === '' || close.isPending) return;
    await attempt('Not closed', async () => {
      await close.mutateAsync({ providerId, from, to: draft.to ?? from, slot, reason });
      setDraft(NEW);
      notify({ title: 'Closed', text: sayClosure({ from, to: draft.to ?? from, slot }) });
    });
  };

  const remove = (closure: Closure) =>
    attempt('Not opened again', async () => {
      await reopen.mutateAsync({ closureId: closure.id });
      const { from, to, slot, reason } = closure;
      notify({
        title: 'Open again',
        text: sayClosure(closure),
        action: {
          label: 'Undo',
          onSelect: () =>
            void attempt('Not undone', async () => {
              await close.mutateAsync({ providerId, from, to, slot, reason });
            }),
        },
      });
    });

  return (
    <Panel title="Closed days" context="From today on">
      <Stack gap={4}>
        {coming.length === 0 ? (
          <EmptyState icon={ClosedDayIcon} title="No closed days ahead" />
        ) : (
          <ul className={styles.closures}>
            {coming.map((closure) => (
              <li key={closure.id}>
                <span>
                  {sayClosure(closure)}
                  <span className={styles.reason}>{closure.reason}</span>
                </span>
                {mayEdit ? (
                  <Button size="small" variant="quiet" onClick={() => void remove(closure)}>
                    Open again
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {refused ? <Refusal failure={{ title: refused.title, error: refused.failed.error }} /> : null}
        {mayEdit ? (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <Stack gap={3}>
              <h3>Close more days</h3>
              <Row gap={3} align="start">
                <DateField
                  label="First day"
                  name="from"
                  value={draft.from}
                  error={errors['from']}
                  onChange={(from) => change({ from })}
                />
                <DateField
                  label="Last day"
                  name="to"
                  optional
                  note={draft.to === null ? 'Empty for a single day' : undefined}
                  value={draft.to}
                  error={errors['to']}
                  onChange={(to) => change({ to })}
                />
              </Row>
              <SegmentedChoice
                label="Which part of the day"
                value={draft.slot}
                onChange={(slot) => change({ slot })}
                options={[
                  { value: 'all', label: 'Whole day' },
                  { value: 'am', label: 'Morning' },
                  { value: 'pm', label: 'Afternoon' },
                ]}
              />
              <TextField
                label="Why"
                name="reason"
                value={draft.reason}
                maxLength={120}
                error={errors['reason']}
                onChange={(reason) => change({ reason })}
              />
              <Row justify="end">
                <Button type="submit" loading={close.isPending}>
                  Close these days
                </Button>
              </Row>
            </Stack>
          </form>
        ) : null}
      </Stack>
    </Panel>
  );
}
