import { Button } from '../../ui/form/button.tsx';
import type { Preview } from './use-pupil-import.ts';
import styles from './import.module.css';

type ImportRow = Preview['rows'][number];
export type OutcomeChoice = ImportRow['outcome'] | 'warned' | 'all';

const CHOICES: readonly (readonly [OutcomeChoice, string])[] = [
  ['all', 'All'],
  ['new', 'New'],
  ['changed', 'Changed'],
  ['unchanged', 'Unchanged'],
  ['refused', 'Refused'],
  ['warned', 'With remarks'],
];

interface OutcomeFilterProps {
  readonly rows: readonly ImportRow[];
  readonly value: OutcomeChoice;
  readonly onChange: (choice: OutcomeChoice) => void;
}

/** How many pupils have each outcome; pressing one shows them alone. */
export function OutcomeFilter({ rows, value, onChange }: OutcomeFilterProps) {
  const countOf = (choice: OutcomeChoice): number =>
    rows.filter((row) =>
      choice === 'all' ? true : choice === 'warned' ? row.problems.length > 0 : row.outcome === choice,
    ).length;
  return (
    <div className={styles.filter} role="group" aria-label="Show">
      {CHOICES.map(([choice, label]) => {
        const count = countOf(choice);
        return (
          <Button
            key={choice}
            size="small"
            variant={value === choice ? 'secondary' : 'quiet'}
            pressed={value === choice}
            disabled={count === 0 && choice !== 'all' && value !== choice}
            onClick={() => onChange(choice)}
          >
            {label} <span className={styles.count}>{count.toLocaleString('en-GB')}</span>
          </Button>
        );
      })}
    </div>
  );
}
