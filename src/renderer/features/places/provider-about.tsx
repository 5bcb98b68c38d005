import type { OperationOutput } from '#shared/contract/contract.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import { PROVIDER_KINDS, type ProviderKind } from '#shared/domain/providers/types.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import type { ProviderDraft } from './provider-draft.ts';

interface ProviderAboutProps {
  readonly draft: ProviderDraft;
  readonly schools: OperationOutput<'providers.get'>['schools'];
  readonly errors: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly onKind: (kind: ProviderKind) => void;
  readonly change: (part: Partial<ProviderDraft>) => void;
}

const KINDS = PROVIDER_KINDS.map((kind) => ({ value: kind, label: PROVIDER_KIND_WORDS[kind].one }));

/** What a provider is called, what it is and whom to ring. */
export function ProviderAbout({ draft, schools, errors, isNew, onKind, change }: ProviderAboutProps) {
  const { kind } = draft;
  const partners = [
    { value: '', label: 'Another school, not in this list' },
    ...schools.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Panel title="About">
      <Stack gap={4}>
        <SelectField
          label="Kind"
          name="kind"
          width="medium"
          hint={isNew ? 'Fills in what is typical of the kind; everything can be changed.' : undefined}
          value={kind}
          options={KINDS}
          error={errors['kind']}
          onChange={onKind}
        />
        <TextField
          label="Name"
          name="name"
          value={draft.name}
          maxLength={120}
          error={errors['name']}
          onChange={(name) => change({ name })}
        />
        {kind && KIND_FACTS[kind].reciprocal && schools.length > 0 ? (
          <SelectField
            label="The other school"
            name="partnerSchoolId"
            width="medium"
            hint="Sessions lent and borrowed are added up with it."
            value={draft.partnerSchoolId ?? ''}
            options={partners}
            error={errors['partnerSchoolId']}
            onChange={(id) => change({ partnerSchoolId: id === '' ? undefined : id })}
          />
        ) : null}
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
  );
}
