import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { FieldError as FieldErrorText } from '../../ui/form/field-error.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { RoleFields, type TermDraft } from './role-fields.tsx';
import type { Given, PeopleList, Person } from './types.ts';

interface Props {
  /** Undefined for a new one. */
  readonly person: Person | undefined;
  readonly list: PeopleList;
  /** `made`: the temporary password of a new person. */
  readonly onDone: (made?: Given) => void;
}

/** A person: name, roles with their days, and whether they still sign in. */
export function PersonForm({ person, list, onDone }: Props) {
  const save = useCommand('people.save');
  const [name, setName] = useState(person?.name ?? '');
  const [active, setActive] = useState(person?.active ?? true);
  const [roles, setRoles] = useState<readonly TermDraft[]>(person ? person.roles.map(draftOf) : [NEW_ROLE]);
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  const rolesError = errorOf('roles');

  const submit = () => {
    const left = [
      ...(name.trim() === '' ? [{ path: 'name', message: 'Enter the name.' }] : []),
      ...roles.flatMap(({ role }, at) =>
        role === null ? [{ path: `roles.${at}.role`, message: 'Choose the role.' }] : [],
      ),
    ];
    setMissing(left);
    if (left.length > 0) return;
    save.mutate(
      {
        ...(person ? { id: person.id, version: person.version } : {}),
        name,
        active,
        roles: roles.flatMap(({ role, providerId, from, to }) =>
          role === null
            ? []
            : [
                {
                  role,
                  ...(role === 'provider-staff' && providerId !== null ? { providerId } : {}),
                  ...(from === null ? {} : { from }),
                  ...(to === null ? {} : { to }),
                },
              ],
        ),
      },
      {
        onSuccess: ({ temporaryPassword }) => {
          if (temporaryPassword === undefined) notify({ title: `${name.trim()} is saved` });
          onDone(
            temporaryPassword === undefined ? undefined : { name: name.trim(), password: temporaryPassword },
          );
        },
      },
    );
  };

  return (
    <Panel title={person ? `Change ${person.name}` : 'Add a person'}>
      <SmallForm errors={errors} refused={refused} refusedTitle="Not saved" onSubmit={submit}>
        <TextField
          label="Name"
          name="name"
          hint="They sign in with it, and it stands in the history of what they do."
          width="medium"
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
          error={errorOf('name')}
        />
        {rolesError ? <FieldErrorText id="people-roles-error" message={rolesError} /> : null}
        {roles.map((term, at) => (
          <RoleFields
            // The order is the only thing that tells roles apart while they are entered.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            at={at}
            term={term}
            list={list}
            onChange={(next) => setRoles(roles.with(at, next))}
            onRemove={roles.length > 1 ? () => setRoles(roles.toSpliced(at, 1)) : undefined}
            errorOf={errorOf}
          />
        ))}
        <div>
          <Button size="small" icon={AddIcon} onClick={() => setRoles([...roles, NEW_ROLE])}>
            Another role
          </Button>
        </div>
        {person ? (
          <CheckboxField
            label="Signs in here"
            name="active"
            hint="Untick when somebody leaves: they stay in the history, and no longer get in."
            checked={active}
            onChange={setActive}
          />
        ) : null}
        <Row justify="end">
          <Button onClick={() => onDone()}>Cancel</Button>
          <Button type="submit" variant="primary" loading={save.isPending}>
            {person ? 'Save' : 'Add and give a temporary password'}
          </Button>
        </Row>
      </SmallForm>
    </Panel>
  );
}

const NEW_ROLE: TermDraft = { role: null, providerId: null, from: null, to: null };

const draftOf = ({ role, providerId, from, to }: Person['roles'][number]): TermDraft => ({
  role,
  providerId: providerId ?? null,
  from: from ?? null,
  to: to ?? null,
});
