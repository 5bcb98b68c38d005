import type { Role } from '#shared/permissions/roles.ts';
import { ROLE_NAMES } from '#shared/text/role-words.ts';
import { DateField } from '../../ui/form/date-field.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { DeleteIcon } from '../../ui/icons.ts';
import type { PeopleList } from './types.ts';
import styles from './people.module.css';

/** A role while it is being entered. */
export interface TermDraft {
  readonly role: Role | null;
  readonly providerId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

interface Props {
  readonly at: number;
  readonly term: TermDraft;
  readonly list: PeopleList;
  readonly onChange: (term: TermDraft) => void;
  readonly onRemove: (() => void) | undefined;
  readonly errorOf: (path: string) => string | undefined;
}

/** One role of a person: which, of which provider, from when to when. */
export function RoleFields({ at, term, list, onChange, onRemove, errorOf }: Props) {
  const path = (part: string) => `roles.${at}.${part}`;
  const change = (part: Partial<TermDraft>) => onChange({ ...term, ...part });
  return (
    <fieldset className={styles.role}>
      <legend>Role {at + 1}</legend>
      <SelectField
        label="Works as"
        name={path('role')}
        width="medium"
        value={term.role}
        onChange={(role) => change({ role })}
        options={list.roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        error={errorOf(path('role'))}
      />
      {term.role === 'provider-staff' ? (
        <SelectField
          label="Provider"
          name={path('providerId')}
          width="medium"
          value={term.providerId}
          onChange={(providerId) => change({ providerId })}
          options={list.providers.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(path('providerId'))}
        />
      ) : null}
      <DateField
        label="First day"
        name={path('from')}
        optional
        value={term.from}
        onChange={(from) => change({ from })}
        error={errorOf(path('from'))}
      />
      <DateField
        label="Last day"
        name={path('to')}
        optional
        value={term.to}
        onChange={(to) => change({ to })}
        error={errorOf(path('to'))}
      />
      {onRemove ? (
        <div className={styles.remove}>
          <IconButton icon={DeleteIcon} label={`Remove role ${at + 1}`} onClick={onRemove} />
        </div>
      ) : null}
    </fieldset>
  );
}
