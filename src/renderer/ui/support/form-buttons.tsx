import { Button } from '../form/button.tsx';
import styles from './support.module.css';

interface FormButtonsProps {
  readonly send: string;
  readonly busy: boolean;
  readonly onClose: () => void;
}

/** The foot of a small form: leave it, or send it. */
export function FormButtons({ send, busy, onClose }: FormButtonsProps) {
  return (
    <div className={styles.buttonsEnd}>
      <Button onClick={onClose} shortcut="Esc">
        Cancel
      </Button>
      <Button variant="primary" type="submit" loading={busy}>
        {send}
      </Button>
    </div>
  );
}
