import { useCommand, type OperationError } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import type { RefusedFile } from './types.ts';
import styles from './authority.module.css';

interface RefusedActionsProps {
  readonly file: RefusedFile;
  readonly busy: boolean;
  readonly onTry: () => void;
  readonly onDiscard: () => void;
  readonly onError: (error: OperationError['error']) => void;
}

/** What can be done with one refused file. */
export function RefusedActions({ file, busy, onTry, onDiscard, onError }: RefusedActionsProps) {
  const save = useCommand('authority.save-quarantined');
  const of = <VisuallyHidden>: {file.fileName}</VisuallyHidden>;
  return (
    <ScreenOnly>
      <div className={styles.actions}>
        {file.kept ? (
          <Button size="small" disabled={busy} onClick={onTry}>
            Try again{of}
          </Button>
        ) : null}
        {file.mappable ? (
          <ButtonLink to="/authority/refused/$fileId/columns" params={{ fileId: file.id }} size="small">
            Name its columns{of}
          </ButtonLink>
        ) : null}
        {file.kept ? (
          <Button
            size="small"
            variant="quiet"
            loading={save.isPending}
            onClick={() =>
              save.mutate(
                { id: file.id },
                {
                  onSuccess: ({ fileName }) => notify({ title: 'Copy saved', text: fileName }),
                  onError: (failure) => {
                    if (failure.error.code !== 'cancelled') onError(failure.error);
                  },
                },
              )
            }
          >
            Save a copy…{of}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" disabled={busy} onClick={onDiscard}>
          Discard…{of}
        </Button>
      </div>
    </ScreenOnly>
  );
}
