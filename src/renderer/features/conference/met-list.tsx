import { sayCriterion, sayMet } from '#shared/text/conference-words.ts';
import type { ListedPupil } from './types.ts';
import styles from './conference.module.css';

interface MetListProps {
  readonly met: ListedPupil['met'];
  readonly limitDays: number;
}

/** Each criterion that is met, with by how much. */
export function MetList({ met, limitDays }: MetListProps) {
  return (
    <ul className={styles.met}>
      {met.map((one) => {
        const words = sayCriterion(one.criterion, limitDays);
        return (
          <li key={words}>
            {words}: <strong>{sayMet(one)}</strong>
          </li>
        );
      })}
    </ul>
  );
}
