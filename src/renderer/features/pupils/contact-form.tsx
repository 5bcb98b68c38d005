import { useRef, useState } from 'react';
import { CONTACT_RELATIONS, type ContactRelation } from '#shared/domain/pupils/contact.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { relationWords } from '#shared/text/contact-words.ts';
import { useCommand } from '../../api/client.ts';
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
import { notify } from '../../ui/overlay/notify.tsx';
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
  const [relation, setRelation] = useState<ContactRelation>(contact?.relation ?? 'parent');
  const [name, setName] = useState(contact?.name ?? '');
  const [address, setAddress] = useState(contact?.address ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [email, setEmail] = useState(contact?.email ?? '');
  const [position, setPosition] = useState<number | null>(contact?.position ?? nextPosition(contacts));
  useKeptForm(
    `contact/${pupilId}/${contact?.id ?? 'new'}`,
    { relation, name, address, phone, email, position },
    (was) => {
      setRelation(was.relation);
      setName(was.name);
      setAddress(was.address);
      setPhone(was.phone);
      setEmail(was.email);
      setPosition(was.position);
    },
  );
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
    save.mutate(
      {
        ...(contact === undefined ? {} : { id: contact.id, version: contact.version }),
        pupilId,
        relation,
        name,
        address,
        phone,
        email,
        position,
      },
      {
        onSuccess: () => {
          notify({ title: 'Saved', text: 'Duties and letters of this pupil follow it.' });
          onDone();
        },
      },
    );
  };

  return (
    <SmallForm ref={form} errors={errors} refused={refused} refusedTitle="Not saved" onSubmit={submit}>
      <EditedElsewhere others={others} />
      <SelectField
        label="Who it is"
        name="relation"
        value={relation}
        onChange={setRelation}
        options={CONTACT_RELATIONS.map((value) => ({ value, label: relationWords(value) }))}
        error={errorOf('relation')}
      />
      <TextField
        label="Name"
        name="name"
        hint={NAME_HINTS[relation]}
        value={name}
        onChange={setName}
        maxLength={120}
        error={errorOf('name')}
        autoFocus
      />
      <TextArea
        label="Address"
        name="address"
        optional
        value={address}
        onChange={setAddress}
        maxLength={300}
        error={errorOf('address')}
      />
      <TextField
        label="Telephone"
        name="phone"
        optional
        value={phone}
        onChange={setPhone}
        maxLength={40}
        error={errorOf('phone')}
      />
      <TextField
        label="E-mail"
        name="email"
        optional
        value={email}
        onChange={setEmail}
        maxLength={120}
        error={errorOf('email')}
      />
      {relation === 'parent' ? (
        <NumberField
          label="Order in which they are tried"
          name="position"
          value={position}
          onChange={setPosition}
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
