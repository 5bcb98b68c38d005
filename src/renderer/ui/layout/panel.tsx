import { useId, type ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title?: string | undefined;
  /** A quiet line under the title. */
  readonly context?: ReactNode;
  /** Small buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly footer?: ReactNode;
  /** Lets a table or list run to the edges. */
  readonly flush?: boolean | undefined;
  readonly children: ReactNode;
}

/** A card on the canvas: one subject, under an h2 of its own. */
export function Panel({ title, context, actions, footer, flush, children }: PanelProps) {
  const heading = useId();
  return (
    <section className={styles.panel} aria-labelledby={title ? heading : undefined}>
      {title || actions ? (
        <div className={styles.head}>
          <div className={styles.words}>
            {title ? <h2 id={heading}>{title}</h2> : null}
            {context ? <div className={styles.context}>{context}</div> : null}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
      ) : null}
      <div className={classes(flush ? styles.flush : styles.body)}>{children}</div>
      {footer ? <div className={styles.foot}>{footer}</div> : null}
    </section>
  );
}
