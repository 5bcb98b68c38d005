import { existsSync, renameSync } from 'node:fs';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { rolesOn } from '#shared/domain/people/roles-on.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { silentLog as quietLog } from '../../platform/log.ts';
import { passwordMatches } from '../../security/passwords.ts';
import { findUser, readUserRoles } from '../../storage/repositories/users.ts';
import type { Store } from '../../storage/store.ts';
import { keyFileOf, secondKeyFileOf } from '../../security/keys/key-file-place.ts';
import type { PostgresPlace } from '../../storage/engines/postgres/place.ts';
import { loginRoleOf } from '../../storage/shared/login-role.ts';
import { makeLogin } from '../../storage/shared/make-login.ts';
import { moveIn, type MovedTotal } from '../../storage/shared/move/move-in.ts';
import type { Owned } from '../../storage/shared/owner.ts';
import type { CliOptions } from '../arguments.ts';
import { openOffice } from '../open-office.ts';
import { SignInRefusedError } from '../sign-in-first.ts';
import { givenRecoveryKey } from '../unlock-first.ts';
import { readPassword } from '../read-password.ts';
import { UsageError } from '../usage-error.ts';

interface Given {
  readonly owned: Owned;
  readonly place: PostgresPlace;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

/**
 * Moves the records of a file into the shared database, signed in to the file as one of its administrators; then the
 * file is kept beside under the name `.moved`. Throws `UsageError`, `StoreUnusableError`.
 */
export async function moveRecordsIn(options: CliOptions, { owned, place, clock, say }: Given): Promise<void> {
  const { database: file, userName } = options;
  // Killed while the file was being set aside: all else was done before.
  if (!existsSync(file) && existsSync(`${file}.moved`)) {
    setAside(file);
    say(`The records were moved already; the old ones are kept as ${file}.moved, with their keys.`);
    return;
  }
  if (!existsSync(file)) throw new UsageError(`There is no database ${file}.`);
  if (userName === undefined)
    throw new UsageError(
      'Who moves the records: --user NAME, one of the administrators in this PC’s records?',
    );
  const prompt = `Password of ${userName} in this PC’s records`;
  const password = await readPassword({ passwordFd: options.passwordFd, prompt });
  if (password === undefined)
    throw new UsageError(
      'No password was given: type it at the prompt, or use --password-fd or FIRST_DAY_PASSWORD.',
    );
  const moved = await fromFile(options, password, { owned, place, clock, say });
  // Last of all: until now nobody could sign in to what was moved.
  const login = loginRoleOf(place.database, foldPersonName(userName));
  await makeLogin(owned.client, place.database, login, password);
  setAside(file);
  say(
    `Moved: ${String(moved.rows)} rows in ${String(moved.tables)} tables${moved.resumed ? ', going on with a move that was broken off' : ''}; counts and hashes are the same, and the audit trail goes on where it ended.`,
  );
  say(`This PC’s old records are kept as ${file}.moved, with their keys.`);
  say(
    `${userName} signs in to the shared database with the same password. Everybody else needs a new one: Settings, People, “New password”.`,
  );
}

async function fromFile(
  options: CliOptions,
  password: string,
  { owned, place, clock, say }: Given,
): Promise<MovedTotal> {
  const work = await openOffice(
    { ...options, databaseGiven: true },
    { clock, log: quietLog, recoveryKey: givenRecoveryKey(options.recoveryKeyFd), password },
  );
  try {
    const { store } = work.services;
    if (!work.signIn) throw new UsageError('The records of this PC were not opened. Nothing was moved.');
    const moverId = await administratorOf(store, options, password, clock);
    let moved: MovedTotal | undefined;
    // As a write, so that nobody works in the file meanwhile; refused at its end, for there is nothing to keep.
    await store.write(async (source) => {
      moved = await moveIn({
        source,
        client: owned.client,
        database: place.database,
        moverId,
        now: clock.now(),
        again: options.setUp.again,
        say,
        step: (table, rows) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${table} ${String(rows)}\u001B[K`);
        },
      });
      return { ok: false };
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    if (!moved) throw new Error('The move ended without saying how.');
    return moved;
  } finally {
    await work.close();
  }
}

/**
 * Who moves, by the password that the file knows. Not as a sign-in, which would be noted: a move that goes on after it was
 * broken off must find the records as they were. Throws `SignInRefusedError`.
 */
async function administratorOf(
  store: Store,
  { userName = '' }: CliOptions,
  password: string,
  clock: Clock,
): Promise<string> {
  const [user, roles] = await store.read(async (db) => {
    const found = await findUser(db, foldPersonName(userName));
    return [found, found ? rolesOn(await readUserRoles(db, found.id), clock.today()) : []] as const;
  });
  const known = await passwordMatches(user?.passwordHash, password);
  if (!user?.active || !known)
    throw new SignInRefusedError('The name or the password is not right. Nothing was moved.');
  if (!roles.includes('administrator'))
    throw new SignInRefusedError('Only an administrator moves the records. Nothing was moved.');
  return user.id;
}

/** The file with its keys under another name, so that the window does not open it by itself and nothing is lost. */
function setAside(file: string): void {
  const aside = `${file}.moved`;
  // The keys last: as long as they lie there, no new database is begun in its place.
  for (const [from, to] of [
    [file, aside],
    [secondKeyFileOf(file), secondKeyFileOf(aside)],
    [keyFileOf(file), keyFileOf(aside)],
  ] as const) {
    if (existsSync(from)) renameSync(from, to);
  }
}
