import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useCommand } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import styles from './returns.module.css';

type Sealing = OperationOutput<'returns.sealing'>;

interface SealingFormProps {
  readonly authority: Sealing['authority'];
  readonly signing: Sealing['signing'];
  readonly onClose: () => void;
  /** Returns are sealed no more. */
  readonly onStopped: () => void;
}

/** The authority's public key, pasted, and the fingerprints that the two compare by telephone. */
export function SealingForm({ authority, signing, onClose, onStopped }: SealingFormProps) {
  const command = useCommand('returns.set-sealing');
  const [text, setText] = useState(authority?.publicKey ?? '');
  const error = command.error?.error;
  const fieldError = error?.fields?.find(({ path }) => path === 'authorityKey')?.message;
  const save = (authorityKey: string | null) =>
    command.mutate(
      { authorityKey },
      {
        onSuccess: () => {
          notify({ title: authorityKey === null ? 'Returns are not sealed any more' : 'Key saved' });
          if (authorityKey === null) onStopped();
          onClose();
        },
      },
    );
  return (
    <Panelled label="Sealing" busy={command.isPending} onClose={onClose} onSend={() => save(text.trim())}>
      {error && !fieldError ? <ErrorCallout title="Not saved" error={error} /> : null}
      <TextArea
        label="The authority’s public key"
        name="authorityKey"
        hint="The authority sends it: one line that begins with age1. Compare the fingerprint with it by telephone."
        rows={2}
        value={text}
        maxLength={200}
        onChange={setText}
        error={fieldError}
      />
      {authority || signing ? (
        <DefinitionList
          items={[
            ...(authority
              ? [{ term: 'Fingerprint of that key', detail: <code>{authority.fingerprint}</code> }]
              : []),
            ...(signing
              ? [{ term: 'Fingerprint of our own key', detail: <code>{signing.fingerprint}</code> }]
              : []),
          ]}
        />
      ) : (
        <p className={styles.muted}>
          The school’s own key, which signs its returns, is made when this is saved.
        </p>
      )}
      <div className={styles.buttons}>
        <Button shortcut="Esc" onClick={onClose}>
          Cancel
        </Button>
        {authority ? (
          <Button loading={command.isPending} onClick={() => save(null)}>
            Seal no more
          </Button>
        ) : null}
        <Button type="submit" loading={command.isPending}>
          Save the key
        </Button>
      </div>
    </Panelled>
  );
}
