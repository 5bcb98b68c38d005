import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './text.module.css';

export interface TextProps {
  readonly as?: 'p' | 'span' | 'div' | undefined;
  readonly muted?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly strong?: boolean | undefined;
  /** Figures that line up. */
  readonly numeric?: boolean | undefined;
  /** Lines no longer than the eye can follow. */
  readonly prose?: boolean | undefined;
  readonly children: ReactNode;
}

/** Words with one of the few voices the app has. */
export function Text({ as: Tag = 'p', muted, small, strong, numeric, prose, children }: TextProps) {
  return (
    <Tag
      className={classes(
        muted && styles.muted,
        small && styles.small,
        strong && styles.strong,
        numeric && styles.numeric,
        prose && styles.prose,
      )}
    >
      {children}
    </Tag>
  );
}
