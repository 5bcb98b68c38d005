import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { rolesOn } from '#shared/domain/people/roles-on.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { makeOffice } from '../../office/office.ts';
import { hashPassword } from '../../security/passwords.ts';
import type { PostgresPlace } from '../../storage/engines/postgres/place.ts';
import { openPostgresStore } from '../../storage/engines/postgres/postgres.ts';
import { findUser, readUserRoles } from '../../storage/repositories/users.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import { endLogins } from '../../storage/shared/end-logins.ts';
import { loginRoleOf } from '../../storage/shared/login-role.ts';
import { moveOut } from '../../storage/shared/move/move-out.ts';
import type { Owner } from '../../storage/shared/move/own-rows.ts';
import type { Owned } from '../../storage/shared/owner.ts';
import { tryPlace } from '../../storage/shared/try-place.ts';
import { findWorkspace } from '../../storage/shared/workspaces.ts';
import type { CliOptions } from '../arguments.ts';
import { readPassword } from '../read-password.ts';
import { SignInRefusedError } from '../sign-in-first.ts';
import { UsageError } from '../usage-error.ts';

interface Given {
  readonly owned: Owned;
  readonly place: PostgresPlace;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

interface Mover {
  readonly id: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Takes the records of a school (`--school`) or of the authority out of the shared database into a new file, encrypted
 * and opened by an administrator's password; then nobody of that school signs in to the shared database any more. Throws
 * `UsageError`, `SignInRefusedError`, `StoreUnusableError`.
 */
export async function moveRecordsOut(options: CliOptions, given: Given): Promise<void> {
  const { owned, clock, say } = given;
  const file = options.database;
  if (!options.databaseGiven)
    throw new UsageError('Where to: --database PATH of a file that is not there yet?');
  const { owner, mover } = await whoMoves(options, given);
  const existed = existsSync(file);
  const office = makeOffice({ database: file, now: clock.now, newId: randomUUID });
  try {
    const standing = await office.start();
    if (standing.state !== 'open') throw new UsageError(`${file} is there already and was left as it is.`);
    if (existed && (await office.store.read(readWorkspace)))
      throw new UsageError(`${file} has records already and was left as it is.`);
    // Before there is anything in it: the first key lies beside it in clear.
    await office.keys.admitPassword(foldPersonName(mover.name), mover.password);
    const passwordHash = await hashPassword(mover.password);
    const nobodysHash = await hashPassword(randomUUID());
    let rows = 0;
    await owned.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      await office.store.write(async (target) => {
        rows = await moveOut({
          client: owned.client,
          owner,
          target,
          mover: { id: mover.id, passwordHash },
          nobodysHash,
          say,
        });
      });
    } finally {
      await owned.client.query('ROLLBACK');
    }
    const ended = await endLogins(owned.client, owner.schoolId);
    say(`Moved out: ${String(rows)} rows into ${file}; counts and hashes are the same.`);
    say(
      `${mover.name} opens it and signs in with the same password; make a recovery sheet at once. The shared database keeps its records, and nobody of this school signs in there any more (${String(ended)} until now).`,
    );
  } finally {
    await office.close();
  }
}

async function whoMoves(
  options: CliOptions,
  { place, clock }: Given,
): Promise<{ readonly owner: Owner; readonly mover: Mover }> {
  const { userName, school, setUp, passwordFd } = options;
  if (userName === undefined)
    throw new UsageError('Who moves the records: --user NAME, one of the administrators?');
  if ((school === undefined) === (setUp.authority === undefined))
    throw new UsageError('Whose records are they: --school NUMBER (seven figures) or --authority CODE?');
  const prompt = `Password of ${userName} in the shared database`;
  const password = await readPassword({ passwordFd, prompt });
  if (password === undefined)
    throw new UsageError(
      'No password was given: type it at the prompt, or use --password-fd or FIRST_DAY_PASSWORD.',
    );
  const login = loginRoleOf(place.database, foldPersonName(userName));
  if ((await tryPlace({ ...place, user: login, password })) === 'wrong')
    throw new SignInRefusedError('The name or the password is not right. Nothing was moved.');
  const store = openPostgresStore(place);
  try {
    return await store.read(async (db) => {
      const found = await findWorkspace(db, school);
      if (found.workspace === undefined)
        throw new UsageError('The shared database has no records of this school. Nothing was moved.');
      const user = await findUser(db, foldPersonName(userName));
      const roles = user ? rolesOn(await readUserRoles(db, user.id), clock.today()) : [];
      if (!user || !roles.includes('administrator') || (user.schoolId ?? undefined) !== found.schoolId)
        throw new SignInRefusedError(
          'Only an administrator of the school moves its records. Nothing was moved.',
        );
      return {
        owner: { workspace: found.workspace, schoolId: found.schoolId, area: found.area },
        mover: { id: user.id, name: user.name, password },
      };
    });
  } finally {
    await store.close();
  }
}
