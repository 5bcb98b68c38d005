import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import { toneIcons, type Tone } from '../theme/tone.ts';
import tones from '../theme/tone.module.css';
import styles from './status-tag.module.css';

export interface StatusTagProps {
  readonly tone: Tone;
  /** The status as a word or two: "Overdue", "No place", "Attended". */
  readonly children: ReactNode;
  /** Instead of the tone's own icon. */
  readonly icon?: Icon | undefined;
}

/** A status: icon, word and tone. */
export function StatusTag({ tone, children, icon }: StatusTagProps) {
  const IconOf = icon ?? toneIcons[tone];
  return (
    <span className={classes(styles.tag, tones[tone], tone === 'held' && styles.held)}>
      <IconOf size={14} aria-hidden="true" />
      <span className={styles.words}>{children}</span>
    </span>
  );
}
