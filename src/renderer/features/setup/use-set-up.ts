import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Role } from '#shared/permissions/roles.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { fetchOperation, OperationError, useCommand } from '../../api/client.ts';
import { appErrorOf } from '../../ui/feedback/loaded.tsx';

interface Finish {
  /** In a demonstration: the role to go on with. Who set up a school or an authority is signed in. */
  readonly role?: Role;
  readonly to: '/today' | '/pupils/import' | '/authority';
}

/** Runs one of the commands that set the database up and goes on to the first work. */
export function useSetUp() {
  const { mutateAsync: workAs } = useCommand('session.work-as');
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function setUp(work: () => Promise<unknown>, { role, to }: Finish): Promise<boolean> {
    setBusy(true);
    setError(null);
    try {
      // A PC may remember a role from a database that is not there any more.
      const { permissions } = await fetchOperation('session.get', {});
      if (!permissions.includes('setup.manage')) await workAs({ role: 'administrator' });
      // First, because the shell takes this page's place as soon as the work is done.
      await navigate({ to });
      await work();
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      setError(appErrorOf(failed));
      setBusy(false);
      return false;
    }
    try {
      if (role) await workAs({ role });
    } catch (failed) {
      // The data is there; the role can be changed in the user menu.
      if (!(failed instanceof OperationError)) throw failed;
    }
    return true;
  }

  return { setUp, busy, error, clearError: () => setError(null) };
}
