import { Button } from '../form/button.tsx';
import { ProgressBar } from './progress-bar.tsx';
import styles from './progress-bar.module.css';

export interface JobProgressProps {
  readonly label: string;
  /** 0 to 1; left out while it cannot be known. */
  readonly fraction?: number | undefined;
  /** Without it the job cannot be stopped. */
  readonly onCancel?: (() => void) | undefined;
  readonly cancelling?: boolean | undefined;
}

/** Long work: what is being done, how far it is, and Cancel. */
export function JobProgress({ label, fraction, onCancel, cancelling }: JobProgressProps) {
  return (
    <div className={styles.job}>
      <ProgressBar label={label} fraction={fraction} />
      {onCancel ? (
        <Button size="small" onClick={onCancel} loading={cancelling}>
          {cancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      ) : null}
    </div>
  );
}
