import { Callout } from '../../ui/feedback/callout.tsx';
import styles from './letters.module.css';

/** What in the record is no longer as the letter that was sent says. */
export function StaleCallout({ stale }: { readonly stale: readonly string[] }) {
  if (stale.length === 0) return null;
  return (
    <Callout tone="overdue" title="Out of date: the record has changed since it was sent">
      <ul className={styles.plain}>
        {stale.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      Send it again as it stands now; what was sent stays in the log.
    </Callout>
  );
}
