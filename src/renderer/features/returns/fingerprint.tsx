import { shortFingerprint } from '#shared/text/return-words.ts';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { CopyIcon } from '../../ui/icons.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { copyText } from '../../ui/words/copy-text.ts';
import styles from './returns.module.css';

interface FingerprintProps {
  readonly sha256: string;
  /** All 64 figures on paper, where nothing can be copied. */
  readonly whole?: boolean | undefined;
}

/** A file's SHA-256, shortened, with the whole of it to copy. */
export function Fingerprint({ sha256, whole = false }: FingerprintProps) {
  const copy = () => {
    if (copyText(sha256)) notify({ title: 'Fingerprint copied' });
    else notify({ tone: 'overdue', title: 'Not copied', text: `Write it down instead: ${sha256}` });
  };
  return (
    <>
      <ScreenOnly>
        <span className={styles.fingerprint}>
          <code title={sha256}>{shortFingerprint(sha256)}</code>
          <IconButton size="small" icon={CopyIcon} label="Copy the fingerprint (SHA-256)" onClick={copy} />
        </span>
      </ScreenOnly>
      <PrintOnly>
        <code className={styles.whole}>{whole ? sha256 : shortFingerprint(sha256)}</code>
      </PrintOnly>
    </>
  );
}
