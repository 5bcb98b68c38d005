import { randomUUID } from 'node:crypto';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { passwordSentence } from '#shared/text/password-words.ts';
import { writeNewSchool } from '../../features/new-school.ts';
import type { PostgresPlace } from '../../storage/engines/postgres/place.ts';
import { openPostgresStore } from '../../storage/engines/postgres/postgres.ts';
import { createPerson } from '../../storage/shared/create-person.ts';
import { findWorkspace, nextWorkspace, writeAuthority } from '../../storage/shared/workspaces.ts';
import { findUser } from '../../storage/repositories/users.ts';
import type { Owned } from '../../storage/shared/owner.ts';
import { UsageError } from '../usage-error.ts';
import type { NewWorkspace } from './new-workspace.ts';

interface Given {
  readonly owned: Owned;
  /** As the owner. */
  readonly place: PostgresPlace;
  readonly clock: Clock;
  /** Asked for where the administrator is not there yet. */
  readonly password: () => Promise<string>;
  readonly say: (line: string) => void;
}

/** A school or an authority in a shared database, with its first administrator; what is there already stays. */
export async function addWorkspace(
  given: NewWorkspace,
  { owned, place, clock, password, say }: Given,
): Promise<void> {
  const { name, administrator, roles } = given;
  const store = openPostgresStore(place);
  try {
    const written = await store.write(async (db) => {
      const found = await findWorkspace(
        db,
        given.kind === 'school' ? given.school.school.laEstab : undefined,
      );
      if (found.workspace !== undefined) return { made: false, schoolId: found.schoolId };
      const number = await nextWorkspace(db);
      if (given.kind === 'authority') {
        await writeAuthority(db, { number, code: given.code, name, now: clock.now() });
        return { made: true, schoolId: undefined };
      }
      const services = { clock, newId: randomUUID };
      const where = { workspace: number, id: found.schoolId };
      return { made: true, schoolId: await writeNewSchool(db, given.school, services, where) };
    });
    const kind = given.kind === 'school' ? 'School' : 'Authority';
    say(`${kind}: ${name} ${written.made ? 'was set up' : 'is there already'}.`);
    const before = await store.read((db) => findUser(db, foldPersonName(administrator)));
    if (before) {
      if ((before.schoolId ?? undefined) !== written.schoolId)
        throw new UsageError(
          `Somebody of another school in the database is called ${administrator}. Add a middle name or an initial.`,
        );
      say(`Administrator: ${administrator} is there already; the password stays as it is.`);
      return;
    }
    const typed = await password();
    const sentence = passwordSentence(typed, [administrator, name]);
    if (sentence !== undefined) throw new UsageError(`The password of ${administrator}: ${sentence}`);
    const person = { name: administrator, password: typed, roles, schoolId: written.schoolId };
    await createPerson(owned.client, place.database, person, clock.now());
    say(`Administrator: ${administrator} can sign in.`);
  } finally {
    await store.close();
  }
}
