import { Spinner } from './spinner.tsx';
import styles from './spinner.module.css';

/** What is being waited for, in words: "Loading the places". */
export function Loader({ label }: { readonly label: string }) {
  return (
    <span className={styles.line} role="status">
      <Spinner />
      {label}
    </span>
  );
}
