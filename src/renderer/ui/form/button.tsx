import type { Icon } from '@tabler/icons-react';
import { useId, type ReactNode, type Ref } from 'react';
import { Spinner } from '../feedback/spinner.tsx';
import { useDelayed } from '../hooks/use-delayed.ts';
import { Tooltip } from '../overlay/tooltip.tsx';
import { classes } from '../theme/classes.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import styles from './button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One primary a screen; danger says in words what it destroys. Default secondary. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: Icon | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** The command is under way: further presses do nothing, the focus stays. */
  readonly loading?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Why it cannot be used now; shown on focus and hover, and read out. */
  readonly disabledReason?: string | undefined;
  /** Shown in the tool tip and told to screen readers, e.g. "Ctrl+S"; pair it with useHotkey. */
  readonly shortcut?: string | undefined;
  /** The shortcut stands on the button itself, where it is to be learnt at a glance. */
  readonly showShortcut?: boolean | undefined;
  readonly fullWidth?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A command. A disabled one stays in the tab order, so that the reason can be found by keyboard. */
export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'secondary',
    size = 'normal',
    icon: IconOf,
    onClick,
    type = 'button',
    loading = false,
    disabled = false,
    disabledReason,
    shortcut,
    showShortcut = false,
    fullWidth,
    autoFocus,
    expanded,
    pressed,
    ref,
    // Menu and Popover hand their target an id and ARIA attributes of their own.
    ...given
  } = props;
  const reasonId = useId();
  const spinning = useDelayed(loading, 100);
  const off = disabled || loading;
  const reason = disabled ? disabledReason : undefined;
  return (
    <Tooltip text={reason ?? (showShortcut ? undefined : shortcut)}>
      <button
        {...given}
        ref={ref}
        type={type}
        className={classes(
          styles.button,
          styles[variant],
          size === 'small' && styles.small,
          loading && styles.loading,
          fullWidth && styles.full,
        )}
        aria-disabled={off || undefined}
        aria-busy={loading || undefined}
        aria-describedby={reason ? reasonId : undefined}
        aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
        {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
        aria-pressed={pressed}
        autoFocus={autoFocus}
        data-autofocus={autoFocus ? true : undefined}
        onClick={(event) => {
          if (off) event.preventDefault();
          else onClick?.();
        }}
      >
        {spinning ? <Spinner /> : IconOf ? <IconOf size={16} aria-hidden="true" /> : null}
        {children}
        {showShortcut ? (
          <kbd className={styles.key} aria-hidden="true">
            {shortcut}
          </kbd>
        ) : null}
        {reason ? (
          <VisuallyHidden>
            <span id={reasonId} aria-hidden="true">
              {reason}
            </span>
          </VisuallyHidden>
        ) : null}
      </button>
    </Tooltip>
  );
}
