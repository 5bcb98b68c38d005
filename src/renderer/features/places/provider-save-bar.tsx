import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import styles from './provider.module.css';

interface ProviderSaveBarProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly busy: boolean;
  readonly onDiscard: () => void;
}

/** Stays at the foot of the page while something is not saved, whichever tab is open. */
export function ProviderSaveBar({ reason, onReason, busy, onDiscard }: ProviderSaveBarProps) {
  return (
    <div className={styles.saveBar} role="region" aria-label="Changes that are not saved">
      <TextField
        label="Why it changes"
        name="changeReason"
        optional
        width="medium"
        maxLength={200}
        value={reason}
        onChange={onReason}
      />
      <span className={styles.saveWords}>Changed, not saved yet</span>
      <Button onClick={onDiscard}>Discard the changes</Button>
      <Button type="submit" variant="primary" loading={busy}>
        Save the provider
      </Button>
    </div>
  );
}
