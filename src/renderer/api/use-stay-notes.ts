import { useState } from 'react';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand } from './client.ts';

/** A task as it was read: its version tells when somebody else has changed it. */
interface ReadTask {
  readonly id: string;
  readonly version: number;
}

type Note = Omit<OperationInput<'stays.do-task'>, 'taskId' | 'version'>;

export interface StayNotes {
  readonly busy: boolean;
  /** Why the last note was refused. */
  readonly error: AppError | undefined;
  readonly clear: () => void;
  /** Runs `then` once it is noted, with the title of what follows from it. */
  readonly done: (task: ReadTask, note: Note, then: (followedBy: string | undefined) => void) => void;
  readonly takeBack: (task: ReadTask, as: 'open' | 'dropped', reason: string, then: () => void) => void;
}

/** Noting that what stays owe was done, taking it back, and dropping what is not owed any more. */
export function useStayNotes(): StayNotes {
  const doing = useCommand('stays.do-task');
  const reopening = useCommand('stays.reopen-task');
  const [error, setError] = useState<AppError>();
  const onError = (refused: { readonly error: AppError }) => setError(refused.error);
  return {
    busy: doing.isPending || reopening.isPending,
    error,
    clear: () => setError(undefined),
    done: ({ id, version }, note, then) =>
      doing.mutate(
        { taskId: id, version, ...note },
        {
          onSuccess: ({ followedBy }) => {
            setError(undefined);
            then(followedBy);
          },
          onError,
        },
      ),
    takeBack: ({ id, version }, as, reason, then) =>
      reopening.mutate(
        { taskId: id, version, as, reason },
        {
          onSuccess: () => {
            setError(undefined);
            then();
          },
          onError,
        },
      ),
  };
}
