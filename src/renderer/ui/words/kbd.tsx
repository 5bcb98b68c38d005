import styles from './kbd.module.css';

/** A key or a chord of keys, written "Ctrl+K". */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keys}</kbd>;
}
