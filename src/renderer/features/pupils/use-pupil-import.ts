import { useState } from 'react';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { registerDropped, type FileHandle } from '../../api/bridge.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import { keepMapping, keptMapping, type Mapping } from './kept-mappings.ts';

export type Inspection = OperationOutput<'pupils.inspect-file'>;
export type Preview = OperationOutput<'pupils.preview-import'>;
export type Imported = OperationOutput<'pupils.import'>;

/** Where the person is: the file, its columns (CSV only), the dry run, the result. */
export type Step =
  | { readonly at: 'file' }
  | {
      readonly at: 'columns';
      readonly file: FileHandle;
      readonly inspection: Inspection;
      readonly mapping: Mapping;
    }
  | {
      readonly at: 'check';
      readonly file: FileHandle;
      readonly inspection: Inspection;
      readonly mapping: Mapping;
      /** Absent when the file could not be read: `error` says why. */
      readonly preview?: Preview;
    }
  | { readonly at: 'done'; readonly imported: Imported };

/** The steps of an import and what each does; every refusal ends up in `error` and changes nothing. */
export function usePupilImport() {
  const [step, setStep] = useState<Step>({ at: 'file' });
  const [error, setError] = useState<AppError>();
  const choose = useCommand('files.choose');
  const inspect = useCommand('pupils.inspect-file');
  const preview = useCommand('pupils.preview-import');
  const doImport = useCommand('pupils.import');
  const refused = ({ error: why }: OperationError) => {
    // Somebody who cancelled knows that nothing happened.
    if (why.code !== 'cancelled') setError(why);
  };

  const check = (file: FileHandle, inspection: Inspection, mapping: Mapping) => {
    setError(undefined);
    const known = { at: 'check', file, inspection, mapping } as const;
    preview.mutate(previewInput(file, inspection, mapping), {
      onSuccess: (found) => {
        if (inspection.kind === 'pupil-csv') keepMapping(inspection.columns, mapping);
        setStep({ ...known, preview: found });
      },
      onError: (failure) => {
        refused(failure);
        if (failure.error.problems !== undefined) setStep(known);
      },
    });
  };

  const open = (file: FileHandle | undefined) => {
    if (file === undefined) return;
    setError(undefined);
    inspect.mutate(
      { fileId: file.fileId },
      {
        onSuccess: (inspection) => {
          const mapping = keptMapping(inspection.columns) ?? inspection.mapping;
          if (inspection.kind === 'ctf') check(file, inspection, {});
          else setStep({ at: 'columns', file, inspection, mapping });
        },
        onError: refused,
      },
    );
  };

  return {
    step,
    error,
    choosing: choose.isPending || inspect.isPending,
    checking: preview.isPending,
    importing: doImport.isPending,
    chooseFile: () =>
      choose.mutate(
        { purpose: 'pupil-file' },
        { onSuccess: ({ files }) => open(files[0]), onError: refused },
      ),
    drop: (files: readonly File[]) => {
      if (files.length === 1) void registerDropped(files).then(([file]) => open(file));
      else setError({ code: 'refused', message: 'Drop one pupil file at a time. Nothing was changed.' });
    },
    map: (mapping: Mapping) => {
      if (step.at === 'columns') setStep({ ...step, mapping });
    },
    check,
    backToColumns: () => {
      setError(undefined);
      if (step.at === 'check') {
        setStep({ at: 'columns', file: step.file, inspection: step.inspection, mapping: step.mapping });
      }
    },
    startAgain: () => {
      setError(undefined);
      setStep({ at: 'file' });
    },
    import: (acceptCheckLetters: boolean) => {
      if (step.at !== 'check' || step.preview === undefined) return;
      setError(undefined);
      const { file, inspection, mapping } = step;
      const { sha256 } = step.preview;
      doImport.mutate(
        { ...previewInput(file, inspection, mapping), sha256, acceptCheckLetters },
        { onSuccess: (imported) => setStep({ at: 'done', imported }), onError: refused },
      );
    },
  };
}

function previewInput(
  { fileId }: FileHandle,
  { kind }: Inspection,
  mapping: Mapping,
): OperationInput<'pupils.preview-import'> {
  return kind === 'ctf' ? { fileId } : { fileId, mapping: { ...mapping } };
}
