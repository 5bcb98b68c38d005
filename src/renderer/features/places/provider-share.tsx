import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';

interface ProviderShareProps {
  readonly providerId: string;
  readonly name: string;
  readonly shared: boolean;
}

/** In a shared database: every school may book at this provider, or its own alone. */
export function ProviderShare({ providerId, name, shared }: ProviderShareProps) {
  const share = useCommand('providers.share');
  const [asked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
    share.reset();
  };
  const confirm = () =>
    share.mutate(
      { providerId, shared: !shared },
      {
        onSuccess: () => {
          setAsked(false);
          notify({ title: shared ? `${name} is kept for this school` : `${name} is open to the whole area` });
        },
      },
    );
  return (
    <>
      <Button onClick={() => setAsked(true)}>
        {shared ? 'Keep for this school…' : 'Open to the whole area…'}
      </Button>
      <ConfirmDialog
        open={asked}
        title={shared ? `Keep ${name} for this school?` : `Open ${name} to the whole area?`}
        confirmLabel={shared ? 'Keep for this school' : 'Open to the whole area'}
        busy={share.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        {share.error ? <ErrorCallout title="Nothing was changed" error={share.error.error} /> : null}
        {shared
          ? 'Other schools do not see it on their boards any more. Their pupils must have no places there from today on.'
          : 'Every school of the shared database sees its week and rules and can book its places for its own pupils. Whose the other places are each school sees of its own pupils alone; this school sees the names of all who come.'}
      </ConfirmDialog>
    </>
  );
}
