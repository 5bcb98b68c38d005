import { Popover as LibraryPopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './overlay.module.css';

export interface PopoverProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The control it hangs from. */
  readonly target: ReactElement;
  readonly children: ReactNode;
  /** In px; default what the content needs. */
  readonly width?: number | undefined;
  readonly position?: 'bottom-start' | 'bottom-end' | 'right-start' | 'top-start' | undefined;
}

/** A small panel beside a control, closed by Escape or a press outside. */
export function Popover({ open, onClose, target, children, width, position = 'bottom-start' }: PopoverProps) {
  return (
    <LibraryPopover
      opened={open}
      onDismiss={onClose}
      onChange={(shown) => {
        if (!shown) onClose();
      }}
      position={position}
      offset={4}
      width={width ?? 'max-content'}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      floatingStrategy="fixed"
      classNames={{ dropdown: classes(styles.dropdown, styles.popover) }}
    >
      <LibraryPopover.Target>{target}</LibraryPopover.Target>
      <LibraryPopover.Dropdown>{children}</LibraryPopover.Dropdown>
    </LibraryPopover>
  );
}
