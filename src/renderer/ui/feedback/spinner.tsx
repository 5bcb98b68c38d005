import styles from './spinner.module.css';

/** The turning ring alone; give it words with Loader. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
