import { readFileSync } from 'node:fs';
import { isThisPc, type ServerAddress, type TlsUse } from '../../storage/engines/postgres/place.ts';
import { UsageError } from '../usage-error.ts';

/** Where a shared database is to be, and who owns it; no password, which no argument may hold. */
export interface OwnerUrl {
  readonly user: string;
  readonly servers: readonly ServerAddress[];
  readonly database: string;
  readonly tls: TlsUse;
}

const USUAL_PORT = 5432;
const FORM = '--url takes postgres://OWNER@HOST[:PORT][,HOST[:PORT]]/DATABASE.';

/**
 * Reads `--url` with the certificate authority of `--ca`. In clear only to this very PC, and only where no authority is
 * given. Throws `UsageError`.
 */
export function readUrl(url: string | undefined, ca: string | undefined): OwnerUrl {
  if (url === undefined) throw new UsageError(FORM);
  const [, user = '', password, hosts = '', database = ''] =
    /^postgres(?:ql)?:\/\/([^@/:]+)(:[^@/]*)?@([^@/]+)\/([^/?]+)$/.exec(url) ?? [];
  if (password !== undefined)
    throw new UsageError(
      'Leave the password out of --url: other programs of the PC can read it there. You are asked for it.',
    );
  if (user === '') throw new UsageError(FORM);
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(database))
    throw new UsageError(
      'The name of the database is small letters, digits and _, a letter first, 40 at most; for example first_day.',
    );
  const servers = hosts.split(',').map(readServer);
  return { user: decodeURIComponent(user), servers, database, tls: tlsOf(servers, ca) };
}

function readServer(text: string): ServerAddress {
  const [, host = '', port] = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (host === '') throw new UsageError(FORM);
  return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? USUAL_PORT : Number(port) };
}

function tlsOf(servers: readonly ServerAddress[], ca: string | undefined): TlsUse {
  if (ca === undefined)
    return servers.every(({ host }) => isThisPc(host)) ? { mode: 'none' } : { mode: 'verify' };
  try {
    return { mode: 'verify', ca: readFileSync(ca, 'utf8') };
  } catch {
    throw new UsageError(`The certificate ${ca} (--ca) could not be read.`);
  }
}
