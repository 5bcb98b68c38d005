import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark.tsx';
import styles from './frame.module.css';

/** What is shown before anybody works here: the sign of the app, and one form. */
export function Door({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.bare}>
      <div className={styles.door}>
        <BrandMark size={40} />
        {children}
      </div>
    </main>
  );
}
