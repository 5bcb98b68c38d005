import { dispatch } from '../api/dispatch.ts';
import { handlers } from '../api/handlers.ts';
import { NOBODY, type Services, type UserSession } from '../features/context.ts';
import { readWorkspace } from '../storage/repositories/workspace.ts';
import type { CliOptions } from './arguments.ts';
import { readPassword } from './read-password.ts';
import { UsageError } from './usage-error.ts';

/** The name, the password or the role was refused; the message is the sentence of it. */
export class SignInRefusedError extends Error {
  override readonly name = 'SignInRefusedError';
}

/**
 * Signs in the person of `--user`, in the role of `--as` if one is given, and gives the session for what is run where
 * nobody has signed in: that of the demonstration, that of an empty database to be set up, or nobody's. `known` is the
 * password, where it was read before.
 */
export async function signInFirst(
  services: Services,
  options: CliOptions,
  known: string | undefined,
): Promise<UserSession> {
  const { userName, role, passwordFd } = options;
  // A shared database is opened by signing in.
  const workspace = services.shared ? undefined : await services.store.read(readWorkspace);
  if (!services.shared && (!workspace || workspace.demonstration))
    return { userName: userName ?? 'Command line', role: role ?? 'administrator' };
  if (userName === undefined) {
    if (role === undefined) return NOBODY;
    throw new UsageError(
      'This database has people: sign in with --user NAME. --as alone works only in a demonstration.',
    );
  }
  const password = known ?? (await readPassword({ passwordFd, prompt: `Password of ${userName}` }));
  if (password === undefined) {
    throw new UsageError(
      'No password was given: type it at the prompt, or use --password-fd or FIRST_DAY_PASSWORD.',
    );
  }
  await ask(services, NOBODY, 'session.sign-in', { name: userName, password });
  const session = services.sessions.current()?.session ?? NOBODY;
  if (role !== undefined && role !== session.role) await ask(services, session, 'session.work-as', { role });
  return NOBODY;
}

async function ask(
  services: Services,
  session: UserSession,
  operation: string,
  input: object,
): Promise<void> {
  const result = await dispatch(services, handlers, session, operation, input);
  if (!result.ok) throw new SignInRefusedError(result.error.message);
}
