import { useEffect, useRef, useState } from 'react';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { PROVIDER_KINDS, type ProviderKind } from '#shared/domain/providers/types.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { Refusal } from './refusal.tsx';
import { toSessions, toWeekDraft, type WeekDraft } from './week-draft.ts';
import { WeekFields } from './week-fields.tsx';
import styles from './provider.module.css';

export type StoredProvider = OperationOutput<'providers.get'>['provider'];

interface ProviderFormProps {
  /** Undefined for a new provider. */
  readonly provider: StoredProvider | undefined;
  readonly onSaved: (id: string) => void;
}

interface Draft {
  readonly kind: ProviderKind | null;
  readonly name: string;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly active: boolean;
  readonly week: WeekDraft;
}

const draftOf = (provider: StoredProvider | undefined): Draft => ({
  kind: provider?.kind ?? null,
  name: provider?.name ?? '',
  address: provider?.address ?? '',
  contactName: provider?.contactName ?? '',
  contactPhone: provider?.contactPhone ?? '',
  active: provider?.active ?? true,
  week: toWeekDraft(provider?.sessions ?? []),
});

const KINDS = PROVIDER_KINDS.map((kind) => ({ value: kind, label: PROVIDER_KIND_WORDS[kind].one }));

/** Everything about a provider but its closures. */
export function ProviderForm({ provider, onSaved }: ProviderFormProps) {
  const save = useCommand('providers.save');
  const [draft, setDraft] = useState(() => draftOf(provider));
  // The version that the form was filled from: a change by somebody else meanwhile must be refused, not lost.
  const [version, setVersion] = useState(provider?.version);
  const [refused, setRefused] = useState<OperationError>();
  const [noKind, setNoKind] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));

  const submit = async () => {
    const { kind, week, ...facts } = draft;
    setNoKind(kind === null);
    setRefused(undefined);
    if (kind === null || save.isPending) return;
    const input: OperationInput<'providers.save'> = {
      ...facts,
      kind,
      sessions: toSessions(week),
      ...(provider && version !== undefined ? { id: provider.id, version } : {}),
    };
    try {
      const saved = await save.mutateAsync(input);
      setVersion(saved.version);
      notify({ title: `${facts.name.trim()} saved` });
      onSaved(saved.id);
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      setRefused(error);
    }
  };

  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A long form may have scrolled it out of sight.
    if (refused) refusal.current?.focus();
  }, [refused]);

  const invalid = refused?.error.code === 'invalid-input' ? (refused.error.fields ?? []) : [];
  const summary = noKind ? [{ path: 'kind', message: 'Choose the kind of provider.' }] : invalid;
  const errors = Object.fromEntries(summary.map(({ path, message }) => [path, message]));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Panel
        footer={
          <>
            <ButtonLink to="/places/providers">Cancel</ButtonLink>
            <Button type="submit" variant="primary" loading={save.isPending}>
              Save the provider
            </Button>
          </>
        }
      >
        <Stack gap={4}>
          <ErrorSummary errors={summary} />
          {refused && invalid.length === 0 ? (
            <div ref={refusal} tabIndex={-1} className={styles.refusal}>
              <Refusal failure={{ title: 'Not saved', error: refused.error }} />
            </div>
          ) : null}
          <TextField
            label="Name"
            name="name"
            value={draft.name}
            maxLength={120}
            error={errors['name']}
            autoFocus={provider === undefined}
            onChange={(name) => change({ name })}
          />
          <SelectField
            label="Kind"
            name="kind"
            width="medium"
            value={draft.kind}
            options={KINDS}
            error={errors['kind']}
            onChange={(kind) => {
              setNoKind(false);
              change({ kind });
            }}
          />
          <WeekFields week={draft.week} errors={errors} onChange={(week) => change({ week })} />
          <TextField
            label="Address"
            name="address"
            optional
            value={draft.address}
            maxLength={200}
            error={errors['address']}
            onChange={(address) => change({ address })}
          />
          <Row gap={4} align="start">
            <TextField
              label="Who to ring"
              name="contactName"
              optional
              width="medium"
              value={draft.contactName}
              maxLength={200}
              error={errors['contactName']}
              onChange={(contactName) => change({ contactName })}
            />
            <TextField
              label="Telephone"
              name="contactPhone"
              type="tel"
              optional
              width="short"
              value={draft.contactPhone}
              maxLength={200}
              error={errors['contactPhone']}
              onChange={(contactPhone) => change({ contactPhone })}
            />
          </Row>
          <CheckboxField
            label="In use"
            name="active"
            hint="A provider out of use stays in the history but not on the board."
            checked={draft.active}
            onChange={(active) => change({ active })}
          />
        </Stack>
      </Panel>
    </form>
  );
}
