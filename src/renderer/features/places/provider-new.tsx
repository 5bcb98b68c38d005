import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { useOperation } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { useLeaveGuard } from '../../ui/hooks/use-leave-guard.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { draftOf, presetOf, toForm, type ProviderDraft } from './provider-draft.ts';
import { ProviderAbout } from './provider-about.tsx';
import { AdmissionRules } from './provider-rules-admission.tsx';
import { RoomRules } from './provider-rules-room.tsx';
import { StayRules } from './provider-rules-stay.tsx';
import { ProviderShort } from './provider-short.tsx';
import { useProviderSave } from './use-provider-save.ts';
import { WeekFields } from './week-fields.tsx';
import styles from './provider.module.css';

/** A provider from nothing: its kind fills in what is typical, then everything can be changed. */
export function NewProvider() {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<ProviderDraft>(() => draftOf(undefined));
  const [filled, setFilled] = useState<ProviderDraft>(draft);
  useKeptForm('provider/new', { draft, filled }, (was) => {
    setDraft(was.draft);
    setFilled(was.filled);
  });
  const [savedId, setSavedId] = useState<string>();
  const schools = useOperation('providers.list', {}).data?.schools ?? [];
  const change = (part: Partial<ProviderDraft>) => setDraft((was) => ({ ...was, ...part }));
  const changeRules = (part: Partial<ProviderDraft['rules']>) =>
    setDraft((was) => ({ ...was, rules: { ...was.rules, ...part } }));

  const saving = useProviderSave(undefined, ({ id }) => {
    setSavedId(id);
    notify({ title: `${draft.name.trim()} added` });
  });
  const guard = useLeaveGuard(
    savedId === undefined && (draft.name !== '' || touched(draft, filled)),
    'The new provider is not saved.',
  );
  // Only once the page knows that nothing is left unsaved may it be left.
  useEffect(() => {
    if (savedId === undefined) return;
    void navigate({ to: '/places/providers/$providerId', params: { providerId: savedId }, replace: true });
  }, [savedId, navigate]);

  const fill = (kind: ProviderKind) => {
    const next = { ...draft, kind, ...presetOf(kind) };
    setDraft(next);
    setFilled(next);
  };
  const choose = (kind: ProviderKind) => (touched(draft, filled) ? change({ kind }) : fill(kind));

  const errors = Object.fromEntries(saving.errors.map(({ path, message }) => [path, message]));
  const fields = { rules: draft.rules, errors, change: changeRules };
  const { kind } = draft;
  const form = toForm(draft, kind ?? 'la-centre');
  return (
    <Page>
      <PageHeader title="New provider" context="A place where excluded pupils can be taught" />
      {guard}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving.busy) void saving.save(draft, '');
        }}
      >
        <SplitLayout
          kind="form"
          asideStays
          aside={
            kind ? <ProviderShort kind={kind} provider={{ ...form, rules: form.rules ?? NO_RULES }} /> : null
          }
        >
          <ErrorSummary errors={saving.errors} />
          {saving.refused ? <ErrorCallout title="Not saved" error={saving.refused} /> : null}
          <ProviderAbout
            draft={draft}
            schools={schools}
            errors={errors}
            isNew
            onKind={choose}
            change={change}
          />
          {kind ? (
            <>
              {touched(draft, filled) ? (
                <div className={styles.refill}>
                  <Button size="small" onClick={() => fill(kind)}>
                    Fill in again what is typical of “{PROVIDER_KIND_WORDS[kind].one}”
                  </Button>
                </div>
              ) : null}
              <Panel title="Week">
                <WeekFields week={draft.week} errors={errors} onChange={(week) => change({ week })} />
              </Panel>
              <AdmissionRules {...fields} />
              <RoomRules {...fields} draft={draft} changeDraft={change} />
              <StayRules {...fields} />
            </>
          ) : null}
          <div className={styles.saveRow}>
            <ButtonLink to="/places/providers">Cancel</ButtonLink>
            <Button type="submit" variant="primary" loading={saving.busy}>
              Save the provider
            </Button>
          </div>
        </SplitLayout>
      </form>
    </Page>
  );
}

/** Whether the week or the rules are other than they were filled in. */
const touched = (draft: ProviderDraft, filled: ProviderDraft): boolean =>
  draft.week !== filled.week ||
  draft.rules !== filled.rules ||
  draft.weekCapacity !== filled.weekCapacity ||
  draft.schoolShare !== filled.schoolShare;
