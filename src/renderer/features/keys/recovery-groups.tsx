import styles from './keys.module.css';

/** A recovery key as it is read out and typed: its groups, numbered. */
export function RecoveryGroups({ recoveryKey }: { readonly recoveryKey: string }) {
  return (
    <ol className={styles.groups} aria-label="Recovery key, in seven groups">
      {recoveryKey.split('-').map((characters, at) => (
        <li key={`${String(at)}${characters}`} className={styles.group}>
          <span className={styles.number}>{at + 1}</span>
          <span className={styles.characters}>{characters}</span>
        </li>
      ))}
    </ol>
  );
}
