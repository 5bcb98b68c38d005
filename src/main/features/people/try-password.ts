import { afterWrong, stillWaits } from '#shared/domain/people/slow-down.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { whenAgain } from '#shared/text/sign-in-words.ts';
import { passwordMatches } from '../../security/passwords.ts';
import { findUser, updateUser, type User } from '../../storage/repositories/users.ts';
import type { Context } from '../context.ts';
import { tryAtServer } from './try-at-server.ts';

type Needed = Pick<Context, 'read' | 'change' | 'clock' | 'store'>;

type Begun = { readonly user: User | undefined; readonly waits: string | undefined };

const WRONG = 'The name or the password is not right.';

/**
 * Looks at one password for one name. The try counts as a wrong one before it is looked at, so that many at once are no
 * way round the waiting; whoever gives the right one writes `withoutFailures` in the same transaction as what they do.
 * An unknown name takes as long as a wrong password and is told the same.
 */
export async function tryPassword(
  context: Needed,
  foldedName: string,
  password: string,
): Promise<Result<User>> {
  const { login } = context.store;
  if (login) return tryAtServer(context, login, foldedName, password);
  const begun = await begin(context, foldedName);
  if (!begun.ok) return begun;
  const { user, waits } = begun.value;
  if (waits !== undefined) return tooMany(waits, context.clock.now());
  if (await passwordMatches(user?.passwordHash, password)) {
    // The hash was this user's.
    return user ? ok(user) : refuse('refused', WRONG);
  }
  const noted = await context.change<undefined>(async () => ({
    ok: true,
    value: {
      value: undefined,
      audit: {
        subjectType: 'person',
        subjectId: user?.id ?? 'unknown',
        // A name that nobody has may be a password in the wrong field: it is not kept.
        detail: user ? { refused: 'wrong password', inARow: user.failures } : { refused: 'unknown name' },
      },
    },
  }));
  if (!noted.ok) return noted;
  const now = context.clock.now();
  const next = user && stillWaits(user, now);
  return refuse(
    'refused',
    next === undefined ? `${WRONG} Nobody was signed in.` : `${WRONG} ${whenAgain(next, now)}`,
  );
}

/** Counts the try, unless the time for it has not come yet. */
const begin = (
  { change, clock }: Pick<Needed, 'change' | 'clock'>,
  foldedName: string,
): Promise<Result<Begun>> =>
  change<Begun>(async (db) => {
    const user = await findUser(db, foldedName);
    if (!user) return ok({ value: { user: undefined, waits: undefined }, audit: [] });
    const now = clock.now();
    const waits = stillWaits(user, now);
    const counted = waits === undefined ? afterWrong(user, now) : { waitUntil: waits };
    await updateUser(db, user.id, counted);
    return ok({ value: { user: { ...user, ...counted }, waits }, audit: [] });
  });

const tooMany = (until: string, now: string) =>
  refuse('refused', `Too many wrong passwords for this name. ${whenAgain(until, now)}`);

/** What the right password leaves of the wrong ones before it. */
export const withoutFailures = { failures: 0, waitUntil: null } as const;
