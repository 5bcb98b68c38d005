import pg from 'pg';
import { configFor, connectFirst } from '../engines/postgres/connect.ts';
import { describePlace, type PostgresPlace } from '../engines/postgres/place.ts';
import { codeOf } from '../engines/postgres/what-failed.ts';
import { StoreUnusableError } from '../store.ts';

/** The oldest server whose rights and functions the product uses. */
const OLDEST = 15;

const NO_SUCH_DATABASE = '3D000';

/** What the server told, and whether the database had to be made. */
export interface Owned {
  /** Works as the owner of the database. The caller ends it. */
  readonly client: pg.Client;
  /** Such as `15.18`. */
  readonly server: string;
  readonly made: boolean;
  /** The role that everything in the database belongs to. */
  readonly owner: string;
}

/**
 * Connects as whoever owns the database or may do everything at the server; such a superuser makes a role of the
 * database's own for the owner, so that nothing in the database works with a superuser's rights. Makes the database where
 * it is missing, if `make`. Throws `StoreUnusableError` with a sentence, `StoreUnreachableError`.
 */
export async function connectAsOwner(place: PostgresPlace, make = false): Promise<Owned> {
  const first = await connectOr(place);
  if (first) return asOwner(first, place, false);
  if (!make)
    throw new StoreUnusableError(`There is no database ${describePlace(place)}. Nothing was changed.`);
  const { client, server } = await connectFirst({ ...place, database: 'postgres' });
  try {
    const standing = await standingOf(client);
    checkServer(standing, place);
    if (!standing.createsDatabases)
      throw new StoreUnusableError(
        `There is no database ${describePlace(place)}, and ${place.user} may make none. Have the server’s administrator make it with ${place.user} as its owner, or let ${place.user} make databases (ALTER ROLE … CREATEDB). Nothing was changed.`,
      );
    if (standing.superuser) await makeOwnerRole(client, place.database);
    const owner = standing.superuser ? ` OWNER ${quoted(ownerRoleOf(place.database))}` : '';
    await client.query(
      `CREATE DATABASE ${quoted(place.database)}${owner} TEMPLATE template0 ENCODING 'UTF8'`,
    );
  } finally {
    await client.end();
  }
  const made = new pg.Client(configFor(place, server));
  made.on('error', () => undefined);
  await made.connect();
  return asOwner(made, place, true);
}

/** Undefined where there is no such database. */
async function connectOr(place: PostgresPlace): Promise<pg.Client | undefined> {
  try {
    return (await connectFirst(place)).client;
  } catch (error) {
    if (codeOf(error) === NO_SUCH_DATABASE) return undefined;
    throw error;
  }
}

async function asOwner(client: pg.Client, place: PostgresPlace, made: boolean): Promise<Owned> {
  try {
    const standing = await standingOf(client);
    checkServer(standing, place);
    if (!standing.superuser) {
      if (!standing.createsRoles)
        throw new StoreUnusableError(
          `${place.user} may make no logins on the server, and each person needs one. Have the server’s administrator run: ALTER ROLE "${place.user}" CREATEROLE. Nothing was changed.`,
        );
      if (standing.owner !== place.user)
        throw new StoreUnusableError(
          `The database ${describePlace(place)} belongs to ${standing.owner}, not to ${place.user}. Nothing was changed.`,
        );
      return { client, server: standing.version, made, owner: place.user };
    }
    // Whoever set it up once goes on owning it.
    if (standing.tables !== null) {
      if (standing.tables !== place.user) await client.query(`SET ROLE ${quoted(standing.tables)}`);
      return { client, server: standing.version, made, owner: standing.tables };
    }
    const owner = ownerRoleOf(place.database);
    await makeOwnerRole(client, place.database);
    if (standing.owner !== owner) {
      await client.query(`ALTER DATABASE ${quoted(place.database)} OWNER TO ${quoted(owner)}`);
    }
    // On servers before 15, and in databases made by hand, the schema belongs to somebody else.
    await client.query(`ALTER SCHEMA public OWNER TO ${quoted(owner)}`);
    await client.query(`SET ROLE ${quoted(owner)}`);
    return { client, server: standing.version, made, owner };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

interface Standing {
  readonly version: string;
  readonly number: number;
  readonly superuser: boolean;
  readonly createsRoles: boolean;
  readonly createsDatabases: boolean;
  readonly owner: string;
  /** Whose our tables are, where there are any. */
  readonly tables: string | null;
}

async function standingOf(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query<Standing>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       r.rolsuper AS superuser, r.rolcreaterole AS "createsRoles", r.rolcreatedb AS "createsDatabases",
       pg_get_userbyid(d.datdba) AS owner,
       (SELECT tableowner FROM pg_tables WHERE schemaname = 'public' AND tablename = 'first_day') AS tables
     FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
  );
  const [found] = rows;
  if (!found) throw new Error('The server does not say who asks.');
  return found;
}

function checkServer({ number, version }: Standing, place: PostgresPlace): void {
  if (number >= OLDEST * 10_000) return;
  throw new StoreUnusableError(
    `The server of ${describePlace(place)} is PostgreSQL ${version}; First Day needs ${String(OLDEST)} or newer. Nothing was changed.`,
  );
}

const ownerRoleOf = (database: string): string => `${database.slice(0, 57)}_owner`;

async function makeOwnerRole(client: pg.Client, database: string): Promise<void> {
  const owner = ownerRoleOf(database);
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [owner]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${quoted(owner)} NOLOGIN CREATEROLE`);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
