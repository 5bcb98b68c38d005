import { Tooltip as LibraryTooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import styles from './overlay.module.css';

export interface TooltipProps {
  /** Nothing is shown without it. The text must also reach those who cannot hover: as a label or description. */
  readonly text: string | undefined;
  readonly side?: 'top' | 'right' | undefined;
  readonly children: ReactElement;
}

/** A word or two beside a control, on hover and on keyboard focus. */
export function Tooltip({ text, side = 'top', children }: TooltipProps) {
  return (
    <LibraryTooltip
      label={text}
      disabled={!text}
      position={side}
      events={{ hover: true, focus: true, touch: false }}
      openDelay={400}
      transitionProps={{ duration: 0 }}
      classNames={{ tooltip: styles.tooltip ?? '' }}
      withinPortal
      // It lies outside the landmarks of the page, and says nothing that its control does not say.
      aria-hidden
    >
      {children}
    </LibraryTooltip>
  );
}
