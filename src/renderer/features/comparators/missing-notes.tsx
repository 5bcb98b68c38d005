import { Callout } from '../../ui/feedback/callout.tsx';
import styles from './comparators.module.css';

/** What is wanting, in words; nothing where nothing is. */
export function MissingNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <Callout tone="info" title="What is missing">
      {notes.length === 1 ? (
        notes[0]
      ) : (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
