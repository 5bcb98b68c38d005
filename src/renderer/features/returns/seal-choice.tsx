import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { SealingForm } from './sealing-form.tsx';
import styles from './returns.module.css';

interface SealChoiceProps {
  readonly seal: boolean;
  readonly onSeal: (seal: boolean) => void;
}

/** Whether the file is sealed for the authority, and the keys for it. */
export function SealChoice({ seal, onSeal }: SealChoiceProps) {
  const sealing = useOperation('returns.sealing', {}).data;
  const [editing, setEditing] = useState(false);
  if (sealing === undefined) return null;
  const { authority, signing } = sealing;
  const ready = authority !== undefined && signing !== undefined;
  return (
    <div className={styles.sealing}>
      <div className={styles.buttons}>
        {ready ? (
          <CheckboxField
            name="seal"
            label="Seal for the authority"
            hint="Encrypted so that only the authority opens it, and signed by the school: it may go by e-mail or on a stick."
            checked={seal}
            onChange={onSeal}
          />
        ) : (
          <span className={styles.muted}>
            A return can be sealed, so that only the authority opens it. For that its key is needed.
          </span>
        )}
        {editing ? null : (
          <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
            {ready ? 'Keys' : 'Set up sealing'}
          </Button>
        )}
      </div>
      {editing ? (
        <SealingForm
          authority={authority}
          signing={signing}
          onClose={() => setEditing(false)}
          onStopped={() => onSeal(false)}
        />
      ) : null}
    </div>
  );
}
