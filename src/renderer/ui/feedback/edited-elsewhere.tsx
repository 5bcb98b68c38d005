import { editingText, type SomebodyEditing } from '../words/editing-words.ts';
import { useToday } from '../words/today.tsx';
import styles from './edited-elsewhere.module.css';

interface EditedElsewhereProps {
  readonly others: readonly SomebodyEditing[];
}

/** A quiet line: who else has this record open at another PC. Nothing where nobody has. */
export function EditedElsewhere({ others }: EditedElsewhereProps) {
  const today = useToday();
  // The region stays, so that whoever comes is read out.
  return (
    <p role="status" className={styles.line}>
      {editingText(others, today)}
    </p>
  );
}
