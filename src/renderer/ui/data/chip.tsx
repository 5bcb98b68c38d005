import { IconX, type Icon } from '@tabler/icons-react';
import styles from './chip.module.css';

export interface ChipProps {
  readonly label: string;
  readonly icon?: Icon | undefined;
  /** With it the chip can be taken off: a filter, a chosen item. */
  readonly onRemove?: (() => void) | undefined;
}

/** A fact or a filter in a word or two. A status is a StatusTag. */
export function Chip({ label, icon: IconOf, onRemove }: ChipProps) {
  return (
    <span className={styles.chip}>
      {IconOf ? <IconOf size={14} aria-hidden="true" /> : null}
      {label}
      {onRemove ? (
        <button type="button" className={styles.remove} aria-label={`Remove ${label}`} onClick={onRemove}>
          <IconX size={14} aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}
