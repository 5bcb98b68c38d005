import type { Icon } from '@tabler/icons-react';
import type { Ref } from 'react';
import { Tooltip } from '../overlay/tooltip.tsx';
import { classes } from '../theme/classes.ts';
import styles from './button.module.css';

export interface IconButtonProps {
  readonly icon: Icon;
  /** Its name: read out, and shown as a tool tip. */
  readonly label: string;
  readonly onClick?: (() => void) | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly shortcut?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A command where there is no room for words: close, clear, previous, next. */
export function IconButton(props: IconButtonProps) {
  const { icon: IconOf, label, onClick, size = 'normal', shortcut, pressed, disabled, ref, ...given } = props;
  return (
    <Tooltip text={shortcut ? `${label} (${shortcut})` : label}>
      <button
        // Menu and Popover hand their target an id and ARIA attributes of their own.
        {...given}
        ref={ref}
        type="button"
        className={classes(styles.button, styles.icon, size === 'small' && styles.small)}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled || undefined}
        aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
        onClick={() => {
          if (!disabled) onClick?.();
        }}
      >
        <IconOf size={18} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
