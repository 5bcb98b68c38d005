import { IconButton } from '../../ui/form/icon-button.tsx';
import { NextIcon, PreviousIcon } from '../../ui/icons.ts';
import styles from './pager.module.css';

interface PagerProps {
  /** What is counted: "pupils". */
  readonly what: string;
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}

/** Which rows of a long list are shown, and the way to the next and the ones before. */
export function Pager({ what, offset, size, total, onMove }: PagerProps) {
  if (total <= size) return null;
  const last = Math.min(offset + size, total);
  return (
    <nav className={styles.pager} aria-label={`Pages of ${what}`}>
      <span role="status">
        {(offset + 1).toLocaleString('en-GB')} to {last.toLocaleString('en-GB')} of{' '}
        {total.toLocaleString('en-GB')} {what}
      </span>
      <IconButton
        icon={PreviousIcon}
        label={`The ${what} before`}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - size))}
      />
      <IconButton
        icon={NextIcon}
        label={`The next ${what}`}
        disabled={last >= total}
        onClick={() => onMove(offset + size)}
      />
    </nav>
  );
}
