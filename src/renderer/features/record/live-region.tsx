import type { ReactNode } from 'react';
import styles from './record.module.css';

// A region that scrolls by itself must be within reach of the keyboard.
const REACHABLE = { role: 'region', tabIndex: 0 } as const;

/** The column beside the case. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.region} aria-label="Consequences" {...REACHABLE}>
      {children}
    </div>
  );
}
