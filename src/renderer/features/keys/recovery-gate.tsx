import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ConfirmSheet } from './confirm-sheet.tsx';
import type { NewKey } from './recovery-sheet.tsx';
import styles from './keys.module.css';

interface Props {
  readonly onDone: () => void;
  readonly onLater: () => void;
}

/** Once after the set-up: the recovery sheet, before there is a record to lose. */
export function RecoveryGate({ onDone, onLater }: Props) {
  const make = useCommand('keys.new-recovery-key');
  const [made, setMade] = useState<NewKey>();
  return (
    <div className={styles.alone}>
      <ScreenOnly>
        <PageHeader title="Print your recovery sheet" keepFocus />
        <Text prose>
          The records are encrypted on this PC’s disk. The recovery sheet opens them when the PC breaks, is
          replaced, or nobody remembers a password. It belongs in a safe. Without it the records would then be
          lost.
        </Text>
      </ScreenOnly>
      {make.error ? <ErrorCallout title="No recovery key was made" error={make.error.error} /> : null}
      {made ? <ConfirmSheet made={made} onConfirmed={onDone} /> : null}
      <ScreenOnly>
        <div className={styles.buttons}>
          {made ? null : (
            <Button
              variant="primary"
              icon={PrintIcon}
              autoFocus
              loading={make.isPending}
              onClick={() => make.mutate({}, { onSuccess: setMade })}
            >
              Make the recovery sheet
            </Button>
          )}
          <Button variant="quiet" onClick={onLater}>
            Do this later
          </Button>
        </div>
      </ScreenOnly>
    </div>
  );
}
