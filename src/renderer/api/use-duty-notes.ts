import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand } from './client.ts';

interface Note {
  readonly on: string;
  readonly how: string;
  readonly byWhom: string;
  readonly evidence?: string;
}

export interface DutyNotes {
  readonly busy: boolean;
  /** Why the last note was refused. */
  readonly error: AppError | undefined;
  readonly clear: () => void;
  /** Runs `then` once it is noted. */
  readonly fulfil: (exclusionId: string, key: string, note: Note, then: () => void) => void;
  readonly reopen: (exclusionId: string, key: string, reason: string, then: () => void) => void;
}

/** Noting that duties were done, and taking it back. */
export function useDutyNotes(): DutyNotes {
  const fulfil = useCommand('duties.fulfil');
  const reopen = useCommand('duties.reopen');
  const [error, setError] = useState<AppError>();
  const ending = (then: () => void) => ({
    onSuccess: () => {
      setError(undefined);
      then();
    },
    onError: (refused: { readonly error: AppError }) => setError(refused.error),
  });
  return {
    busy: fulfil.isPending || reopen.isPending,
    error,
    clear: () => setError(undefined),
    fulfil: (exclusionId, key, note, then) => fulfil.mutate({ exclusionId, key, ...note }, ending(then)),
    reopen: (exclusionId, key, reason, then) => reopen.mutate({ exclusionId, key, reason }, ending(then)),
  };
}
