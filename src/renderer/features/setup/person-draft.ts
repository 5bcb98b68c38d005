import type { FieldError } from '#shared/kernel/result.ts';
import { passwordSentence } from '#shared/text/password-words.ts';

/** Who sets the database up, while they are being entered. */
export interface PersonDraft {
  readonly name: string;
  readonly password: string;
  readonly decides: boolean;
}

export const NOBODY_YET: PersonDraft = { name: '', password: '', decides: true };

/** What is wrong with the person; `whose` is the school or authority, whose name is no password. */
export function personProblems({ name, password }: PersonDraft, whose: string): FieldError[] {
  const sentence = passwordSentence(password, [name, whose]);
  return [
    ...(name.trim() === '' ? [{ path: 'administrator.name', message: 'Enter your name.' }] : []),
    ...(sentence === undefined
      ? []
      : [{ path: 'administrator.password', message: password === '' ? 'Choose a password.' : sentence }]),
  ];
}
