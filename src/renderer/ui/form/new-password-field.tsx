import { PASSWORD_RULE, passwordSentence } from '#shared/text/password-words.ts';
import { PasswordField } from './password-field.tsx';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Names that it must not be: the person's, the school's. */
  readonly names: readonly string[];
  readonly error?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A password being chosen, with the rule before, and whether it meets the rule while it is typed. */
export function NewPasswordField({ names, value, ...field }: Props) {
  return (
    <PasswordField
      {...field}
      kind="new"
      width="medium"
      value={value}
      hint={PASSWORD_RULE}
      note={value === '' ? undefined : (passwordSentence(value, names) ?? strengthOf(value))}
    />
  );
}

/** Honest about what can be known: the rule is met; how hard it is to guess, the program cannot know. */
const strengthOf = (password: string): string =>
  [...password].length < 16
    ? 'This meets the rule. A word more would make it much harder to guess.'
    : 'This meets the rule, and it is long. Use it nowhere else.';
