import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { AppError, FieldError } from '#shared/kernel/result.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { fetchOperation, OperationError, useCommand, useOperation } from '../../api/client.ts';
import { appErrorOf } from '../../ui/feedback/loaded.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { errorsOf, type Preview } from './form-problems.ts';
import { inputOfForm, type RecordForm } from './form-state.ts';
import { deciderFor, type Decider } from './deciders.ts';
import { lastDecider, rememberDecider } from './last-decider.ts';
import { useDraftSaving, type DraftSaving, type SavedDraft } from './use-draft-saving.ts';
import { usePreview } from './use-preview.ts';

/** What the screen begins with: a new case, or a draft on record. */
export interface CaseStart {
  readonly form: RecordForm;
  readonly saved?: SavedDraft | undefined;
}

/**
 * What a form has on the screen: what it was opened with; more, all of it kept; more that is not kept yet; or by now
 * another draft than the one it was opened with.
 */
export type Holds = 'nothing' | 'kept' | 'unsaved' | 'another';

/** The case on the screen: its fields, what they would mean, keeping the draft, checking and issuing. */
export function useRecordCase(start: CaseStart, onHolds?: (holds: Holds) => void) {
  const navigate = useNavigate();
  const shownName = usePersonName();
  const [entered, setEntered] = useState(start.form);
  const [touched, setTouched] = useState(false);
  const [checked, setChecked] = useState(false);
  const [summary, setSummary] = useState<readonly FieldError[]>([]);
  /** The answer that the check panel shows; missing while the form is open. */
  const [checking, setChecking] = useState<Preview>();
  const [refused, setRefused] = useState<AppError>();
  /** The user has come back from the check: the focus belongs where it was. */
  const [returned, setReturned] = useState(false);

  const { deciders, tell } = useDeciders();
  const form = useMemo(
    () => ({ ...entered, decidedBy: deciderFor(entered.decidedBy, deciders, lastDecider()) }),
    [entered, deciders],
  );
  const input = useMemo(() => inputOfForm(form), [form]);
  const saving = useDraftSaving(input, touched, start.saved);
  const holds = holdsOf(saving, touched, start.saved);
  useEffect(() => onHolds?.(holds), [holds, onHolds]);
  const query = usePreview(input, saving.saved?.id);
  const preview = form.pupil === null ? undefined : query.data;
  tell(preview?.deciders);
  const issuing = useCommand('exclusions.issue');
  const discarding = useCommand('exclusions.discard-draft');

  const change = (part: Partial<RecordForm>) => {
    setEntered((was) => ({ ...was, ...part }));
    setTouched(true);
  };

  const save = async () => {
    if (form.pupil === null) {
      setSummary([{ path: 'pupilId', message: 'Choose the pupil first: a draft is kept under a pupil.' }]);
      return undefined;
    }
    setSummary([]);
    rememberDecider(form.decidedBy);
    return saving.saveNow();
  };

  const check = async () => {
    setChecked(true);
    setRefused(undefined);
    let fresh: Preview | undefined;
    try {
      const id = saving.saved?.id;
      fresh =
        input && (await fetchOperation('exclusions.preview', id === undefined ? input : { ...input, id }));
    } catch {
      // The panel beside the form says why, with the way to try again.
      void query.refetch();
      return;
    }
    const errors = errorsOf(form, fresh, true);
    setSummary(errors);
    if (errors.length === 0 && fresh !== undefined) setChecking(fresh);
  };

  const issue = async () => {
    if (input === undefined) return;
    setRefused(undefined);
    // A save under way has to end first: it gives the version that is issued.
    const draft = await saving.saveNow();
    if (draft === undefined) {
      setChecking(undefined);
      return;
    }
    try {
      const { id } = await issuing.mutateAsync({ ...input, ...draft });
      saving.stop();
      rememberDecider(form.decidedBy);
      const noun = capitalise(checking?.ruleSet.noun ?? 'exclusion');
      notify({
        title: `${noun} issued`,
        text: `${shownName(form.pupil?.name ?? '')}. What is next is on this page.`,
      });
      await navigate({ to: '/record', search: { exclusion: id, next: true } });
    } catch (error) {
      const shown = appErrorOf(error instanceof Error ? error : new Error());
      setRefused(shown);
      if (error instanceof OperationError && shown.fields !== undefined) {
        setSummary(shown.fields);
        setChecking(undefined);
      }
    }
  };

  const discard = async () => {
    const id = saving.saved?.id;
    saving.stop();
    if (id !== undefined) {
      try {
        await discarding.mutateAsync({ id });
      } catch (error) {
        setRefused(appErrorOf(error instanceof Error ? error : new Error()));
        return;
      }
    }
    notify({ title: 'Draft discarded', text: 'The audit trail keeps that it was there.' });
    await navigate({ to: '/today' });
  };

  return {
    form,
    deciders,
    change,
    touched,
    preview,
    previewError: form.pupil === null ? null : query.error,
    retryPreview: () => void query.refetch(),
    errors: errorsOf(form, preview, checked),
    summary,
    saving,
    save,
    check,
    checking,
    backToForm: () => {
      setChecking(undefined);
      setReturned(true);
    },
    returned,
    issue,
    issuing: issuing.isPending,
    refused,
    discard,
    discarding: discarding.isPending,
  };
}

function holdsOf({ state, saved }: DraftSaving, touched: boolean, opened: SavedDraft | undefined): Holds {
  if (!touched) return 'nothing';
  if (saved?.id !== opened?.id) return 'another';
  return state.type === 'saved' ? 'kept' : 'unsaved';
}

/** Who may decide, as the last answer said; until there is one, who may today. */
function useDeciders() {
  const today = useOperation('school.get', {}).data?.inForce ?? NOBODY;
  const [told, setTold] = useState<readonly Decider[]>();
  return {
    deciders: told ?? today,
    tell: (deciders: readonly Decider[] | undefined) => {
      if (deciders !== undefined && JSON.stringify(deciders) !== JSON.stringify(told)) setTold(deciders);
    },
  };
}

const NOBODY: readonly Decider[] = [];

export type RecordCase = ReturnType<typeof useRecordCase>;
