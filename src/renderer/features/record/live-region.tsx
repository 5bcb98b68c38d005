import type { ReactNode } from 'react';
import styles from './record.module.css';

/** The column beside the case. It scrolls by itself, so the keyboard must be able to reach it. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.region} role="region" aria-label="Consequences" tabIndex={0}>
      {children}
    </div>
  );
}
