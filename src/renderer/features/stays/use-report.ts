import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import type { Stay } from './types.ts';

export interface ReportDraft {
  readonly work: string;
  readonly behaviour: string;
  readonly nextSteps: string;
}

const EMPTY: ReportDraft = { work: '', behaviour: '', nextSteps: '' };

const textOf = (report: Stay['report']): ReportDraft =>
  report ? { work: report.work, behaviour: report.behaviour, nextSteps: report.nextSteps } : EMPTY;

/** The report as it is typed, with saving and finishing; once finished it can be written to a file. */
export function useReport({ placementId, report }: Stay) {
  const save = useCommand('stays.report');
  const print = useCommand('stays.print-report');
  const show = useCommand('files.show-in-folder');
  const [draft, setDraft] = useState(() => textOf(report));
  const [saved, setSaved] = useState(draft);
  const [savedVersion, setSavedVersion] = useState(0);
  useKeptForm(`stay-report/${placementId}`, draft, setDraft);
  const unsaved =
    draft.work !== saved.work || draft.behaviour !== saved.behaviour || draft.nextSteps !== saved.nextSteps;
  // What this window saved last may not have come back yet.
  const version = Math.max(report?.version ?? 0, savedVersion);

  /** True when it was saved; a refusal stays on the page. */
  const send = async (finish: boolean): Promise<boolean> => {
    if (save.isPending) return false;
    try {
      const done = await save.mutateAsync({
        placementId,
        ...(version === 0 ? {} : { version }),
        ...draft,
        finish,
      });
      setSaved(draft);
      setSavedVersion(done.version);
      return true;
    } catch {
      return false;
    }
  };

  const write = (format: 'pdf' | 'word') =>
    print.mutate(
      { placementId, format },
      {
        onSuccess: ({ fileId, fileName }) =>
          notify({
            title: `${fileName} written`,
            action: { label: 'Show in folder', onSelect: () => show.mutate({ fileId }) },
          }),
        onError: ({ error: { code, message } }) => {
          // Somebody who cancelled knows that nothing was written.
          if (code !== 'cancelled') notify({ tone: 'overdue', title: 'No file was written', text: message });
        },
      },
    );

  return {
    draft,
    change: (part: Partial<ReportDraft>) => setDraft((was) => ({ ...was, ...part })),
    unsaved,
    saving: save.isPending,
    writing: print.isPending,
    error: save.error?.error,
    send,
    write,
  };
}

export type Report = ReturnType<typeof useReport>;
