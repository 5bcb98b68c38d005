import type { ReactNode } from 'react';
import { classes } from '../ui/theme/classes.ts';
import { BrandMark } from './brand-mark.tsx';
import styles from './frame.module.css';

/** What is shown before anybody works here: the sign of the app, and one form. */
export function Door({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <main className={styles.bare}>
      <div className={classes(styles.door, wide && styles.wideDoor)}>
        <BrandMark size={40} />
        {children}
      </div>
    </main>
  );
}
