import { useState } from 'react';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { registerDropped, type FileHandle } from '../../api/bridge.ts';
import { useCommand, type OperationError } from '../../api/client.ts';

export type Preview = OperationOutput<'transfer.preview'>;

type Answers = NonNullable<OperationInput<'transfer.preview'>['typed']>;

/** Where the person is: the file, the dry run, what came of it. */
export type Step =
  | { readonly at: 'file' }
  | { readonly at: 'check'; readonly file: FileHandle; readonly preview: Preview; readonly typed: Answers }
  | { readonly at: 'done'; readonly taken: OperationOutput<'transfer.import'>; readonly preview: Preview };

/** The steps of taking over a pupil's file; every refusal ends up in `error` and changes nothing. */
export function useTakeover(pupilId: string | undefined) {
  const [step, setStep] = useState<Step>({ at: 'file' });
  const [error, setError] = useState<AppError>();
  const choose = useCommand('files.choose');
  const preview = useCommand('transfer.preview');
  const take = useCommand('transfer.import');
  const refused = ({ error: why }: OperationError) => {
    // Somebody who cancelled knows that nothing happened.
    if (why.code !== 'cancelled') setError(why);
  };
  const whose = pupilId === undefined ? {} : { pupilId };

  const check = (file: FileHandle, typed: Answers) => {
    setError(undefined);
    preview.mutate(
      { fileId: file.fileId, ...whose, typed },
      {
        onSuccess: (found) => setStep({ at: 'check', file, preview: found, typed }),
        onError: refused,
      },
    );
  };

  return {
    step,
    error,
    working: choose.isPending || preview.isPending,
    taking: take.isPending,
    chooseFile: () =>
      choose.mutate(
        { purpose: 'transfer-file' },
        {
          onSuccess: ({ files: [file] }) => {
            if (file !== undefined) check(file, []);
          },
          onError: refused,
        },
      ),
    drop: (files: readonly File[]) => {
      if (files.length !== 1) {
        setError({ code: 'refused', message: 'Drop one pupil’s file at a time. Nothing was changed.' });
        return;
      }
      void registerDropped(files).then(([file]) => {
        if (file !== undefined) check(file, []);
      });
    },
    answer: ({ schoolYear, term }: Pick<Answers[number], 'schoolYear' | 'term'>, count: boolean) => {
      if (step.at !== 'check') return;
      const others = step.typed.filter((one) => one.schoolYear !== schoolYear || one.term !== term);
      check(step.file, [...others, { schoolYear, term, count }]);
    },
    startAgain: () => {
      setError(undefined);
      setStep({ at: 'file' });
    },
    take: (compared: boolean) => {
      if (step.at !== 'check') return;
      setError(undefined);
      const { file, preview: seen, typed } = step;
      take.mutate(
        {
          fileId: file.fileId,
          ...whose,
          typed,
          sha256: seen.sha256,
          ...(compared ? { fingerprint: seen.key.fingerprint } : {}),
        },
        { onSuccess: (taken) => setStep({ at: 'done', taken, preview: seen }), onError: refused },
      );
    },
  };
}
