import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { registerDropped } from '../../api/bridge.ts';
import { useCommand } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';

const LONG = ['authority.import-published', 'authority.import-register'] as const;

/** What an import may be of; each has its own reader. */
export type ListKind = 'published' | 'register' | 'profiles' | 'clusters';

export type ListDone =
  | { readonly kind: 'published'; readonly done: OperationOutput<'authority.import-published'> }
  | { readonly kind: 'register'; readonly done: OperationOutput<'authority.import-register'> }
  | { readonly kind: 'profiles'; readonly done: OperationOutput<'authority.import-profiles'> }
  | { readonly kind: 'clusters'; readonly done: OperationOutput<'authority.import-clusters'> };

/** The course of an import of published data or of a list: choosing, reading, what became of it. */
export function useListImport() {
  const choose = useCommand('files.choose');
  const published = useCommand('authority.import-published');
  const register = useCommand('authority.import-register');
  const profiles = useCommand('authority.import-profiles');
  const clusters = useCommand('authority.import-clusters');
  const [error, setError] = useState<AppError>();
  const [result, setResult] = useState<ListDone>();
  const running = [published, register, profiles, clusters].some(({ isPending }) => isPending);
  const { job, cancelling, cancel } = useJob(LONG, running);
  const onError = (failure: { readonly error: AppError }) => setError(failure.error);

  const importFiles = (kind: ListKind, fileIds: readonly string[]) => {
    const [fileId] = fileIds;
    if (fileId === undefined || running) return;
    setError(undefined);
    setResult(undefined);
    if (kind === 'published') {
      const onSuccess = (done: OperationOutput<'authority.import-published'>) => setResult({ kind, done });
      published.mutate({ fileIds: [...fileIds] }, { onSuccess, onError });
    } else if (kind === 'register') {
      register.mutate({ fileId }, { onSuccess: (done) => setResult({ kind, done }), onError });
    } else if (kind === 'profiles') {
      profiles.mutate({ fileId }, { onSuccess: (done) => setResult({ kind, done }), onError });
    } else {
      clusters.mutate({ fileId }, { onSuccess: (done) => setResult({ kind, done }), onError });
    }
  };

  return {
    running,
    choosing: choose.isPending,
    progress: job,
    cancelling,
    cancel,
    error,
    result,
    choose: (kind: ListKind) =>
      choose.mutate(
        { purpose: 'list-files' },
        {
          onSuccess: ({ files }) =>
            importFiles(
              kind,
              files.map(({ fileId }) => fileId),
            ),
          onError: (failure) => {
            if (failure.error.code !== 'cancelled') setError(failure.error);
          },
        },
      ),
    drop: (files: readonly File[]) => {
      void registerDropped(files).then((handles) =>
        importFiles(
          'published',
          handles.map(({ fileId }) => fileId),
        ),
      );
    },
  };
}
