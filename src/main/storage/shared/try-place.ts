import { connectFirst } from '../engines/postgres/connect.ts';
import type { PostgresPlace } from '../engines/postgres/place.ts';
import { codeOf, isNotAdmitted } from '../engines/postgres/what-failed.ts';
import { checkVersion, versionOf } from '../migrations/migrate-postgres.ts';
import { StoreUnusableError } from '../store.ts';

/** Of a database that is not there, and of one whose tables this login may not see. */
const NO_SUCH_DATABASE = '3D000';
const MAY_NOT = '42501';

/**
 * Connects with somebody's own login and looks whether the database is of this version. `wrong`: the server does not
 * know this name with this password. Throws `StoreUnreachableError`, and `StoreUnusableError` with a sentence for a
 * database that is not there, not ours, or older or newer than this program.
 */
export async function tryPlace(place: PostgresPlace): Promise<'admitted' | 'wrong'> {
  let client: Awaited<ReturnType<typeof connectFirst>>['client'];
  try {
    ({ client } = await connectFirst(place));
  } catch (error) {
    if (isNotAdmitted(error)) return 'wrong';
    throw explained(error, place.database);
  }
  try {
    checkVersion(await versionOf(client));
    return 'admitted';
  } catch (error) {
    throw explained(error, place.database);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explained(error: unknown, database: string): unknown {
  const code = codeOf(error);
  if (code === NO_SUCH_DATABASE)
    return new StoreUnusableError(
      `There is no database “${database}” on the server. Ask whoever looks after it.`,
      {
        cause: error,
      },
    );
  if (code === MAY_NOT)
    return new StoreUnusableError(
      `The shared database “${database}” does not let this name in. Ask its administrator.`,
      { cause: error },
    );
  return error;
}
