import { TargetTag } from '../../ui/support/target-list.tsx';
import styles from '../../ui/support/support.module.css';
import type { Plan } from '../../ui/support/types.ts';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';

/** Reviews, the latest first: how each target stood, and what was said. */
export function ReviewList({ reviews }: Pick<Plan, 'reviews'>) {
  const { drawn } = useCurtain();
  return (
    <ol className={styles.plain}>
      {reviews.map(({ on, by, note, outcome }) => (
        <li key={on}>
          <strong>
            <DateText date={on} />
          </strong>
          , {by}
          {drawn ? null : <p className={styles.prose}>{note}</p>}
          <ul className={styles.brief}>
            {outcome.map(({ target, state }) => (
              <li key={target} className={styles.line}>
                <span className={styles.words}>{drawn ? '…' : target}</span>
                <TargetTag state={state} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
