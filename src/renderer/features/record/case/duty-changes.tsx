import type { OperationOutput } from '#shared/contract/contract.ts';
import { Panel } from '../../../ui/layout/panel.tsx';
import { Text } from '../../../ui/layout/text.tsx';
import { InstantText } from '../../../ui/words/instant-text.tsx';
import styles from './case.module.css';

export type DutyChange = OperationOutput<'duties.list'>['changes'][number];

/** What changed among the duties since the case was issued, newest first, and why. */
export function DutyChanges({ changes }: { readonly changes: readonly DutyChange[] }) {
  const newest = changes.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return (
    <Panel title="What changed, and why">
      {newest.length === 0 ? (
        <Text muted>Nothing has changed since the case was issued.</Text>
      ) : (
        <ol className={styles.changes}>
          {newest.map(({ key, title, text, at, userName }) => (
            <li key={`${at} ${key} ${text}`}>
              <strong>{title}</strong>
              <span>{text}</span>
              <span className={styles.who}>
                {userName}, <InstantText instant={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
