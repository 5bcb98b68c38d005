import { useOperation } from '../../api/client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { HistoryIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import styles from './provider.module.css';

/** What was changed about the provider, newest first, with who and why. */
export function ProviderChanges({ providerId }: { readonly providerId: string }) {
  const query = useOperation('providers.history', { providerId });
  return (
    <Loaded query={query} what="the changes">
      {({ changes }) => (
        <Panel title="Changes" context="Newest first">
          {changes.length === 0 ? (
            <EmptyState icon={HistoryIcon} title="Nothing was changed yet">
              What is changed about the provider is listed here, with who did it and why.
            </EmptyState>
          ) : (
            <ol className={styles.changes}>
              {changes.map(({ at, by, reason, lines }) => (
                <li key={`${at} ${lines.join()}`}>
                  <p className={styles.changedWhen}>
                    <InstantText instant={at} /> · <PersonName name={by} kind="staff" />
                  </p>
                  <ul>
                    {lines.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                  {reason ? <p className={styles.reason}>Why: {reason}</p> : null}
                </li>
              ))}
            </ol>
          )}
        </Panel>
      )}
    </Loaded>
  );
}
