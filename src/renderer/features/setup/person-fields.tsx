import type { FieldError } from '#shared/kernel/result.ts';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { NewPasswordField } from '../../ui/form/new-password-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import type { PersonDraft } from './person-draft.ts';

interface Props {
  readonly person: PersonDraft;
  readonly onChange: (person: PersonDraft) => void;
  /** The school or authority. */
  readonly whose: string;
  readonly errors: readonly FieldError[];
  /** Whether it is asked if the person decides on exclusions: in a school. */
  readonly asksDecides?: boolean;
  readonly autoFocus?: boolean;
}

/** The first administrator: the name in the history, and a password. */
export function PersonFields({ person, onChange, whose, errors, asksDecides = false, autoFocus }: Props) {
  const change = (part: Partial<PersonDraft>) => onChange({ ...person, ...part });
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  return (
    <Stack gap={4}>
      <TextField
        label="Your name"
        name="administrator.name"
        hint="You sign in with it, and it stands in the history of what you do."
        width="medium"
        value={person.name}
        onChange={(name) => change({ name })}
        maxLength={80}
        autoComplete="username"
        autoFocus={autoFocus}
        error={errorAt('administrator.name')}
      />
      <NewPasswordField
        label="Choose a password"
        name="administrator.password"
        value={person.password}
        onChange={(password) => change({ password })}
        names={[person.name, whose]}
        error={errorAt('administrator.password')}
      />
      {asksDecides ? (
        <CheckboxField
          label="I am the head teacher or a deputy, and decide on exclusions"
          name="administrator.decides"
          hint="If not, you let the head in afterwards, under Settings, People."
          checked={person.decides}
          onChange={(decides) => change({ decides })}
        />
      ) : null}
    </Stack>
  );
}
