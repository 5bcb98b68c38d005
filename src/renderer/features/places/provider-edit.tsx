import { useEffect, useEffectEvent, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useOperation } from '../../api/client.ts';
import { useEditing } from '../../api/use-editing.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { useLeaveGuard } from '../../ui/hooks/use-leave-guard.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { StaleSave } from '../../ui/overlay/stale-save.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { ProviderAbout } from './provider-about.tsx';
import { draftOf, toForm, type ProviderDraft, type StoredProvider } from './provider-draft.ts';
import { AdmissionRules } from './provider-rules-admission.tsx';
import { RoomRules } from './provider-rules-room.tsx';
import { StayRules } from './provider-rules-stay.tsx';
import { ProviderSaveBar } from './provider-save-bar.tsx';
import { ProviderShort } from './provider-short.tsx';
import {
  flatten,
  PROVIDER_PARTS,
  providerLabel,
  providerText,
  unflatten,
  type FlatProvider,
} from './provider-versions.ts';
import { Refusal } from './refusal.tsx';
import { useProviderSave } from './use-provider-save.ts';
import { WeekFields } from './week-fields.tsx';
import styles from './provider.module.css';

interface ProviderEditProps {
  readonly got: OperationOutput<'providers.get'>;
  /** The part of the form that is shown; undefined while another tab is. */
  readonly part: 'rules' | 'week' | undefined;
  /** Opens the part in which something is wrong. */
  readonly onPart: (part: 'rules' | 'week') => void;
  /** Draws the tabs around the part. */
  readonly children: (part: ReactNode) => ReactNode;
}

/** The form of a provider in the list: what is typed stays while tabs change, until it is saved or discarded. */
export function ProviderEdit({ got, part, onPart, children }: ProviderEditProps) {
  const { provider, schools } = got;
  // The state that the form was filled from: a change by somebody else meanwhile must be refused, not lost.
  const [base, setBase] = useState<StoredProvider>(provider);
  const [kept, setKept] = useState<ProviderDraft>(() => draftOf(provider));
  const [draft, setDraft] = useState<ProviderDraft>(kept);
  useKeptForm(`provider/${provider.id}`, draft, setDraft);
  const others = useEditing('provider', provider.id);
  const [reason, setReason] = useState('');
  const dirty = draft !== kept;
  if (!dirty && base.version !== provider.version) {
    const next = draftOf(provider);
    setBase(provider);
    setKept(next);
    setDraft(next);
  }
  const change = (more: Partial<ProviderDraft>) => setDraft((was) => ({ ...was, ...more }));
  const changeRules = (more: Partial<ProviderDraft['rules']>) =>
    setDraft((was) => ({ ...was, rules: { ...was.rules, ...more } }));

  const saving = useProviderSave({ id: base.id, version: base.version }, ({ version }, gaveUp) => {
    setBase({ ...base, version });
    setKept(draft);
    setReason('');
    notify({
      title: `${draft.name.trim()} saved`,
      ...(gaveUp > 0
        ? { text: `${plural(gaveUp, 'place')} given up; the pupils are in the queue again` }
        : {}),
    });
  });
  const { refetch } = useOperation('providers.get', { providerId: provider.id });
  const stale = saving.refused?.code === 'conflict';
  const guard = useLeaveGuard(dirty, 'What you changed about the provider is not saved.');
  const openWrong = useEffectEvent(() => {
    if (saving.errors.length > 0) {
      onPart(saving.errors.every(({ path }) => path.startsWith('sessions')) ? 'week' : 'rules');
    } else if (saving.refused && part === undefined) onPart('rules');
  });
  useEffect(() => openWrong(), [saving.errors, saving.refused]);
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A long form may have scrolled it out of sight.
    if (saving.refused) refusal.current?.focus();
  }, [saving.refused, part]);

  const goOnWith = (chosen: Partial<FlatProvider>) => {
    const theirs = draftOf(provider);
    setBase(provider);
    setKept(theirs);
    setDraft(unflatten({ ...flatten(theirs), ...chosen }));
    saving.clear();
  };

  const errors = Object.fromEntries(saving.errors.map(({ path, message }) => [path, message]));
  const fields = { rules: draft.rules, errors, change: changeRules };
  const kind = draft.kind ?? base.kind;
  const form = toForm(draft, kind);
  const short = <ProviderShort kind={kind} provider={{ ...form, rules: form.rules ?? NO_RULES }} />;
  const trouble = (
    <>
      <ErrorSummary errors={saving.errors} />
      {saving.refused ? (
        <div ref={refusal} tabIndex={-1} className={styles.refusal}>
          {stale ? (
            <StaleSave<FlatProvider>
              message={saving.refused.message}
              fields={PROVIDER_PARTS}
              base={flatten(kept)}
              mine={flatten(draft)}
              theirs={base.version === provider.version ? undefined : flatten(draftOf(provider))}
              labelOf={providerLabel}
              textOf={(one, version) => providerText(one, version, schools)}
              onFetch={() => void refetch()}
              onChoose={goOnWith}
            />
          ) : (
            <Refusal failure={{ title: 'Not saved', error: saving.refused }} />
          )}
        </div>
      ) : null}
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dirty && !saving.busy) void saving.save(draft, reason);
  };
  return (
    <div className={styles.edit}>
      {guard}
      <EditedElsewhere others={others} />
      {children(
        part === undefined ? undefined : (
          <form noValidate onSubmit={submit}>
            <SplitLayout kind="form" asideStays={part === 'rules'} aside={short}>
              {trouble}
              {part === 'rules' ? (
                <>
                  <AdmissionRules {...fields} />
                  <RoomRules {...fields} draft={draft} changeDraft={change} />
                  <StayRules {...fields} />
                  <ProviderAbout
                    draft={draft}
                    schools={schools}
                    errors={errors}
                    isNew={false}
                    onKind={(next) => change({ kind: next })}
                    change={change}
                  />
                </>
              ) : (
                <Panel title="Week">
                  <WeekFields week={draft.week} errors={errors} onChange={(week) => change({ week })} />
                </Panel>
              )}
            </SplitLayout>
          </form>
        ),
      )}
      {dirty ? (
        // A form of its own: the tabs between have forms too, and it stays while they are open.
        <form noValidate onSubmit={submit} className={styles.saveForm}>
          <ProviderSaveBar
            reason={reason}
            onReason={setReason}
            busy={saving.busy}
            onDiscard={() => {
              setDraft(kept);
              setReason('');
              saving.clear();
            }}
          />
        </form>
      ) : null}
      <GiveUpDialog
        putOut={saving.asking}
        title={`Save ${draft.name.trim()}?`}
        confirmLabel="Save and give these up"
        busy={saving.busy}
        onClose={saving.cancel}
        onConfirm={() => void saving.giveUp()}
      />
    </div>
  );
}
