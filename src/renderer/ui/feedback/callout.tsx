import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import { toneIcons, type Tone } from '../theme/tone.ts';
import tones from '../theme/tone.module.css';
import styles from './callout.module.css';

export interface CalloutProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Reads itself out when it appears: `alert` at once, `status` after what is being read. */
  readonly live?: 'alert' | 'status' | undefined;
}

/** A few sentences that must be seen: what happened, what was kept, what to do. */
export function Callout({ tone, title, children, actions, live }: CalloutProps) {
  const IconOf = toneIcons[tone];
  return (
    <div className={classes(styles.callout, tones[tone], tone === 'held' && styles.held)} role={live}>
      <IconOf size={20} className={styles.icon} aria-hidden="true" />
      <div className={styles.body}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
