import pg from 'pg';
import { StoreUnreachableError, StoreUnusableError } from '../../store.ts';
import { describePlace, isThisPc, type PostgresPlace, type ServerAddress } from './place.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { isBroken, isFull, isNoDatabase, isNotAdmitted } from './what-failed.ts';

/** A count is a number; the driver would give a text, for 64 bits may not fit. Ours do. drizzle asks for this one. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** What the driver needs to go to one of the servers. Throws `StoreUnusableError` for one in clear elsewhere. */
export function configFor(
  place: PostgresPlace,
  { host, port }: ServerAddress,
  patience: Patience = PATIENCE,
): pg.ClientConfig {
  const { database, user, password, tls } = place;
  if (tls.mode === 'none' && !isThisPc(host)) {
    throw new StoreUnusableError(
      `The database on ${host} would be talked to without encryption. Nothing was sent. Use a server with TLS.`,
    );
  }
  return {
    host,
    port,
    database,
    user,
    password,
    application_name: 'First Day',
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.answer,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ssl:
      tls.mode === 'none'
        ? false
        : {
            rejectUnauthorized: true,
            minVersion: 'TLSv1.2',
            ...(tls.ca === undefined ? {} : { ca: tls.ca }),
          },
  };
}

/**
 * A connection to the first server of the list that can be written to. The caller ends it. Throws
 * `StoreUnreachableError` when none answers, `StoreUnusableError` when the name or password is not known there.
 */
export async function connectFirst(
  place: PostgresPlace,
  patience: Patience = PATIENCE,
): Promise<{ client: pg.Client; server: ServerAddress }> {
  let last: unknown;
  for (const server of place.servers) {
    const client = new pg.Client(configFor(place, server, patience));
    // A connection that breaks while nobody asks anything would else end the program.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
      if (rows[0]?.standby === false) return { client, server };
      await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      if (isNotAdmitted(error)) throw notAdmitted(place, error);
      if (isNoDatabase(error)) throw noDatabase(place, error);
      if (!isBroken(error) && !isCertificate(error)) throw error;
      last = error;
    }
  }
  throw unreachable(place, last);
}

const notAdmitted = (place: PostgresPlace, cause: unknown): StoreUnusableError =>
  new StoreUnusableError(
    `The shared database ${describePlace(place)} does not know this name and password. Check both, or ask its administrator.`,
    { cause },
  );

const noDatabase = (place: PostgresPlace, cause: unknown): StoreUnusableError =>
  new StoreUnusableError(
    `There is no shared database ${describePlace(place)} under this name, or it lets you not in. Nothing was changed. Ask its administrator.`,
    { cause },
  );

export function unreachable(place: PostgresPlace, cause: unknown): StoreUnreachableError {
  const why = isCertificate(cause)
    ? 'its certificate could not be checked, so nothing was sent'
    : isFull(cause)
      ? 'the server has no connection free at present'
      : 'no server answered that can be written to';
  return new StoreUnreachableError(`The shared database ${describePlace(place)} cannot be reached: ${why}.`, {
    cause,
  });
}

/** Node’s codes for certificates that are not to be trusted, and the driver’s sentence where a server has no TLS. */
const isCertificate = (error: unknown): boolean =>
  error instanceof Error &&
  (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test('code' in error ? String(error.code) : '') ||
    /does not support SSL/.test(error.message));
