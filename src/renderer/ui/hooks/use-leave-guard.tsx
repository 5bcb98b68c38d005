import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '../overlay/confirm-dialog.tsx';

const DATES = 'The dates you changed are not saved. The calendar stays as it was if you leave.';

/** Asks before the page is left with something that is not saved; `what` says what it is. Render what it gives. */
export function useLeaveGuard(unsaved: boolean, what = DATES): ReactNode {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: false,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={status === 'blocked'}
      onClose={() => reset?.()}
      onConfirm={() => proceed?.()}
      title="Leave without saving?"
      confirmLabel="Leave and lose the changes"
      cancelLabel="Stay"
      destructive
    >
      {what}
    </ConfirmDialog>
  );
}
