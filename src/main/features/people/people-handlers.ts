import type { Handlers } from '../context.ts';
import { addFirst } from './add-first.ts';
import { changePassword } from './change-password.ts';
import { getSession } from './get-session.ts';
import { lock, signOut } from './leave-session.ts';
import { listPeople } from './list-people.ts';
import { recoverAdministrator } from './recover-administrator.ts';
import { resetPassword } from './reset-password.ts';
import { saveLockRule } from './save-lock-rule.ts';
import { savePerson } from './save-person.ts';
import { signIn, unlock } from './sign-in.ts';
import { workAs } from './work-as.ts';

type PeopleOperations = Extract<keyof Handlers, `session.${string}` | `people.${string}`>;

export const peopleHandlers: Pick<Handlers, PeopleOperations> = {
  'session.get': getSession,
  'session.sign-in': signIn,
  'session.sign-out': signOut,
  'session.lock': lock,
  'session.unlock': unlock,
  'session.work-as': workAs,
  'session.change-password': changePassword,
  'people.list': listPeople,
  'people.save': savePerson,
  'people.reset-password': resetPassword,
  'people.save-lock-rule': saveLockRule,
  'people.add-first': addFirst,
  'people.recover-administrator': recoverAdministrator,
};
