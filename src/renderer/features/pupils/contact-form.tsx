import { useRef, useState } from 'react';
import { CONTACT_RELATIONS, type ContactRelation } from '#shared/domain/pupils/contact.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { relationWords } from '#shared/text/contact-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useEditing } from '../../api/use-editing.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { StaleSave } from '../../ui/overlay/stale-save.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import {
  CONTACT_FIELDS,
  contactDraft,
  contactInput,
  contactLabel,
  contactText,
  type ContactDraft,
} from './contact-versions.ts';
import type { Contact } from './pupil-found.ts';
import { useKeysOf } from './use-keys-of.ts';

interface ContactFormProps {
  readonly pupilId: string;
  /** Undefined for a new one. */
  readonly contact: Contact | undefined;
  readonly contacts: readonly Contact[];
  readonly onDone: () => void;
}

const MOST = 9;

const NAME_HINTS: Readonly<Record<ContactRelation, string>> = {
  parent: 'As the letter begins: Mrs A. Example',
  'social-worker': 'The social worker’s name',
  'virtual-school-head': 'The name, or the office',
  'home-authority': 'The authority’s name; only when it is not your school’s',
};

/** Somebody to tell about a pupil. */
export function ContactForm({ pupilId, contact, contacts, onDone }: ContactFormProps) {
  const others = useEditing('pupil', pupilId);
  const save = useCommand('contacts.save');
  const list = useOperation('contacts.list', { pupilId });
  // What the form was filled from: a change by somebody else meanwhile must be refused, not lost.
  const [base, setBase] = useState(contact);
  const [draft, setDraft] = useState<ContactDraft>(() => contactDraft(contact, nextPosition(contacts)));
  const { relation, name, address, phone, email, position } = draft;
  const change = (more: Partial<ContactDraft>) => setDraft((was) => ({ ...was, ...more }));
  useKeptForm(`contact/${pupilId}/${contact?.id ?? 'new'}`, draft, setDraft);
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useKeysOf(form, (event) => {
    if (event.key === 'Escape') onDone();
  });
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;

  const submit = () => {
    const problems = [
      ...(name.trim() === '' ? [{ path: 'name', message: 'Enter the name.' }] : []),
      ...(position === null ? [{ path: 'position', message: 'Enter a number from 1 to 9.' }] : []),
    ];
    setMissing(problems);
    if (problems.length > 0 || position === null) return;
    save.mutate(contactInput(pupilId, { ...draft, position }, base), {
      onSuccess: () => {
        notify({ title: 'Saved', text: 'Duties and letters of this pupil follow it.' });
        onDone();
      },
    });
  };

  const stale = refused?.code === 'conflict' && base !== undefined;
  const theirs = contacts.find(({ id, version }) => id === base?.id && version !== base.version);
  const goOnWith = (chosen: Partial<ContactDraft>) => {
    setBase(theirs);
    setDraft({ ...contactDraft(theirs, position), ...chosen });
    save.reset();
  };

  return (
    <SmallForm
      ref={form}
      errors={errors}
      refused={stale ? undefined : refused}
      refusedTitle="Not saved"
      onSubmit={submit}
    >
      <EditedElsewhere others={others} />
      {stale ? (
        <StaleSave<ContactDraft>
          message={refused.message}
          fields={CONTACT_FIELDS}
          base={contactDraft(base, position)}
          mine={draft}
          theirs={theirs && contactDraft(theirs, position)}
          labelOf={contactLabel}
          textOf={contactText}
          onFetch={() => void list.refetch()}
          onChoose={goOnWith}
        />
      ) : null}
      <SelectField
        label="Who it is"
        name="relation"
        value={relation}
        onChange={(next) => change({ relation: next })}
        options={CONTACT_RELATIONS.map((value) => ({ value, label: relationWords(value) }))}
        error={errorOf('relation')}
      />
      <TextField
        label="Name"
        name="name"
        hint={NAME_HINTS[relation]}
        value={name}
        onChange={(next) => change({ name: next })}
        maxLength={120}
        error={errorOf('name')}
        autoFocus
      />
      <TextArea
        label="Address"
        name="address"
        optional
        value={address}
        onChange={(next) => change({ address: next })}
        maxLength={300}
        error={errorOf('address')}
      />
      <TextField
        label="Telephone"
        name="phone"
        optional
        value={phone}
        onChange={(next) => change({ phone: next })}
        maxLength={40}
        error={errorOf('phone')}
      />
      <TextField
        label="E-mail"
        name="email"
        optional
        value={email}
        onChange={(next) => change({ email: next })}
        maxLength={120}
        error={errorOf('email')}
      />
      {relation === 'parent' ? (
        <NumberField
          label="Order in which they are tried"
          name="position"
          value={position}
          onChange={(next) => change({ position: next })}
          min={1}
          max={MOST}
          step={1}
          error={errorOf('position')}
        />
      ) : null}
      <Row justify="end">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" loading={save.isPending}>
          Save
        </Button>
      </Row>
    </SmallForm>
  );
}

/** After those who are there; the last place is shared when all are taken. */
const nextPosition = (contacts: readonly Contact[]): number =>
  Math.min(MOST, contacts.filter(({ relation }) => relation === 'parent').length + 1);
