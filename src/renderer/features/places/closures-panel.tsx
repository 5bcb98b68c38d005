import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { sayClosure } from '#shared/text/closure-words.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ClosedDayIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { ClosureForm } from './closure-form.tsx';
import type { StoredProvider } from './provider-draft.ts';
import { Refusal } from './refusal.tsx';
import styles from './provider.module.css';

type Closure = OperationOutput<'providers.get'>['closures'][number];

interface ClosuresPanelProps {
  readonly provider: StoredProvider;
  readonly closures: readonly Closure[];
  readonly today: string;
  readonly mayEdit: boolean;
}

/** Days on which the provider is closed or has places out of use, from today on, and the form for more. */
export function ClosuresPanel({ provider, closures, today, mayEdit }: ClosuresPanelProps) {
  const reopen = useCommand('providers.reopen');
  const close = useCommand('providers.close');
  const [refused, setRefused] = useState<{ readonly title: string; readonly failed: OperationError }>();
  const coming = closures.filter(({ to }) => to >= today);

  const attempt = async (title: string, step: () => Promise<void>) => {
    setRefused(undefined);
    try {
      await step();
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      setRefused({ title, failed });
    }
  };

  const remove = ({ id, ...closure }: Closure) =>
    attempt('Not opened again', async () => {
      await reopen.mutateAsync({ closureId: id });
      notify({
        title: closure.places === undefined ? 'Open again' : 'Places back in use',
        text: sayClosure(closure),
        action: {
          label: 'Undo',
          onSelect: () =>
            void attempt('Not undone', async () => {
              await close.mutateAsync({ providerId: provider.id, ...closure });
            }),
        },
      });
    });

  const list = (
    <Panel title="Closed days and places out of use" context="From today on" flush>
      {refused ? (
        <div className={styles.inPanel}>
          <Refusal failure={{ title: refused.title, error: refused.failed.error }} />
        </div>
      ) : null}
      {coming.length === 0 ? (
        <EmptyState icon={ClosedDayIcon} title="No closed days ahead">
          {mayEdit ? 'Days on which it is closed, or has fewer places, are entered beside.' : null}
        </EmptyState>
      ) : (
        <ul className={styles.closures}>
          {coming.map((closure) => (
            <li key={closure.id}>
              <span>
                {sayClosure(closure)}
                <span className={styles.reason}>{closure.reason}</span>
              </span>
              <span className={styles.closureEnd}>
                {closure.places === undefined ? (
                  <StatusTag tone="closed">Closed</StatusTag>
                ) : (
                  <StatusTag tone="due">{plural(closure.places, 'place')} out of use</StatusTag>
                )}
                {mayEdit ? (
                  <Button size="small" variant="quiet" onClick={() => void remove(closure)}>
                    {closure.places === undefined ? 'Open again' : 'Put back'}
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
  if (!mayEdit) return list;
  return (
    <SplitLayout kind="form" aside={list}>
      <ClosureForm provider={provider} />
    </SplitLayout>
  );
}
