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
  | {
      readonly at: 'check';
      readonly file: FileHandle;
      readonly preview: Preview;
      /** What `preview` was made with. */
      readonly typed: Answers;
      /** What was chosen since, until the dry run with it is here: a choice stands at once, not when it is answered. */
      readonly chosen?: Answers;
    }
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
        onError: (why) => {
          // The choice was not reckoned with: what stands is what the figures on the screen were made with.
          setStep((now) => (now.at === 'check' ? withoutChoice(now) : now));
          refused(why);
        },
      },
    );
  };

  return {
    step: step.at === 'check' ? shown(step) : step,
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
      const others = (step.chosen ?? step.typed).filter((one) => !sameTerm(one, { schoolYear, term }));
      const chosen = [...others, { schoolYear, term, count }];
      setStep({ ...step, chosen });
      check(step.file, chosen);
    },
    startAgain: () => {
      // A dry run that is still under way would bring the last file back.
      preview.reset();
      setError(undefined);
      setStep({ at: 'file' });
    },
    take: (compared: boolean) => {
      if (step.at !== 'check' || step.chosen !== undefined) return;
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

type Check = Extract<Step, { readonly at: 'check' }>;

const sameTerm = (one: Pick<Answers[number], 'schoolYear' | 'term'>, other: typeof one): boolean =>
  one.schoolYear === other.schoolYear && one.term === other.term;

function withoutChoice({ at, file, preview, typed }: Check): Check {
  return { at, file, preview, typed };
}

/** The dry run with what was chosen since in it; its figures are those of before until they are reckoned again. */
function shown(step: Check): Check {
  const { chosen, preview } = step;
  if (chosen === undefined) return step;
  const typed = preview.typed.map((row) => {
    const answer = chosen.find((one) => sameTerm(one, row));
    return answer === undefined ? row : ({ ...row, becomes: answer.count ? 'kept' : 'replaced' } as const);
  });
  return { ...step, preview: { ...preview, typed } };
}
